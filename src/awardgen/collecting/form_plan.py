"""Where a form shows which column: learnt by filling its template with marks and reading where they come out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from awardgen.collecting.form_document import form_document
from awardgen.documents import PrintedDate
from awardgen.rendering import TemplateError, tag_name
from awardgen.word_text import WordFile
from awardgen.workbook import Type, label_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from awardgen.campaign import Award
    from awardgen.collecting.form_document import FormCell, FormTable
    from awardgen.rendering import Template
    from awardgen.workbook import Column

_MARK = "\ue0f0{}\ue0f1"
_NUMBER_MARK = 770_000
_YEAR_OF_MARKS = 2098
_DAYS = 28
_DATE = r"\s*(?P<{}>[^年]{{0,9}}年[^月]{{0,7}}月[^日号]{{0,7}}[日号]|[0-9./\-\s]{{0,20}})\s*"
_TEXT = r"\s*(?P<{}>.*?)\s*"
_ALIKE = {":": "[:：]", "：": "[:：]", "(": "[(（]", "（": "[(（]", ")": "[)）]", "）": "[)）]"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cell that says something around a value (同意。2011年6月1日（章）).

    pattern: of the whole line, with a group v0, v1 … for each column; white space and the width of marks do not count.
    """

    pattern: re.Pattern[str]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in the cell beside or under a label.

    text: the column whose text fills the cell, apart from the lines above and below it; None where there is none.
    """

    text: str | None
    above: tuple[Line, ...] = ()
    below: tuple[Line, ...] = ()
    is_under_label: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        of_lines = [column for line in (*self.above, *self.below) for column in line.columns]
        return (*([self.text] if self.text else []), *of_lines)


@dataclass(frozen=True, slots=True)
class FormPlan:
    """The form of one award. slots: squeezed label → what is read there. sure: the labels of its own template.

    outside: lines outside tables that hold values.
    """

    award: Award
    slots: Mapping[str, Slot]
    sure: frozenset[str]
    outside: tuple[Line, ...] = ()


def plan_of_form(
    award: Award, columns: Sequence[Column], template: Template | None, blank: Mapping[str, Any]
) -> FormPlan:
    """Learn the form of an award.

    columns: what its sheet may hold; their headers and aliases are labels too. template: of its form, None where
    there is none. blank: the context of an empty form.
    """
    known = {
        label_key(name): Slot(column.header)
        for column in columns
        for name in (*column.aliases, column.header)
    }
    learnt: dict[str, Slot] = {}
    outside: tuple[Line, ...] = ()
    if template is not None:
        marks = _Marks(columns)
        try:
            file = WordFile(template.render({**blank, **marks.values}))
        except TemplateError:  # it computes with what it prints; then the headers are its labels
            file = None
        if file is not None:
            document = form_document(file)
            for table in document.tables:
                learnt |= _slots(table, marks)
            outside = tuple(line for text in document.lines if (line := marks.line(text)))
    return FormPlan(award, {**known, **learnt}, frozenset(learnt), outside)


class _Marks:
    """A mark for each column, and how it is found again where it was printed."""

    def __init__(self, columns: Iterable[Column]) -> None:
        self.values: dict[str, Any] = {}
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
            form = _DATE if column in self._dates else _TEXT
            pattern += _literal(text[done : found.start()]) + form.format(f"v{len(columns)}")
            columns.append(column)
            done = found.end()
        if not columns:
            return None
        return Line(re.compile(pattern + _literal(text[done:])), tuple(columns))

    def has_any(self, cell: FormCell) -> bool:
        return any(self._any.search(line) for line in cell.lines)


def _literal(text: str) -> str:
    return r"\s*".join(
        _ALIKE.get(character, re.escape(character)) for character in text if not character.isspace()
    )


def _slots(table: FormTable, marks: _Marks) -> dict[str, Slot]:
    slots: dict[str, Slot] = {}
    above: dict[int, str] = {}
    for row in table.rows:
        label = ""
        for cell in row:
            if not marks.has_any(cell):
                label = label_key(cell.text)
                above[cell.column] = label
                continue
            under = "" if label else above.get(cell.column, "")
            if key := label or under:
                slots.setdefault(key, _slot(cell, marks, is_under_label=not label))
            label = ""
    return slots


def _slot(cell: FormCell, marks: _Marks, *, is_under_label: bool) -> Slot:
    lines = [line for line in cell.lines if label_key(line)]
    free = next((index for index, line in enumerate(lines) if marks.alone(line)), None)
    above = lines[: free or 0]
    below = lines[free + 1 :] if free is not None else lines
    return Slot(
        marks.alone(lines[free]) if free is not None else None,
        tuple(line for text in above if (line := marks.line(text))),
        tuple(line for text in below if (line := marks.line(text))),
        is_under_label,
    )
