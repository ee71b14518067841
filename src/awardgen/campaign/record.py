from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.finding import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.campaign.values import Value


@dataclass(frozen=True, slots=True)
class SheetSource:
    """Where a sheet was read from.

    columns: header → column letters; where a sheet has 项目 and 内容, the 项目 → the letters of 内容.
    header_row: as Excel counts, from 1.
    """

    file: str
    sheet: str
    columns: Mapping[str, str]
    header_row: int = 1

    def place(self, column: str, row: int) -> Place:
        """Return the place of a cell. row: as Excel counts, from 1."""
        letters = self.columns.get(column)
        return Place(self.file, self.sheet, f"{letters}{row}" if letters else None, column)


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a sheet: each value under its header, and the cell it stands in.

    values: every column of the sheet, None where the cell is empty; a cell that could not be read as its
        column's type keeps the text as typed.
    row: as Excel counts, from 1.
    """

    values: Mapping[str, Value]
    source: SheetSource
    row: int

    def text(self, column: str) -> str:
        """Return the cell's text, empty where there is none."""
        value = self.values.get(column)
        return "" if value is None else str(value)

    def place(self, column: str) -> Place:
        return self.source.place(column, self.row)
