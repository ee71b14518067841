"""A text without the white space and full-width digits that Word, forms and bad pastes leave in dates."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final, NamedTuple

_NARROW: Final = dict(zip("０１２３４５６７８９．／－", "0123456789./-", strict=True))
_WIDE: Final = re.compile("[０-９．／－]")
_DATE_CHARACTERS: Final = "0123456789〇○零一二三四五六七八九十年月日号.-/—–至到~"
# What \s means, as one set.
_WHITE: Final = "\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
_DATE: Final = re.escape(_DATE_CHARACTERS)
# Any white space but a single line break between lines that breaks no date.
_BREAKS: Final = rf"(?:(?<!\n)|(?=\s)|(?<=[{_DATE}]\n)(?=[{_DATE}]))"
_UNTIDY: Final = re.compile(rf"[{_WHITE}０-９．／－]{_BREAKS}")
_BROKEN: Final = re.compile(rf"\n{_BREAKS}")  # the only untidiness among usual characters
_GAPS: Final = re.compile(rf"[{_WHITE}]{_BREAKS}\s*")
_OF_A_DATE: Final = frozenset(_DATE_CHARACTERS)
_DIGITS: Final = frozenset("0123456789")
_SPACED: Final = re.compile(r"(?<![0-9])[0-9]{1,3}(?:[^\S\n]{1,8}[0-9]{1,3}){1,3}(?![0-9])")
_LATER: Final = re.compile(r"(?<=\s)[0-9]")
_MARKS: Final = (".", "-", "/")
_UNITS: Final = ("年", "月", "日", "号", ".", "-", "/")
_PAUSES: Final = ("", ",", "，", "。", "；", ";", "、", ")", "）", "至", "—", "~", "～")
_REACH: Final = 8
_YEAR_DIGITS: Final = 4
_MOST_DAYS: Final = 31


class Compact(NamedTuple):
    """The compact text, and where each of its runs stood in the original.

    Of white space, a blank stays between two digits (they may be two numbers), a line break between lines unless a
    date runs over it; the rest goes.
    """

    text: str
    run_starts: tuple[int, ...]
    original_starts: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return where text[start:end], of at least one character, stood."""
        starts, originals = self.run_starts, self.original_starts
        first = bisect_right(starts, start) - 1
        last = bisect_right(starts, end - 1, first) - 1
        return start + originals[first] - starts[first], end + originals[last] - starts[last]


def compact(text: str, *, is_usual: bool = False) -> Compact:
    """Drop the white space; offsets into the result can be turned back. is_usual: all its characters are."""
    trimmed = text.strip()
    if not (_BROKEN if is_usual else _UNTIDY).search(trimmed):
        return Compact(trimmed, (0,), (len(text) - len(text.lstrip()),))
    narrow = _WIDE.sub(_narrow, trimmed)
    offset = len(text) - len(text.lstrip())
    torn: frozenset[int] | None = None
    pieces: list[str] = []
    starts = [0]
    originals = [offset]
    length = done = 0
    for gap in _GAPS.finditer(narrow):
        start, end = gap.span()
        before, after = narrow[start - 1], narrow[end]
        mark = ""
        if before in _DIGITS and after in _DIGITS:
            torn = _torn_numbers(narrow) if torn is None else torn
            mark = "" if end in torn else " "
        elif "\n" in gap[0] and not (before in _OF_A_DATE and after in _OF_A_DATE):
            mark = "\n"
        pieces += (narrow[done:start], mark)
        length += start - done
        starts.append(length)
        originals.append(offset + end - len(mark))
        length += len(mark)
        done = end
    pieces.append(narrow[done:])
    return Compact("".join(pieces), tuple(starts), tuple(originals))


def _narrow(wide: re.Match[str]) -> str:
    return _NARROW[wide[0]]


def _torn_numbers(text: str) -> frozenset[int]:
    """Return where the later digits of a number start that blanks have torn apart: 2 0 1 0 年, 1 5 日."""
    return frozenset(
        found.start() + inner.start()
        for found in _SPACED.finditer(text)
        if _is_one_number("".join(found[0].split()), _previous(text, found.start()), _next(text, found.end()))
        for inner in _LATER.finditer(found[0])
    )


def _is_one_number(digits: str, before: str, after: str) -> bool:
    """Say whether it is a year or a day, and not a date and its time: 2019-11-20 10:30."""
    in_numeric_date = before in _MARKS
    if len(digits) == _YEAR_DIGITS:
        return digits.startswith(("19", "20")) and not in_numeric_date and (after == "年" or after in _MARKS)
    small = len(digits) == 2 and int(digits) <= _MOST_DAYS  # noqa: PLR2004 - a month or a day
    return small and (after in _UNITS or (after in _PAUSES if in_numeric_date else after in _MARKS))


def _next(text: str, position: int) -> str:
    return text[position : position + _REACH].lstrip()[:1]


def _previous(text: str, position: int) -> str:
    return text[max(0, position - _REACH) : position].rstrip()[-1:]
