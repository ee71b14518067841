"""Where a form shows which column: learnt by filling its template with marks and reading where they come out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from awardgen.collecting.form_document import form_document
from awardgen.collecting.labels import Labels
from awardgen.collecting.slot import DATE, Line, Slot, is_blank
from awardgen.documents import PrintedDate
from awardgen.rendering import TemplateError, tag_name
from awardgen.word_text import WordFile
from awardgen.workbook import Type, label_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from awardgen.campaign import Award
    from awardgen.collecting.form_document import FormCell, FormDocument, FormTable
    from awardgen.rendering import Template
    from awardgen.workbook import Column

_MARK = "\ue0f0{}\ue0f1"
_NUMBER_MARK = 770_000
_YEAR_OF_MARKS = 2098
_DAYS = 28
_DATE = rf"\s*(?P<{{}}>(?:{DATE.replace('{', '{{').replace('}', '}}')})?)\s*"
_TEXT = r"\s*(?P<{}>.*?)\s*"
_ALIKE = {":": "[:：]", "：": "[:：]", "(": "[(（]", "（": "[(（]", ")": "[)）]", "）": "[)）]"}
_OPINION = "意见"


@dataclass(frozen=True, slots=True)
class FormPlan:
    """The form of one award.

    slots: squeezed label → what is read there. sure: the labels of its own template. outside: lines outside tables
    that hold values. printed: the squeezed texts of the empty form's cells and lines; printed_outside: those
    outside its tables. labels, own_labels: for finding
    them in running text, all of them and those of the template.
    """

    award: Award
    slots: Mapping[str, Slot]
    sure: frozenset[str]
    outside: tuple[Line, ...]
    printed: frozenset[str]
    printed_outside: frozenset[str]
    labels: Labels
    own_labels: Labels

    @property
    def columns_shown(self) -> tuple[str, ...]:
        of_slots = [column for label in sorted(self.sure) for column in self.slots[label].columns]
        return (*of_slots, *(column for line in self.outside for column in line.columns))


def plan_of_form(
    award: Award, columns: Sequence[Column], template: Template | None, blank: Mapping[str, Any]
) -> FormPlan:
    """Learn the form of an award.

    columns: what its sheet may hold; their headers and aliases are labels too. template: of its form, None where
    there is none. blank: the context of an empty form.
    """
    slots = _declared_slots(columns)
    learnt: dict[str, Slot] = {}
    outside: tuple[Line, ...] = ()
    printed: set[str] = set()
    printed_outside: frozenset[str] = frozenset()
    if template is not None and (documents := _marked_and_empty(template, columns, blank)):
        marked, empty, marks = documents
        for table in marked.tables:
            learnt |= _slots(table, marks)
        outside = tuple(line for text in marked.lines if (line := marks.line(text)))
        printed = _texts(empty)
        printed_outside = frozenset(map(label_key, empty.lines))
    slots |= learnt
    return FormPlan(
        award,
        slots,
        frozenset(learnt),
        outside,
        frozenset(printed),
        printed_outside,
        Labels(slots),
        Labels(learnt),
    )


def _declared_slots(columns: Sequence[Column]) -> dict[str, Slot]:
    """Return a slot for each column by its header and its other names; an opinion is followed by its date."""
    dates = {
        column.header: following.header
        for column, following in pairwise(columns)
        if column.header.endswith(_OPINION) and following.type is Type.DATE
    }
    return {
        label_key(name): Slot(
            column.header, below=(_date_line(dates[column.header]),) if column.header in dates else ()
        )
        for column in columns
        for name in (*column.aliases, column.header)
    }


def _date_line(column: str) -> Line:
    return Line(re.compile(_DATE.format("v0")), (column,), is_date=True)


def _marked_and_empty(
    template: Template, columns: Sequence[Column], blank: Mapping[str, Any]
) -> tuple[FormDocument, FormDocument, _Marks] | None:
    marks = _Marks(columns)
    try:
        files = [template.render(context) for context in ({**blank, **marks.values}, blank)]
    except TemplateError:  # it computes with what it prints; then the headers are its labels
        return None
    marked, empty = (form_document(WordFile(file)) for file in files)
    marks.printed = [*_lines(empty)]
    return marked, empty, marks


def _lines(document: FormDocument) -> Iterator[str]:
    yield from document.lines
    for table in document.tables:
        for row in table.rows:
            for cell in row:
                yield from cell.lines


def _texts(document: FormDocument) -> set[str]:
    cells = (cell.text for table in document.tables for row in table.rows for cell in row)
    return {label_key(text) for text in (*_lines(document), *cells)}


class _Marks:
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
            form = _DATE if column in self._dates else _TEXT
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


def _slots(table: FormTable, marks: _Marks) -> dict[str, Slot]:
    slots: dict[str, Slot] = {}
    above: dict[int, str] = {}
    for row in table.rows:
        label = ""
        for cell in row:
            if cell.goes_on:
                label = ""
            elif not marks.has_any(cell):
                label = label_key(cell.text)
                above[cell.column] = label
            elif label:
                slots.setdefault(label, _slot(cell, marks))
                label = ""
            elif within := _slots_within(cell, marks):
                slots = {**within, **slots}
            elif under := above.get(cell.column):
                slots.setdefault(under, replace(_slot(cell, marks), is_under_label=True))
    return slots


def _slot(cell: FormCell, marks: _Marks) -> Slot:
    lines = [line for line in cell.lines if not is_blank(line)]
    free = next((index for index, line in enumerate(lines) if marks.alone(line)), None)
    above = lines[: free or 0]
    below = lines[free + 1 :] if free is not None else lines
    said_above = tuple(line for text in above if (line := marks.line(text)))
    said_below = tuple(line for text in below if (line := marks.line(text)))
    return Slot(
        marks.alone(lines[free]) if free is not None else None,
        said_above,
        said_below,
        marks.of_empty([line for line in (*said_above, *said_below) if line.is_date]),
        frozenset(line for line in lines if marks.line(line) is None),
    )


def _slots_within(cell: FormCell, marks: _Marks) -> dict[str, Slot]:
    """Return what stands behind the labels in one cell with them (主要事迹：…)."""
    slots: dict[str, Slot] = {}
    before = last = ""
    for text in (line for line in cell.lines if not is_blank(line)):
        line = marks.line(text)
        for label, column in marks.labelled(text):
            key = label_key(label) if label.rstrip().endswith((":", "：")) else before
            before = ""
            if key:
                slots[key] = Slot(column)
                last = key
            elif last and line is not None and line.is_date:  # of what stands above it
                slots[last] = replace(
                    slots[last], below=(*slots[last].below, line), printed=marks.of_empty([line])
                )
        if line is None:
            before = label_key(text)
    return slots
