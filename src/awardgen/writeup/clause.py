"""The words around a mention, a bounded stretch of them: its clause, and its sentence."""

from __future__ import annotations

import re
from typing import Final

_SENTENCE_ENDS: Final = "。；;！!？?\n"
_PAUSES: Final = ",，:："
_REACH: Final = 60
REACH: Final = 90  # no clause or sentence is followed further than this from its mention
# Forward from a mention: what may follow it directly, the rest of its clause, the rest of the sentence.
_AFTER: Final = re.compile(
    rf"[,，:：、)）]*(?P<tail>(?P<after>[^{_SENTENCE_ENDS}{_PAUSES}]{{0,{_REACH}}})[^{_SENTENCE_ENDS}]*)"
)
# The same backwards, for a text that is written from its end to its start.
_BEFORE: Final = re.compile(rf"(?P<before>[^{_SENTENCE_ENDS}{_PAUSES}]*)[^{_SENTENCE_ENDS}]*")


class Clause:
    """before, after: the clause on either side of the mention. head, tail: the sentence on either side of it.

    Where the mention itself ends a clause (2005年，他…), after is the next one.
    """

    __slots__ = ("after", "before", "head", "tail")

    def __init__(self, before: str, after: str, head: str, tail: str) -> None:
        self.before = before
        self.after = after
        self.head = head
        self.tail = tail


def clause_around(text: str, start: int, end: int, floor: int, ceiling: int) -> Clause:
    """Return the words around text[start:end], which lie between the mention before and the mention after."""
    behind = _BEFORE.match(text[max(0, start - REACH) : start][::-1])
    ahead = _AFTER.match(text, end, min(ceiling, end + REACH))
    if behind is None or ahead is None:  # never: both may be empty
        return Clause("", "", "", "")
    clause_start = max(floor, start - behind.end(1))
    after, tail = ahead.group("after", "tail")
    return Clause(text[clause_start:start], after, text[start - behind.end() : start], tail)
