"""The words around a mention, a bounded stretch of them: its clause, and its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"[。；;！!？?\n]")
_CLAUSE_END = re.compile(r"[,，。；;！!？?\n:：]")
_REACH = 60
_FAR = 90


@dataclass(frozen=True, slots=True)
class Clause:
    """before, after: the clause on either side of the mention. rest: the sentence after it.

    head: the sentence before it. Where the mention itself ends a clause (2005年，他…), after is the next one.
    """

    before: str
    after: str
    rest: str
    head: str


def clause_around(text: str, start: int, end: int, floor: int, ceiling: int) -> Clause:
    """Return the words around text[start:end], which lie between the mention before and the mention after."""
    head = text[max(0, start - _FAR) : start]
    for found in reversed(list(_SENTENCE_END.finditer(head))):
        head = head[found.end() :]
        break
    before = head[max(0, len(head) - (start - floor)) :]
    for found in reversed(list(_CLAUSE_END.finditer(head))):
        before = head[found.end() :]
        break
    rest = text[end : min(ceiling, end + _FAR)]
    sentence_end = _SENTENCE_END.search(rest)
    rest = rest[: sentence_end.start()] if sentence_end else rest
    stripped = rest.lstrip(",，:：、)）")
    clause_end = _CLAUSE_END.search(stripped)
    after = stripped[: clause_end.start()] if clause_end else stripped
    return Clause(before[-_REACH:], after[:_REACH], rest, head)
