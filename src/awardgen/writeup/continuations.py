"""What may follow a year, a month or a day and belongs to the same date: 2010年|寒假, 9月|下旬, 10月1日|（星期五）.

The first character says which forms can follow, so that few are tried.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from awardgen.writeup import lexicon, parts_of_year, patterns, pieces
from awardgen.writeup.expression import NameKind, Point, Term
from awardgen.writeup.names import QUOTES
from awardgen.writeup.numerals import ASCII_DIGITS, NUMBER_STARTS, number, year_number

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable

    from awardgen.writeup.names import Names
    from awardgen.writeup.pieces import Read

    Form = Callable[[str, int, Point], Read | None]

LUNAR_FIRSTS: Final = frozenset("农阴旧夏正腊冬大年")
_COUNTED_FIRSTS: Final = frozenset("第最")
_SAID_AGAIN: Final = frozenset("(（,，正恰适又是值逢为即当")
_MORE_DAYS_FIRSTS: Final = frozenset("、和与及")
_YEAR_END_FIRSTS: Final = frozenset("初底末尾年中度伊")
_WEEKDAY_FIRSTS: Final = frozenset("(（星周礼")


class Continuations:
    """Reads on behind a year, a month, a day. names: what holidays and periods may be named there."""

    def __init__(self, names: Names) -> None:
        self._names = names
        firsts = {word[0] for word in names.words} | QUOTES
        self.plain_date = patterns.plain_date("".join(sorted(firsts)))
        self._may_follow_a_day = firsts | _SAID_AGAIN | _WEEKDAY_FIRSTS
        self._may_follow_a_month = firsts | NUMBER_STARTS | frozenset("的第最月上中下初底末尾")
        self._after_a_year = _by_first(
            (
                (NUMBER_STARTS, self._month_of_year),
                (LUNAR_FIRSTS, parts_of_year.lunar_day),
                ("第一二12上下秋春", parts_of_year.term),
                ("第", parts_of_year.counted_in_year),
                ("开", parts_of_year.opening),
                (firsts, self._named),
                ("第头最", parts_of_year.first_or_last_day),
                ("首", parts_of_year.first_month),
                ("前头", parts_of_year.first_months),
                (parts_of_year.YEAR_PART_FIRSTS, parts_of_year.part_of_year),
            )
        )

    def in_year(self, text: str, end: int, point: Point, *, two_digit: bool = False) -> Read | None:
        """Read what may follow a year; None where nothing of it does."""
        start = end + 1 if text.startswith("的", end) else end
        first = text[start : start + 1]
        for form in self._after_a_year.get(first, ()):
            if read := form(text, start, point):
                return read
        if first == "同":
            found = patterns.SAME_PERIOD.match(text, start)
            return (point.but(same_period=True), found.end()) if found and not two_digit else None
        if first in _YEAR_END_FIRSTS:
            found = patterns.YEAR_END_WORD.match(text, end)
            if found and not (two_digit and found[0] == "度"):
                months = lexicon.AFTER_A_YEAR.get(found[0].removeprefix("年"), (5, 8))
                return point.but(year_part=months), found.end()
        return None

    def in_school_year(self, text: str, end: int, first: int) -> Read:
        """Read what may follow a school year that starts in the year `first`: a term, a vacation."""
        if term := patterns.TERM.match(text, end):
            return Point(school_year=first, term=pieces.term(term["which"], term["part"])), term.end()
        named = self._named(text, end, Point(school_year=first))
        return named or (Point(school_year=first, term=Term(whole_year=True)), end)

    def in_month(self, text: str, end: int, point: Point) -> Read:  # noqa: PLR0911 - a form a line
        """Read what may follow a month: its day, its part, a holiday in it."""
        first = text[end : end + 1]
        if first not in self._may_follow_a_month:
            return point, end
        start = end
        if first == "的":
            start = end + 1
            first = text[start : start + 1]
        if first in _COUNTED_FIRSTS:
            return _counted_in_month(text, end, point)
        if first in NUMBER_STARTS:
            if (found := patterns.ONE_DAY.match(text, start)) and pieces.is_day(
                text, found.end(), found["unit"]
            ):
                day = number(found["first"])
                return self.from_day(text, found.end(), day, point.but(days=(day, day)))
            if (found := patterns.DAYS.match(text, start)) and pieces.is_day(
                text, found.end(), found["unit"]
            ):
                return point.but(days=(number(found["first"]), number(found["last"]))), found.end()
            if found := patterns.DAY_WITHOUT_UNIT.match(text, start):
                day = number(found["first"])
                return point.but(days=(day, day)), found.end()
            return point, end
        if found := patterns.MONTH_END_WORD.match(text, end):
            part = found[0].removeprefix("的").removeprefix("月").removesuffix("期")
            return point.but(month_part=lexicon.PARTS_OF_MONTH[part]), found.end()
        read = self._names.read(text, end, has_year=True)
        if read is not None and read[0].name and read[0].name.kind is not NameKind.CALENDAR:
            return point.but(name=read[0].name, months=None, month_shift=None), read[1]
        return point, end

    def plain(self, text: str, found: re.Match[str]) -> Read:
        """Read what a plain date says, and what may follow it."""
        point, end, goes_on = plain_point(found[0]), found.end(), found.lastgroup
        if goes_on == "day_goes_on" and point.days is not None:
            return self.from_day(text, end, point.days[0], point)
        return self.in_month(text, end, point) if goes_on == "month_goes_on" else (point, end)

    def from_day(self, text: str, end: int, day: int, point: Point) -> Read:
        """Read what follows the first day: more days of a list (10日、11日), or what says it again."""
        more = patterns.MORE_DAYS.match(text, end) if text[end : end + 1] in _MORE_DAYS_FIRSTS else None
        if more and number(more["last"]) > day and pieces.is_day(text, more.end(), more["unit"]):
            return point.but(days=(day, number(more["last"]))), more.end()
        return self.with_apposition(text, end, point)

    def with_apposition(self, text: str, end: int, point: Point) -> Read:
        """Take in the weekday and the holiday that only say again which day it is."""
        first = text[end : end + 1]
        if first not in self._may_follow_a_day:
            return point, end
        if first in _WEEKDAY_FIRSTS and (found := patterns.WEEKDAY_SAID_AGAIN.match(text, end)):
            end = found.end()
        start = end
        if text[end : end + 1] in _SAID_AGAIN and (found := patterns.IN_OTHER_WORDS.match(text, end)):
            start = found.end()
        if read := self._names.read(text, start, has_year=True) or (
            pieces.lunar(text, start) if start > end else None
        ):
            end = read[1] + (text[read[1] : read[1] + 1] in (")", "）"))
        return point, end

    def _month_of_year(self, text: str, start: int, point: Point) -> Read | None:
        if text[start : start + 1] in ASCII_DIGITS:
            plain = self.plain_date.match(text, start)
            if plain and not plain["year"]:
                day, end = self.plain(text, plain)
                return day.but(year=point.year, year_shift=point.year_shift), end
        elif (read := pieces.lunar(text, start)) and read[0].lunar:
            return point.but(lunar=read[0].lunar), read[1]
        if found := patterns.NEXT_MONTHS.match(text, start):
            return point.but(months=(number(found["both"][0]), number(found["both"][1]))), found.end()
        if found := patterns.ONE_MONTH.match(text, start):
            return self.in_month(text, found.end(), point.but(months=pieces.one_month(found["first"])))
        if found := patterns.MONTHS.match(text, start):
            return point.but(months=(number(found["first"]), number(found["last"]))), found.end()
        return None

    def _named(self, text: str, start: int, point: Point) -> Read | None:
        read = self._names.read(text, start, has_year=True)
        return (point.but(name=read[0].name), read[1]) if read is not None else None


# The same dates come again and again, in one text and from one to the next.
@lru_cache(maxsize=4096)
def plain_point(written: str) -> Point:
    """Return what a plain date (patterns.plain_date) says."""
    year, _, rest = written.rpartition("年")
    month, _, day = rest.removesuffix("日").partition("月")
    return Point(
        year=int(year) if year else None,
        months=(int(month), int(month)),
        days=(int(day), int(day)) if day else None,
    )


@lru_cache(maxsize=1024)
def year_point(written: str) -> Point:
    """Return the year that these digits name."""
    return Point(year=year_number(written))


def _counted_in_month(text: str, end: int, point: Point) -> Read:
    if found := patterns.WEEKDAY_OF_MONTH.match(text, end):
        which = number(found["which"]) - 1 if found["which"] else -1
        weekday = lexicon.WEEKDAYS[found["weekday"] or found["weekend"]]
        return point.but(weekday_of_month=(which, weekday)), found.end()
    if found := patterns.WEEK_OF_MONTH.match(text, end):
        return point.but(week_of_month=number(found["which"])), found.end()
    return point, end


def _by_first(forms: Iterable[tuple[Iterable[str], Form]]) -> dict[str, tuple[Form, ...]]:
    found: dict[str, tuple[Form, ...]] = {}
    for firsts, form in forms:
        for first in firsts:
            found[first] = (*found.get(first, ()), form)
    return found
