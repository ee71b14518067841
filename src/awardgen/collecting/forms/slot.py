"""What stands in one place of a form: a text, the lines around it that say something, dates and stamps among them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from awardgen.workbook import clean, squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LONGEST = 60  # a longer line is neither a date nor a stamp
_DIGITS = r"[\d○〇零一二三四五六七八九十\s_＿.…·]"
DATE = (
    rf"(?:{_DIGITS}{{0,12}}年{_DIGITS}{{0,9}}月(?:{_DIGITS}{{0,9}}[日号])?"
    r"|\d{2,4}\s*[./\-－．]\s*\d{1,2}\s*[./\-－．]\s*\d{1,2}\.?)"
)
_STAMP = (
    r"(?:[（(]\s*[^（()），。；,;\s]{0,20}?"
    r"(?:公\s*章|印\s*章|盖\s*章|签\s*章|签\s*字|签\s*名|章|印)(?:处)?\s*[)）])"
)
_SIGNED_BY = r"(?:[^\s，。；,;!！]{0,30}(?:工会|小组|集团|委员会|单位|部门|公司|中心|学院|负责人|经办人)\s*)"
_STAMP_LINE = re.compile(
    rf"\s*(?:{_SIGNED_BY}?{_STAMP}\s*[:：]?|(?:单位|集团|工会|小组|部门)*(?:公章|盖章|签章)\s*[:：]?)\s*"
)
_DATE_LINE = re.compile(
    rf"\s*{_SIGNED_BY}?{_STAMP}?\s*(?:(?:日\s*期|时\s*间)\s*[:：]?)?\s*(?P<date>{DATE})\s*{_STAMP}?\s*"
)
_DATE_AT_END = re.compile(rf"(?P<text>.*[。；;！!)）】\s])(?P<date>{DATE})\s*{_STAMP}?\s*", re.DOTALL)
_UNFILLED = re.compile(r"(?:20|19|二[○〇零])?[_＿.…·]*年[_＿.…·]*月(?:[_＿.…·]*[日号])?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a form that says something around a value (负责人：张三　2011年6月1日).

    pattern: of the whole line, with a group v0, v1 … for each column; white space and the width of marks do not count.
    is_date: the line is there for a date alone.
    """

    pattern: re.Pattern[str]
    columns: tuple[str, ...]
    is_date: bool = False

    def read(self, text: str) -> dict[str, str] | None:
        """Return what a line says by column; None where it is another one."""
        if self.is_date:
            match = _DATE_LINE.fullmatch(text) if len(text) <= _LONGEST else None
            match = match or self.pattern.fullmatch(text)
            if match is None:
                return None
            return {self.columns[0]: filled(match["date" if "date" in match.re.groupindex else "v0"])}
        found = self.pattern.fullmatch(text)
        return found and {column: filled(found[f"v{at}"]) for at, column in enumerate(self.columns)}


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in the cell beside or under a label.

    text: the column whose text fills the cell, apart from the lines above and below it; None where there is none.
    printed: those lines as the empty form has them. fixed: what else the empty form has there. is_under_label: it
    stands under its label, not beside it.
    """

    text: str | None
    above: tuple[Line, ...] = ()
    below: tuple[Line, ...] = ()
    printed: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()
    is_under_label: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        of_lines = [column for line in (*self.above, *self.below) for column in line.columns]
        return (*([self.text] if self.text else []), *of_lines)

    def read(self, lines: Sequence[str]) -> Mapping[str, str]:
        """Return what the lines of a cell say, by column."""
        return _Reading(self, lines).values


def filled(value: str) -> str:
    """Return a value without white space at its ends, none where only 年 月 日 stands there."""
    return "" if _UNFILLED.fullmatch(squeeze(value[:_LONGEST])) else value.strip()


def is_blank(line: str) -> bool:
    """Tell whether nothing is seen of a line."""
    return not clean(line)


@dataclass
class _Reading:
    slot: Slot
    lines: Sequence[str]
    values: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rest = _trimmed([line for line in self.lines if line not in self.slot.fixed])
        if self.slot.above or self.slot.below:
            rest = _trimmed(
                [line for line in rest if len(line) > _LONGEST or not _STAMP_LINE.fullmatch(line)]
            )
        for line in self.slot.above:
            if rest and (said := line.read(rest[0])) is not None:
                self.values |= said
                rest = _trimmed(rest[1:])
        for line in reversed(self.slot.below):
            rest = _trimmed(self._without(line, rest))
        if self.slot.text is not None:
            self.values[self.slot.text] = "\n".join(rest).strip()

    def _without(self, line: Line, rest: list[str]) -> list[str]:
        """Take a line that stands below the text out of the cell: it is the last one, or where somebody put it."""
        if not rest:
            return rest
        said = line.read(rest[-1])
        if said is not None:
            self.values |= said
            rest = rest[:-1]
            # Where the date was written under the form's own 年 月 日, that is left over.
            return [each for each in rest if each not in self.slot.printed] if any(said.values()) else rest
        if not line.is_date:
            return rest
        own = next((at for at, each in enumerate(rest) if each in self.slot.printed), None)
        if own is not None:
            rest = rest[:own] + rest[own + 1 :]
        return self._without_date(line, rest)

    def _without_date(self, line: Line, rest: list[str]) -> list[str]:
        """Take a date that stands before a signature, or behind the text in one line with it."""
        for at in range(len(rest) - 1, -1, -1):
            if (said := line.read(rest[at])) is not None and any(said.values()):
                self.values |= said
                return rest[:at] + rest[at + 1 :]
        if rest and (found := _DATE_AT_END.fullmatch(rest[-1])):
            self.values[line.columns[0]] = filled(found["date"])
            text = found["text"].rstrip()
            return [*rest[:-1], *([] if _STAMP_LINE.fullmatch(text) else [text])]
        return rest


def _trimmed(lines: Sequence[str]) -> list[str]:
    """Return the lines without blank ones at both ends."""
    rest = [*lines]
    while rest and is_blank(rest[-1]):
        rest.pop()
    while rest and is_blank(rest[0]):
        rest.pop(0)
    return rest
