"""What may follow a year, a month or a day and belongs to the same date: 2010年|寒假, 9月|下旬, 10月1日|（星期五）.

The first character says which forms can follow, so that few are tried.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from awardgen.writeup import lexicon, patterns, pieces
from awardgen.writeup.expression import NameKind, Point, Term, TermPart
from awardgen.writeup.names import QUOTES
from awardgen.writeup.numerals import number, year_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from awardgen.writeup.names import Names
    from awardgen.writeup.pieces import Read

    Form = Callable[[str, int, Point], Read | None]

CHINESE_NUMBER_STARTS: Final = "一二三四五六七八九十元廿卅〇○零两半"
NUMBER_STARTS: Final = frozenset("0123456789'’‘" + CHINESE_NUMBER_STARTS)
ASCII_DIGITS: Final = frozenset("0123456789")
LUNAR_FIRSTS: Final = frozenset("农阴旧夏正腊冬大年")
_COUNTED_FIRSTS: Final = frozenset("第最")
_SAID_AGAIN: Final = frozenset("(（,，正恰适又是值逢为即当")
_MORE_DAYS_FIRSTS: Final = frozenset("、和与及")
_WEEKDAY_FIRSTS: Final = frozenset("(（星周礼")
_YEAR_PARTS: Final = {**lexicon.PARTS_OF_YEAR, **lexicon.SEASONS}
_YEAR_PART: Final = re.compile(
    "(?:"
    + "|".join(re.escape(word) for word in sorted(_YEAR_PARTS, key=len, reverse=True) if len(word) > 1)
    + "|春(?![节运雨晚联耕茶蕾风光晖城笋游训招华考])|夏(?![令利粮收耕津])|秋(?![收千游招])|冬(?![至青奥泳训瓜病储]))"
)


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
                (LUNAR_FIRSTS, _lunar_day),
                ("第一二12上下秋春", _term),
                ("第", _counted_in_year),
                ("开", _opening),
                (firsts, self._named),
                ("第头最", _first_or_last_day),
                ("首", _first_month),
                ("前头", _first_months),
                ({word[0] for word in _YEAR_PARTS}, _part_of_year),
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
        year, month, day, day_goes_on, month_goes_on = found.groups()
        point = plain_point(year, month, day)
        if day_goes_on is not None:
            return self.from_day(text, found.end(), int(day), point)
        return self.in_month(text, found.end(), point) if month_goes_on is not None else (point, found.end())

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
def plain_point(year: str | None, month: str, day: str | None) -> Point:
    """Return what the digits of a plain date (patterns.plain_date) say."""
    months = int(month), int(month)
    days = (int(day), int(day)) if day else None
    return Point(year=int(year) if year else None, months=months, days=days)


@lru_cache(maxsize=1024)
def year_point(written: str) -> Point:
    """Return the year that these digits name."""
    return Point(year=year_number(written))


def part_of_quarter(text: str, point: Point, end: int) -> Read:
    """Take in what follows a quarter: 第二季度末 is its last month."""
    part = patterns.PART_OF_QUARTER.match(text, end) if text.startswith("季度", end - 2) else None
    if part is None or point.year_part is None:
        return point, end
    first, last = point.year_part
    return point.but(year_part=(first, first) if part[0] == "初" else (last, last)), part.end()


def _lunar_day(text: str, start: int, point: Point) -> Read | None:
    read = pieces.lunar(text, start)
    return (point.but(lunar=read[0].lunar), read[1]) if read and read[0].lunar else None


def _term(text: str, start: int, point: Point) -> Read | None:
    found = patterns.TERM.match(text, start)
    return (point.but(term=pieces.term(found["which"], found["part"])), found.end()) if found else None


def _counted_in_month(text: str, end: int, point: Point) -> Read:
    if found := patterns.WEEKDAY_OF_MONTH.match(text, end):
        which = number(found["which"]) - 1 if found["which"] else -1
        weekday = lexicon.WEEKDAYS[found["weekday"] or found["weekend"]]
        return point.but(weekday_of_month=(which, weekday)), found.end()
    if found := patterns.WEEK_OF_MONTH.match(text, end):
        return point.but(week_of_month=number(found["which"])), found.end()
    return point, end


def _counted_in_year(text: str, start: int, point: Point) -> Read | None:
    if found := patterns.WEEK_OF_YEAR.match(text, start):
        return point.but(week_of_month=number(found["which"])), found.end()
    found = patterns.MONTH_OF_YEAR.match(text, start)
    if found is None:
        return None
    month = number(found["which"])
    return point.but(months=(month, month)), found.end()


def _opening(text: str, start: int, point: Point) -> Read | None:
    found = patterns.OPENING.match(text, start)
    return (point.but(term=Term(part=TermPart.OPENING)), found.end()) if found else None


def _first_or_last_day(text: str, start: int, point: Point) -> Read | None:
    found = patterns.FIRST_OR_LAST_DAY.match(text, start)
    if found is None:
        return None
    month, day = (12, 31) if found["which"] == "最后一" else (1, 1)
    return point.but(months=(month, month), days=(day, day)), found.end()


def _first_month(text: str, start: int, point: Point) -> Read | None:
    return (point.but(months=(1, 1)), start + 2) if text.startswith("首月", start) else None


def _first_months(text: str, start: int, point: Point) -> Read | None:
    found = patterns.FIRST_MONTHS.match(text, start)
    if found is None:
        return None
    return point.but(year_part=(1, min(12, max(1, number(found["count"]))))), found.end()


def _part_of_year(text: str, start: int, point: Point) -> Read | None:
    found = _YEAR_PART.match(text, start)
    if found is None:
        return None
    end = found.end() + (2 if text.startswith("期间", found.end()) else 0)
    return part_of_quarter(text, point.but(year_part=_YEAR_PARTS[found[0]]), end)


_YEAR_END_FIRSTS: Final = frozenset("初底末尾年中度伊")


def _by_first(forms: Iterable[tuple[Iterable[str], Form]]) -> dict[str, tuple[Form, ...]]:
    found: dict[str, tuple[Form, ...]] = {}
    for firsts, form in forms:
        for first in firsts:
            found[first] = (*found.get(first, ()), form)
    return found
