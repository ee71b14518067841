"""The cells of an .xlsx whose formula has no result; calamine gives them as empty."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from awardgen.workbook.cells import NoResult
from awardgen.workbook.extent import region_of_cells

if TYPE_CHECKING:
    from lxml.etree import _Element

    from awardgen.workbook.cells import Cell, Grid

FailedCells = Mapping[tuple[int, int], NoResult]
"""The cells of a sheet without a result by row and column, both from 0."""

_MARKS = ((b"e", b't="e"'), (b"'", b"t='e'"), (b"f", b"<f"), (b"f", b":f"))
"""One of them stands in every sheet that has an error value or a formula, and hardly in any other.

Each with a letter of it: to look for one takes a tenth of the time, and most sheets have none among their cells.
"""

_SUSPECT = re.compile(
    rb"""\bt=["']e["']|(?:</(?:\w+:)?f>|<(?:\w+:)?f(?:\s[^<>]*)?/>)(?!<(?:\w+:)?v[^<>]*>[^<])"""
)
"""An error value, or a formula that no value follows; reading the sheet as XML takes far longer to see it."""

_A = ord("A") - 1
_ROWS = 2**20  # more than that Excel does not have


def failed_cells(xml: bytes | bytearray) -> FailedCells:
    """Return the cells of a sheet without a result; none of one that is no XML. xml: the sheet's part."""
    cells = region_of_cells(xml)
    if not any(xml.find(sign, *cells) >= 0 and mark in xml for sign, mark in _MARKS) or not _SUSPECT.search(
        xml
    ):
        return {}
    try:
        return _read(xml)
    except (SyntaxError, ValueError):
        return {}


def _read(xml: bytes | bytearray) -> FailedCells:
    from lxml import etree  # noqa: PLC0415 - few workbooks need it

    found = {}
    row = column = -1
    events = etree.iterparse(
        io.BytesIO(xml), ("start", "end"), tag=("{*}row", "{*}c"), resolve_entities=False, no_network=True
    )
    for event, element in events:
        is_cell = str(element.tag).endswith("}c")
        if event == "start" and not is_cell:
            row = int(element.get("r", row + 2)) - 1
            column = -1
        elif event == "end" and is_cell:
            column = _column_of(element.get("r"), column)
            if (failed := _failed(element)) is not None:
                found[row, column] = failed
        elif event == "end":
            element.clear()
    return found


def _column_of(reference: str | None, before: int) -> int:
    """Return a cell's column; a cell that does not say where it stands follows the one before."""
    if not reference:
        return before + 1
    column = 0
    for letter in reference.rstrip("0123456789"):
        column = column * 26 + ord(letter) - _A
    return column - 1


def _failed(cell: _Element) -> NoResult | None:
    value = cell.find("{*}v")
    shown = "" if value is None else value.text or ""
    if cell.get("t") == "e":
        return NoResult(shown or "错误值")
    if shown or cell.find("{*}f") is None:
        return None
    is_empty_text = cell.get("t") == "str" and value is not None
    return None if is_empty_text else NoResult()


def with_failed_cells(grid: Grid, failed: FailedCells) -> Grid:
    """Return the grid with the failed cells; those outside its columns stand under no header."""
    width = len(grid[0]) if grid else 0
    inside = {place: cell for place, cell in failed.items() if place[0] < _ROWS and place[1] < width}
    if not inside:
        return grid
    blank: list[Cell] = [""] * width
    rows: list[list[Cell]] = [list(row) for row in grid]
    rows += [blank] * (max(row for row, _ in inside) + 1 - len(rows))
    for (row, column), cell in inside.items():
        if rows[row] is blank:
            rows[row] = list(blank)
        rows[row][column] = cell
    return rows
