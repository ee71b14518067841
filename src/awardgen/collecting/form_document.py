"""A returned Word file as a person sees it: the cells of its tables, and the lines outside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.word_text import is_seen, name_of, paragraph, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from awardgen.word_text import WordFile


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell; cells that are merged are one. lines: its paragraphs. column: of the grid, from 0."""

    lines: tuple[str, ...]
    row: int
    column: int

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table. rows: its cells, row by row. before: how many lines outside tables stand before it."""

    rows: tuple[tuple[FormCell, ...], ...]
    before: int


@dataclass(frozen=True, slots=True)
class FormDocument:
    """lines: the paragraphs outside tables. properties: the file's own properties, name → text."""

    tables: tuple[FormTable, ...]
    lines: tuple[str, ...]
    properties: Mapping[str, str]


def form_document(file: WordFile) -> FormDocument:
    """Return what the file shows; a table inside a cell is a table of its own."""
    tables: list[FormTable] = []
    lines: list[str] = []
    _read(file.body, lines, tables)
    return FormDocument(tuple(tables), tuple(lines), file.properties)


def _read(element: _Element, lines: list[str], tables: list[FormTable]) -> None:
    """Add the paragraphs below an element to `lines` and its tables to `tables`."""
    joins = False
    for child in element:
        name = name_of(child)
        if name == "p":
            texts = list(paragraph(child))
            if joins and lines:
                lines[-1] += texts.pop(0)
            lines += texts
            joins = _end_is_deleted(child)
        elif name == "tbl":
            place = len(tables)
            before = len(lines)
            inner: list[FormTable] = []
            tables.insert(place, FormTable(tuple(_rows(child, inner)), before))
            tables += inner
        elif is_seen(child):
            _read(child, lines, tables)


def _end_is_deleted(element: _Element) -> bool:
    """Tell whether the end of a paragraph was deleted, so that the next one goes on in it."""
    for path in ("pPr", "rPr", "del"):
        found = next((child for child in element if name_of(child) == path), None)
        if found is None:
            return False
        element = found
    return True


def _rows(table: _Element, inner: list[FormTable]) -> Iterator[tuple[FormCell, ...]]:
    number = 0
    for row in _below(table, "tr"):
        properties = next((child for child in row if name_of(child) == "trPr"), ())
        if any(name_of(child) == "del" for child in properties):
            continue
        column = next((int(value_of(child)) for child in properties if name_of(child) == "gridBefore"), 0)
        cells: list[FormCell] = []
        for cell in _below(row, "tc"):
            span, is_continued = _span(cell)
            lines: list[str] = []
            _read(cell, lines, inner)
            if not is_continued:
                cells.append(FormCell(tuple(lines), number, column))
            column += span
        yield tuple(cells)
        number += 1


def _below(element: _Element, wanted: str) -> Iterator[_Element]:
    """Yield the rows of a table or the cells of a row, also those inside controls."""
    for child in element:
        name = name_of(child)
        if name == wanted:
            yield child
        elif name not in {"tr", "tc", "tbl", "p"} and is_seen(child):
            yield from _below(child, wanted)


def _span(cell: _Element) -> tuple[int, bool]:
    """Return how many columns of the grid a cell takes, and whether it only goes on with a merged one."""
    span, is_continued = 1, False
    properties = next((child for child in cell if name_of(child) == "tcPr"), ())
    for child in properties:
        name = name_of(child)
        if name == "gridSpan":
            span = int(value_of(child))
        elif name in {"vMerge", "hMerge"}:
            is_continued = value_of(child) != "restart"
    return span, is_continued
