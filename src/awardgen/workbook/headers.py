"""Finding the header row of a sheet and matching it with the declared columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from awardgen.finding import Place
from awardgen.workbook.cells import NoResult, clean, column_letters, squeeze, text_of
from awardgen.workbook.found_columns import FoundColumn, HeaderRow
from awardgen.workbook.header_findings import (
    report_ambiguous,
    report_failed,
    report_merged,
    report_misnamed,
    report_missing,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from awardgen.finding import Finding
    from awardgen.workbook.cells import Cell, Grid
    from awardgen.workbook.declaration import Column, Sheet
    from awardgen.workbook.found_sheet import FoundSheet

_ROWS_SEARCHED = 10
_ENOUGH_HEADERS = 2
_ROWS_BESIDE = 2
_COUNTED = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、)](?=\D)")
"""A header's number: 1.编号, 二、工会小组."""


def header_key(text: str) -> str:
    """Return a header for comparison; 1.0 and a full-width １ are the criterion 1."""
    key = _COUNTED.sub("", squeeze(text), count=1)
    whole, point, fraction = key.partition(".")
    return whole if point and whole.isdecimal() and fraction.strip("0") == "" else key


class Declared:
    """The declared columns of a sheet, or the 项目 of 基本信息, by what may stand for them."""

    def __init__(self, columns: Sequence[Column]) -> None:
        from awardgen.rendering import tag_name  # noqa: PLC0415 - it draws in docxtpl

        self._tag_name = tag_name
        self._by_key = {header_key(column.header): column for column in columns}
        self._by_tag = {tag_name(column.header): column for column in columns}
        self.count = len(self._by_key)

    def named(self, text: str) -> Column | None:
        """Return the column whose name the text is, whatever its width and white space."""
        return self._by_key.get(header_key(text))

    def tagged(self, text: str) -> Column | None:
        """Return the column whose tag the text gives, as 主要事迹（1500字左右） gives that of 主要事迹."""
        tag = self._tag_name(_COUNTED.sub("", squeeze(text), count=1))
        return self._by_tag.get(tag) if tag else None

    def meant_by(self, texts: Iterable[str]) -> dict[str, Column | None]:
        """Return text → the column it stands for: the one it names, else one of its tag that none names.

        Of several that give the tag of a column the first is meant.
        """
        named = {text: self.named(text) for text in texts}
        taken = {column.header for column in named.values() if column}
        for text, column in named.items():
            if column is None and (tagged := self.tagged(text)) and tagged.header not in taken:
                named[text] = tagged
                taken.add(tagged.header)
        return named


def find_headers(sheet: Sheet, found: FoundSheet, file: str, findings: list[Finding]) -> HeaderRow:
    """Match a sheet's header row with what is declared, and report what is wrong with it."""
    declared = Declared(sheet.columns)
    grid = found.grid
    row = _header_row(grid, declared)
    place = Place(file, found.name)
    report_failed(grid[row - 1] if row else (), place, row, findings)
    typed = _texts(grid[row - 1]) if row else {}
    typed |= _from_above(grid, row, typed, declared)
    last = row
    while row and last < min(row + _ROWS_BESIDE, len(grid)) and _continues(grid[last], typed, declared):
        typed |= _texts(grid[last])
        last += 1
    typed = dict(sorted(typed.items()))
    meant = declared.meant_by(typed.values())
    every = [
        FoundColumn(index, column_letters(index), column.header if column else text, column, text)
        for index, text in typed.items()
        for column in (meant[text],)
    ]
    first: dict[str, FoundColumn] = {}
    for each in every:
        first.setdefault(each.header, each)
    columns = tuple(first.values())
    report_missing(sheet, columns, place, findings)
    report_misnamed(sheet, columns, place, findings)
    report_ambiguous(every, place, row, findings)
    report_merged(found, columns, range(row, last + 1), place, findings)
    return HeaderRow(last, columns)


def _texts(cells: Sequence[Cell]) -> dict[int, str]:
    """Return the texts of a row by their columns, from 0."""
    return {
        index: text
        for index, cell in enumerate(cells)
        if not isinstance(cell, NoResult) and (text := clean(text_of(cell)))
    }


def _header_row(grid: Grid, declared: Declared) -> int:
    """Return the first row with two declared headers, else with two of their tags, else that is not blank, else 0."""
    rows = [
        (number, texts)
        for number, cells in enumerate(grid[:_ROWS_SEARCHED], start=1)
        if (texts := [text for cell in cells if (text := clean(text_of(cell)))])
    ]
    for named in (declared.named, declared.tagged):
        for number, texts in rows:
            headers = {column.header for text in texts if (column := named(text))}
            if len(headers) >= min(_ENOUGH_HEADERS, declared.count):
                return number
    return rows[0][0] if rows else 0


def _continues(cells: Sequence[Cell], typed: Mapping[int, str], declared: Declared) -> bool:
    """Tell whether a row belongs to the header above it, as the names below the name of a group of columns do."""
    above = {index: column for index, text in typed.items() if (column := declared.named(text))}
    texts = _texts(cells)
    named = {index: column for index, text in texts.items() if (column := declared.named(text))}
    if any(named.get(index) is not above[index] for index in texts if index in above):
        return False
    there = {column.header for column in above.values()}
    new = [column.header for column in named.values() if column.header not in there]
    if new:
        return len(new) >= _ENOUGH_HEADERS or not new[0].isdecimal()
    return len(texts) >= _ENOUGH_HEADERS and len(named) == len(texts)


def _from_above(grid: Grid, row: int, typed: Mapping[int, str], declared: Declared) -> dict[int, str]:
    """Return the headers that stand above an empty cell of the header row, as those beside a group of columns do."""
    there = {column.header for text in typed.values() if (column := declared.named(text))}
    above: dict[int, str] = {}
    for cells in grid[max(row - 1 - _ROWS_BESIDE, 0) : max(row - 1, 0)]:
        for index, text in _texts(cells).items():
            column = None if index in typed else declared.named(text)
            if column and column.header not in there:
                above[index] = text
    return above
