"""Marks that stand for the columns of a sheet while a form's template is filled, to see where each comes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from awardgen.collecting.forms.slot import DATE, Line, is_blank
from awardgen.documents import PrintedDate
from awardgen.rendering import tag_name
from awardgen.workbook import Type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from awardgen.collecting.forms.document import FormCell
    from awardgen.workbook import Column

_MARK = "\ue0f0{}\ue0f1"
_NUMBER_MARK = 770_000
_YEAR_OF_MARKS = 2098
_DAYS = 28
DATE_OF = rf"\s*(?P<{{}}>(?:{DATE.replace('{', '{{').replace('}', '}}')})?)\s*"
"""A date as a named group, that may be missing."""
_TEXT = r"\s*(?P<{}>.*?)\s*"
_ALIKE = {":": "[:：]", "：": "[:：]", "(": "[(（]", "（": "[(（]", ")": "[)）]", "）": "[)）]"}


class Marks:
    """A mark for each column, and how it is found again where it was printed. printed: the lines of the empty form."""

    def __init__(self, columns: Iterable[Column]) -> None:
        self.values: dict[str, Any] = {}
        self.printed: list[str] = []
        self._columns: dict[str, str] = {}
        self._dates: set[str] = set()
        for index, column in enumerate(columns):
            value: Any = _MARK.format(index)
            if column.type is Type.DATE:
                month, day = divmod(index, _DAYS)
                value = PrintedDate(_YEAR_OF_MARKS, month % 12 + 1, day + 1)
                self._dates.add(column.header)
            elif column.type in {Type.WHOLE, Type.NUMBER}:
                value = _NUMBER_MARK + index
            self.values[tag_name(column.header)] = value
            self._columns[str(value)] = column.header
        self._any = re.compile(
            "|".join(map(re.escape, sorted(self._columns, key=len, reverse=True))) or r"\Z."
        )

    def alone(self, text: str) -> str | None:
        """Return the column whose text is all of the line; a date is never free text."""
        column = self._columns.get(text.strip())
        return None if column in self._dates else column

    def line(self, text: str) -> Line | None:
        """Return what a line says with the values of columns in it; None where it has none."""
        columns: list[str] = []
        pattern, done = "", 0
        for found in self._any.finditer(text):
            column = self._columns[found[0]]
            if column in columns:
                return None
            form = DATE_OF if column in self._dates else _TEXT
            pattern += _literal(text[done : found.start()]) + form.format(f"v{len(columns)}")
            columns.append(column)
            done = found.end()
        if not columns:
            return None
        is_date = len(columns) == 1 and columns[0] in self._dates
        return Line(re.compile(pattern + _literal(text[done:])), tuple(columns), is_date)

    def labelled(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield what stands before each value in a line, and its column: 岗位名称：…　岗位总人数：…."""
        done = 0
        for found in self._any.finditer(text):
            yield text[done : found.start()], self._columns[found[0]]
            done = found.end()

    def has_any(self, cell: FormCell) -> bool:
        return any(self._any.search(line) for line in cell.lines)

    def of_empty(self, lines: Sequence[Line]) -> frozenset[str]:
        """Return the lines of the empty form that are these."""
        return frozenset(
            text for text in self.printed if not is_blank(text) and any(line.read(text) for line in lines)
        )


def _literal(text: str) -> str:
    return r"\s*".join(
        _ALIKE.get(character, re.escape(character)) for character in text if not character.isspace()
    )
