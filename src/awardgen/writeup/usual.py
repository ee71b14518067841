"""The characters of nearly every text: where it has no others, less need be asked to count and to clean it."""

from __future__ import annotations

import re
from typing import Final

# Each is one 字 (see length), and none is white space or of a full-width date (see compaction).
_WIDE: Final = (
    "\u3001-\u303f"  # CJK marks
    "\u3400-\u4dbf\u4e00-\u9fff"  # ideographs
    "\uff01-\uff0c\uff1a-\uff60"  # full-width forms
    "\u2014\u2018\u2019\u201c\u201d\u2026\u00b7"  # dash, quotes, ellipsis, dot
    "\u2460-\u24ff"  # circled numbers
)
# A ? is not among them: length puts it in the place of each wide character.
_OTHER: Final = re.compile(rf"[^\n!->@-~{_WIDE}]")


def is_usual(text: str) -> bool:
    """Say whether a text holds but wide characters, visible ASCII and line breaks."""
    return _OTHER.search(text) is None
