"""Giving days to expressions, one after the other, as a reader does: each in the light of those before it.

A year-less date takes its year from the narrative (the last mention that was no background) where that reads
forward and lies not after the reference; else it is the latest such date on or before the reference.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from awardgen.writeup import occurrences, relative
from awardgen.writeup.days import months_of, moved_months
from awardgen.writeup.expression import NameKind, Origin
from awardgen.writeup.narrative import Reading

if TYPE_CHECKING:
    from datetime import date

    from awardgen.writeup.days import Days
    from awardgen.writeup.expression import Expression, Point
    from awardgen.writeup.narrative import Narrative, Resolved

_A_YEAR: Final = timedelta(366)  # what is longer gives no one year
_NEARLY_NOW: Final = timedelta(200)  # how far back a narrative may be from which plans are told
_APRIL: Final = 4
# Bound once: a member of an enumeration takes longer to look up than all that is asked of it.
_CALENDAR, _EVENT, _FROM_REFERENCE = NameKind.CALENDAR, NameKind.EVENT, Origin.REFERENCE
_DECEMBER: Final = 12


def resolve(expression: Expression, narrative: Narrative) -> Resolved | None:
    """Give an expression its days; None where it has none (2月30日) or nothing to be counted from (次日)."""
    point = expression.first
    year = point.year
    resolved = _point_days(point, narrative) if year is None else _of_year(point, year, narrative, None)
    if resolved is None:
        return None
    days, lender = resolved
    if expression.is_open:
        return (days[0], max(narrative.reference, days[0])), lender
    if expression.last is not None:
        last = _end_of_range(expression.last, days, narrative)
        return resolved if last is None else ((days[0], last[1]), lender)
    if year is None and days[0] <= narrative.reference < days[1] and relative.runs_still(point):
        return (days[0], narrative.reference), lender
    return resolved


def _point_days(point: Point, narrative: Narrative) -> Resolved | None:  # noqa: C901, PLR0911 - a form a line
    if point.year is not None:
        return _of_year(point, point.year, narrative, None)
    if point.ago is not None:
        return relative.ago(point.ago, narrative)
    if point.week is not None:
        return relative.week(point.week, narrative.reference)
    if point.quarter is not None:
        return relative.quarter(point.quarter, narrative.reference)
    if point.day_shift is not None:
        return relative.shifted_day(point, narrative)
    if point.month_shift is not None:
        return relative.shifted_month(point, narrative)
    if point.school_year is not None:
        return relative.school_year(point, point.school_year, narrative)
    if point.term is not None and point.term.steps is not None:
        return relative.counted_term(point, narrative)
    if point.year_shift is not None:
        if point.year_shift.origin is _FROM_REFERENCE:
            return _of_year(point, narrative.reference.year + point.year_shift.steps, narrative, None)
        if narrative.previous is None:
            return None
        origin = narrative.previous.days[0]
        return _of_year(point, origin.year + point.year_shift.steps, narrative, narrative.previous)
    return _without_year(point, narrative)


def _of_year(point: Point, year: int, narrative: Narrative, lender: Reading | None) -> Resolved | None:
    if point.same_period:
        same = relative.same_period(year, narrative)
        return (same, lender) if same else None
    if point.years_last is not None:
        first, last = months_of(year, 1, _DECEMBER), months_of(point.years_last, 1, _DECEMBER)
        return ((first[0], last[1]), None) if first and last and first[0] <= last[1] else None
    days = occurrences.in_year(point, year, narrative.calendar)
    if days is None:
        return None
    is_this_year = point.year_shift is not None and point.year_shift == relative.THIS
    if is_this_year and days[0] > narrative.reference and not narrative.future:
        days = _winter_begun_last_year(point, year, narrative) or days
    return (days, lender)


def _winter_begun_last_year(point: Point, year: int, narrative: Narrative) -> Days | None:
    """Return the winter that 今年冬天 means in its last months and in spring."""
    if point.year_part is None or point.year_part[0] != _DECEMBER or narrative.reference.month > _APRIL:
        return None
    return occurrences.in_year(point, year - 1, narrative.calendar)


def _without_year(point: Point, narrative: Narrative) -> Resolved | None:
    if point.months is None and (point.days is not None or point.month_part is not None):
        return _within_month(point, narrative)
    if point.name is not None and point.name.kind is _EVENT:
        return _event(point, narrative)
    lender = narrative.lender
    if narrative.future and (lender is None or lender.days[1] >= narrative.reference - _NEARLY_NOW):
        coming = _next_from(point, narrative.reference, narrative)
        if coming is not None:
            return (coming, None)
    if lender is not None and lender.days[1] - lender.days[0] <= _A_YEAR:
        forward = _next_from(point, lender.days[0].replace(day=1), narrative)
        if forward is not None and (forward[0] <= narrative.reference or narrative.future):
            return (forward, lender)
    nearest = _next_from(point, narrative.reference, narrative) if narrative.future else None
    latest = nearest or _latest(point, narrative)
    return (latest, None) if latest else None


def _event(point: Point, narrative: Narrative) -> Resolved | None:
    for year in range(1990, narrative.reference.year + 1):
        days = occurrences.in_year(point, year, narrative.calendar)
        if days:
            return (days, None)
    return None


def _in_one_year(point: Point, year: int, narrative: Narrative) -> tuple[Days, ...]:
    """Return every occurrence of a point without a year that starts in this one."""
    if point.term is not None:
        return tuple(occurrences.terms(point.term, range(year, year + 1), narrative.calendar))
    if point.name is not None and point.name.kind is _CALENDAR:
        return narrative.calendar.occurrences(point.name.key, range(year, year + 1))
    days = occurrences.in_year(point, year, narrative.calendar)
    return (days,) if days else ()


def _next_from(point: Point, day: date, narrative: Narrative) -> Days | None:
    """Return the first occurrence that starts on or after the day; a leap day may be eight years away."""
    for year in range(day.year, day.year + 9):
        for days in _in_one_year(point, year, narrative):
            if days[0] >= day:
                return days
    return None


def _latest(point: Point, narrative: Narrative) -> Days | None:
    """Return the last occurrence that starts on or before the reference; the first after it where there is none."""
    reference = narrative.reference
    for year in range(reference.year, reference.year - 9, -1):
        for days in reversed(_in_one_year(point, year, narrative)):
            if days[0] <= reference:
                return days
    return _next_from(point, reference, narrative)


def _within_month(point: Point, narrative: Narrative) -> Resolved | None:
    """Return 15日 or 月底 in the month that the narrative has come to; at its start, the latest of all."""
    lender = narrative.lender
    if lender is None and not narrative.future:
        return _latest_within_month(point, narrative)
    start = lender.days[0] if lender is not None else narrative.reference
    for months in (0, 1):
        days = _in_month(point, start, months, narrative)
        if days is not None and days[1] >= start and (days[0] <= narrative.reference or narrative.future):
            return (days, lender)
    days = _in_month(point, start, 0, narrative)
    return (days, lender) if days else None


def _latest_within_month(point: Point, narrative: Narrative) -> Resolved | None:
    for months in (0, -1, -2):  # of three months, one has a 31st that is over
        days = _in_month(point, narrative.reference, months, narrative)
        if days is not None and days[0] <= narrative.reference:
            return (days, None)
    return None


def _in_month(point: Point, start: date, months: int, narrative: Narrative) -> Days | None:
    """Return the days of a point without a month in the month so many after the one of `start`."""
    month = moved_months(start.replace(day=1), months)
    if month is None:
        return None
    return occurrences.in_year(point.but(months=(month.month, month.month)), month.year, narrative.calendar)


def _end_of_range(last: Point, days: Days, narrative: Narrative) -> Days | None:
    """Give the second point of a range its days; what it leaves out it takes from the first."""
    start = days[0]
    if last.has_year or last.month_shift or last.day_shift or last.week or last.ago:
        shift = last.year_shift or last.month_shift or last.day_shift
        if shift is not None and shift.origin is not _FROM_REFERENCE:
            narrative = replace(narrative, previous=Reading(0, 0, days, ""))
        resolved = _point_days(last, narrative)
        return resolved[0] if resolved and resolved[0][1] >= start else None
    if last.months is None and (last.days is not None or last.month_part is not None):
        same_month = occurrences.in_year(
            last.but(months=(start.month, start.month)), start.year, narrative.calendar
        )
        if same_month and same_month[1] >= start:
            return same_month
        following = moved_months(start.replace(day=1), 1)
        if following is None:
            return None
        return occurrences.in_year(
            last.but(months=(following.month, following.month)), following.year, narrative.calendar
        )
    for year in range(start.year - 1, start.year + 3):
        for found in _in_one_year(last, year, narrative):
            if found[1] >= start:
                return found
    return None
