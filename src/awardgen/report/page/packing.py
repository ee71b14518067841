"""Data inside the page: JSON, deflated, as text that holds nothing that a browser could take for markup.

A browser unpacks it with DecompressionStream, which it also has for a page that was opened from a file.
"""

from __future__ import annotations

import base64
import json
from typing import Any

import deflate

_LEVEL = 6


def packed(content: Any) -> str:  # noqa: ANN401 - JSON
    """Return JSON as base64 of a zlib stream. Characters that cannot be encoded become ?, one for one."""
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return base64.b64encode(deflate.zlib_compress(data, _LEVEL)).decode("ascii")


class Numbering:
    """Numbers for values that come again and again, in the order of their first coming."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}

    def of(self, value: Any) -> int:  # noqa: ANN401 - whatever JSON holds
        return self._numbers.setdefault(value, len(self._numbers))

    @property
    def values(self) -> list[Any]:
        return list(self._numbers)
