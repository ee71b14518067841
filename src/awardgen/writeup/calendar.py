"""The school year and what a campaign names besides: which days a named period takes in a year."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Days = tuple[date, date]
_HALF_A_YEAR = 183


class YearlyPeriod(NamedTuple):
    """A period that comes every year: (month, day) of its first and last day; it may end in the next year."""

    first: tuple[int, int]
    last: tuple[int, int]

    def in_year(self, year: int) -> Days | None:
        """Return its days where it starts in that year; None beyond the years that dates can hold."""
        ends = year + (self.last < self.first)
        try:
            return date(year, *self.first), date(ends, *self.last)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """A period with real dates, as the sheet 校历 gives it. Raises ValueError where it ends before it starts."""

    name: str
    first_day: date
    last_day: date

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise ValueError(f"{self.name} ends {self.last_day} before it starts {self.first_day}")


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the names of a school's calendar mean.

    yearly: what holds in any year where `dated` says nothing. dated: one occurrence each; it takes the place of the
    yearly occurrence that starts nearest, within half a year.
    """

    yearly: tuple[tuple[str, YearlyPeriod], ...]
    dated: tuple[NamedPeriod, ...] = ()

    def __hash__(self) -> int:
        """Calendars are few and asked for once a text: a hash over every period would cost more than it saves."""
        return len(self.dated)

    def with_periods(self, periods: Sequence[tuple[str, date, date]]) -> Calendar:
        """Return a calendar in which these (name, first day, last day) hold too."""
        more = tuple(NamedPeriod(_plain(name), first, last) for name, first, last in periods if _plain(name))
        return replace(self, dated=self.dated + more)

    def names(self) -> frozenset[str]:
        """Return every name that the calendar knows."""
        return frozenset(name for name, _ in self.yearly) | frozenset(period.name for period in self.dated)

    def occurrences(self, name: str, years: range) -> tuple[Days, ...]:
        """Return the days of every occurrence that starts in those years, in order."""
        return _occurrences(self, name, years)

    def _occurrences(self, name: str, years: range) -> tuple[Days, ...]:
        given = [(each.first_day, each.last_day) for each in self.dated if each.name == name]
        yearly = next((period for known, period in self.yearly if known == name), None)
        usual = [days for year in years if (days := yearly.in_year(year))] if yearly else []
        kept = [
            days
            for days in usual
            if not any(abs(days[0] - own[0]) < timedelta(_HALF_A_YEAR) for own in given)
        ]
        return tuple(sorted({*kept, *(own for own in given if own[0].year in years)}))


_occurrences = lru_cache(maxsize=1024)(Calendar._occurrences)  # noqa: SLF001 - asked for the same few years again and again


FIRST_TERM = "第一学期"
SECOND_TERM = "第二学期"
_SAME = {
    "秋季学期": FIRST_TERM,
    "春季学期": SECOND_TERM,
    "第1学期": FIRST_TERM,
    "第2学期": SECOND_TERM,
    "迎新": "迎新期间",
}
_SCHOOL_YEAR = re.compile(r"^[0-9]{2,4}(?:[-—–－~至/][0-9]{2,4})?(?:学年度?|年)")


def _plain(name: str) -> str:
    """Return a sheet's name as a text would say it: 2010-2011学年第一学期 is 第一学期."""
    short = _SCHOOL_YEAR.sub("", "".join(name.split()))
    return _SAME.get(short, short)


DEFAULT = Calendar(
    (
        (FIRST_TERM, YearlyPeriod((9, 1), (1, 31))),
        (SECOND_TERM, YearlyPeriod((2, 15), (7, 15))),
        ("寒假", YearlyPeriod((1, 15), (2, 20))),
        ("暑假", YearlyPeriod((7, 10), (8, 31))),
        ("迎新期间", YearlyPeriod((9, 1), (9, 15))),
        ("毕业季", YearlyPeriod((6, 1), (6, 30))),
    )
)
