"""Reading an achievement write-up: its 字数, its time mentions, and how they lie to the window."""

from typing import TYPE_CHECKING, Any

from awardgen.compiled import with_compiled

__path__ = with_compiled(__path__)

from awardgen.writeup.almanac import is_day_off
from awardgen.writeup.calendar import DEFAULT, Calendar
from awardgen.writeup.length import length
from awardgen.writeup.mention import Mention, MentionContext, Verdict, WriteUp

if TYPE_CHECKING:
    from awardgen.writeup.analysis import analyse

__all__ = [
    "DEFAULT",
    "Calendar",
    "Mention",
    "MentionContext",
    "Verdict",
    "WriteUp",
    "analyse",
    "is_day_off",
    "length",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute is anything
    """Load what reads texts when it is first asked for: its hundreds of patterns are for runs that have one to read."""
    if name != "analyse":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from awardgen.writeup.analysis import analyse  # noqa: PLC0415 - that is what it is for

    globals()[name] = analyse
    return analyse
