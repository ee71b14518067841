"""The points of the grammar: one date, whole or in part, as it starts at a place of the text.

Each attempt looks at a bounded stretch. The first character of a word, and what a number is a number of, say which
forms can start there, so that few are tried.
"""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING, Final

from awardgen.writeup import lexicon, patterns, pieces
from awardgen.writeup.continuations import (
    ASCII_DIGITS,
    LUNAR_FIRSTS,
    NUMBER_STARTS,
    Continuations,
    part_of_quarter,
    year_point,
)
from awardgen.writeup.expression import NameKind, Point
from awardgen.writeup.names import QUOTES, Names
from awardgen.writeup.numerals import number, year_number
from awardgen.writeup.school import SCHOOL_FIRSTS, SCHOOL_WORDS, school_word
from awardgen.writeup.words import WORDS_ALONE, word_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from awardgen.writeup.calendar import Calendar
    from awardgen.writeup.pieces import Read

    Form = Callable[[str, int], Read | None]

_OTHER_WORDS: Final = ("上世纪", "上个世纪", "大年", "年三", "农历", "阴历", "旧历", "夏历")
_OPENING_LENGTH: Final = 3
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


class Points:
    """Reads points. calendar: its names are words of the grammar too."""

    def __init__(self, calendar: Calendar) -> None:
        self.names = Names(calendar)
        self._behind = Continuations(self.names)
        self._plain_date = self._behind.plain_date
        words = (*WORDS_ALONE, *self.names.words, *SCHOOL_WORDS, *_OTHER_WORDS)
        starts: dict[str, set[str]] = {}
        for word in words:
            starts.setdefault(word[0], set()).add(word[1:2])
        self.word_starts = {first: frozenset(after) for first, after in starts.items()}
        named = {word[0] for word in self.names.words} | QUOTES
        by_first = {
            first: tuple(
                form
                for firsts, form in (
                    (LUNAR_FIRSTS, pieces.lunar),
                    ("上", pieces.decade),
                    (SCHOOL_FIRSTS, school_word),
                    ({word[0] for word in WORDS_ALONE}, self._relative),
                    (named, self._named),
                )
                if first in firsts
            )
            for first in starts
        }
        # By the first three characters of a word, or both of two.
        self._forms: dict[str, tuple[Form, ...]] = {
            word[:_OPENING_LENGTH]: by_first[word[0]] for word in words
        }

    def read(self, text: str, start: int, before: Point | None = None) -> Read | None:
        """Read one date that starts here. before: the point that a range started with."""
        first = text[start : start + 1]
        if before is not None and _is_lunar(before) and (read := _lunar_day_after(text, start, before)):
            return read
        if first in NUMBER_STARTS and (read := self._number(text, start, first, before)):
            return read
        forms = self._forms.get(text[start : start + _OPENING_LENGTH]) or self._forms.get(
            text[start : start + 2], ()
        )
        for form in forms:
            if read := form(text, start):
                return read
        return None

    # --- starting with a number --------------------------------------------------------------------------------

    def _number(self, text: str, start: int, first: str, before: Point | None) -> Read | None:  # noqa: PLR0911 - a form a line
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

    # --- starting with a word ----------------------------------------------------------------------------------

    def _relative(self, text: str, start: int) -> Read | None:
        head = word_at(text, start)
        if head is None:
            return None
        point, end = head
        if point.year_shift is not None and point.year_part is None:
            return self._behind.in_year(text, end, point) or head
        if point.day_shift is not None:
            return self._date_in_brackets(text, end) or self._behind.with_apposition(text, end, point)
        if point.month_shift is not None:
            return self._behind.in_month(text, end, point)
        if point.week is not None and (found := patterns.WEEKDAY.match(text, end)):
            return point.but(week=(point.week[0], lexicon.WEEKDAYS[found[0][-1]])), found.end()
        return part_of_quarter(text, point, end) if point.year_part is not None else head

    def _named(self, text: str, start: int) -> Read | None:
        return self.names.read(text, start, has_year=False)

    def _date_in_brackets(self, text: str, end: int) -> Read | None:
        """Read the date that 今天（6月29日） gives itself."""
        if text[end : end + 1] not in ("(", "（") or text[end + 1 : end + 2] not in NUMBER_STARTS:
            return None
        read = self.read(text, end + 1)
        return (read[0], read[1] + 1) if read and text[read[1] : read[1] + 1] in (")", "）") else None


def _behind_list_number(text: str, start: int) -> bool:
    """Tell the 2. of 2.2010.10.16, which numbers a list, from a part of a longer number."""
    return bool(_LIST_NUMBER.search(text[max(0, start - 4) : start]))


def _lunar_day_after(text: str, start: int, before: Point) -> Read | None:
    """Read the 初五 of 正月初一至初五."""
    found = patterns.LUNAR_DAY_AFTER.match(text, start)
    if found is None:
        return None
    month = before.lunar[0] if before.lunar is not None and before.lunar[1] else 1
    return Point(lunar=(month, number(found["day"]))), found.end()


def _is_lunar(point: Point) -> bool:
    return point.lunar is not None or (point.name is not None and point.name.kind in _LUNAR_KINDS)


_LUNAR_KINDS: Final = (NameKind.LUNAR_DAY, NameKind.STATUTORY)
