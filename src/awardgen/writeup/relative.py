"""Points that are counted: from the reference (上周三, 上学期, 三年前) or from the mention before (次日, 两个月后)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgen.writeup import occurrences
from awardgen.writeup.days import MONTHS_IN_YEAR, months_of, moved, moved_months
from awardgen.writeup.expression import Origin, Shift

if TYPE_CHECKING:
    from datetime import date

    from awardgen.writeup.days import Days
    from awardgen.writeup.expression import Point
    from awardgen.writeup.narrative import Narrative, Reading, Resolved

THIS: Final = Shift(Origin.REFERENCE, 0)
_WEEK: Final = 7
_WEEKEND: Final = 7
_FROM_REFERENCE: Final = Origin.REFERENCE  # a member of an enumeration takes longer to look up


def _counted_from(shift: Shift, narrative: Narrative) -> tuple[Reading | None, date | None]:
    """Return the mention that a shift counts from and its first day; no day where it would need one and has none."""
    if shift.origin is _FROM_REFERENCE:
        return None, narrative.reference
    lender = narrative.previous
    return lender, lender.days[0] if lender else None


def shifted_day(point: Point, narrative: Narrative) -> Resolved | None:
    """Return 昨天, 次日, 当天."""
    shift = point.day_shift
    if shift is None:
        return None
    lender, origin = _counted_from(shift, narrative)
    if origin is None:
        return None
    if lender is not None and lender is not narrative.lender and lender.days[0] != lender.days[1]:
        return None  # 1983年1月出生。…他第二天又准点上班: no day after somebody's birth
    day = moved(origin, shift.steps)
    return ((day, day), lender) if day else None


def shifted_month(point: Point, narrative: Narrative) -> Resolved | None:
    """Return 本月, 次月, 当月, or the part of it that is meant."""
    shift = point.month_shift
    if shift is None:
        return None
    lender, origin = _counted_from(shift, narrative)
    if origin is None:
        return None
    month = moved_months(origin.replace(day=1), shift.steps)
    if month is None:
        return None
    days = occurrences.in_year(point.but(months=(month.month, month.month)), month.year, narrative.calendar)
    return (days, lender) if days else None


def week(steps_and_weekday: tuple[int, int | None], reference: date) -> Resolved | None:
    """Return 上周, 本周三, 上周末; weeks start on Monday."""
    steps, weekday = steps_and_weekday
    monday = moved(reference, _WEEK * steps - reference.weekday())
    if monday is None:
        return None
    first: date | None = monday
    if weekday is None:
        last = moved(monday, _WEEK - 1)
    elif weekday == _WEEKEND:
        first, last = moved(monday, _WEEK - 2), moved(monday, _WEEK - 1)
    else:
        first = last = moved(monday, weekday)
    return ((first, last), None) if first and last else None


def quarter(steps_and_part: tuple[int, str | None], reference: date) -> Resolved | None:
    """Return 本季度, 上季度, or its first or last month."""
    steps, part = steps_and_part
    first = (reference.month - 1) // 3 * 3 + 1 + 3 * steps
    last = first if part == "初" else first + 2
    days = months_of(reference.year, last if part in ("末", "底") else first, last)
    return (days, None) if days else None


def ago(counted: tuple[int, str, int], narrative: Narrative) -> Resolved | None:
    """Return 三年前 (that whole year), 两个月后 (the exact day)."""
    count, unit, direction = counted
    lender = narrative.previous if direction > 0 else None
    origin = lender.days[0] if lender else narrative.reference
    if unit == "年":
        days = months_of(origin.year + direction * count, 1, MONTHS_IN_YEAR)
        return (days, lender) if days else None
    if unit == "月":
        day = moved_months(origin, direction * count)
    else:
        day = moved(origin, direction * count * (_WEEK if unit in ("周", "星期", "礼拜") else 1))
    return ((day, day), lender) if day else None


def same_period(year: int, narrative: Narrative) -> Days | None:
    """Return 去年同期: the matching part of that year, of what was spoken of before or of the year so far."""
    lender = narrative.previous
    if lender is not None and lender.days[0].year > year:
        back = MONTHS_IN_YEAR * (year - lender.days[0].year)
        first, last = moved_months(lender.days[0], back), moved_months(lender.days[1], back)
        return (first, last) if first and last else None
    whole = months_of(year, 1, MONTHS_IN_YEAR)
    end = moved_months(narrative.reference, MONTHS_IN_YEAR * (year - narrative.reference.year))
    return (whole[0], end) if whole and end else None


def counted_term(point: Point, narrative: Narrative) -> Resolved | None:
    """Return 上学期, 本学期, 上学年: counted from the term or school year of the reference."""
    term, reference = point.term, narrative.reference
    if term is None or term.steps is None:
        return None
    year = reference.year
    if term.whole_year:
        starts = [
            start
            for start in (year - 1, year)
            if (days := occurrences.school_year(start, None, narrative.calendar)) and days[0] <= reference
        ]
        days = occurrences.school_year(
            (starts[-1] if starts else year - 1) + term.steps, None, narrative.calendar
        )
        return (days, None) if days else None
    found = list(occurrences.terms(term._replace(part=None), range(year - 2, year + 3), narrative.calendar))
    current = max((index for index, days in enumerate(found) if days[0] <= reference), default=None)
    if current is None or not 0 <= current + term.steps < len(found):
        return None
    return (occurrences.part_of_term(found[current + term.steps], term.part), None)


def school_year(point: Point, start: int, narrative: Narrative) -> Resolved | None:
    """Return a school year, one of its terms, or a holiday or vacation in it."""
    if point.name is not None:
        found = occurrences.in_year(point, start + 1, narrative.calendar)
        return (found, None) if found else None
    days = occurrences.school_year(start, point.term, narrative.calendar)
    return (days, None) if days else None


def runs_still(point: Point) -> bool:
    """Say whether the point is 今年, 本学期 and the like, which end at the reference."""
    this_year = (
        point.year_shift is not None
        and point.year_shift == THIS
        and not (point.months or point.days or point.name or point.lunar)
    )
    this_month = (
        point.month_shift is not None and point.month_shift == THIS and not (point.days or point.month_part)
    )
    this_term = point.term is not None and point.term.steps == 0 and point.term.part is None
    return (
        (this_year and (point.year_part is None))
        or this_month
        or this_term
        or point.quarter == (0, None)
        or (point.week is not None and point.week == (0, None))
    )
