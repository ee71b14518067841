"""Finding the header row of a sheet and matching it with the declared columns."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.catalogue import tables
from awardgen.finding import Place
from awardgen.workbook.cells import clean, column_letters, excerpt_of, squeeze, text_of
from awardgen.workbook.declaration import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.finding import Finding
    from awardgen.workbook.declaration import Column, Sheet
    from awardgen.workbook.files import Grid

_ROWS_SEARCHED = 10
_ENOUGH_HEADERS = 2
_LIKENESS = 0.3


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
    every = [
        FoundColumn(index, column_letters(index), column.header if column else text, column)
        for index, cell in enumerate(grid[row - 1] if row else ())
        if (text := clean(text_of(cell)))
        for column in (declared.get(header_key(text)),)
    ]
    first: dict[str, FoundColumn] = {}
    for each in every:
        first.setdefault(each.header, each)
    columns = tuple(first.values())
    _report_missing(sheet, columns, Place(file, name), findings)
    _report_ambiguous(sheet, every, Place(file, name), row, findings)
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


def _report_missing(
    sheet: Sheet, columns: Sequence[FoundColumn], place: Place, findings: list[Finding]
) -> None:
    there = {column.header for column in columns}
    strangers = [column.header for column in columns if column.declared is None]
    for column in sheet.columns:
        if not (column.required or column.type is Type.SCORE) or column.header in there:
            continue
        near = difflib.get_close_matches(column.header, strangers, 1, _LIKENESS)
        if near:
            found = f"与它最接近的列名是“{near[0]}”"
        elif columns:
            found = f"找到的列名有：{'、'.join(each.header for each in columns)}"
        else:
            found = "没有找到任何列名"
        findings.append(
            tables.COLUMN_MISSING.at(
                Place(place.file, place.sheet, None, column.header),
                f"工作表“{place.sheet}”缺少“{column.header}”这一列，{found}。",
            )
        )


def _report_ambiguous(
    sheet: Sheet, columns: Sequence[FoundColumn], place: Place, row: int, findings: list[Finding]
) -> None:
    from awardgen.rendering import tag_name  # noqa: PLC0415 - it draws in docxtpl

    there = {column.header for column in columns}
    taken = {
        tag_name(each.header): each.header
        for each in sheet.columns
        if not each.required and each.header not in there
    }
    for column in columns:
        tag = tag_name(column.header)
        if tag and tag in taken:
            findings.append(
                tables.TAG_AMBIGUOUS.at(
                    Place(place.file, place.sheet, f"{column.letters}{row}", column.header),
                    f"列名“{column.header}”与“{taken[tag]}”得到同一个标签“{tag}”。",
                    excerpt=excerpt_of(column.header),
                )
            )
        else:
            taken[tag] = column.header
