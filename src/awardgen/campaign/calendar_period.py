from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from awardgen.campaign.record import Record


@dataclass(frozen=True, slots=True)
class CalendarPeriod:
    """One row of 校历: a term, a vacation or an event on campus; its first and last day are both part of it."""

    record: Record
    name: str
    first_day: date
    last_day: date
