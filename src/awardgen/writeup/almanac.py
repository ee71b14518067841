"""Days that the heavens or the State Council set: lunar days, solar terms, arranged breaks.

Lunar days and solar terms come from borax, arranged breaks from chinesecalendar, which takes them from the
yearly notices (2004 on). A year that neither knows gives None, or the days that the law itself names.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from borax.calendars.lunardate import LunarDate, TermUtils
from chinese_calendar.constants import holidays as _arranged
from chinese_calendar.constants import workdays as _made_up

Days = tuple[date, date]

_DAY = timedelta(days=1)
_SATURDAY = 5
# Since when the law (全国年节及纪念日放假办法) gives so many days, from so many before the day itself.
_STATUTORY = {
    "元旦": ((1949, 0, 1),),
    "春节": ((2025, -1, 4), (2014, 0, 3), (2008, -1, 3), (1949, 0, 3)),
    "清明": ((2008, 0, 1),),
    "劳动节": ((2025, 0, 2), (2008, 0, 1), (1999, 0, 3), (1949, 0, 1)),
    "端午": ((2008, 0, 1),),
    "中秋": ((2008, 0, 1),),
    "国庆": ((1999, 0, 3), (1949, 0, 2)),
}


@lru_cache(maxsize=512)
def lunar_day(year: int, month: int, day: int) -> date | None:
    """Return the day of calendar year `year` that is this lunar day; None where there is none.

    day: 0 is the last day of the lunar month before (除夕 is 1, 0). Of two in one year (小年 can be) the earlier.
    """
    for lunar_year in (year - 1, year):
        try:
            found: date = LunarDate(lunar_year, month, day or 1).to_solar_date()
        except ValueError:
            continue
        if not day:
            found -= _DAY
        if found.year == year:
            return found
    return None


@lru_cache(maxsize=512)
def lunar_month(year: int, month: int) -> Days | None:
    """Return the days of the lunar month that starts in calendar year `year`, leap months left out."""
    first = lunar_day(year, month, 1)
    if first is None:
        return None
    last = first + 28 * _DAY
    following = last + _DAY
    try:
        same: LunarDate = LunarDate.from_solar(following)
    except ValueError:
        return first, last
    return first, following if same.month == month else last


@lru_cache(maxsize=512)
def solar_term(year: int, name: str) -> date | None:
    """Return the day of a solar term (立春, 清明, 冬至); None for a year that is not known."""
    try:
        found: date = TermUtils.nth_term_day(year, term_name=name)
    except (ValueError, IndexError, KeyError):
        return None
    return found


@lru_cache(maxsize=512)
def festival(year: int, name: str) -> date | None:  # noqa: PLR0911 - a holiday a line
    """Return the day itself of a statutory holiday."""
    match name:
        case "元旦":
            return date(year, 1, 1)
        case "春节":
            return lunar_day(year, 1, 1)
        case "清明":
            return solar_term(year, "清明")
        case "劳动节":
            return date(year, 5, 1)
        case "端午":
            return lunar_day(year, 5, 5)
        case "中秋":
            return lunar_day(year, 8, 15)
        case "国庆":
            return date(year, 10, 1)
    return None


@lru_cache(maxsize=512)
def break_of(year: int, name: str) -> Days | None:
    """Return a statutory holiday's arranged break, else the days that the law names, else the day itself."""
    day = festival(year, name)
    if day is None:
        return None
    if year < _STATUTORY[name][-1][0]:
        return day, day
    if day in _arranged:
        first = last = day
        while _is_free(first - _DAY):
            first -= _DAY
        while _is_free(last + _DAY):
            last += _DAY
        return first, last
    for since, before, count in _STATUTORY[name]:
        if year >= since:
            first = day + before * _DAY
            return first, first + (count - 1) * _DAY
    return day, day


def is_day_off(day: date) -> bool:
    """Whether nobody works on a day: a weekend or holiday, as far as the State Council's breaks are known."""
    holidays = (break_of(day.year, name) for name in _STATUTORY)
    return _is_free(day) or any(days is not None and days[0] <= day <= days[1] for days in holidays)


def _is_free(day: date) -> bool:
    return day in _arranged or (day.weekday() >= _SATURDAY and day not in _made_up)
