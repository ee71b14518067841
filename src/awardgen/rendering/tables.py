"""Tables whose number of columns a loop has changed: the grid follows, the table keeps its width."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen.rendering.locate import CELL, ROW, WORD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

TABLE: Final = f"{WORD}tbl"
_GRID: Final = f"{WORD}tblGrid"
_COLUMN: Final = f"{WORD}gridCol"
_WIDTH: Final = f"{WORD}w"
_SPAN: Final = f"{WORD}tcPr/{WORD}gridSpan"


def fit_grids(tables: Iterable[_Element]) -> None:
    """Give each table as many grid columns as its rows have, as docxtpl does."""
    for table in tables:
        grid = table.find(_GRID)
        # docxtpl counts an inner table's rows too, and widens the outer one for them.
        rows = [row for row in table.iter(ROW) if next(row.iterancestors(TABLE), None) is table]
        if grid is not None and rows:
            _add_columns(grid, max(len(row.findall(CELL)) for row in rows))
            _remove_columns(grid, max(sum(map(_span, row.findall(CELL))) for row in rows))


def _span(cell: _Element) -> int:
    span = cell.find(_SPAN)
    return 1 if span is None else int(span.get(f"{WORD}val") or 1)


def _add_columns(grid: _Element, needed: int) -> None:
    columns = grid.findall(_COLUMN)
    missing = needed - len(columns)
    if missing <= 0:
        return
    total = sum(_width(column) for column in columns)
    average = total / needed
    if total:
        for column in columns:
            column.set(_WIDTH, str(int(_width(column) * average / (total / len(columns)))))
    for _ in range(missing):
        etree.SubElement(grid, _COLUMN, {_WIDTH: str(int(average))})


def _remove_columns(grid: _Element, needed: int) -> None:
    columns = grid.findall(_COLUMN)
    kept, removed = columns[:needed], columns[needed:]
    if not removed:
        return
    freed = sum(_width(column) for column in removed)
    for column in removed:
        grid.remove(column)
    for column in kept:
        column.set(_WIDTH, str(int(_width(column) + int(freed / len(kept)))))


def _width(column: _Element) -> float:
    return float(column.get(_WIDTH) or 0)
