"""The words around a mention, a bounded stretch of them: its clause, and its sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

_SENTENCE_ENDS = "。；;！!？?\n"
_PAUSES = ",，:："
_ENDS = frozenset(_SENTENCE_ENDS)
_REACH = 60
_FAR = 90
# Forward from a mention: what may follow it directly, the rest of its clause, the rest of the sentence.
_AFTER = re.compile(
    rf"[,，:：、)）]*(?P<tail>(?P<after>[^{_SENTENCE_ENDS}{_PAUSES}]{{0,{_REACH}}})[^{_SENTENCE_ENDS}]*)"
)
# The same backwards, for a text that is written from its end to its start.
_BEFORE = re.compile(rf"(?P<before>[^{_SENTENCE_ENDS}{_PAUSES}]*)[^{_SENTENCE_ENDS}]*")


class Clause(NamedTuple):
    """before, after: the clause on either side of the mention. head, tail: the sentence on either side of it.

    Where the mention itself ends a clause (2005年，他…), after is the next one.
    """

    before: str
    after: str
    head: str
    tail: str


class Passage(NamedTuple):
    """A text, and the same from its end to its start, so that looking back is a search like looking on."""

    text: str
    backwards: str


def clause_around(passage: Passage, start: int, end: int, floor: int, ceiling: int) -> Clause:
    """Return the words around text[start:end], which lie between the mention before and the mention after."""
    text, backwards = passage
    mirrored = len(text) - start
    behind = _BEFORE.match(backwards, mirrored, mirrored + _FAR)
    ahead = _AFTER.match(text, end, min(ceiling, end + _FAR))
    if behind is None or ahead is None:  # never: both may be empty
        return Clause("", "", "", "")
    clause_start = max(floor, start - (behind.end(1) - mirrored))
    after, tail = ("", "") if text[end : end + 1] in _ENDS else ahead.group("after", "tail")
    return Clause(text[clause_start:start], after, text[start - (behind.end() - mirrored) : start], tail)
