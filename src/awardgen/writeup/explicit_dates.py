"""Dates that a text spells out with their year: 2010年9月, 2010.9.15, 二〇一〇年十月, and ranges of them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = str.maketrans("０１２３４５６７８９〇○Ｏ零一二三四五六七八九", "01234567890000123456789")
_DIGIT = r"[0-9０-９]"
_YEAR = rf"(?:(?:19|20|１９|２０){_DIGIT}{{2}}|[一二][九〇○零][〇○零一二三四五六七八九]{{2}})"
_SMALL = rf"(?:{_DIGIT}{{1,2}}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TO = r"\s*(?:至|到|—|－|–|-|~|～)\s*"


def _date(which: str) -> str:
    return (
        rf"(?P<year{which}>{_YEAR})\s*年\s*(?P<month{which}>{_SMALL})\s*月(?:份|\s*(?P<day{which}>{_SMALL})\s*[日号])?"
        rf"|(?P<nyear{which}>(?:19|20)\d\d)(?P<mark{which}>[.\-/])(?P<nmonth{which}>1[0-2]|0?[1-9])(?!\d)"
        rf"(?:(?P=mark{which})(?P<nday{which}>[0-3]?\d)(?!\d))?"
    )


_REST = rf"(?P<rmonth>{_SMALL})\s*月(?:份|\s*(?P<rmonthday>{_SMALL})\s*[日号])?|(?P<rday>{_SMALL})\s*[日号]"
_RANGE = re.compile(rf"(?<![\d.])(?:{_date('1')})(?:{_TO}(?:(?:{_date('2')})|{_REST}))?")


@dataclass(frozen=True, slots=True)
class ExplicitDate:
    """Where a spelled-out date or range stands, and its days."""

    start: int
    end: int
    first_day: date
    last_day: date


def explicit_dates(text: str) -> Iterator[ExplicitDate]:
    """Find the dates; one that does not exist (2月30日) is passed over."""
    for found in _RANGE.finditer(text):
        first = _interval(found, "1")
        if first is None:
            continue
        last = _interval(found, "2") or _rest_of_range(found, first) or first
        yield ExplicitDate(found.start(), found.end(), first[0], max(last[1], first[1]))


def _interval(found: re.Match[str], which: str) -> tuple[date, date] | None:
    year = found[f"year{which}"] or found[f"nyear{which}"]
    month = found[f"month{which}"] or found[f"nmonth{which}"]
    day = found[f"day{which}"] or found[f"nday{which}"]
    return _days(_number(year), _number(month), day) if year else None


def _rest_of_range(found: re.Match[str], first: tuple[date, date]) -> tuple[date, date] | None:
    if not found["rmonth"] and not found["rday"]:
        return None
    month = _number(found["rmonth"]) if found["rmonth"] else first[0].month
    return _days(first[0].year, month, found["rmonthday"] or found["rday"])


def _days(year: int, month: int, day: str | None) -> tuple[date, date] | None:
    try:
        if day:
            only = date(year, month, _number(day))
            return only, only
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    except ValueError:
        return None


def _number(digits: str) -> int:
    tens, ten, ones = digits.partition("十")
    if ten:
        return int((tens or "1").translate(_DIGITS)) * 10 + int((ones or "0").translate(_DIGITS))
    return int(digits.translate(_DIGITS))
