"""The points of the grammar: one date, whole or in part, as it starts at a place of the text.

Each attempt looks at a bounded stretch. The first character says which forms can start there, so that few are tried.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from awardgen.writeup import lexicon, patterns, pieces
from awardgen.writeup.expression import NameKind, Point, Term, TermPart
from awardgen.writeup.names import QUOTES, Names
from awardgen.writeup.numerals import number, year_number
from awardgen.writeup.school import SCHOOL_FIRSTS, SCHOOL_WORDS, school_word
from awardgen.writeup.words import WORDS_ALONE, word_at

if TYPE_CHECKING:
    from awardgen.writeup.calendar import Calendar
    from awardgen.writeup.pieces import Read
    from awardgen.writeup.words import Head

CHINESE_NUMBER_STARTS = "一二三四五六七八九十元廿卅〇○零两半"
NUMBER_STARTS = frozenset("0123456789'’‘" + CHINESE_NUMBER_STARTS)
_ASCII_DIGITS = frozenset("0123456789")
_OTHER_WORDS = ("上世纪", "上个世纪", "大年", "年三", "农历", "阴历", "旧历", "夏历")
_LUNAR_FIRSTS = frozenset("农阴旧夏正腊冬大年")
_OPENING_LENGTH = 3
_DECADE = 10  # within so many characters of its start 上个世纪八十年代 has said 年代
_DIGITS = re.compile(r"[0-9]{1,5}")
_LIST_NUMBER = re.compile(r"(?:^|[^0-9.])[0-9]{1,2}\.$")
_BEFORE_A_NUMBER = frozenset("〕］]】第每近约逾满整达超数几个余.-/")
_SAID_AGAIN = frozenset("(（,，正恰适又是值逢为即当")
_WEEKDAY_FIRSTS = frozenset("(（星周礼")
_YEAR_PARTS = {**lexicon.PARTS_OF_YEAR, **lexicon.SEASONS}
_YEAR_PART = re.compile(
    "(?:"
    + "|".join(re.escape(word) for word in sorted(_YEAR_PARTS, key=len, reverse=True) if len(word) > 1)
    + "|春(?![节运雨晚联耕茶蕾风光晖城笋游训招华考])|夏(?![令利粮收耕津])|秋(?![收千游招])|冬(?![至青奥泳训瓜病储]))"
)


class Points:
    """Reads points. calendar: its names are words of the grammar too."""

    def __init__(self, calendar: Calendar) -> None:
        self.names = Names(calendar)
        starts: dict[str, set[str]] = {}
        words = (*WORDS_ALONE, *self.names.words, *SCHOOL_WORDS, *_OTHER_WORDS)
        for word in words:
            starts.setdefault(word[0], set()).add(word[1:2])
        names = {word[0] for word in self.names.words} | QUOTES
        self._plain_date = patterns.plain_date("".join(sorted(names)))
        self._may_follow_a_day = frozenset(names) | _SAID_AGAIN | _WEEKDAY_FIRSTS
        self._may_follow_a_month = frozenset(names) | NUMBER_STARTS | frozenset("的第月上中下初底末尾")
        self._may_follow_a_year = (
            frozenset(names) | NUMBER_STARTS | _LUNAR_FIRSTS | {word[0] for word in _YEAR_PARTS}
            | frozenset("第上下秋春一二12开的头最首前同初底末尾年中度伊")
        )  # fmt: skip
        self._openings = frozenset(word[:_OPENING_LENGTH] for word in words)
        self.word_starts = {first: frozenset(after) for first, after in starts.items()}

    def read(self, text: str, start: int, before: Point | None = None) -> Read | None:
        """Read one date that starts here. before: the point that a range started with."""
        first = text[start : start + 1]
        if not first:
            return None
        if (
            before is not None
            and _is_lunar(before)
            and (found := patterns.LUNAR_DAY_AFTER.match(text, start))
        ):
            month = before.lunar[0] if before.lunar is not None and before.lunar[1] else 1
            return Point(lunar=(month, number(found["day"]))), found.end()
        if first in NUMBER_STARTS and (read := self._number(text, start, first, before)):
            return read
        opening = text[start : start + _OPENING_LENGTH]
        if opening not in self._openings and opening[:2] not in self._openings:
            return None
        return self._word(text, start, first)

    # --- starting with a number --------------------------------------------------------------------------------

    def _number(self, text: str, start: int, first: str, before: Point | None) -> Read | None:  # noqa: C901, PLR0911
        previous = text[start - 1 : start] if before is None else ""
        if previous and previous.isascii() and previous.isalnum():
            return None
        guarded = previous in _BEFORE_A_NUMBER
        plain = self._plain_date.match(text, start) if first in _ASCII_DIGITS else None
        if plain and (plain["year"] or not guarded):
            return _plain_point(plain), plain.end()
        digits = _DIGITS.match(text, start)
        if digits is not None and len(digits[0]) > 2:  # noqa: PLR2004 - no month has three digits
            if read := self._full_year(text, start):
                return read
            found = patterns.NUMERIC.match(text, start) if previous not in ("-", "/", ".") else None
            return pieces.numeric(text, found) if found else None
        if digits is None and first in "一二" and (read := self._full_year(text, start)):
            return read
        if text.find("年代", start, start + _DECADE) >= 0 and (read := pieces.decade(text, start)):
            return read
        if digits is not None and (found := patterns.SHORT_SCHOOL_YEAR.match(text, start)):
            return self._in_school_year(text, found.end(), year_number(found["first"]))
        if not guarded and (found := patterns.TWO_DIGIT_YEAR.match(text, start)):
            year = Point(year=year_number(found["year"]))
            if read := self._in_year(text, found.end(), year, two_digit=True):
                return read
        if guarded and not (previous == "." and _LIST_NUMBER.search(text[max(0, start - 4) : start])):
            return pieces.ago(text, start, previous) if previous in "约近" else None
        if digits is None and (read := pieces.lunar(text, start)):
            return read
        return self._month_or_day(text, start, previous, before) or pieces.ago(text, start, previous)

    def _month_or_day(self, text: str, start: int, previous: str, before: Point | None) -> Read | None:  # noqa: PLR0911
        if found := patterns.NEXT_MONTHS.match(text, start):
            return Point(months=(number(found["both"][0]), number(found["both"][1]))), found.end()
        if found := patterns.ONE_MONTH.match(text, start):
            return self._in_month(text, found.end(), Point(months=pieces.one_month(found["first"])))
        if found := patterns.MONTHS.match(text, start):
            return Point(months=(number(found["first"]), number(found["last"]))), found.end()
        if found := patterns.ONE_DAY.match(text, start):
            bare = before is not None or pieces.is_bare_day(text, previous, found)
            if not bare or not pieces.is_day(text, found.end(), found["unit"]):
                return None
            return self._from_day(text, found, Point())
        if (found := patterns.DAYS.match(text, start)) and pieces.is_bare_day(text, previous, found):
            return Point(days=(number(found["first"]), number(found["last"]))), found.end()
        return None

    def _full_year(self, text: str, start: int) -> Read | None:
        if found := patterns.YEAR.match(text, start):
            end = found.end()
            if found["degree"] or text[end : end + 1] not in patterns.YEAR_LINKS:
                point = Point(year=year_number(found["year"]))
                return self._in_year(text, end, point) or (point, end)
        if found := patterns.YEAR_WITHOUT_UNIT.match(text, start):
            return self._in_year(text, found.end(), Point(year=int(found["year"])))
        if found := patterns.SCHOOL_YEAR.match(text, start):
            return self._in_school_year(text, found.end(), year_number(found["first"] or found["only"]))
        if found := patterns.YEARS.match(text, start):
            return Point(year=year_number(found["first"]), years_last=year_number(found["last"])), found.end()
        if found := patterns.YEAR.match(text, start):
            return Point(year=year_number(found["year"])), found.end()
        return None

    def _in_school_year(self, text: str, end: int, first: int) -> Read:
        point = Point(school_year=first, term=Term(whole_year=True))
        if term := patterns.TERM.match(text, end):
            return point._replace(term=pieces.term(term["which"], term["part"])), term.end()
        return self._named_in_year(text, end, Point(school_year=first)) or (point, end)

    # --- starting with a word ----------------------------------------------------------------------------------

    def _word(self, text: str, start: int, first: str) -> Read | None:
        if first in _LUNAR_FIRSTS and (read := pieces.lunar(text, start)):
            return read
        if first == "上" and (read := pieces.decade(text, start)):
            return read
        if first in SCHOOL_FIRSTS and (read := school_word(text, start)):
            return read
        head = word_at(text, start)
        if head is not None:
            return self._relative(text, head)
        return self.names.read(text, start, has_year=False)

    def _relative(self, text: str, head: Head) -> Read:  # noqa: PLR0911
        point, end = head
        if point.year_shift is not None and point.year_part is None:
            return self._in_year(text, end, point) or head
        if point.day_shift is not None:
            if dated := self._date_in_brackets(text, end):
                return dated
            return self._with_apposition(text, end, point)
        if point.month_shift is not None:
            return self._in_month(text, end, point)
        if point.week is not None and (found := patterns.WEEKDAY.match(text, end)):
            return point._replace(week=(point.week[0], lexicon.WEEKDAYS[found[0][-1]])), found.end()
        if point.year_part is not None:
            return _part_of_quarter(text, point, end)
        return head

    def _date_in_brackets(self, text: str, end: int) -> Read | None:
        """Read the date that 今天（6月29日） gives itself."""
        if text[end : end + 1] not in ("(", "（") or text[end + 1 : end + 2] not in NUMBER_STARTS:
            return None
        read = self.read(text, end + 1)
        return (read[0], read[1] + 1) if read and text[read[1] : read[1] + 1] in (")", "）") else None

    # --- what follows a year, a month, a day -------------------------------------------------------------------

    def _in_year(self, text: str, end: int, point: Point, *, two_digit: bool = False) -> Read | None:  # noqa: C901, PLR0911
        """Read what may follow a year; None where nothing of it does."""
        start = end + 1 if text.startswith("的", end) else end
        first = text[start : start + 1]
        if first not in self._may_follow_a_year:
            return None
        if first in NUMBER_STARTS and (read := self._month_in_year(text, start, point)):
            return read
        if first in _LUNAR_FIRSTS and (read := pieces.lunar(text, start)) and read[0].lunar:
            return point._replace(lunar=read[0].lunar), read[1]
        if found := patterns.TERM.match(text, start):
            return point._replace(term=pieces.term(found["which"], found["part"])), found.end()
        if found := patterns.OPENING.match(text, start):
            return point._replace(term=Term(part=TermPart.OPENING)), found.end()
        if read := self._named_in_year(text, start, point):
            return read
        if found := patterns.FIRST_OR_LAST_DAY.match(text, start):
            month, day = (12, 31) if found["which"] == "最后一" else (1, 1)
            return point._replace(months=(month, month), days=(day, day)), found.end()
        if text.startswith("首月", start):
            return point._replace(months=(1, 1)), start + 2
        if found := patterns.FIRST_MONTHS.match(text, start):
            return point._replace(year_part=(1, min(12, max(1, number(found["count"]))))), found.end()
        if found := patterns.SAME_PERIOD.match(text, start):
            return None if two_digit else (point._replace(same_period=True), found.end())
        if found := _YEAR_PART.match(text, start):
            end = found.end() + (2 if text.startswith("期间", found.end()) else 0)
            return _part_of_quarter(text, point._replace(year_part=_YEAR_PARTS[found[0]]), end)
        if (found := patterns.YEAR_END_WORD.match(text, end)) and not (two_digit and found[0] == "度"):
            months = lexicon.AFTER_A_YEAR.get(found[0].removeprefix("年"), (5, 8))
            return point._replace(year_part=months), found.end()
        return None

    def _month_in_year(self, text: str, start: int, point: Point) -> Read | None:
        if text[start] in _ASCII_DIGITS:
            plain = self._plain_date.match(text, start)
            if plain and not plain["year"]:
                months_and_days = _plain_point(plain)
                return (
                    point._replace(months=months_and_days.months, days=months_and_days.days),
                    plain.end(),
                )
        elif (read := pieces.lunar(text, start)) and read[0].lunar:
            return point._replace(lunar=read[0].lunar), read[1]
        if found := patterns.NEXT_MONTHS.match(text, start):
            return point._replace(months=(number(found["both"][0]), number(found["both"][1]))), found.end()
        if found := patterns.ONE_MONTH.match(text, start):
            return self._in_month(text, found.end(), point._replace(months=pieces.one_month(found["first"])))
        if found := patterns.MONTHS.match(text, start):
            return point._replace(months=(number(found["first"]), number(found["last"]))), found.end()
        return None

    def _named_in_year(self, text: str, start: int, point: Point) -> Read | None:
        read = self.names.read(text, start, has_year=True)
        return (point._replace(name=read[0].name), read[1]) if read is not None else None

    def _in_month(self, text: str, end: int, point: Point) -> Read:  # noqa: PLR0911 - a form a line
        if text[end : end + 1] not in self._may_follow_a_month:
            return point, end
        start = end + 1 if text.startswith("的", end) else end
        if text[start : start + 1] == "第" and (found := patterns.WEEK_OF_MONTH.match(text, end)):
            return point._replace(week_of_month=number(found["which"])), found.end()
        if text[start : start + 1] in NUMBER_STARTS:
            if (found := patterns.ONE_DAY.match(text, start)) and pieces.is_day(
                text, found.end(), found["unit"]
            ):
                return self._from_day(text, found, point)
            if (found := patterns.DAYS.match(text, start)) and pieces.is_day(
                text, found.end(), found["unit"]
            ):
                return point._replace(days=(number(found["first"]), number(found["last"]))), found.end()
            if found := patterns.DAY_WITHOUT_UNIT.match(text, start):
                day = number(found["first"])
                return point._replace(days=(day, day)), found.end()
            return point, end
        if found := patterns.MONTH_END_WORD.match(text, end):
            part = found[0].removeprefix("的").removeprefix("月").removesuffix("期")
            return point._replace(month_part=lexicon.PARTS_OF_MONTH[part]), found.end()
        read = self.names.read(text, end, has_year=True)
        if read is not None and read[0].name and read[0].name.kind is not NameKind.CALENDAR:
            return point._replace(name=read[0].name, months=None, month_shift=None), read[1]
        return point, end

    def _from_day(self, text: str, found: re.Match[str], point: Point) -> Read:
        """Read what follows the first day: more days of a list (10日、11日), or what says it again."""
        day = number(found["first"])
        more = patterns.MORE_DAYS.match(text, found.end())
        if more and number(more["last"]) > day and pieces.is_day(text, more.end(), more["unit"]):
            return point._replace(days=(day, number(more["last"]))), more.end()
        return self._with_apposition(text, found.end(), point._replace(days=(day, day)))

    def _with_apposition(self, text: str, end: int, point: Point) -> Read:
        """Take in the weekday and the holiday that only say again which day it is."""
        if text[end : end + 1] not in self._may_follow_a_day:
            return point, end
        if text[end : end + 1] in _WEEKDAY_FIRSTS and (found := patterns.WEEKDAY_SAID_AGAIN.match(text, end)):
            end = found.end()
        start = end
        if text[end : end + 1] in _SAID_AGAIN and (found := patterns.IN_OTHER_WORDS.match(text, end)):
            start = found.end()
        if read := self.names.read(text, start, has_year=True) or (
            pieces.lunar(text, start) if start > end else None
        ):
            end = read[1] + (text[read[1] : read[1] + 1] in (")", "）"))
        return point, end


def _plain_point(found: re.Match[str]) -> Point:
    year, month, day = found.group(1, 2, 3)
    months = int(month), int(month)
    days = (int(day), int(day)) if day else None
    # By place, for most points are made here: year, years_last, year_shift, months, month_shift, days.
    return Point(int(year) if year else None, None, None, months, None, days)


def _part_of_quarter(text: str, point: Point, end: int) -> Read:
    """Take in what follows a quarter: 第二季度末 is its last month."""
    part = patterns.PART_OF_QUARTER.match(text, end) if text.startswith("季度", end - 2) else None
    if part is None or point.year_part is None:
        return point, end
    first, last = point.year_part
    return point._replace(year_part=(first, first) if part[0] == "初" else (last, last)), part.end()


def _is_lunar(point: Point) -> bool:
    return point.lunar is not None or (point.name is not None and point.name.kind in _LUNAR_KINDS)


_LUNAR_KINDS = (NameKind.LUNAR_DAY, NameKind.STATUTORY)
