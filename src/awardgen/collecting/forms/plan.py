"""Where a form shows which column: learnt by filling its template with marks and reading where they come out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from awardgen.collecting.forms.document_reading import form_document
from awardgen.collecting.forms.labels import Labels
from awardgen.collecting.forms.marks import DATE_OF, Marks
from awardgen.collecting.forms.slot import Line, Slot, is_blank
from awardgen.rendering import TemplateError
from awardgen.word_text import WordFile
from awardgen.workbook import Type, label_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from awardgen.campaign import Award
    from awardgen.collecting.forms.document import FormCell, FormDocument, FormTable
    from awardgen.rendering import Template
    from awardgen.workbook import Column

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
    return Line(re.compile(DATE_OF.format("v0")), (column,), is_date=True)


def _marked_and_empty(
    template: Template, columns: Sequence[Column], blank: Mapping[str, Any]
) -> tuple[FormDocument, FormDocument, Marks] | None:
    marks = Marks(columns)
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


def _slots(table: FormTable, marks: Marks) -> dict[str, Slot]:
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


def _slot(cell: FormCell, marks: Marks) -> Slot:
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


def _slots_within(cell: FormCell, marks: Marks) -> dict[str, Slot]:
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
