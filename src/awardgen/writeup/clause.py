"""The words around a mention, a bounded stretch of them: its clause, and its sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

_SENTENCE_ENDS = "。；;！!？?\n"
_PAUSES = ",，:："
_SENTENCE_END = re.compile(f"[{_SENTENCE_ENDS}]")
_CLAUSE_END = re.compile(f"[{_SENTENCE_ENDS}{_PAUSES}]")
_PAUSE = re.compile(f"[{_PAUSES}]")
_REACH = 60
_FAR = 90


class Clause(NamedTuple):
    """before, after: the clause on either side of the mention. head: the sentence before it.

    Where the mention itself ends a clause (2005年，他…), after is the next one.
    """

    before: str
    after: str
    head: str


def clause_around(text: str, start: int, end: int, floor: int, ceiling: int) -> Clause:
    """Return the words around text[start:end], which lie between the mention before and the mention after."""
    head = _SENTENCE_END.split(text[max(0, start - _FAR) : start])[-1]
    before = _PAUSE.split(head)[-1]
    if start - floor < len(before):
        before = text[floor:start]
    limit = min(ceiling, end + _FAR)
    after = end
    while after < limit and text[after] in ",，:：、)）":
        after += 1
    last = _CLAUSE_END.search(text, after, min(limit, after + _REACH))
    first_stop = _SENTENCE_END.match(text, end)
    until = end if first_stop else last.start() if last else min(limit, after + _REACH)
    return Clause(before, text[min(after, until) : until], head)
