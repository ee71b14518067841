"""Words that are a time expression's head by themselves: 去年, 同年, 本月, 次日, 年底, 上周."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from awardgen.writeup import lexicon, traps
from awardgen.writeup.expression import Origin, Point, Shift


def _points() -> dict[str, Point]:
    points: dict[str, Point] = {}
    for origin, years in (
        (Origin.REFERENCE, lexicon.YEARS_FROM_REFERENCE),
        (Origin.PREVIOUS, lexicon.YEARS_FROM_PREVIOUS),
    ):
        points |= {word: Point(year_shift=Shift(origin, steps)) for word, steps in years.items()}
    for origin, months in (
        (Origin.REFERENCE, lexicon.MONTHS_FROM_REFERENCE),
        (Origin.PREVIOUS, lexicon.MONTHS_FROM_PREVIOUS),
    ):
        points |= {word: Point(month_shift=Shift(origin, steps)) for word, steps in months.items()}
    for origin, days in (
        (Origin.REFERENCE, lexicon.DAYS_FROM_REFERENCE),
        (Origin.PREVIOUS, lexicon.DAYS_FROM_PREVIOUS),
    ):
        points |= {word: Point(day_shift=Shift(origin, steps)) for word, steps in days.items()}
    points |= {word: Point(week=(steps, None)) for word, steps in lexicon.WEEKS.items()}
    points |= {word: Point(year_part=months) for word, months in lexicon.PARTS_OF_YEAR.items()}
    points |= {word: Point(year_part=months) for word, months in lexicon.SEASONS_ALONE.items()}
    points |= {word: Point(month_part=days) for word, days in lexicon.MONTH_PARTS_ALONE.items()}
    points |= {
        word: Point(year_shift=Shift(Origin.REFERENCE, steps), year_part=months)
        for word, (steps, months) in lexicon.SEASONS_WITH_YEAR.items()
    }
    for word in lexicon.NOT_ALONE:
        points.pop(word, None)
    return points


WORDS_ALONE: Final = _points()
# How long the words are that start with a character, the longest first.
_LENGTHS: Final = {
    first: sorted({len(word) for word in WORDS_ALONE if word[0] == first}, reverse=True)
    for first in {word[0] for word in WORDS_ALONE}
}


def _by_word(words_by_trap: dict[str, str]) -> dict[str, str]:
    return {word: trap for trap, words in words_by_trap.items() for word in words.split()}


_TRAP_AFTER: Final = _by_word(traps.TRAP_AFTER)
_TRAP_AFTER_WITHIN: Final = _by_word(traps.TRAP_AFTER_WITHIN)
_TRAP_BEFORE: Final = _by_word(traps.TRAP_BEFORE)
_LOOK_BACK: Final = 4
_CLAUSE_STARTS: Final = frozenset(("", ",", "，", "。", "；", ";", "：", ":", "\n"))
# Each is compiled when its word first comes up: most of them never do.
_compiled = cache(re.compile)


def word_at(text: str, start: int) -> tuple[Point, int] | None:
    """Return what the longest word that starts here says, and its end.

    None where it is only part of another (今年 in 如今年纪).
    """
    for length in _LENGTHS.get(text[start], ()):
        word = text[start : start + length]
        if word in WORDS_ALONE:
            return None if _is_trapped(text, start, word) else (WORDS_ALONE[word], start + len(word))
    return None


def _is_trapped(text: str, start: int, word: str) -> bool:
    """Say whether what stands around a word makes it part of something else."""
    end = start + len(word)
    after = _TRAP_AFTER.get(word)
    if after is not None and _compiled(after).match(text, end):
        return True
    within = _TRAP_AFTER_WITHIN.get(word)
    if (
        within is not None
        and text[max(0, start - 1) : start] not in _CLAUSE_STARTS
        and _compiled(within).match(text, end)
    ):
        return True
    before = _TRAP_BEFORE.get(word)
    return before is not None and bool(_compiled(before).search(text[max(0, start - _LOOK_BACK) : start]))
