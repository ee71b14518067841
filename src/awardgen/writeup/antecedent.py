"""What an expression counts from where that is not what it says: a diary's day, the year compared with it, nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgen.writeup.expression import Origin, Shift

if TYPE_CHECKING:
    from awardgen.writeup.expression import Expression
    from awardgen.writeup.narrative import Narrative, Reading

_LONGEST_ENTRY: Final = 400
_SAME_SENTENCE: Final = 60
_NEAR: Final = 160
_CLAUSE_STARTS: Final = frozenset(("", *",，。；;！!？?\n"))
# A diary's entry begins with its day and the weather; a report's paragraph only with a day.
_WEATHER: Final = re.compile(
    r"[，,]?(?:(?:星期|周)[一二三四五六日天])?[，,]?(?:晴|阴|多云|[小中大暴阵]?[雨雪]|雾|大风|霾)"
)
# 有一次, 那天: from their last character, the rarest, back to the words before it.
_ANECDOTE: Final = re.compile(
    r"[次天回日](?:(?:(?<=[有又某那][次天回])|(?<=[,，。;；\n有又]一[次天回]))(?![次天性亮]|然|[上以之]|早上?)|(?<=某日))"
)


def begins_entry(text: str, end: int) -> bool:
    """Say whether a mention that begins a line begins a diary's entry too."""
    return _WEATHER.match(text, end) is not None


def counted_from_entry(text: str, expression: Expression, entry: Reading) -> Expression | None:
    """Count 明天 in a diary's entry (2010年9月3日，晴。新生明天来) from the entry's day; None where it is not in it."""
    point = expression.first
    shift = point.day_shift
    if (
        shift is None
        or shift.origin is not Origin.REFERENCE
        or expression.start - entry.end > _LONGEST_ENTRY
        or "\n" in text[entry.end : expression.start]
    ):
        return None
    return expression.counted_from(point.but(day_shift=Shift(Origin.PREVIOUS, shift.steps)))


def counted_from_previous(text: str, expression: Expression, previous: Reading | None) -> Expression:
    """Count 上一年 from the year that is compared with it (2012年114次，比上一年多39次)."""
    point = expression.first
    shift = point.year_shift
    if (
        previous is None
        or shift is None
        or shift.steps != -1
        or not text.startswith("上", expression.start)
        or expression.start - previous.end > _SAME_SENTENCE
        or "。" in text[previous.end : expression.start]
    ):
        return expression
    return expression.counted_from(point.but(year_shift=Shift(Origin.PREVIOUS, -1)))


def hangs_in_the_air(text: str, expression: Expression, narrative: Narrative) -> bool:
    """Say whether a day counted from the mention before follows an undated anecdote instead (有一次…第二天).

    So does a day without a month before which no mention is and no clause begins: 工位1号, 1号、2号电梯 are numbers.
    """
    point = expression.first
    if point.days is not None and point.months is None and point.month_shift is None:
        before = text[expression.start - 1 : expression.start]
        begins = before in _CLAUSE_STARTS and not text.startswith("、", expression.end)
        return narrative.lender is None and not begins
    previous = narrative.previous
    shift = point.day_shift
    if shift is None and point.ago is None:
        return False
    counted = (shift is not None and shift.origin is Origin.PREVIOUS) or (
        point.ago is not None and point.ago[2] > 0
    )
    if not counted:
        return False
    if previous is None:
        return shift is not None
    between = text[previous.end : expression.start]
    return len(between) > _NEAR or bool(_ANECDOTE.search(between))
