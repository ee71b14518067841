"""Reading an achievement write-up: its 字数, its time mentions, and how they lie to the window."""

from awardgen.compiled import with_compiled

__path__ = with_compiled(__path__)

from awardgen.writeup.almanac import is_day_off
from awardgen.writeup.analysis import analyse
from awardgen.writeup.calendar import DEFAULT, Calendar
from awardgen.writeup.length import length
from awardgen.writeup.mention import Mention, MentionContext, Verdict, WriteUp

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
