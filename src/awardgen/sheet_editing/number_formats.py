"""What a number format makes of a number: a day, a time, or a number."""

from __future__ import annotations

import re
from typing import Final

GENERAL: Final = "General"
DAY: Final = "yyyy-mm-dd"
MOMENT: Final = "yyyy-mm-dd hh:mm:ss"

# ECMA-376 part 1, 18.8.30; 27-36 and 50-58 are days in every East Asian language of Excel.
_DAYS: Final = frozenset([*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)])
_TIMES: Final = frozenset([*range(18, 22), *range(32, 36), *range(45, 48)])
# Texts in quotes, escaped and padding characters, colours and conditions; [h] and its like are times.
_NO_CODE: Final = re.compile(r'"[^"]*"?|[\\_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]|General|E[+-]', re.IGNORECASE)


def is_temporal(number: int, code: str | None) -> bool:
    """Tell whether a format shows days or times. number: its id; code: how it is declared, None for Excel's own."""
    if code is None:
        return number in _DAYS or number in _TIMES
    return bool(set(_codes(code)) & set("ymdhs"))


def shows_day(number: int, code: str | None) -> bool:
    """Tell whether one can see from a format which day it is, or at least which month."""
    if code is None:
        return number in _DAYS
    return bool(set(_codes(code)) & set("yd"))


def _codes(code: str) -> str:
    return _NO_CODE.sub("", code.partition(";")[0]).lower()
