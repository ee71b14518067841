"""How an interval lies to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.writeup.mention import Verdict

if TYPE_CHECKING:
    from awardgen.campaign import Window
    from awardgen.writeup.days import Days


# Bound once: looking up a member of an enumeration takes longer than all that is asked of it.
_INSIDE, _OUTSIDE, _STRADDLES = Verdict.INSIDE, Verdict.OUTSIDE, Verdict.STRADDLES


def position(days: Days, window: Window) -> Verdict:
    """Say whether the days lie inside, outside or astride the window."""
    first, last = days
    begins, ends = window.first_day, window.last_day
    if begins <= first and last <= ends:
        return _INSIDE
    return _OUTSIDE if last < begins or first > ends else _STRADDLES
