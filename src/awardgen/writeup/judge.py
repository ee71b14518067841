"""How an interval lies to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.writeup.mention import Verdict

if TYPE_CHECKING:
    from awardgen.campaign import Window
    from awardgen.writeup.days import Days


def position(days: Days, window: Window) -> Verdict:
    """Say whether the days lie inside, outside or astride the window."""
    (first, last), begins, ends = days, window.first_day, window.last_day
    if begins <= first <= ends and begins <= last <= ends:
        return Verdict.INSIDE
    if last < begins or first > ends:
        return Verdict.OUTSIDE
    return Verdict.STRADDLES
