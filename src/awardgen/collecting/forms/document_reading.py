"""From the XML of a Word file to what a person sees of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from awardgen.collecting.forms.document import FormCell, FormDocument, FormTable
from awardgen.collecting.forms.repeated_controls import has_controls, without_repetitions
from awardgen.word_text import is_seen, name_of, paragraph_and_boxes, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from awardgen.collecting.forms.document import Row
    from awardgen.collecting.forms.repeated_controls import Controlled
    from awardgen.word_text import WordFile

_CAPTION = 60
_PICTURES = frozenset({"blip", "imagedata"})


def form_document(file: WordFile) -> FormDocument:
    """Return what the file shows; a table inside a cell is a table of its own."""
    reader = _Reader()
    lines = _Lines()
    reader.read(file.body, lines, None)
    tables = tuple(each for each in reader.tables if each is not None)
    shown = sum(map(len, lines.texts)) + sum(
        len(cell.text) for each in tables for row in each.rows for cell in row
    )
    has_picture = shown <= _CAPTION and _has_picture(file.body)
    return FormDocument(tables, tuple(lines.texts), file.properties, frozenset(lines.boxed), has_picture)


@dataclass
class _Lines:
    """The lines of a file, or of a cell."""

    texts: list[str] = field(default_factory=list)
    boxed: list[int] = field(default_factory=list)
    tables: list[tuple[int, int]] = field(default_factory=list)
    controlled: list[Controlled] = field(default_factory=list)


class _Reader:
    def __init__(self) -> None:
        self.tables: list[FormTable | None] = []

    def read(self, element: _Element, lines: _Lines, inside: int | None, *, boxed: bool = False) -> None:
        """Add the paragraphs below an element to `lines`, and its tables. inside: the table whose cell it is."""
        joins = False
        for child in element:
            name = name_of(child)
            if name == "p":
                text, boxes = paragraph_and_boxes(child)
                texts = text.split("\n")
                if joins and lines.texts:
                    lines.texts[-1] += texts.pop(0)
                if boxed:
                    lines.boxed += range(len(lines.texts), len(lines.texts) + len(texts))
                if has_controls(child):
                    lines.controlled.append((len(lines.texts), len(lines.texts) + len(texts), child))
                lines.texts += texts
                for box in boxes:
                    self.read(box, lines, inside, boxed=True)
                joins = _end_is_deleted(child)
            elif name == "tbl":
                number = len(self.tables)
                self.tables.append(None)  # its place: those in its cells come behind it
                lines.tables.append((len(lines.texts), number))
                before = len(lines.texts) if inside is None else 0
                self.tables[number] = FormTable(tuple(self._rows(child, number)), before, inside)
            elif is_seen(child):
                self.read(child, lines, inside, boxed=boxed)

    def _rows(self, table: _Element, number: int) -> Iterator[Row]:
        above: dict[int, FormCell] = {}
        for index, (row, first_column) in enumerate(_rows_below(table)):
            cells: list[FormCell] = []
            column = first_column
            for element in _below(row, "tc"):
                span, goes_on, is_gone = _kind_of(element)
                if is_gone:
                    column += span
                    continue
                upper = above.get(column) if goes_on else None
                if upper is not None:
                    cell = FormCell(upper.lines, column, upper.place, goes_on=True)
                else:
                    cell = self._cell(element, column, (index, column), number)
                cells.append(cell)
                above[column] = cell
                column += span
            yield tuple(cells)

    def _cell(self, element: _Element, column: int, place: tuple[int, int], number: int) -> FormCell:
        lines = _Lines()
        self.read(element, lines, number)
        if lines.controlled and not lines.tables:
            lines.texts = without_repetitions(lines.texts, lines.controlled)
        is_blank = not any(map(str.strip, lines.texts))
        return FormCell(
            tuple(lines.texts),
            column,
            place,
            tuple(lines.tables),
            has_picture=is_blank and _has_picture(element),
        )


def _end_is_deleted(element: _Element) -> bool:
    """Tell whether the end of a paragraph was deleted, so that the next one goes on in it."""
    for path in ("pPr", "rPr", "del"):
        found = next((child for child in element if name_of(child) == path), None)
        if found is None:
            return False
        element = found
    return True


def _rows_below(table: _Element) -> Iterator[tuple[_Element, int]]:
    """Yield the rows that were not deleted, each with the column of the grid that it begins at."""
    for row in _below(table, "tr"):
        properties = next((child for child in row if name_of(child) == "trPr"), ())
        if not any(name_of(child) == "del" for child in properties):
            before = (child for child in properties if name_of(child) == "gridBefore")
            yield row, next((_number(child) for child in before), 0)


def _below(element: _Element, wanted: str) -> Iterator[_Element]:
    """Yield the rows of a table or the cells of a row, also those inside controls."""
    for child in element:
        name = name_of(child)
        if name == wanted:
            yield child
        elif name not in {"tr", "tc", "tbl", "p"} and is_seen(child):
            yield from _below(child, wanted)


def _kind_of(cell: _Element) -> tuple[int, bool, bool]:
    """Return how many columns a cell takes, whether it goes on with the one above, and whether it is none by itself."""
    span, goes_on, is_gone = 1, False, False
    properties = next((child for child in cell if name_of(child) == "tcPr"), ())
    for child in properties:
        name = name_of(child)
        if name == "gridSpan":
            span = max(_number(child), 1)
        elif name == "vMerge":
            goes_on = value_of(child) != "restart"
        elif name == "cellDel" or (name == "hMerge" and value_of(child) != "restart"):
            is_gone = True
    return span, goes_on, is_gone


def _number(element: _Element) -> int:
    text = value_of(element)
    return min(int(text), 1000) if text.isascii() and text.isdecimal() else 0


def _has_picture(element: _Element) -> bool:
    return any(name_of(each) in _PICTURES for each in element.iter())
