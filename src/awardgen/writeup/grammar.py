"""The grammar of time expressions: one scan over a compact text, one attempt at each place where one may start.

Every attempt looks at a bounded stretch, so that the time of a scan grows in proportion to the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from awardgen.writeup import patterns, pieces
from awardgen.writeup.continuations import CHINESE_NUMBER_STARTS, NUMBER_STARTS
from awardgen.writeup.expression import Expression
from awardgen.writeup.points import Points

if TYPE_CHECKING:
    from collections.abc import Iterable

    from awardgen.writeup.calendar import Calendar
    from awardgen.writeup.expression import Point

_MAY_GO_ON = frozenset("至到直—–-－~～─,持延以之迄起今开后")
_FAR = 28
_GIVEN_NAME_LENGTH = 2


class Grammar:
    """Finds time expressions. calendar: its names are words of the grammar too."""

    def __init__(self, calendar: Calendar) -> None:
        self._points = Points(calendar)
        self._trigger = _trigger(self._points.word_starts)

    def expressions(self, text: str) -> list[Expression]:
        """Return the expressions of a compact text in order; they do not overlap."""
        found: list[Expression] = []
        may_be_open = "以来" in text or "至今" in text
        done = 0
        people: frozenset[str] | None = None
        read_point = self._points.read
        for hit in self._trigger.finditer(text):
            start = hit.start()
            if start < done:
                continue
            read = read_point(text, start)
            if read is None:
                continue
            point, end = read
            if end - start == _GIVEN_NAME_LENGTH and point.name is not None:
                people = self._points.names.people(text) if people is None else people
                if text[start:end] in people:
                    continue
            expression = self._finished(text, start, point, end, may_be_open=may_be_open)
            found.append(expression)
            done = expression.end
        return found

    def _finished(self, text: str, start: int, point: Point, end: int, *, may_be_open: bool) -> Expression:
        """Add the other end of a range, or what makes it open to the reference."""
        if text[end : end + 1] in _MAY_GO_ON:
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


@lru_cache(maxsize=16)
def grammar_for(calendar: Calendar) -> Grammar:
    """Return the grammar of a calendar; compiling one takes longer than reading a write-up."""
    return Grammar(calendar)


def _trigger(word_starts: dict[str, frozenset[str]]) -> re.Pattern[str]:
    """Compile what a time expression may start with: nearly all of a text is passed over in this one expression.

    It leads with one set of characters, which the regular expression engine skips to; then it looks at what a number
    is a number of (from its first digit), and at a word's second character: first at whether any word has it, then at
    whether this one does.
    """
    numbers = set(CHINESE_NUMBER_STARTS)
    words = {first: after for first, after in word_starts.items() if first not in NUMBER_STARTS}
    firsts = _one_of(NUMBER_STARTS | set(words))
    seconds = _one_of({second for after in words.values() for second in after})
    numbered = _one_of({second for first in numbers & set(word_starts) for second in word_starts[first]})
    sharing: dict[frozenset[str], set[str]] = {}
    for first, after in words.items():
        sharing.setdefault(after, set()).add(first)
    pairs = "|".join(f"{_one_of(alike)}(?={_one_of(after)})" for after, alike in sharing.items())
    unit = "[年月日号世学]|个月|[天周][前后以之]|个?(?:星期|礼拜)[前后以之]|季度"
    behind_year = (
        "[.·][0-9]| [01][0-9] [0-3]|[上下]半年|年[初末底]|[暑寒]假|国庆|春节|元旦|中秋|端午|清明|[春秋夏冬]季"
    )
    chinese = f"{CHINESE_NUMBER_STARTS}○OoＯ0"
    return re.compile(
        rf"{firsts}(?:"
        rf"(?={seconds})(?<={pairs})"
        rf"|(?<=[0-9])(?<![0-9][0-9])(?=[0-9年月日号世学个天周星礼季~—–－─\-/至到、和与及·消程])(?=[0-9]{{0,4}}(?:{unit}|[~—–－─\-/至到、和与及][0-9]|·9|消防|程序)|[0-9]{{3}}(?:{behind_year}))"
        rf"|(?<=[{CHINESE_NUMBER_STARTS}])(?=[{chinese}]{{0,4}}(?:{unit}|[至到和与及、—–\-][{CHINESE_NUMBER_STARTS}])|{numbered})"
        rf"|(?<=['’‘])(?=[0-9]))"
    )


def _one_of(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(characters)))}]"
