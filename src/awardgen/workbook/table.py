"""Reading the rows of a sheet into records, with a finding for every cell that is wrong by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.campaign import Record, SheetSource
from awardgen.catalogue import scores, tables
from awardgen.workbook.cell_values import read_cell, read_quickly
from awardgen.workbook.cells import NoResult, clean, clean_end, normal, text_of
from awardgen.workbook.declaration import Type
from awardgen.workbook.headers import find_headers
from awardgen.workbook.readers import reader_of
from awardgen.workbook.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from awardgen.campaign import Value
    from awardgen.finding import Finding
    from awardgen.workbook.cells import Cell, Grid
    from awardgen.workbook.declaration import Column, Sheet
    from awardgen.workbook.found_columns import FoundColumn

APPLICANT = "编号"


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet as read. headers: as declared, else as typed."""

    headers: tuple[str, ...]
    records: tuple[Record, ...]


def read_table(sheet: Sheet, found: tuple[str, Grid], file: str, findings: list[Finding]) -> Table:
    """Read a sheet. found: its name as it stands and its cells. Findings are added to the list."""
    name, grid = found
    header = find_headers(sheet, grid, file, name, findings)
    source = SheetSource(file, name, {column.header: column.letters for column in header.columns})
    readings = _Rows(sheet, header.columns, source, findings)
    rows = list(_filled_rows(grid, header.row, header.columns))
    if sheet.fill_down:
        rows = _fill_down(rows, sheet, header.columns)
    return Table(
        tuple(column.header for column in header.columns),
        tuple(readings.read(number, cells) for number, cells in rows),
    )


class _Rows:
    """Reads the rows of one sheet; what is the same for all of them is looked up once."""

    def __init__(
        self, sheet: Sheet, columns: Sequence[FoundColumn], source: SheetSource, findings: list[Finding]
    ) -> None:
        there = {column.header for column in columns}
        self._source = source
        self._findings = findings
        self._absent: dict[str, Value] = dict.fromkeys(each for each in sheet.headers if each not in there)
        self._columns = [
            (each.header, each.index, each.declared, reader_of(each.declared), _trimmer(each.declared))
            for each in columns
        ]
        self._applicant = next(
            (each.index for each in columns if each.declared and each.header == APPLICANT), None
        )

    def read(self, number: int, cells: Sequence[Cell]) -> Record:
        values: dict[str, Value] = {}
        record = Record(values, self._source, number)
        for header, index, declared, read, trim in self._columns:
            cell = cells[index]
            try:
                value = read_quickly(cell, read, trim)
            except Unreadable:
                applicant = self._number(cells)
                value = read_cell(cell, read, record.place(header), applicant, self._findings, trim=trim)
            if value is None and declared is not None:
                self._report_empty(declared, record, cells, cell)
            values[header] = value
        values.update(self._absent)
        return record

    def _number(self, cells: Sequence[Cell]) -> str | None:
        cell = "" if self._applicant is None else cells[self._applicant]
        return None if isinstance(cell, NoResult) else normal(clean(text_of(cell))) or None

    def _report_empty(self, column: Column, record: Record, cells: Sequence[Cell], cell: Cell) -> None:
        place = record.place(column.header)
        applicant = self._number(cells)
        if column.type is Type.SCORE:
            if isinstance(cell, NoResult):
                return
            judge = record.text("评委")
            message = f"评委{judge}给{applicant or '这份申报'}的评分中，第{column.header}条标准是空的。"
            self._findings.append(scores.SCORE_EMPTY.at(place, message, applicant=applicant))
        elif column.required:
            state = "没有可用的内容" if isinstance(cell, NoResult) else "是空的"
            message = f"“{column.header}”必须填写，现在{state}。"
            self._findings.append(tables.REQUIRED_CELL_EMPTY.at(place, message, applicant=applicant))


def _trimmer(column: Column | None) -> Callable[[str], str]:
    return clean_end if column is not None and column.type is Type.LONG_TEXT else clean


def _filled_rows(
    grid: Grid, header_row: int, columns: Sequence[FoundColumn]
) -> Iterator[tuple[int, Sequence[Cell]]]:
    """Yield the rows below the header in which something stands under a header."""
    indexes = [column.index for column in columns]
    for number, cells in enumerate(grid[header_row:], start=header_row + 1):
        for index in indexes:
            cell = cells[index]
            if not _is_blank(cell):
                yield number, cells
                break


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
        if (
            key is not None
            and above is not None
            and (_is_blank(cells[key]) or _alike(cells[key], above[key]))
        ):
            for index in filled:
                if _is_blank(completed[index]):
                    completed[index] = above[index]
        result.append((number, completed))
        above = completed
    return result


def _is_blank(cell: Cell) -> bool:
    return cell.__class__ is str and not clean(cell)


def _alike(cell: Cell, above: Cell) -> bool:
    return not isinstance(cell, NoResult) and clean(text_of(cell)) == clean(text_of(above))
