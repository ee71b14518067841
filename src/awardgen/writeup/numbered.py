"""The points that start with a number: 2010年9月15日, 9、10月份, 二〇一〇年, 98年冬, 2010.9, 15日, 三年前.

What a number is a number of says which forms can start there, so that few are tried.
"""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING, Final

from awardgen.writeup import patterns, pieces
from awardgen.writeup.continuations import year_point
from awardgen.writeup.expression import Point
from awardgen.writeup.numerals import ASCII_DIGITS, number, year_number

if TYPE_CHECKING:
    from awardgen.writeup.continuations import Continuations
    from awardgen.writeup.pieces import Read

_YEAR_LENGTH: Final = 4
_MOST_DIGITS_OF_A_MONTH: Final = 2
_NUMERAL: Final = re.compile("[0-9]{1,5}|[一二三四五六七八九十元廿卅〇○零两半OoＯ0]{1,5}")
_LIST_NUMBER: Final = re.compile(r"(?:^|[^0-9A-Za-z.])[0-9]{1,2}\.$")
_BEFORE_A_NUMBER: Final = frozenset("〕］]】第每近约逾满整达超数几个余.-/")
_BEFORE_AGO: Final = frozenset("约近")
_AGO_UNITS: Final = frozenset("年月日天个周星礼")
_DECADES: Final = ("年代", "世")
_UNITS: Final = frozenset("年世月日号天个周星礼学")  # what a date's number is a number of
_ASCII_WORD: Final = frozenset(string.ascii_letters + string.digits)
_DAY_UNITS: Final = frozenset("日号")
_MARKS_OF_A_DATE: Final = frozenset("-/.")
# What may stand between the first number and the last of a list or range.
_LINKS: Final = frozenset("、,和与及至到~-—–－─/.")


class Numbered:
    """Reads the points that start with a number. behind: what may follow a year, a month, a day."""

    def __init__(self, behind: Continuations) -> None:
        self._behind = behind
        self._plain_date = behind.plain_date

    def read(  # noqa: PLR0911 - a form a line
        self, text: str, start: int, first: str, before: Point | None
    ) -> Read | None:
        """Read one date that starts here, with the character `first`. before: the point that a range started with."""
        previous = text[start - 1 : start] if before is None else ""
        if previous in _ASCII_WORD:
            return None
        is_ascii = first in ASCII_DIGITS
        if (
            is_ascii
            and (plain := self._plain_date.match(text, start))
            and (previous not in _BEFORE_A_NUMBER or plain["year"])
        ):
            return self._behind.plain(text, plain)
        numeral = _NUMERAL.match(text, start)
        if numeral is None:  # '98年
            return self._two_digit_year(text, start)
        end = numeral.end()
        unit = text[end : end + 1]
        if is_ascii and end - start > _MOST_DIGITS_OF_A_MONTH:
            return self._long_number(text, start, unit, before) if end - start == _YEAR_LENGTH else None
        if unit not in _UNITS and unit not in _LINKS:
            return None
        if not is_ascii and first in "一二" and (read := self._full_year(text, start, unit)):
            return read
        if text.startswith(_DECADES, end):
            if read := pieces.decade(text, start):
                return read
        elif is_ascii and unit in _LINKS and (found := patterns.SHORT_SCHOOL_YEAR.match(text, start)):
            return self._behind.in_school_year(text, found.end(), year_number(found["first"]))
        return self._short_number(text, start, unit, previous, before)

    def _long_number(self, text: str, start: int, unit: str, before: Point | None) -> Read | None:
        if read := self._full_year(text, start, unit):
            return read
        if text.startswith(patterns.FROM, max(0, start - 1)) and (
            years := patterns.YEARS_WITHOUT_UNIT.match(text, start)
        ):
            return Point(year=int(years["first"]), years_last=int(years["last"])), years.end()
        if (
            before is None
            and text[start - 1 : start] in _MARKS_OF_A_DATE
            and not _behind_list_number(text, start)
        ):
            return None
        found = patterns.NUMERIC.match(text, start)
        return pieces.numeric(text, found) if found else pieces.spaced(text, start)

    def _short_number(
        self, text: str, start: int, unit: str, previous: str, before: Point | None
    ) -> Read | None:
        guarded = previous in _BEFORE_A_NUMBER
        if not guarded and unit == "年" and (read := self._two_digit_year(text, start)):
            return read
        if guarded and not _behind_list_number(text, start):
            return pieces.ago(text, start, previous) if previous in _BEFORE_AGO else None
        read = None
        if unit == "月":
            read = pieces.lunar(text, start) or self._month(text, start)
        elif unit in _DAY_UNITS:
            read = self._day(text, start, previous, before)
        elif unit in _LINKS:
            read = self._list(text, start, previous)
        return read or (pieces.ago(text, start, previous) if unit in _AGO_UNITS else None)

    def _two_digit_year(self, text: str, start: int) -> Read | None:
        found = patterns.TWO_DIGIT_YEAR.match(text, start)
        if found is None:
            return None
        return self._behind.in_year(text, found.end(), year_point(found["year"]), two_digit=True)

    def _month(self, text: str, start: int) -> Read | None:
        if found := patterns.NEXT_MONTHS.match(text, start):
            return Point(months=(number(found["both"][0]), number(found["both"][1]))), found.end()
        if found := patterns.ONE_MONTH.match(text, start):
            months = pieces.one_month(found["first"])
            return self._behind.in_month(text, found.end(), Point(months=months))
        return None

    def _day(self, text: str, start: int, previous: str, before: Point | None) -> Read | None:
        found = patterns.ONE_DAY.match(text, start)
        if (
            found is None
            or not (before is not None or pieces.is_bare_day(text, previous, found))
            or not pieces.is_day(text, found.end(), found["unit"])
        ):
            return None
        day = number(found["first"])
        return self._behind.from_day(text, found.end(), day, Point(days=(day, day)))

    @staticmethod
    def _list(text: str, start: int, previous: str) -> Read | None:
        if found := patterns.MONTHS.match(text, start):
            return Point(months=(number(found["first"]), number(found["last"]))), found.end()
        if (found := patterns.DAYS.match(text, start)) and pieces.is_bare_day(text, previous, found):
            return Point(days=(number(found["first"]), number(found["last"]))), found.end()
        return None

    def _full_year(self, text: str, start: int, unit: str) -> Read | None:
        """Read what starts with a year of four digits. unit: what follows them."""
        found = patterns.YEAR.match(text, start) if unit == "年" else None
        if found is not None:
            end = found.end()
            point = year_point(found["year"])
            if found["degree"] or text[end : end + 1] not in patterns.YEAR_LINKS:
                return self._behind.in_year(text, end, point) or (point, end)
        elif year := patterns.YEAR_WITHOUT_UNIT.match(text, start):
            return self._behind.in_year(text, year.end(), year_point(year["year"]))
        if school := patterns.SCHOOL_YEAR.match(text, start):
            first = year_number(school["first"] or school["only"])
            return self._behind.in_school_year(text, school.end(), first)
        if years := patterns.YEARS.match(text, start):
            return Point(year=year_number(years["first"]), years_last=year_number(years["last"])), years.end()
        return (year_point(found["year"]), found.end()) if found else None


def _behind_list_number(text: str, start: int) -> bool:
    """Tell the 2. of 2.2010.10.16, which numbers a list, from a part of a longer number."""
    return bool(_LIST_NUMBER.search(text[max(0, start - 4) : start]))
