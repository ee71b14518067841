"""The grammar of time expressions: one scan over a compact text, one attempt at each place where one may start.

Every attempt looks at a bounded stretch, so that the time of a scan grows in proportion to the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from awardgen.writeup import lexicon, patterns
from awardgen.writeup.calendar import FIRST_TERM, SECOND_TERM
from awardgen.writeup.expression import Expression, Name, NameKind, Origin, Point, Shift, Term, TermPart
from awardgen.writeup.names import Names
from awardgen.writeup.numerals import number, year_number
from awardgen.writeup.words import WORDS_ALONE, Head, word_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.writeup.calendar import Calendar

Read = tuple[Point, int]

_NUMBER_STARTS = "0123456789一二三四五六七八九十元廿卅〇○零两半'’‘"
_CHINESE_STARTS = "一二三四五六七八九十元廿卅〇○零两半"
_LUNAR_STARTS = frozenset("农阴旧夏正腊冬大年")
_TERM_FIRSTS = frozenset("上本这下新第秋春开")
_TERM_STARTS = ("上学", "上一学", "上个学", "本学", "这学", "这一学", "下学", "下一学", "下个学", "新学", "第一学", "秋季", "春季")
_DIGITS = re.compile(r"[0-9](?: ?[0-9]){0,9}")
_DECADE = re.compile(r"(?:(?:上个?|二十|20)世纪)?(?P<tens>[一二三四五六七八九]十|[1-9]0)年代(?P<part>初期?|末期?|中期?|后期)?")
_LIST_NUMBER = re.compile(r"(?:^|[^0-9.])[0-9]{1,2}\.$")
_COUNTED_DAYS = frozenset("共时续长达限足约仅")
_BEFORE_A_NUMBER = frozenset("〕］]】第每近约逾满整达超数几个余.-/")


class Grammar:
    """Finds time expressions. calendar: its names are words of the grammar too."""

    def __init__(self, calendar: Calendar) -> None:
        self._names = Names(calendar)
        starts: dict[str, set[str]] = {}
        for word in (*WORDS_ALONE, *self._names.words, "上世纪", "上个世纪", "大年", "年三", "年初", "农历", "阴历", "旧历", "夏历", "开学", *_TERM_STARTS):
            starts.setdefault(word[0], set()).add(word[1:2])
        self._trigger = _trigger(starts)
        self._starts = {first: frozenset(after) for first, after in starts.items()}

    def expressions(self, text: str) -> Iterator[Expression]:
        """Yield the expressions of a compact text in order; they do not overlap."""
        done = 0
        people = self._names.people(text)
        for hit in self._trigger.finditer(text):
            start = hit.start()
            if start < done:
                continue
            read = self._point(text, start, None)
            if read is not None:
                if people and text[start : read[1]] in people:
                    continue
                expression = self._finished(text, start, *read)
                yield expression
                done = expression.end
            elif text[start].isdigit():
                done = _end_of_digits(text, start)

    def _finished(self, text: str, start: int, point: Point, end: int) -> Expression:
        """Add the other end of a range, or what makes it open to the reference."""
        if link := patterns.TO.match(text, end):
            if open_word := patterns.OPEN_WORD.match(text, link.end()):
                return Expression(start, open_word.end(), point, is_open=True)
            read = self._point(text, link.end(), point) or _numeric_rest(text, start, link.end(), point)
            if read is not None and not (text[end] in "到直" and read[0].name is not None and point.name is None):
                last, end = read
                return Expression(start, end, point, last, is_open=False)
        if found := patterns.OPEN.match(text, end):
            return Expression(start, found.end(), point, is_open=True)
        if text.startswith("开始", end) and text[start - 1 : start] in patterns.FROM:
            return Expression(start, end + 2, point, is_open=True)
        if _may_be_open(text, end) and (found := patterns.OPEN_LATER.match(text, end)):
            return Expression(start, found.end(), point, is_open=True)
        return Expression(start, end, point)

    def _point(self, text: str, start: int, before: Point | None) -> Read | None:
        """Read one date that starts here. before: the point that a range started with."""
        first = text[start : start + 1]
        if before is not None and _is_lunar(before) and (found := patterns.LUNAR_DAY_AFTER.match(text, start)):
            return Point(lunar=(1 if before.lunar is None or before.lunar[1] == 0 else before.lunar[0], number(found["day"]))), found.end()
        if first and first in _NUMBER_STARTS:
            read = self._number(text, start, before)
            if read is not None:
                return read
        if text[start + 1 : start + 2] not in self._starts.get(first, ()):
            return None
        return self._word(text, start)

    # --- starting with a number --------------------------------------------------------------------------------

    def _number(self, text: str, start: int, before: Point | None) -> Read | None:
        previous = text[start - 1 : start] if before is None else ""
        if previous and previous.isascii() and previous.isalnum():
            return None
        digits = _DIGITS.match(text, start)
        long = digits is not None and len(digits[0].replace(" ", "")) > 2  # noqa: PLR2004 - no month has three digits
        if read := self._year(text, start, previous, digits=digits is not None, long=long):
            return read
        if long:
            return None
        if previous == "." and _LIST_NUMBER.search(text[max(0, start - 4) : start]):
            previous = "\n"
        if previous in _BEFORE_A_NUMBER and previous:
            return _ago(text, start, previous) if previous in "约近" else None
        if digits is None and (read := _lunar(text, start)):
            return read
        if found := patterns.MONTHS.match(text, start):
            months = number(found["first"]), number(found["last"])
            if months[0] != months[1]:
                return Point(months=months), found.end()
        if found := patterns.ONE_MONTH.match(text, start):
            return self._in_month(text, found.end(), Point(months=_one_month(found["first"])))
        if found := patterns.DAYS.match(text, start):
            if previous not in ("月", "年") and _is_day(text, found.end(), found["unit"]):
                return Point(days=(number(found["first"]), number(found["last"]))), found.end()
        elif (found := patterns.ONE_DAY.match(text, start)) and (
            before is not None or (previous not in ("月", "年") and _is_bare_day(text, previous, found))
        ):
            if not _is_day(text, found.end(), found["unit"]):
                return None
            day = number(found["first"])
            return self._with_apposition(text, found.end(), Point(days=(day, day)))
        return _ago(text, start, previous)

    def _year(self, text: str, start: int, previous: str, *, digits: bool, long: bool) -> Read | None:
        if long or not digits:
            if read := self._full_year(text, start):
                return read
            if long and (found := patterns.NUMERIC.match(text, start)) and previous not in ("-", "/", "."):
                return _numeric(text, found)
        if found := _DECADE.match(text, start):
            return _decade(found)
        if not (found := patterns.TWO_DIGIT_YEAR.match(text, start)) or (previous and previous in _BEFORE_A_NUMBER):
            return None
        return self._in_year(text, found.end(), Point(year=year_number(found["year"])), two_digit=True)

    def _full_year(self, text: str, start: int) -> Read | None:
        if found := patterns.SCHOOL_YEAR.match(text, start):
            first = year_number(found["first"] or found["only"])
            point, end = Point(school_year=first, term=Term(whole_year=True)), found.end()
            if term := patterns.TERM.match(text, end):
                return point._replace(term=_term(term["which"], term["part"])), term.end()
            return self._named_in_year(text, end, Point(school_year=first)) or (point, end)
        if found := patterns.YEARS.match(text, start):
            return Point(year=year_number(found["first"]), years_last=year_number(found["last"])), found.end()
        if found := patterns.YEAR.match(text, start):
            point = Point(year=year_number(found["year"]))
            return self._in_year(text, found.end(), point) or (point, found.end())
        return None

    # --- starting with a word ----------------------------------------------------------------------------------

    def _word(self, text: str, start: int) -> Read | None:  # noqa: PLR0911 - one return for each kind of word
        first = text[start]
        if first in _LUNAR_STARTS and (read := _lunar(text, start)):
            return read
        if first in _TERM_FIRSTS and (read := self._school_word(text, start)):
            return read
        head = word_at(text, start)
        if head is not None and (read := self._relative(text, head)):
            return read
        return self._names.read(text, start, has_year=False)

    def _school_word(self, text: str, start: int) -> Read | None:
        if found := _DECADE.match(text, start):
            return _decade(found)
        if found := patterns.SCHOOL_YEAR_ALONE.match(text, start):
            return Point(term=Term(steps=_steps(found["which"]), whole_year=True)), found.end()
        if (found := patterns.TERM_ALONE.match(text, start)) and not _joined(text, start, "上", "以晚早"):
            if found["which"] == "新学期" and not found["part"]:
                return None
            return self._term_alone(found)
        if found := patterns.OPENING.match(text, start):
            return Point(term=Term(part=TermPart.OPENING)), found.end()
        return None

    def _relative(self, text: str, head: Head) -> Read | None:
        if head.point.year_shift is not None and head.point.year_part is None:
            return self._in_year(text, head.end, head.point) or (head.point, head.end)
        if head.point.day_shift is not None:
            return self._with_apposition(text, head.end, head.point)
        if head.point.month_shift is not None:
            return self._in_month(text, head.end, head.point)
        if head.point.week is not None and (found := patterns.WEEKDAY.match(text, head.end)):
            return head.point._replace(week=(head.point.week[0], lexicon.WEEKDAYS[found[0][-1]])), found.end()
        return head.point, head.end

    def _term_alone(self, found: re.Match[str]) -> Read:
        which = found["which"]
        if which[0] in "第秋春":
            return Point(term=_term(which, found["part"])), found.end()
        steps = 0 if which == "新学期" else _steps(which)
        return Point(term=Term(steps=steps, part=_term_part(found["part"]))), found.end()

    # --- what follows a year, a month, a day -------------------------------------------------------------------

    def _in_year(self, text: str, end: int, point: Point, *, two_digit: bool = False) -> Read | None:  # noqa: PLR0911
        """Read what may follow a year; None where nothing of it does."""
        start = end + 1 if text.startswith("的", end) else end
        if found := patterns.MONTHS.match(text, start):
            return point._replace(months=(number(found["first"]), number(found["last"]))), found.end()
        if (read := _lunar(text, start)) and read[0].lunar:
            return point._replace(lunar=read[0].lunar), read[1]
        if found := patterns.ONE_MONTH.match(text, start):
            return self._in_month(text, found.end(), point._replace(months=_one_month(found["first"])))
        if found := patterns.TERM.match(text, start):
            return point._replace(term=_term(found["which"], found["part"])), found.end()
        if found := patterns.OPENING.match(text, start):
            return point._replace(term=Term(part=TermPart.OPENING)), found.end()
        if read := self._named_in_year(text, start, point):
            return read
        if found := patterns.FIRST_MONTHS.match(text, start):
            return point._replace(year_part=(1, min(12, max(1, number(found["count"]))))), found.end()
        if found := patterns.SAME_PERIOD.match(text, start):
            return None if two_digit else (point._replace(same_period=True), found.end())
        if found := _YEAR_PART.match(text, start):
            months = _YEAR_PARTS[found[0]]
            return point._replace(year_part=months), _after_part(text, found.end())
        if (found := patterns.YEAR_END_WORD.match(text, end)) and not (two_digit and found[0] == "度"):
            months = lexicon.AFTER_A_YEAR.get(found[0].removeprefix("年"), (5, 8))
            return point._replace(year_part=months), found.end()
        return None

    def _named_in_year(self, text: str, start: int, point: Point) -> Read | None:
        read = self._names.read(text, start, has_year=True)
        if read is None:
            return None
        return point._replace(name=read[0].name, lunar=read[0].lunar), read[1]

    def _in_month(self, text: str, end: int, point: Point) -> Read:
        start = end + 1 if text.startswith("的", end) else end
        if (found := patterns.DAYS.match(text, start)) and _is_day(text, found.end(), found["unit"]):
            return point._replace(days=(number(found["first"]), number(found["last"]))), found.end()
        if (found := patterns.ONE_DAY.match(text, start)) and _is_day(text, found.end(), found["unit"]):
            day = number(found["first"])
            return self._with_apposition(text, found.end(), point._replace(days=(day, day)))
        if found := patterns.MONTH_END_WORD.match(text, end):
            return point._replace(month_part=lexicon.PARTS_OF_MONTH[found[0].removeprefix("的").removesuffix("期")]), found.end()
        if (read := self._names.read(text, end, has_year=True)) and read[0].name and read[0].name.kind is not NameKind.CALENDAR:
            return point._replace(name=read[0].name, months=None, month_shift=None), read[1]
        return point, end

    def _with_apposition(self, text: str, end: int, point: Point) -> Read:
        """Take in the weekday and the holiday that only say again which day it is."""
        if found := patterns.TIME_OF_DAY.match(text, end):
            end = found.end()
        start = found.end() if (found := patterns.IN_OTHER_WORDS.match(text, end)) else end
        if read := self._names.read(text, start, has_year=True):
            end = read[1] + (text[read[1] : read[1] + 1] in (")", "）"))
        return point, end


def _trigger(starts: dict[str, set[str]]) -> re.Pattern[str]:
    """Compile what a time expression may start with: nearly all of a text is passed over in this one expression."""
    number = f"[{_CHINESE_STARTS}]"
    unit = "[年月日号学世]|个月|[天周][前后以之]|星期[前后以之]"
    words = "|".join(f"{re.escape(first)}(?=[{re.escape(''.join(sorted(after)))}])" for first, after in sorted(starts.items()))
    return re.compile(
        rf"(?=[0-9'’‘{_CHINESE_STARTS}{re.escape(''.join(sorted(starts)))}])(?:"
        rf"[0-9](?=[0-9 ]{{0,7}}(?:{unit}|[~—–－─\-/至到、和与及][0-9])|[0-9]{{3}}[.·][0-9])|['’‘](?=[0-9])"
        rf"|{number}(?=[{_CHINESE_STARTS}OoＯ0]{{0,4}}(?:{unit}|[至到和与及、—–\-][一二三四五六七八九十]))|{words})"
    )


_YEAR_PARTS = {**lexicon.PARTS_OF_YEAR, **lexicon.SEASONS}
_YEAR_PART = re.compile(
    "(?:"
    + "|".join(re.escape(word) for word in sorted(_YEAR_PARTS, key=len, reverse=True) if len(word) > 1)
    + "|春(?![节运雨晚联耕茶蕾风光晖城笋游训招华考])|夏(?![令利粮收耕津])|秋(?![收千游招])|冬(?![至青奥泳训瓜病储]))"
)


def _is_lunar(point: Point) -> bool:
    return point.lunar is not None or (point.name is not None and point.name.kind in (NameKind.LUNAR_DAY, NameKind.STATUTORY))


def _may_be_open(text: str, end: int) -> bool:
    return text.find("以来", end, end + 28) > 0 or text.find("至今", end, end + 28) > 0


def _after_part(text: str, end: int) -> int:
    return end + 2 if text.startswith("期间", end) else end


def _end_of_digits(text: str, start: int) -> int:
    while start < len(text) and text[start] in "0123456789":
        start += 1
    return start


def _one_month(written: str) -> tuple[int, int]:
    month = 1 if written == "元" else number(written)
    return month, month


def _is_day(text: str, end: int, unit: str) -> bool:
    """Tell 15号 from 15号楼; after a month 日 is a day."""
    return unit == "日" or not _NOT_A_DATE_NUMBER.match(text, end)


def _is_bare_day(text: str, previous: str, found: re.Match[str]) -> bool:
    """Say whether a day without a month can be one: not 一日三餐, 3日内, 12号楼."""
    end = found.end()
    if (previous and previous in _COUNTED_DAYS) or (len(found["first"]) == 1 and not found["first"].isascii()) or patterns.NO_DAY_COUNT.match(text, end):
        return False
    if found["unit"] == "日" and (not previous or previous in ",，。;；:、\n在于从至到!！?？"):
        return True
    return bool(patterns.DAY_FOLLOWS_OK.match(text, end)) or end == len(text)


_NOT_A_DATE_NUMBER = re.compile(patterns.NOT_A_DATE_NUMBER)
_NUMERIC_UNIT = re.compile(r"[0-9.%％‰元万亿吨米公斤度个件人次项名分秒克升平立方]")


def _numeric(text: str, found: re.Match[str]) -> Read | None:
    if _NUMERIC_UNIT.match(text, found.end()) or (found["sep"] == "-" and not found["day"] and text[found.end() : found.end() + 1] in "-/"):
        return None
    month = int(found["month"])
    days = (int(found["day"]), int(found["day"])) if found["day"] else None
    return Point(year=int(found["year"]), months=(month, month), days=days), found.end()


def _numeric_rest(text: str, start: int, position: int, before: Point) -> Read | None:
    """Read the rest of 2010.9-11 or 2010.9.15-10.12."""
    if before.year is None or before.months is None or "年" in text[start:position]:
        return None
    found = patterns.NUMERIC_AFTER.match(text, position)
    if found is None:
        return None
    small = int(found["number"])
    if before.days is None:
        return (Point(months=(small, small)), found.end()) if not found["month"] and small <= 12 else None  # noqa: PLR2004
    months = (int(found["month"]), int(found["month"])) if found["month"] else None
    return Point(months=months, days=(small, small)), found.end()


def _decade(found: re.Match[str]) -> Read:
    first = 1900 + number(found["tens"])
    part = found["part"] or ""
    lower, upper = {"初": (0, 3), "中": (4, 6), "末": (7, 9), "后": (6, 9)}.get(part[:1], (0, 9))
    return Point(year=first + lower, years_last=first + upper), found.end()


def _ago(text: str, start: int, previous: str) -> Read | None:
    if previous and previous not in patterns_before_ago:
        return None
    found = patterns.AGO.match(text, start)
    if found is None:
        return None
    direction = -1 if found["direction"] == "前" else 1
    if found["half"]:
        return Point(ago=(6, "月", direction) if found["half_unit"] == "年" else (15, "天", direction)), found.end()
    return Point(ago=(number(found["count"]), found["unit"], direction)), found.end()


patterns_before_ago = frozenset(",，。;；:：、!！?？\n\"“‘（()）在于早短约近直是")


def _lunar(text: str, start: int) -> Read | None:
    if found := patterns.LUNAR.match(text, start):
        month, day = found["month"], found["day"]
        sure = found["calendar"] or month in ("正", "腊", "冬") or day[0] in "初廿" or (month, day) == ("八", "十五")
        if sure and not month.startswith("闰"):
            which = {"正": 1, "腊": 12, "冬": 11}.get(month) or number(month)
            return Point(lunar=(which, number(day))), found.end()
    if found := patterns.LUNAR_NEW_YEAR.match(text, start):
        day = found["day"]
        lunar = (1, 0) if day.startswith("三十") else (12, 29) if not day.startswith("初") else (1, number(day))
        if day.startswith("初") and text[start] == "年":
            return None
        return Point(lunar=lunar), found.end()
    return None


def _term(which: str, part: str | None) -> Term:
    second = which.startswith(("第二", "二", "2", "下", "春")) or which.startswith("第2")
    return Term(number=2 if second else 1, part=_term_part(part))


def _term_part(part: str | None) -> TermPart | None:
    if not part:
        return None
    if part.startswith("开学") or part in ("初", "伊始", "期初", "之初"):
        return TermPart.OPENING
    return TermPart.END


def _steps(which: str) -> int:
    return {"上": -1, "下": 1}.get(which[0], 0)


def _joined(text: str, start: int, first: str, after: str) -> bool:
    """Say whether the word is the tail of another (以上学期)."""
    return text[start] == first and text[start - 1 : start] in tuple(after)


@lru_cache(maxsize=16)
def grammar_for(calendar: Calendar) -> Grammar:
    """Return the grammar of a calendar; compiling one takes longer than reading a write-up."""
    return Grammar(calendar)


__all__ = ["FIRST_TERM", "SECOND_TERM", "Grammar", "Name", "Origin", "Shift", "grammar_for"]
