"""The grammar of time expressions: one scan over a compact text, one attempt at each place where one may start.

Every attempt looks at a bounded stretch, so that the time of a scan grows in proportion to the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from awardgen.writeup import patterns, pieces
from awardgen.writeup.continuations import CHINESE_NUMBER_STARTS, NUMBER_STARTS
from awardgen.writeup.expression import Expression
from awardgen.writeup.points import Points

if TYPE_CHECKING:
    from collections.abc import Iterable

    from awardgen.writeup.calendar import Calendar
    from awardgen.writeup.expression import Point

_MAY_GO_ON: Final = frozenset("至到直—–-－~～─,持延以之迄起今开后")
_FAR: Final = 28
_GIVEN_NAME_LENGTH: Final = 2


class Grammar:
    """Finds time expressions. calendar: its names are words of the grammar too."""

    def __init__(self, calendar: Calendar) -> None:
        self._points = Points(calendar)
        self._trigger = _trigger(self._points.word_starts)

    def expressions(self, text: str) -> list[Expression]:
        """Return the expressions of a compact text in order; they do not overlap."""
        found: list[Expression] = []
        may_be_open = "以来" in text or "至今" in text
        people: frozenset[str] | None = None
        read_point = self._points.read
        next_hit = self._trigger.search
        hit = next_hit(text)
        while hit is not None:
            start = hit.start()
            read = read_point(text, start)
            if read is None:
                hit = next_hit(text, start + 1)
                continue
            point, end = read
            if end - start == _GIVEN_NAME_LENGTH and point.name is not None:
                people = self._points.names.people(text) if people is None else people
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

    It leads with one set of characters, which the regular expression engine skips to, and asks at once whether one
    follows that may come second. Each branch then starts with a set of what may, which the engine asks before it enters
    the branch; only then it looks back at the first character, for a word's second character is one only after some.
    """
    words = {first: after for first, after in word_starts.items() if first not in NUMBER_STARTS}
    numbered = {second for first in CHINESE_NUMBER_STARTS for second in word_starts.get(first, ())}
    chinese, spelled = f"[{CHINESE_NUMBER_STARTS}]", f"[{CHINESE_NUMBER_STARTS}○OoＯ0]"
    digit = "(?<=[0-9].)(?<![0-9]{2}.)"  # looks back at the first of a number
    counted = "个(?:月|(?:星期|礼拜)[前后以之])|[天周][前后以之]|(?:星期|礼拜)[前后以之]|季度"
    behind_a_year = (
        "[.·][0-9]| [01][0-9] [0-3]|[上下]半年|[暑寒]假|国庆|春节|元旦|中秋|端午|清明|[春秋夏冬]季"
    )
    branches = (
        (
            f"[0-9](?:{digit}(?:[0-9]{{0,3}}(?:[年月日号世学]|{counted}|[~—–－─\\-/至到、和与及][0-9]|·9|消防|程序)"
            f"|[0-9]{{2}}(?:{behind_a_year}))|(?<=['’‘].))"
        ),
        f"[年月日号世学](?:{digit}|(?<={chinese}.))",
        *_words(words),
        f"{spelled}(?<={chinese}.){spelled}{{0,3}}(?:[年月日号世学]|{counted}|[至到和与及、—–\\-]{chinese})",
        f"[~—–－─\\-/至到、和与及](?:{digit}[0-9]|(?<={chinese}[至到和与及、—–\\-]){chinese})",
        f"{_one_of(numbered)}(?<={chinese}.)",
        (
            f"[个天周星礼季](?:{digit}|(?<={chinese}.))(?:(?<=个)(?:月|(?:星期|礼拜)[前后以之])|(?<=[天周])[前后以之]"
            "|(?:(?<=星)期|(?<=礼)拜)[前后以之]|(?<=季)度)"
        ),
        f"[·消程]{digit}(?:(?<=·)9|(?<=消)防|(?<=程)序)",
    )
    second = set(_MAY_COME_SECOND).union(*word_starts.values()) - {""}
    return re.compile(f"{_one_of(NUMBER_STARTS | set(words))}(?={_one_of(second)})(?:{'|'.join(branches)})")


# After the first digit of a number; of words, their own second characters.
_MAY_COME_SECOND: Final = (
    f"0123456789{CHINESE_NUMBER_STARTS}○OoＯ0年月日号世学个天周星礼季·消程~—–－─-/至到、和与及"
)
_WORD_BRANCHES: Final = 6  # more take longer to choose among, fewer longer to look back from


def _words(words: dict[str, frozenset[str]]) -> list[str]:
    """Return the branches for words, by first character: each holds a part of the second characters."""
    firsts: dict[str, set[str]] = {}
    for first, after in words.items():
        for second in after - {""}:
            firsts.setdefault(second, set()).add(first)
    alike: dict[frozenset[str], set[str]] = {}
    for second, before in sorted(firsts.items()):
        alike.setdefault(frozenset(before), set()).add(second)
    largest_first = sorted(alike.items(), key=lambda each: -len(each[1]))
    pairs = [(_one_of(before), _one_of(seconds), seconds) for before, seconds in largest_first]
    return [
        f"{_one_of(set().union(*(seconds for _, _, seconds in branch)))}"
        f"(?<={'|'.join(before + after for before, after, _ in branch)})"
        for branch in (pairs[index::_WORD_BRANCHES] for index in range(_WORD_BRANCHES))
        if branch
    ]


def _one_of(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(characters)))}]"
