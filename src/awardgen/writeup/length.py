"""字数: the length of a text as Word counts it."""

from __future__ import annotations

import re
from typing import Final

_COUNTED_ALONE: Final = (
    "\u2e80-\u2fff"  # radicals, description characters
    "\u3001-\u303f"  # CJK marks; the ideographic space U+3000 is white space
    "\u3040-\u33ff"  # kana, enclosed and compatibility marks
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # ideographs
    "\ue000-\uf8ff"  # private use: rare characters in the office's fonts
    "\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"  # full-width forms
    "\u2014\u2018\u2019\u201c\u201d\u2026\u00b7"  # dash, quotes, ellipsis, dot: full width in Chinese text
    "\u2460-\u24ff\u2500-\u25ff\u2160-\u217f"  # circled and Roman numbers, boxes
    "\U0001f100-\U0001f2ff\U00020000-\U0003ffff"
)
# Neither ASCII, nor counted alone, nor a blank as wide as those: seldom in a text. A ? is among them, see below.
_UNUSUAL: Final = re.compile(rf"[^\x00-\x3e\x40-\x7f\u3000{_COUNTED_ALONE}]")
_WIDTHLESS: Final = frozenset("\u200b\u200c\u200d\u200e\u200f\ufeff")
_VISIBLE: Final = bytes(
    b" "[0] if not character.strip() or character == "?" else b"x"[0] for character in map(chr, range(256))
)


def length(text: str) -> int:
    """Count 字: each Han character and full-width mark is one, each unbroken run of other visible characters is one.

    2010年9月 is 4, 98.5% is 1. Word's sources disagree on curly quotes; here they count, as its Chinese edition does.
    """
    if _UNUSUAL.search(text):
        text = _UNUSUAL.sub(_usual, text)
    return usual_length(text) - text.count("\u3000")


def usual_length(text: str) -> int:
    """Count 字 where all characters are usual ones."""
    ascii_only = text.encode("ascii", "replace")  # with ? for what counts alone; the text itself has none
    # In half the time that counting the starts of runs takes.
    runs = len(ascii_only.translate(_VISIBLE).split())
    return ascii_only.count(b"?") + runs


def _usual(unusual: re.Match[str]) -> str:
    """Put a letter or a blank in the place of what counts like one."""
    return " " if unusual[0] in _WIDTHLESS or unusual[0].isspace() else "x"
