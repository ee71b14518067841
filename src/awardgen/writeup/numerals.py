"""Numbers as write-ups spell them: 9, ９, 九, 十五, 二十三, 廿八, 二〇一〇, 1 5 (spaced by a bad paste)."""

from __future__ import annotations

from typing import Final

CHINESE_NUMBER_STARTS: Final = "一二三四五六七八九十元廿卅〇○零两半"
NUMBER_STARTS: Final = frozenset("0123456789'’‘" + CHINESE_NUMBER_STARTS)
ASCII_DIGITS: Final = frozenset("0123456789")
_PLAIN: Final = str.maketrans("〇○Ｏ零Oo元一二两三四五六七八九", "00000011223456789", " ")
_TENS: Final = {"廿": "二十", "卅": "三十", "初": ""}


def number(written: str) -> int:
    """Read a number below a hundred, or digits one after the other; 元, the first month, is 1."""
    if written.isascii() and written.isdigit():
        return int(written)
    for short, full in _TENS.items():
        if short in written:
            written = written.replace(short, full)
    tens, ten, ones = written.partition("十")
    if ten:
        return int(tens.translate(_PLAIN) or 1) * 10 + int(ones.translate(_PLAIN) or 0)
    return int(written.translate(_PLAIN))


def year_number(written: str) -> int:
    """Read a year; two digits are taken for the years 1950 to 2049."""
    year = number(written)
    if year < 50:  # noqa: PLR2004 - the pivot that the docstring names
        return year + 2000
    return year + 1900 if year < 100 else year  # noqa: PLR2004
