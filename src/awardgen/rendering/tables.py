"""Tables whose number of columns a loop has changed: the grid follows, the table keeps its width."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen.rendering.faults import FaultKind, Spot, TemplateError, fault_at
from awardgen.rendering.locate import CELL, ROW, WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
            cells = [row.findall(CELL) for row in rows]
            _fit(grid, max(map(len, cells)), max(sum(map(_span, row)) for row in cells))


def columns_spanned(text: str) -> int:
    """Return how many columns a cell says that it spans. Raise TemplateError where that is no number."""
    if text and not (text.isdecimal() and text.isascii()):
        message = f"表格里一格要占的列数“{text[:20]}”不是整数；请检查{{% colspan … %}}"
        raise TemplateError([fault_at(Spot("正文"), FaultKind.VALUE, message)])
    return int(text or 1)


def fitted_widths(widths: Sequence[str], cells: int, columns: int) -> list[str]:
    """Return the widths of a grid's columns where the longest rows have so many cells, and span so many columns.

    widths: of the columns there are; empty where a column has none.
    """
    fitted = list(widths)
    missing = cells - len(widths)
    if missing > 0:
        total = sum(map(_number, widths))
        average = total / cells
        if total:
            fitted = [str(int(_number(width) * average / (total / len(widths)))) for width in widths]
        fitted += [str(int(average))] * missing
    kept, removed = fitted[:columns], fitted[columns:]
    freed = sum(map(_number, removed))
    return [str(int(_number(width) + int(freed / len(kept)))) for width in kept] if removed else kept


def _span(cell: _Element) -> int:
    span = cell.find(_SPAN)
    return 1 if span is None else columns_spanned(span.get(f"{WORD}val") or "")


def _fit(grid: _Element, cells: int, columns: int) -> None:
    before = grid.findall(_COLUMN)
    widths = [column.get(_WIDTH) or "" for column in before]
    fitted = fitted_widths(widths, cells, columns)
    if fitted == widths:
        return
    for column in before[len(fitted) :]:
        grid.remove(column)
    for number, width in enumerate(fitted):
        column = before[number] if number < len(before) else etree.SubElement(grid, _COLUMN)
        if width:
            column.set(_WIDTH, width)


def _number(width: str) -> float:
    return float(width or 0)
