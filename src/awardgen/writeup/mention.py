from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from awardgen.campaign import Window


class Verdict(StrEnum):
    """How a time mention lies to the window."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    STRADDLES = "straddles"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Mention:
    """An expression that fixes when something happened.

    start, end: code point offsets into the text, end exclusive.
    first_day, last_day: what it was read as, both inclusive.
    """

    start: int
    end: int
    text: str
    first_day: date
    last_day: date
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class WriteUp:
    """An analysed write-up. length: 字 as Word counts. mentions: in order, disjoint."""

    length: int
    mentions: tuple[Mention, ...]


def judge(first_day: date, last_day: date, window: Window) -> Verdict:
    """Say how an interval lies to the window."""
    if first_day in window and last_day in window:
        return Verdict.INSIDE
    if last_day < window.first_day or first_day > window.last_day:
        return Verdict.OUTSIDE
    return Verdict.STRADDLES
