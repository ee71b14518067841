from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class Verdict(StrEnum):
    """How a time mention lies to the window."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    STRADDLES = "straddles"
    BACKGROUND = "background"


class MentionContext(StrEnum):
    """What the clause around a mention does with it; it makes an outside mention less grave."""

    COMPARISON = "comparison"
    PLAN = "plan"
    EARLIER_HONOUR = "earlier_honour"


class Mention(NamedTuple):
    """An expression that fixes when something happened.

    start, end: code point offsets into the text, end exclusive.
    first_day, last_day: what it was read as, both inclusive.
    context: what its clause does with it. why: how it was read and judged, in plain Chinese.
    lender: the text of the earlier mention that its year, month or day was counted from.
    """

    start: int
    end: int
    text: str
    first_day: date
    last_day: date
    verdict: Verdict
    context: MentionContext | None = None
    why: str = ""
    lender: str | None = None


class WriteUp(NamedTuple):
    """An analysed write-up. length: 字 as Word counts. mentions: in order, disjoint."""

    length: int
    mentions: tuple[Mention, ...]
