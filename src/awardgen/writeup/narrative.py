"""What a reader carries from one mention to the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - what compiles this asks for the annotations while it runs

from awardgen.writeup.calendar import Calendar  # noqa: TC001 - likewise
from awardgen.writeup.days import Days


class Reading:
    """A resolved mention as later ones look back on it: its place in the compact text, its interval, its words."""

    __slots__ = ("days", "end", "start", "text")

    def __init__(self, start: int, end: int, days: Days, text: str) -> None:
        self.start = start
        self.end = end
        self.days = days
        self.text = text


# Days of an expression, and the earlier mention that they were counted from.
Resolved = tuple[Days, Reading | None]


@dataclass(slots=True)
class Narrative:
    """What an expression is read against, as far as the text has been read.

    previous: the mention directly before. lender: the last one that was no background; it lends year and month.
    future: the clause speaks of a plan.
    """

    reference: date
    calendar: Calendar
    previous: Reading | None = None
    lender: Reading | None = None
    future: bool = False
