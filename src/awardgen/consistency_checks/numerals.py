"""Numbers as notices write them: 10, 1.5, 十, 二十五, 两, 一千五百."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

NUMERAL: Final = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百]{1,5})"
_DIGITS: Final = {each: index for index, each in enumerate("零一二三四五六七八九")} | {"两": 2}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}


def as_decimal(written: str) -> Decimal:
    """Read a number that NUMERAL matches, or one with 千."""
    plain = unicodedata.normalize("NFKC", written)
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return Decimal(plain)
    total = digit = 0
    for character in written:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return Decimal(total + digit)
