"""A stretch of text that a document prints or a cell holds, with the place where it can be mended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.finding import Finding, Kind, Place, Severity
    from awardgen.rendering import TracedValue

_SENTENCE: Final = re.compile(r"[^。；;！!？?]+")
_LONGEST: Final = 60


@dataclass(frozen=True)
class Passage:
    """A paragraph of a document, or a cell of its tables, or a cell of a workbook.

    typed: as it is printed, or stands in the cell.
    where: 正文第3段 in a template; empty for a cell of a workbook.
    values: what tags have printed. columns: of the table it stands in; 0 outside.
    """

    typed: str
    place: Place
    where: str = ""
    values: tuple[TracedValue, ...] = ()
    columns: int = 0

    @cached_property
    def text(self) -> str:
        """The text without white space, in which the rules look."""
        return "".join(self.typed[index] for index in self._kept)

    @cached_property
    def _kept(self) -> tuple[int, ...]:
        return tuple(index for index, character in enumerate(self.typed) if not character.isspace())

    def typed_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of `text` stands in `typed`."""
        return self._kept[start], self._kept[end - 1] + 1

    def comes_from_a_cell(self, start: int, end: int) -> bool:
        """Whether a tag has printed all of a stretch of `text`: the cell is looked at by itself."""
        first, last = self.typed_span(start, end)
        return any(value.start <= first and last <= value.end for value in self.values)

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Yield the sentences of `text`, each with where it starts."""
        for found in _SENTENCE.finditer(self.text):
            yield found.start(), found.group()

    def findings(
        self, kind: Kind, start: int, end: int, message: str, severity: Severity | None = None
    ) -> Iterator[Finding]:
        """Yield a finding about a stretch of `text`; none where it comes from a cell."""
        if start >= end or self.comes_from_a_cell(start, end):
            return
        first, last = self.typed_span(start, end)
        excerpt = " ".join(self.typed[first:last].split())[:_LONGEST]
        if self.where:
            told = f"{self.where}：{message}"
            yield kind.at(self.place, told, excerpt=excerpt, severity=severity)
        else:
            yield kind.at(self.place, message, start=first, end=last, excerpt=excerpt, severity=severity)
