"""The rule over the numbers of levels, which are 一、 （一） 1. （1） in this order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgen.catalogue import layout as kinds
from awardgen.layout_checks.model import HEADINGS, PRINTED
from awardgen.layout_checks.patterns import LEVELS
from awardgen.layout_checks.slip import at_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.layout_checks.slip import Draft, Slip

_DIGITS: Final = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}
_SHAPES: Final = ("一、", "（一）", "1.", "（1）")


def levels_are_in_order(draft: Draft) -> Iterator[Slip]:
    """The numbers of a level go on one by one, and no level stands within a lower one."""
    clause = draft.standard.clause("headings")
    counts: dict[int, int | None] = {}  # of each open level; None where a tag counts
    for line in draft.layout.of(*HEADINGS):
        level = HEADINGS.index(line.role)
        ordinal = _ordinal(line.text, level)
        deeper = [each for each in counts if each > level]
        is_new = level not in counts
        if is_new and deeper and ordinal == 1:
            message = (
                f"“{_SHAPES[level]}”排在了“{_SHAPES[min(deeper)]}”之下，"
                f"层次应依次为“一、”“（一）”“1.”“（1）”，见{clause}。"
            )
            yield at_line(kinds.LEVEL_ORDER, line, message)
        expected = 1 if is_new else _next(counts[level])
        if ordinal is not None and expected is not None and ordinal not in (expected, 1):
            message = f"序数“{_shown(line.text, level)}”不连续，这里应是第{expected}个，见{clause}。"
            yield at_line(kinds.LEVEL_ORDER, line, message)
        for each in deeper:
            del counts[each]
        counts[level] = ordinal


def _next(count: int | None) -> int | None:
    return None if count is None else count + 1


def _shown(text: str, level: int) -> str:
    found = LEVELS[level].match(text)
    return found.group() if found is not None else ""


def _ordinal(text: str, level: int) -> int | None:
    """Return a line's number; None where a tag prints it."""
    found = LEVELS[level].match(text)
    written = found["ordinal"] if found is not None else PRINTED
    if written == PRINTED:
        return None
    return int(written) if written.isdecimal() else _chinese(written)


def _chinese(written: str) -> int | None:
    tens, ten, ones = written.rpartition("十")
    if "百" in written:
        return None
    if not ten:
        return _DIGITS.get(written)
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + _DIGITS.get(ones, 0)
