"""What a reader carries from one mention to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from awardgen.writeup.calendar import Calendar
    from awardgen.writeup.days import Days


class Reading(NamedTuple):
    """A resolved mention as later ones look back on it. point: its first point. days: its interval."""

    start: int
    end: int
    days: Days
    text: str


class Resolved(NamedTuple):
    """Days of an expression, and the earlier mention that they were counted from."""

    days: Days
    lender: Reading | None = None


class Narrative(NamedTuple):
    """What an expression is read against.

    previous: the mention directly before. lender: the last one that was no background; it lends year and month.
    future: the clause speaks of a plan.
    """

    reference: date
    calendar: Calendar
    previous: Reading | None = None
    lender: Reading | None = None
    future: bool = False
