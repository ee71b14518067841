"""The cells of an .xlsx whose formula has no result; calamine gives them as empty."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from awardgen.workbook.cells import NoResult

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

    from awardgen.workbook.cells import Cell, Grid

_MARKS = (b't="e"', b"t='e'", b"f>", b"f/>", b"<f ", b":f ")
"""One of them stands in every sheet that has an error value or a formula, and hardly in any other."""

_SUSPECT = re.compile(
    rb"""\bt=["']e["']|(?:</(?:\w+:)?f>|<(?:\w+:)?f(?:\s[^<>]*)?/>)(?!<(?:\w+:)?v[^<>]*>[^<])"""
)
"""An error value, or a formula that no value follows; reading the sheet as XML takes far longer to see it."""

_A = ord("A") - 1
_ROWS = 2**20  # more than that Excel does not have


def with_failed_formulas(path: Path, grids: dict[str, Grid]) -> dict[str, Grid]:
    """Return the sheets of a workbook with a NoResult in each cell whose formula has none."""
    if not zipfile.is_zipfile(path):
        return grids
    try:
        with zipfile.ZipFile(path) as package:
            sheets = {name: _in_sheet(package.read(part)) for name, part in _sheet_parts(package)}
    except (zipfile.BadZipFile, zlib.error, KeyError, SyntaxError, ValueError, RuntimeError):
        return grids  # calamine could read it: what is odd in it is none of the sheets
    return {name: _put_in(grid, sheets.get(name, {})) for name, grid in grids.items()}


def _sheet_parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the name of each sheet and the part of the package that it stands in."""
    workbook = next(part for kind, part in _related(package, "").values() if kind == "officeDocument")
    related = _related(package, workbook)
    for sheet in _parsed(package.read(workbook)).iter("{*}sheet"):
        reference = next((value for name, value in sheet.attrib.items() if str(name).endswith("}id")), None)
        kind, part = related.get(str(reference), ("", ""))
        if kind == "worksheet":
            yield str(sheet.get("name")), part


def _related(package: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Return what a part refers to: id → the last word of its type, and its part."""
    folder, name = posixpath.split(part)
    relationships = _parsed(package.read(posixpath.join(folder, "_rels", f"{name}.rels")))
    return {
        each.get("Id", ""): (
            each.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/"),
        )
        for each in relationships.iter("{*}Relationship")
    }


def _parsed(content: bytes) -> _Element:
    from lxml import etree  # noqa: PLC0415 - half of the commands read no workbook

    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _in_sheet(content: bytes) -> dict[tuple[int, int], NoResult]:
    """Return the cells without a result by row and column, both from 0."""
    if not any(mark in content for mark in _MARKS) or not _SUSPECT.search(content):
        return {}
    from lxml import etree  # noqa: PLC0415 - likewise

    found = {}
    row = column = -1
    events = etree.iterparse(
        io.BytesIO(content), ("start", "end"), tag=("{*}row", "{*}c"), resolve_entities=False, no_network=True
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


def _put_in(grid: Grid, failed: dict[tuple[int, int], NoResult]) -> Grid:
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
