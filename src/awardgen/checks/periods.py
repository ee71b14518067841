"""Periods as they are printed: 2010年9月1日—9月30日, 2010年10月—2011年5月, 2011年6月."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from awardgen.campaign import Window
from awardgen.checks.analyses import Analyser, analyser_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.campaign import Campaign
    from awardgen.checks.analyses import Analyses

_DASH: Final = re.compile(r"[—–－~～]+|-{1,2}|至|到")
_DOTTED: Final = re.compile(r"\d{4}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2}|\d{1,2}[./]\d{1,2}")
_DAY: Final = re.compile(r"[日号]")
_YEAR: Final = re.compile(r"\d{4}|[〇○零一二三四五六七八九]{4}|[今去明本]年")
_OPEN_END: Final = re.compile(r"起|以来|前|后|止|即日")


@dataclass(frozen=True, slots=True)
class Period:
    """A period that a text names, at [start, end) of it.

    first_day, last_day: as read. first_exact, last_exact: it names the day, not the month alone.
    is_range: it names two ends. has_year: it names a year; otherwise the year was guessed, and does not count.
    """

    start: int
    end: int
    text: str
    first_day: date
    last_day: date
    first_exact: bool
    last_exact: bool
    is_range: bool
    has_year: bool

    def begins_on(self, day: date) -> bool:
        """Whether a day is where the period begins, as precisely as it says."""
        same = self._same_month(day, self.first_day)
        return same and (day.day == self.first_day.day if self.first_exact else day.day >= self.first_day.day)

    def ends_on(self, day: date) -> bool:
        """Whether a day is where the period ends, as precisely as it says."""
        same = self._same_month(day, self.last_day)
        return same and (day.day == self.last_day.day if self.last_exact else day.day <= self.last_day.day)

    def _same_month(self, day: date, other: date) -> bool:
        return day.month == other.month and (day.year == other.year or not self.has_year)


def analyser_of_periods(campaign: Campaign) -> Analyser:
    """Return what reads the periods of a campaign's texts. A year left out is the campaign's."""
    analyser = analyser_of(campaign)
    cells = [each for phase in campaign.phases for each in phase.record.values.values()]
    days = [each for each in cells if isinstance(each, date)]
    if analyser.window is None and days:
        return Analyser(Window(min(days), max(days)), analyser.reference, analyser.calendar)
    return analyser


def printed_times(campaign: Campaign) -> list[str]:
    """Return what the campaign prints of the times of its phases, each text once."""
    return list(dict.fromkeys(phase.record.text("印出时间") for phase in campaign.phases))


class PeriodReader:
    """Reads periods in texts, as write-ups are read. read: as `analyser_of_periods` does."""

    def __init__(self, read: Analyses) -> None:
        self._read = read

    def periods(self, text: str) -> Iterator[Period]:
        """Yield the periods of a text in order; none where the campaign has no days by which to read them."""
        for each in self._read(text).mentions:
            dotted = _DOTTED.findall(each.text)
            ends = dotted or _DASH.split(each.text, maxsplit=1)
            first_exact, last_exact = (bool(dotted) or bool(_DAY.search(end)) for end in (ends[0], ends[-1]))
            if last_exact and "月" not in ends[-1]:
                first_exact = True  # 9月1—30日
            days = each.first_day, each.last_day
            has_year = _YEAR.search(each.text) is not None
            is_range = len(ends) > 1
            yield Period(each.start, each.end, each.text, *days, first_exact, last_exact, is_range, has_year)

    def whole(self, text: str) -> Period | None:
        """Read a text that is one period and nothing else that counts; None for any other."""
        if _OPEN_END.search(text):
            return None
        found = list(self.periods(text))
        return found[0] if len(found) == 1 else None
