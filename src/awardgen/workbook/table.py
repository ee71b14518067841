"""Reading the rows of a sheet into records, with a finding for every cell that is wrong by itself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from awardgen.campaign import Record, Row, SheetSource
from awardgen.catalogue import scores, tables
from awardgen.workbook.cell_values import read_cell
from awardgen.workbook.cells import NoResult, clean, is_blank, normal, text_of
from awardgen.workbook.column_reader import ColumnReader
from awardgen.workbook.data_rows import data_rows
from awardgen.workbook.declaration import Type
from awardgen.workbook.found_sheet import with_merged_values
from awardgen.workbook.headers import find_headers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from awardgen.campaign import Value
    from awardgen.finding import Finding, Place
    from awardgen.workbook.cells import Cell
    from awardgen.workbook.data_rows import Rows
    from awardgen.workbook.declaration import Column, Sheet
    from awardgen.workbook.found_columns import FoundColumn
    from awardgen.workbook.found_sheet import FoundSheet

APPLICANT = "编号"
JUDGE = "评委"


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet as read. headers: as declared, else as typed. columns: header → the values in its rows."""

    headers: tuple[str, ...] = ()
    records: tuple[Record, ...] = ()
    columns: Mapping[str, Sequence[Value]] = field(default_factory=dict)


def read_table(sheet: Sheet, found: FoundSheet, file: str, findings: list[Finding]) -> Table:
    """Read a sheet. Findings are added to the list."""
    found = replace(found, grid=with_merged_values(found.grid, found.merges))
    name = found.name
    header = find_headers(sheet, found, file, findings)
    source = SheetSource(file, name, {column.header: column.letters for column in header.columns}, header.row)
    rows: Rows = data_rows(sheet, found, header, source, findings)
    if sheet.fill_down:
        rows = _fill_down(rows, sheet, header.columns)
    headers = tuple(column.header for column in header.columns)
    columns = _Cells(header.columns, rows, source, findings).values()
    absent = [each for each in sheet.headers if each not in source.columns]
    positions = {each: index for index, each in enumerate(headers + tuple(absent))}
    empty: list[list[Value]] = [[None] * len(rows)] * len(absent)
    cells = zip(*columns, *empty, strict=True)
    records = tuple(
        Record(Row(positions, of_row), source, number)
        for (number, _), of_row in zip(rows, cells, strict=True)
    )
    return Table(headers, records, dict(zip(headers, columns, strict=True)))


class _Cells:
    """The cells of one sheet, read column by column, as a column repeats itself; told of row by row."""

    def __init__(
        self, columns: Sequence[FoundColumn], rows: Rows, source: SheetSource, findings: list[Finding]
    ) -> None:
        self._columns = columns
        self._rows = rows
        self._source = source
        self._findings = findings
        self._indexes = {each.header: each.index for each in columns if each.declared}

    def values(self) -> list[list[Value]]:
        """Return the values of each column, and report what is wrong in a cell."""
        readers = [ColumnReader(each.declared) for each in self._columns]
        values: list[list[Value]] = []
        odd: list[tuple[int, int]] = []
        cells_of = [*zip(*(cells for _, cells in self._rows), strict=True)]
        for position, (column, reader) in enumerate(zip(self._columns, readers, strict=True)):
            read, faulty = reader.read(cells_of[column.index] if cells_of else ())
            values.append(read)
            odd += [(row, position) for row in faulty]
        for row, position in sorted(odd):
            values[position][row] = self._report(row, self._columns[position], readers[position])
        return values

    def _report(self, row: int, column: FoundColumn, reader: ColumnReader) -> Value:
        number, cells = self._rows[row]
        cell = cells[column.index]
        place = self._source.place(column.header, number)
        applicant = normal(self._text(cells, APPLICANT)) or None
        value = read_cell(cell, reader.read_one, place, applicant, self._findings, trim=reader.trim)
        if value is None and column.declared is not None:
            self._report_empty(column.declared, place, applicant, cells)
        return value

    def _text(self, cells: Sequence[Cell], header: str) -> str:
        cell = cells[self._indexes[header]] if header in self._indexes else ""
        return "" if isinstance(cell, NoResult) else clean(text_of(cell))

    def _report_empty(
        self, column: Column, place: Place, applicant: str | None, cells: Sequence[Cell]
    ) -> None:
        failed = isinstance(cells[self._indexes[column.header]], NoResult)
        if column.type is Type.SCORE:
            if failed:
                return
            judge = self._text(cells, JUDGE)
            message = f"评委{judge}给{applicant or '这份申报'}的评分中，第{column.header}条标准是空的。"
            self._findings.append(scores.SCORE_EMPTY.at(place, message, applicant=applicant))
        elif column.required:
            state = "没有可用的内容" if failed else "是空的"
            message = f"“{column.header}”必须填写，现在{state}。"
            self._findings.append(tables.REQUIRED_CELL_EMPTY.at(place, message, applicant=applicant))


def _fill_down(
    rows: Sequence[tuple[int, Sequence[Cell]]], sheet: Sheet, columns: Sequence[FoundColumn]
) -> list[tuple[int, Sequence[Cell]]]:
    """Give the rows of a merged group what only its first row holds."""
    places = {column.header: column.index for column in columns}
    filled = [places[header] for header in sheet.fill_down if header in places]
    key = places.get(sheet.fill_down[0])
    result: list[tuple[int, Sequence[Cell]]] = []
    above: Sequence[Cell] | None = None
    for number, cells in rows:
        completed = list(cells)
        if key is not None and above is not None and (is_blank(cells[key]) or _alike(cells[key], above[key])):
            for index in filled:
                if is_blank(completed[index]):
                    completed[index] = above[index]
        result.append((number, completed))
        above = completed
    return result


def _alike(cell: Cell, above: Cell) -> bool:
    return not isinstance(cell, NoResult) and clean(text_of(cell)) == clean(text_of(above))
