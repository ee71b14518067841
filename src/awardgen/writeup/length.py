"""字数: the length of a text as Word counts it."""

from __future__ import annotations

import re

_COUNTED_ALONE = (
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
_OTHERS = re.compile(rf"[^{_COUNTED_ALONE}]+")
_WIDTHLESS = re.compile(r"[\u200b-\u200f\ufeff]")
# A text without these is of ASCII, of characters that count alone, and of blanks as wide as those.
_UNUSUAL = re.compile(rf"[^\x00-\x3e\x40-\x7f\u3000{_COUNTED_ALONE}]")
_VISIBLE = bytes(
    b" "[0] if not character.strip() or character == "?" else b"x"[0] for character in map(chr, range(256))
)


def length(text: str) -> int:
    """Count 字: each Han character and full-width mark is one, each unbroken run of other visible characters is one.

    2010年9月 is 4, 98.5% is 1. Word's sources disagree on curly quotes; here they count, as its Chinese edition does.
    """
    if not _UNUSUAL.search(text):
        ascii_only = text.encode("ascii", "replace")  # with ? for what counts alone; the text itself has none
        runs = (b" " + ascii_only).translate(_VISIBLE).count(b" x")
        return ascii_only.count(b"?") - text.count("\u3000") + runs
    stretches = _OTHERS.findall(text)
    others = " ".join(stretches)
    runs = len((others if others.isascii() else _WIDTHLESS.sub(" ", others)).split())
    return len(text) - (len(others) - max(0, len(stretches) - 1)) + runs
