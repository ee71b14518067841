"""Reading an achievement write-up: its 字数, its time mentions, and how they lie to the window."""

from awardgen.writeup.analysis import analyse
from awardgen.writeup.length import length
from awardgen.writeup.mention import Mention, Verdict, WriteUp

__all__ = ["Mention", "Verdict", "WriteUp", "analyse", "length"]
