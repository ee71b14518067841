"""The points of the grammar: one date, whole or in part, as it starts at a place of the text.

Each attempt looks at a bounded stretch. The first character of a word, and what a number is a number of, say which
forms can start there, so that few are tried.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgen.writeup import lexicon, patterns, pieces
from awardgen.writeup.continuations import LUNAR_FIRSTS, Continuations
from awardgen.writeup.expression import NameKind, Point
from awardgen.writeup.names import QUOTES, Names
from awardgen.writeup.numbered import Numbered
from awardgen.writeup.numerals import NUMBER_STARTS, number
from awardgen.writeup.parts_of_year import part_of_quarter
from awardgen.writeup.school import SCHOOL_FIRSTS, SCHOOL_WORDS, school_word
from awardgen.writeup.words import WORDS_ALONE, word_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from awardgen.writeup.calendar import Calendar
    from awardgen.writeup.pieces import Read

    Form = Callable[[str, int], Read | None]

_OTHER_WORDS: Final = ("上世纪", "上个世纪", "大年", "年三", "农历", "阴历", "旧历", "夏历")
_OPENING_LENGTH: Final = 3


class Points:
    """Reads points. calendar: its names are words of the grammar too."""

    def __init__(self, calendar: Calendar) -> None:
        self.names = Names(calendar)
        self._behind = Continuations(self.names)
        self._numbered = Numbered(self._behind)
        words = (*WORDS_ALONE, *self.names.words, *SCHOOL_WORDS, *_OTHER_WORDS)
        starts: dict[str, set[str]] = {}
        for word in words:
            starts.setdefault(word[0], set()).add(word[1:2])
        self.word_starts = {first: frozenset(after) for first, after in starts.items()}
        named = {word[0] for word in self.names.words} | QUOTES
        by_first = {
            first: tuple(
                form
                for firsts, form in (
                    (LUNAR_FIRSTS, pieces.lunar),
                    ("上", pieces.decade),
                    (SCHOOL_FIRSTS, school_word),
                    ({word[0] for word in WORDS_ALONE}, self._relative),
                    (named, self._named),
                )
                if first in firsts
            )
            for first in starts
        }
        # By the first three characters of a word, or both of two.
        self._forms: dict[str, tuple[Form, ...]] = {
            word[:_OPENING_LENGTH]: by_first[word[0]] for word in words
        }

    def read(self, text: str, start: int, before: Point | None = None) -> Read | None:
        """Read one date that starts here. before: the point that a range started with."""
        first = text[start : start + 1]
        if before is not None and _is_lunar(before) and (read := _lunar_day_after(text, start, before)):
            return read
        if first in NUMBER_STARTS and (read := self._numbered.read(text, start, first, before)):
            return read
        forms = self._forms.get(text[start : start + _OPENING_LENGTH]) or self._forms.get(
            text[start : start + 2], ()
        )
        for form in forms:
            if read := form(text, start):
                return read
        return None

    def _relative(self, text: str, start: int) -> Read | None:
        head = word_at(text, start)
        if head is None:
            return None
        point, end = head
        if point.year_shift is not None and point.year_part is None:
            return self._behind.in_year(text, end, point) or head
        if point.day_shift is not None:
            return self._date_in_brackets(text, end) or self._behind.with_apposition(text, end, point)
        if point.month_shift is not None:
            return self._behind.in_month(text, end, point)
        if point.week is not None and (found := patterns.WEEKDAY.match(text, end)):
            return point.but(week=(point.week[0], lexicon.WEEKDAYS[found[0][-1]])), found.end()
        return part_of_quarter(text, point, end) if point.year_part is not None else head

    def _named(self, text: str, start: int) -> Read | None:
        return self.names.read(text, start, has_year=False)

    def _date_in_brackets(self, text: str, end: int) -> Read | None:
        """Read the date that 今天（6月29日） gives itself."""
        if text[end : end + 1] not in ("(", "（") or text[end + 1 : end + 2] not in NUMBER_STARTS:
            return None
        read = self.read(text, end + 1)
        return (read[0], read[1] + 1) if read and text[read[1] : read[1] + 1] in (")", "）") else None


def _lunar_day_after(text: str, start: int, before: Point) -> Read | None:
    """Read the 初五 of 正月初一至初五."""
    found = patterns.LUNAR_DAY_AFTER.match(text, start)
    if found is None:
        return None
    month = before.lunar[0] if before.lunar is not None and before.lunar[1] else 1
    return Point(lunar=(month, number(found["day"]))), found.end()


def _is_lunar(point: Point) -> bool:
    return point.lunar is not None or (point.name is not None and point.name.kind in _LUNAR_KINDS)


_LUNAR_KINDS: Final = (NameKind.LUNAR_DAY, NameKind.STATUTORY)
