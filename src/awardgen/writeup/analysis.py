from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.writeup.explicit_dates import explicit_dates
from awardgen.writeup.length import length
from awardgen.writeup.mention import Mention, WriteUp, judge

if TYPE_CHECKING:
    from datetime import date

    from awardgen.campaign import Window


def analyse(text: str, window: Window, reference: date) -> WriteUp:  # noqa: ARG001 - relative dates count from it
    """Count a write-up's 字 and judge its time mentions against the window (the notice, 五.3)."""
    mentions = tuple(
        Mention(
            each.start,
            each.end,
            text[each.start : each.end],
            each.first_day,
            each.last_day,
            judge(each.first_day, each.last_day, window),
        )
        for each in explicit_dates(text)
    )
    return WriteUp(length(text), mentions)
