"""Arithmetic on days, months and years that stays within what dates can hold."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

Days = tuple[date, date]
MONTHS_IN_YEAR: Final = 12
_FIRST_YEAR: Final = 2
_LAST_YEAR: Final = 9990


@lru_cache(maxsize=1024)
def months_of(year: int, first: int, last: int) -> Days | None:
    """Return the days from one month to another, counted from January of the year (14 is the next February)."""
    start, end = _month(year, first), _month(year, last)
    if start is None or end is None or last < first:
        return None
    return start, end.replace(day=monthrange(end.year, end.month)[1])


@lru_cache(maxsize=1024)
def days_of(year: int, month: int, first: int, last: int) -> Days | None:
    """Return days of one month; the last is cut to what the month has. None where the first does not exist."""
    start = _month(year, month)
    if start is None:
        return None
    length = monthrange(start.year, start.month)[1]
    if not 1 <= first <= length or last < first:
        return None
    return start.replace(day=first), start.replace(day=min(last, length))


def moved(day: date, days: int) -> date | None:
    """Return the day so many days later; None beyond what dates can hold."""
    if not days:
        return day
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def moved_months(day: date, months: int) -> date | None:
    """Return the same day so many months later, or that month's last where it has no such day."""
    start = _month(day.year, day.month + months)
    return start.replace(day=min(day.day, monthrange(start.year, start.month)[1])) if start else None


def _month(year: int, month: int) -> date | None:
    index = year * MONTHS_IN_YEAR + month - 1
    year, month = divmod(index, MONTHS_IN_YEAR)
    return date(year, month + 1, 1) if _FIRST_YEAR <= year <= _LAST_YEAR else None
