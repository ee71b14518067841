"""A text without the white space and full-width digits that Word, forms and bad pastes leave in dates."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_NARROW = str.maketrans("０１２３４５６７８９．／－", "0123456789./-")
_WIDE = re.compile("[０-９．／－]")
_RUN = re.compile(r"\S+")
_OF_A_DATE = frozenset("0123456789〇○零一二三四五六七八九十年月日号.-/—–至到~")
_DIGITS = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class Compact:
    """The compact text, and where each of its runs stood in the original.

    Of white space, a blank stays between two digits (they may be two numbers), a line break between lines unless a
    date runs over it; the rest goes.
    """

    text: str
    run_starts: tuple[int, ...]
    original_starts: tuple[int, ...]

    def original(self, position: int) -> int:
        """Return where the character at this position stood."""
        run = bisect_right(self.run_starts, position) - 1
        return self.original_starts[run] + position - self.run_starts[run]


def compact(text: str) -> Compact:
    """Drop the white space; offsets into the result can be turned back."""
    narrow = text.translate(_NARROW) if _WIDE.search(text) else text
    pieces: list[str] = []
    starts: list[int] = []
    originals: list[int] = []
    length = end = 0
    last = ""
    for run in _RUN.finditer(narrow):
        piece = run[0]
        first = piece[0]
        if last and first in _DIGITS and last in _DIGITS:
            piece = " " + piece
            lead = 1
        elif "\n" in narrow[end : run.start()] and not (last in _OF_A_DATE and first in _OF_A_DATE):
            piece = "\n" + piece
            lead = 1
        else:
            lead = 0
        pieces.append(piece)
        starts.append(length)
        originals.append(run.start() - lead)
        length += len(piece)
        end = run.end()
        last = piece[-1]
    return Compact("".join(pieces), tuple(starts), tuple(originals))
