"""The grammar of time expressions: one scan over a compact text, one attempt at each place where one may start.

Every attempt looks at a bounded stretch, so that the time of a scan grows in proportion to the text.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from awardgen.writeup import patterns, pieces
from awardgen.writeup.expression import Expression
from awardgen.writeup.points import Points
from awardgen.writeup.trigger import trigger

if TYPE_CHECKING:
    from awardgen.writeup.calendar import Calendar
    from awardgen.writeup.expression import Point

_MAY_GO_ON: Final = frozenset("至到直—–-－~～─,持延以之迄起今开后和与")
_AND: Final = frozenset("和与")
_FAR: Final = 28
_GIVEN_NAME_LENGTH: Final = 2


class Grammar:
    """Finds time expressions. calendar: its names are words of the grammar too."""

    def __init__(self, calendar: Calendar) -> None:
        self._points = Points(calendar)
        self._trigger = trigger(self._points.word_starts)

    def expressions(self, text: str) -> list[Expression]:
        """Return the expressions of a compact text in order; they do not overlap."""
        found: list[Expression] = []
        may_be_open = "以来" in text or "至今" in text
        people: frozenset[str] | None = None
        points = self._points
        next_hit = self._trigger.search
        hit = next_hit(text)
        while hit is not None:
            start = hit.start()
            read = points.read(text, start)
            if read is None:
                hit = next_hit(text, start + 1)
                continue
            point, end = read
            if end - start == _GIVEN_NAME_LENGTH and point.name is not None:
                people = points.names.people(text) if people is None else people
                if text[start:end] in people:
                    hit = next_hit(text, start + 1)
                    continue
            if may_be_open or text[end : end + 1] in _MAY_GO_ON:
                expression = self._finished(text, start, point, end, may_be_open=may_be_open)
            else:
                expression = Expression(start, end, point)
            found.append(expression)
            hit = next_hit(text, expression.end)
        return found

    def _finished(self, text: str, start: int, point: Point, end: int, *, may_be_open: bool) -> Expression:
        """Add the other end of a range, or what makes it open to the reference."""
        if text[end : end + 1] in _MAY_GO_ON:
            if ranged := self._ranged(text, start, point, end):
                return ranged
            if found := patterns.OPEN.match(text, end):
                return Expression(start, found.end(), point, is_open=True)
            if text.startswith("开始", end) and text[start - 1 : start] in patterns.FROM:
                return Expression(start, end + 2, point, is_open=True)
        if (
            may_be_open
            and (text.find("以来", end, end + _FAR) > 0 or text.find("至今", end, end + _FAR) > 0)
            and (found := patterns.OPEN_LATER.match(text, end))
        ):
            return Expression(start, found.end(), point, is_open=True)
        return Expression(start, end, point)

    def _ranged(self, text: str, start: int, point: Point, end: int) -> Expression | None:
        """Read the other end of a range: 9月至11月, 9月和11月之间, 9月至今."""
        if link := patterns.TO.match(text, end):
            if open_word := patterns.OPEN_WORD.match(text, link.end()):
                return Expression(start, open_word.end(), point, is_open=True)
            read = self._points.read(text, link.end(), point) or pieces.numeric_rest(
                text, start, link.end(), point
            )
            if read is not None and not (
                text[end] in "到直" and read[0].name is not None and point.name is None
            ):
                return Expression(start, read[1], point, read[0])
        elif text[end] in _AND and (read := self._points.read(text, end + 1, point)):
            between = patterns.BETWEEN.match(text, read[1])
            return Expression(start, between.end(), point, read[0]) if between else None
        return None


@lru_cache(maxsize=16)
def grammar_for(calendar: Calendar) -> Grammar:
    """Return the grammar of a calendar; compiling one takes longer than reading a write-up."""
    return Grammar(calendar)
