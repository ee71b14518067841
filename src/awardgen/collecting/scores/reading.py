"""The scores that a judge's workbook holds, however its rows were sorted and whatever columns were added."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from awardgen.catalogue import returned as kinds
from awardgen.collecting.scores.sheets import JUDGE, NUMBER
from awardgen.finding import Place
from awardgen.workbook import (
    SCORE_WORKBOOK,
    WorkbookUnreadableError,
    cell_text,
    column_letters,
    label_key,
    open_workbook,
    typed_score,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from awardgen.campaign import Criterion
    from awardgen.collecting.sources import HandedIn
    from awardgen.finding import Finding
    from awardgen.workbook import Cell, Grid

_HEADER = re.compile(r"(?P<number>[^(]+)(?:\([0-9.]+分\))?")
_ROWS_SEARCHED = 10


@dataclass(frozen=True, slots=True)
class ReturnedScores:
    """One row of a judge's workbook. points: criterion → points; what the judge left empty is not there."""

    number: str
    judge: str
    points: Mapping[str, Decimal]
    file: HandedIn
    place: Place


def read_scores(
    file: HandedIn, criteria: Sequence[Criterion], findings: list[Finding]
) -> list[ReturnedScores] | None:
    """Return the rows that hold scores; None where the workbook is no judge's."""
    with TemporaryDirectory(prefix="awardgen-") as folder:
        path = Path(folder) / f"{SCORE_WORKBOOK.name}{file.suffix}"
        path.write_bytes(file.content)
        try:
            book = open_workbook(Path(folder), path)
        except WorkbookUnreadableError as problem:
            message = f"{file.path.name}打不开：{problem.why}。"
            findings.append(kinds.FILE_UNREADABLE.at(file.place, message))
            return []
    found = [
        (name, rows)
        for name, grid in book.grids.items()
        if (rows := _rows(file, name, grid, criteria, findings)) is not None
    ]
    return [row for _, rows in found for row in rows] if found else None


def _rows(
    file: HandedIn, sheet: str, grid: Grid, criteria: Sequence[Criterion], findings: list[Finding]
) -> list[ReturnedScores] | None:
    numbers = {label_key(each.number): each for each in criteria}
    for at, cells in enumerate(grid[:_ROWS_SEARCHED]):
        headers = [label_key(cell_text(cell)) for cell in cells]
        columns = {
            numbers[match["number"]].number: index
            for index, header in enumerate(headers)
            if (match := _HEADER.fullmatch(header)) and match["number"] in numbers
        }
        if NUMBER in headers and JUDGE in headers and columns:
            places = headers.index(NUMBER), headers.index(JUDGE)
            reader = _Reader(file, sheet, places, columns, {each.number: each for each in criteria}, findings)
            return list(reader.rows(grid[at + 1 :], first=at + 2))
    return None


@dataclass
class _Reader:
    file: HandedIn
    sheet: str
    places: tuple[int, int]
    columns: Mapping[str, int]
    criteria: Mapping[str, Criterion]
    findings: list[Finding]

    def rows(self, grid: Grid, first: int) -> Iterator[ReturnedScores]:
        for row, cells in enumerate(grid, start=first):
            number, judge = (cell_text(cells[index]).strip() for index in self.places)
            place = Place(str(self.file.path), self.sheet, f"A{row}")
            points: dict[str, Decimal] = {}
            is_readable = True
            for criterion, index in self.columns.items():
                if not cell_text(cells[index]).strip():
                    continue
                value = self._score(cells[index], criterion)
                if value is None:
                    is_readable = False
                    self._report(cells[index], criterion, number, f"{column_letters(index)}{row}")
                else:
                    points[criterion] = value
            if points and is_readable:
                yield ReturnedScores(number, judge, points, self.file, place)

    def _report(self, cell: Cell, criterion: str, number: str, at: str) -> None:
        shown, most = cell_text(cell), self.criteria[criterion].points
        wanted = "0或以上的数" if most is None else f"0到{most:f}之间的数"
        message = f"给{number or '（没有编号）'}的第{criterion}条填的是“{shown}”，应填{wanted}。"
        place = Place(str(self.file.path), self.sheet, at)
        self.findings.append(kinds.SCORE_UNREADABLE.at(place, message, applicant=number or None))

    def _score(self, cell: Cell, criterion: str) -> Decimal | None:
        value = typed_score(cell)
        most = self.criteria[criterion].points
        return value if value is not None and value >= 0 and (most is None or value <= most) else None
