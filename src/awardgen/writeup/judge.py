"""How an interval lies to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.writeup.mention import Verdict

if TYPE_CHECKING:
    from awardgen.campaign import Window
    from awardgen.writeup.days import Days


def position(days: Days, window: Window) -> Verdict:
    """Say whether the days lie inside, outside or astride the window."""
    if days[0] in window and days[1] in window:
        return Verdict.INSIDE
    if days[1] < window.first_day or days[0] > window.last_day:
        return Verdict.OUTSIDE
    return Verdict.STRADDLES
