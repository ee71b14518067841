"""Finding the header row of a sheet and matching it with the declared columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.finding import Place
from awardgen.workbook.cells import NoResult, clean, column_letters, squeeze, text_of
from awardgen.workbook.header_findings import (
    report_ambiguous,
    report_failed,
    report_misnamed,
    report_missing,
)

if TYPE_CHECKING:
    from awardgen.finding import Finding
    from awardgen.workbook.declaration import Column, Sheet
    from awardgen.workbook.files import Grid

_ROWS_SEARCHED = 10
_ENOUGH_HEADERS = 2


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """A column of a sheet. header: as declared, else as typed. declared: None where staff added it."""

    index: int
    letters: str
    header: str
    declared: Column | None


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """The columns found, left to right, and the row (from 1) they were found in; 0 in an empty sheet."""

    row: int
    columns: tuple[FoundColumn, ...]


def header_key(text: str) -> str:
    """Return a header for comparison; 1.0 and a full-width １ are the criterion 1."""
    key = squeeze(text)
    whole, point, fraction = key.partition(".")
    return whole if point and whole.isdecimal() and fraction.strip("0") == "" else key


def find_headers(sheet: Sheet, grid: Grid, file: str, name: str, findings: list[Finding]) -> HeaderRow:
    """Match a sheet's header row with what is declared, and report what is wrong with it.

    name: the sheet's name as it stands in the workbook.
    """
    declared = {header_key(column.header): column for column in sheet.columns}
    row = _header_row(grid, declared)
    report_failed(grid[row - 1] if row else (), Place(file, name), row, findings)
    every = [
        FoundColumn(index, column_letters(index), column.header if column else text, column)
        for index, cell in enumerate(grid[row - 1] if row else ())
        if not isinstance(cell, NoResult) and (text := clean(text_of(cell)))
        for column in (declared.get(header_key(text)),)
    ]
    first: dict[str, FoundColumn] = {}
    for each in every:
        first.setdefault(each.header, each)
    columns = tuple(first.values())
    report_missing(sheet, columns, Place(file, name), findings)
    report_misnamed(sheet, columns, Place(file, name), findings)
    report_ambiguous(sheet, every, Place(file, name), row, findings)
    return HeaderRow(row, columns)


def _header_row(grid: Grid, declared: dict[str, Column]) -> int:
    """Return the first row with two declared headers, else the first that is not blank, else 0."""
    first_filled = 0
    for number, cells in enumerate(grid[:_ROWS_SEARCHED], start=1):
        keys = {header_key(text_of(cell)) for cell in cells} - {""}
        if len(keys & declared.keys()) >= min(_ENOUGH_HEADERS, len(declared)):
            return number
        if keys and not first_filled:
            first_filled = number
    return first_filled
