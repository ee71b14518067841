"""What may follow a year and needs no name: 2010年|第一季度, 2010年|腊月二十三, 去年|最后一天, 2010年|前三个月."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgen.writeup import lexicon, patterns, pieces
from awardgen.writeup.expression import Term, TermPart
from awardgen.writeup.numerals import number

if TYPE_CHECKING:
    from awardgen.writeup.expression import Point
    from awardgen.writeup.pieces import Read

_YEAR_PARTS: Final = {**lexicon.PARTS_OF_YEAR, **lexicon.SEASONS}
YEAR_PART_FIRSTS: Final = frozenset(word[0] for word in _YEAR_PARTS)
_YEAR_PART: Final = re.compile(
    "(?:"
    + "|".join(re.escape(word) for word in sorted(_YEAR_PARTS, key=len, reverse=True) if len(word) > 1)
    + "|春(?![节运雨晚联耕茶蕾风光晖城笋游训招华考])|夏(?![令利粮收耕津])|秋(?![收千游招])|冬(?![至青奥泳训瓜病储]))"
)


def part_of_quarter(text: str, point: Point, end: int) -> Read:
    """Take in what follows a quarter: 第二季度末 is its last month."""
    part = patterns.PART_OF_QUARTER.match(text, end) if text.startswith("季度", end - 2) else None
    if part is None or point.year_part is None:
        return point, end
    first, last = point.year_part
    return point.but(year_part=(first, first) if part[0] == "初" else (last, last)), part.end()


def lunar_day(text: str, start: int, point: Point) -> Read | None:
    """Read 2010年|腊月二十三."""
    read = pieces.lunar(text, start)
    return (point.but(lunar=read[0].lunar), read[1]) if read and read[0].lunar else None


def term(text: str, start: int, point: Point) -> Read | None:
    """Read 2010年|第一学期, 2010年|春季学期."""
    found = patterns.TERM.match(text, start)
    return (point.but(term=pieces.term(found["which"], found["part"])), found.end()) if found else None


def counted_in_year(text: str, start: int, point: Point) -> Read | None:
    """Read 2010年|第二周, 2010年|第三个月."""
    if found := patterns.WEEK_OF_YEAR.match(text, start):
        return point.but(week_of_month=number(found["which"])), found.end()
    found = patterns.MONTH_OF_YEAR.match(text, start)
    if found is None:
        return None
    month = number(found["which"])
    return point.but(months=(month, month)), found.end()


def opening(text: str, start: int, point: Point) -> Read | None:
    """Read 2010年|开学初."""
    found = patterns.OPENING.match(text, start)
    return (point.but(term=Term(part=TermPart.OPENING)), found.end()) if found else None


def first_or_last_day(text: str, start: int, point: Point) -> Read | None:
    """Read 2010年|第一天, 2010年|最后一天."""
    found = patterns.FIRST_OR_LAST_DAY.match(text, start)
    if found is None:
        return None
    month, day = (12, 31) if found["which"] == "最后一" else (1, 1)
    return point.but(months=(month, month), days=(day, day)), found.end()


def first_month(text: str, start: int, point: Point) -> Read | None:
    """Read 2010年|首月."""
    return (point.but(months=(1, 1)), start + 2) if text.startswith("首月", start) else None


def first_months(text: str, start: int, point: Point) -> Read | None:
    """Read 2010年|前五个月."""
    found = patterns.FIRST_MONTHS.match(text, start)
    if found is None:
        return None
    return point.but(year_part=(1, min(12, max(1, number(found["count"]))))), found.end()


def part_of_year(text: str, start: int, point: Point) -> Read | None:
    """Read 2010年|上半年, 2010年|第二季度末, 2010年|冬天."""
    found = _YEAR_PART.match(text, start)
    if found is None:
        return None
    end = found.end() + (2 if text.startswith("期间", found.end()) else 0)
    return part_of_quarter(text, point.but(year_part=_YEAR_PARTS[found[0]]), end)
