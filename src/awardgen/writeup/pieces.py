"""Small pieces of the grammar that need no more than the text: 2010.9, 九十年代, 三年前, 腊月二十三, 第一学期."""

from __future__ import annotations

import re
from typing import Final

from awardgen.writeup import patterns
from awardgen.writeup.expression import Point, Term, TermPart
from awardgen.writeup.numerals import number

Read = tuple[Point, int]

_MONTHS_IN_YEAR: Final = 12
_DECADE: Final = re.compile(
    r"(?:(?:上个?世纪|二十世纪|20世纪))?(?P<tens>[一二三四五六七八九]十|[1-9]0)年代(?P<part>初期?|末期?|中期?|后期)?"
)
_PARTS_OF_DECADE: Final = {"初": (0, 3), "中": (4, 6), "末": (7, 9), "后": (6, 9)}
_AFTER_A_NUMBER: Final = re.compile(r"[0-9.%％‰元万亿吨米公斤度个件人次项名分秒克升平立方]")
_BEFORE_AGO: Final = frozenset(',，。;；:：、!！?？\n"“‘（()）在于早短约近直是他她我们')
_NOT_A_DATE_NUMBER: Final = re.compile(patterns.NOT_A_DATE_NUMBER)
_COUNTED_DAYS: Final = frozenset("共时续长达限足约仅")
_PAUSES: Final = frozenset(",，。;；:：、\n在于从至到!！?？")
_LUNAR_FEASTS: Final = frozenset(
    (("八", "十五"), ("七", "十五"), ("二", "二"), ("三", "三"), ("六", "六"), ("九", "九"))
)
_NEVER_LUNAR, _CALENDARS, _NEW_YEARS = frozenset("0123456789"), frozenset("农阴旧夏"), frozenset("大年")
_LUNAR_MONTHS: Final = {"正": 1, "腊": 12, "冬": 11}


def numeric(text: str, found: re.Match[str]) -> Read | None:
    """Read 2010.9, 2010-09-15; None where it is a number with a unit."""
    half = found["sep"] == "-" and not found["day"] and text[found.end() : found.end() + 1] in ("-", "/")
    if half or _AFTER_A_NUMBER.match(text, found.end()):
        return None
    month = int(found["month"])
    days = (int(found["day"]), int(found["day"])) if found["day"] else None
    return Point(year=int(found["year"]), months=(month, month), days=days), found.end()


def spaced(text: str, start: int) -> Read | None:
    """Read 2010 09 15, the digits of a date with blanks for marks."""
    found = patterns.SPACED.match(text, start)
    if found is None:
        return None
    year, month, day = (int(each) for each in found.groups())
    return Point(year=year, months=(month, month), days=(day, day)), found.end()


def numeric_rest(text: str, start: int, position: int, before: Point) -> Read | None:
    """Read the rest of 2010.9-11, 2010.9.15-10.12 or 2008.3-2010."""
    if before.year is None or before.months is None or "年" in text[start:position]:
        return None
    if found := patterns.YEAR_AFTER.match(text, position):
        return Point(year=int(found["year"])), found.end()
    found = patterns.NUMERIC_AFTER.match(text, position)
    if found is None:
        return None
    small = int(found["number"])
    if before.days is None:
        alone = not found["month"] and small <= _MONTHS_IN_YEAR
        return (Point(months=(small, small)), found.end()) if alone else None
    months = (int(found["month"]), int(found["month"])) if found["month"] else None
    return Point(months=months, days=(small, small)), found.end()


def decade(text: str, start: int) -> Read | None:
    """Read 九十年代, 上世纪80年代初."""
    found = _DECADE.match(text, start)
    if found is None:
        return None
    first = 1900 + number(found["tens"])
    lower, upper = _PARTS_OF_DECADE.get((found["part"] or "")[:1], (0, 9))
    return Point(year=first + lower, years_last=first + upper), found.end()


def ago(text: str, start: int, previous: str) -> Read | None:
    """Read 三年前, 两个月后, where it is not said of something else (毕业三年后)."""
    if previous and previous not in _BEFORE_AGO:
        return None
    found = patterns.AGO.match(text, start)
    if found is None:
        return None
    direction = -1 if found["direction"] == "前" else 1
    if found["half"]:
        return Point(
            ago=(6, "月", direction) if found["half_unit"] == "年" else (15, "天", direction)
        ), found.end()
    return Point(ago=(number(found["count"]), found["unit"], direction)), found.end()


def lunar(text: str, start: int) -> Read | None:
    """Read 腊月二十三, 正月初五, 大年初一, 年三十."""
    first = text[start : start + 1]
    if first in _NEVER_LUNAR:
        return None
    if found := patterns.LUNAR.match(text, start):
        month, day = found["month"], found["day"]
        sure = (
            found["calendar"] or month in _LUNAR_MONTHS or day[0] in "初廿" or (month, day) in _LUNAR_FEASTS
        )
        if sure and not month.startswith("闰"):
            return Point(lunar=(_LUNAR_MONTHS.get(month) or number(month), number(day))), found.end()
    if first in _CALENDARS and (found := patterns.LUNAR_DIGITS.match(text, start)):
        return Point(lunar=(number(found["month"]), number(found["day"]))), found.end()
    if first in _NEW_YEARS and (found := patterns.LUNAR_NEW_YEAR.match(text, start)):
        day = found["day"]
        if day.startswith("初"):
            return (Point(lunar=(1, number(day))), found.end()) if first == "大" else None
        return Point(lunar=(1, 0) if day.startswith("三十") else (12, 29)), found.end()
    return None


def term(which: str, part: str | None) -> Term:
    """Return the term that 第二学期, 春季学期, 下学期 (of a school year) names."""
    return Term(number=2 if which.removeprefix("第")[0] in "二2下春" else 1, part=term_part(part))


def term_part(part: str | None) -> TermPart | None:
    """Return the part of a term that 开学初, 末 and the like name."""
    if not part:
        return None
    if part.startswith("开学") or part in ("初", "伊始", "期初", "之初"):
        return TermPart.OPENING
    return TermPart.END


def one_month(written: str) -> tuple[int, int]:
    """Return the month, as a list of one."""
    month = number(written)
    return month, month


def is_day(text: str, end: int, unit: str) -> bool:
    """Tell 15号 from 15号楼; after a month 日 is a day."""
    return unit == "日" or not _NOT_A_DATE_NUMBER.match(text, end)


def is_bare_day(text: str, previous: str, found: re.Match[str]) -> bool:
    """Say whether a day without a month can be one: not 一日三餐, 3日内, 12号楼."""
    first, end = found["first"], found.end()
    counted = bool(previous) and (previous in _COUNTED_DAYS or previous in "月年")
    if counted or (len(first) == 1 and not first.isascii()) or patterns.NO_DAY_COUNT.match(text, end):
        return False
    if found["unit"] == "日" and (not previous or previous in _PAUSES):
        return True
    return end == len(text) or bool(patterns.DAY_FOLLOWS_OK.match(text, end))
