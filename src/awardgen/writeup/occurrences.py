"""The days of a name, of a part of the year, of a term in one year: what a point means once its year is known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from awardgen.writeup import almanac, holidays
from awardgen.writeup.calendar import FIRST_TERM, SECOND_TERM
from awardgen.writeup.days import days_of, months_of, moved
from awardgen.writeup.expression import NameKind, TermPart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from awardgen.writeup.calendar import Calendar
    from awardgen.writeup.days import Days
    from awardgen.writeup.expression import Name, Point, Term

_TEN_DAYS: Final = 10
_SATURDAY, _WEEKEND = 5, 7
_LUNAR_YEARS: Final = range(1902, 2100)


def in_year(point: Point, year: int, calendar: Calendar) -> Days | None:
    """Return the days of a point in that year; None where there are none (2月30日)."""
    if point.months is not None:
        return _months_in_year(point, point.months, year)
    if point.name is not None:
        days = _name_in_year(point.name, year, calendar)
        return _eve(days) if days and point.name.eve else days
    if point.term is not None:
        return next(terms(point.term, range(year, year + 1), calendar), None)
    if point.lunar is not None:
        return _one_day(almanac.lunar_day(year, *point.lunar)) if year in _LUNAR_YEARS else None
    return _counted(year, 1, point) or months_of(year, *(point.year_part or (1, 12)))


def _months_in_year(point: Point, months: tuple[int, int], year: int) -> Days | None:
    first, last = months
    if not (1 <= first <= last <= 12 and 2 <= year <= 9990):  # noqa: PLR2004 - as _is_year, which takes longer
        return months_of(year, first, last + 12) if 1 <= last < first <= 12 else None  # noqa: PLR2004
    if point.days is not None:
        return exact_days(year, first, *point.days)
    if point.month_part is not None:
        return days_of(year, last, *point.month_part)
    return _counted(year, first, point) or months_of(year, first, last)


def _counted(year: int, month: int, point: Point) -> Days | None:
    """Return 第二周, counted by Mondays from the first of the month on; 第二个星期三, 最后一个周末."""
    if (point.week_of_month is None and point.weekday_of_month is None) or not _is_year(year):
        return None
    start = date(year, month, 1)
    if point.weekday_of_month is None:
        monday = _weekday_from(start, 0, (point.week_of_month or 1) - 1)
        return monday, monday + timedelta(6)
    which, weekday = point.weekday_of_month
    is_weekend = weekday == _WEEKEND
    weekday = _SATURDAY if is_weekend else weekday
    if which < 0:
        which = 4 if _weekday_from(start, weekday, 4).month == month else 3
    day = _weekday_from(start, weekday, which)
    return (day, day + timedelta(is_weekend)) if day.month == month else None


def _weekday_from(start: date, weekday: int, weeks: int) -> date:
    return start + timedelta((weekday - start.weekday()) % 7 + 7 * weeks)


def exact_days(year: int, month: int, first: int, last: int) -> Days | None:
    """Return days that all exist in the month."""
    try:
        day = date(year, month, first)
        if first == last:
            return day, day
        return (day, date(year, month, last)) if first < last else None
    except ValueError:
        return None


def terms(term: Term, years: range, calendar: Calendar) -> Iterator[Days]:
    """Yield the terms that start in those calendar years, in order, cut to the part that is meant."""
    names = {1: (FIRST_TERM,), 2: (SECOND_TERM,)}.get(term.number or 0, (FIRST_TERM, SECOND_TERM))
    found = sorted(days for name in names for days in calendar.occurrences(name, years))
    for days in found:
        yield part_of_term(days, term.part)


def part_of_term(days: Days, part: TermPart | None) -> Days:
    """Cut a term to its opening ten days or to the last third of its last month."""
    first, last = days
    if part is TermPart.OPENING:
        return first, min(last, first + timedelta(_TEN_DAYS - 1))
    if part is TermPart.END:
        return max(first, last - timedelta(_TEN_DAYS)), last
    return days


def school_year(start: int, term: Term | None, calendar: Calendar) -> Days | None:
    """Return the days of a school year, or of one of its terms."""
    both = (
        *calendar.occurrences(FIRST_TERM, range(start, start + 1)),
        *calendar.occurrences(SECOND_TERM, range(start + 1, start + 2)),
    )
    if not both:
        return None
    if term is None or term.whole_year or term.number is None:
        return part_of_term((both[0][0], both[-1][1]), term.part if term else None)
    return part_of_term(both[min(term.number, len(both)) - 1], term.part)


def _name_in_year(name: Name, year: int, calendar: Calendar) -> Days | None:
    return _DAYS_OF[name.kind](name, year, calendar) if _is_year(year) else None


def _statutory(name: Name, year: int, _: Calendar) -> Days | None:
    return _one_day(almanac.festival(year, name.key)) if name.day_only else almanac.break_of(year, name.key)


def _lunar_day(name: Name, year: int, _: Calendar) -> Days | None:
    return _one_day(almanac.lunar_day(year, *holidays.LUNAR_DAYS[name.key]))


def _lunar_month(name: Name, year: int, _: Calendar) -> Days | None:
    return almanac.lunar_month(year, holidays.LUNAR_MONTHS[name.key])


def _solar_term(name: Name, year: int, _: Calendar) -> Days | None:
    return _one_day(almanac.solar_term(year, name.key))


def _event(name: Name, year: int, _: Calendar) -> Days | None:
    first, last = holidays.KNOWN_EVENTS[name.key]
    days = date.fromisoformat(first), date.fromisoformat(last)
    return days if days[0].year <= year <= days[1].year else None


def _named_period(name: Name, year: int, calendar: Calendar) -> Days | None:
    return next(iter(calendar.occurrences(name.key, range(year, year + 1))), None)


def _travel_rush(name: Name, year: int, _: Calendar) -> Days | None:
    festival = almanac.festival(year, "春节")
    if festival is None:
        return None
    first, last = (festival + timedelta(days) for days in holidays.TRAVEL_RUSH_DAYS)
    return first, first if name.day_only else last


def _eve(days: Days) -> Days | None:
    before = moved(days[0], -1)
    return (before, before) if before else None


def _fixed_day(name: Name, year: int, _: Calendar) -> Days | None:
    rule = holidays.FIXED_DAYS[name.key]
    if len(rule) == 2:  # noqa: PLR2004 - month and day
        day = date(year, *rule)
    else:
        month, which, weekday = rule
        first = date(year, month, 1)
        day = first + timedelta((weekday - first.weekday()) % 7 + 7 * (which - 1))
    return day, day


def _one_day(day: date | None) -> Days | None:
    return (day, day) if day else None


_DAYS_OF: dict[NameKind, Callable[[Name, int, Calendar], Days | None]] = {
    NameKind.STATUTORY: _statutory,
    NameKind.LUNAR_DAY: _lunar_day,
    NameKind.LUNAR_MONTH: _lunar_month,
    NameKind.SOLAR_TERM: _solar_term,
    NameKind.FIXED: _fixed_day,
    NameKind.EVENT: _event,
    NameKind.TRAVEL_RUSH: _travel_rush,
    NameKind.CALENDAR: _named_period,
}


def _is_year(year: int) -> bool:
    return 2 <= year <= 9990  # noqa: PLR2004 - what dates can hold, with room for the next year
