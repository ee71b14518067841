"""Habits and general talk: 每年3月, 每逢春节, 无论寒假暑假 name no day."""

from __future__ import annotations

import re
from typing import Final

_BEFORE: Final = re.compile(
    r"(?:[有某]一?年|每(?:年|月|逢|到|当|个?学期|个?学年|季|隔|周|星期|一?个)|(?<![适正恰又欣喜])逢(?!源)|历年|年年|往年|常年|一到|凡是|无论|不论|不管|不分|任何|通常|平均每|不是|像|遇到?|春运、)[^,，。；;！!？?\n]{0,12}$"
)
_CUE: Final = re.compile(
    "[年每逢到凡论管分任常均是像遇运]"
)  # each of the words above holds one of these characters
_LIST: Final = re.compile(
    r"^[^,，。；;！!？?\n]{0,14}等(?:重[大要]|传统|法定|中国|民族|大型|主要)*(?:节|假|日子|时段|时间节点|节点|节庆)"
)
_COUNTED: Final = re.compile(
    r"(?:[0-9一二两三四五六七八九十几多数]+(?:个|次|届)|第[0-9一二两三四五六七八九十]+个?|一年一度的?|(?:连续|近)[^,，。]{0,4}年的?)$"
)
_COUNTED_LASTS: Final = frozenset(
    "0123456789一二两三四五六七八九十几多数个次届年度的\n"
)  # what those can end with
_PAUSES: Final = frozenset(
    ("", *",，。；;！!？?")
)  # no habit reaches over one of these to what comes after it
_FAR: Final = 24


def is_habit(text: str, start: int, end: int) -> bool:
    """Say whether what stands before or after makes a year-less expression a habit."""
    if text.find("等", end, end + _FAR) >= 0 and _LIST.match(text[end : end + _FAR]):
        return True
    previous = text[start - 1 : start]
    if previous in _PAUSES:
        return False
    before = text[max(0, start - _FAR) : start]
    return bool(
        (_CUE.search(before) and _BEFORE.search(before))
        or (previous in _COUNTED_LASTS and _COUNTED.search(before))
    )
