"""Cells and areas, as a workbook's XML writes them and as numbers. Rows and columns count from 1."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384
_CORNER: Final = re.compile(r"\$?([A-Za-z]{1,3})?\$?(\d{1,7})?")
_FIRST_LETTER: Final = ord("A") - 1


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, its edges included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def covers(self, row: int, column: int) -> bool:
        return self.covers_row(row) and self.first_column <= column <= self.last_column

    def covers_row(self, row: int) -> bool:
        return self.first_row <= row <= self.last_row

    def meets(self, other: Area) -> bool:
        """Tell whether the two have a cell in common."""
        return (
            self.first_row <= other.last_row
            and other.first_row <= self.last_row
            and self.first_column <= other.last_column
            and other.first_column <= self.last_column
        )

    def one_row_down(self) -> Area:
        """Return the area with the row below it."""
        return replace(self, last_row=self.last_row + 1)

    def with_cell(self, row: int, column: int) -> Area:
        """Return the least area that has the cell as well."""
        return Area(
            min(self.first_row, row),
            min(self.first_column, column),
            max(self.last_row, row),
            max(self.last_column, column),
        )

    def on_row(self, row: int) -> Area:
        """Return what is below or above the area in one row."""
        return replace(self, first_row=row, last_row=row)

    @property
    def is_one_cell(self) -> bool:
        return self.first_row == self.last_row and self.first_column == self.last_column

    def __str__(self) -> str:
        first = cell_name(self.first_row, self.first_column)
        return first if self.is_one_cell else f"{first}:{cell_name(self.last_row, self.last_column)}"


def read_area(reference: str) -> Area | None:
    """Read B2, B2:C9, B:C or 2:9; None for anything else."""
    first, _, last = reference.partition(":")
    start, end = _CORNER.fullmatch(first), _CORNER.fullmatch(last or first)
    if not start or not end or not (start[1] or start[2]):
        return None
    area = Area(
        int(start[2] or 1),
        column_number(start[1]) if start[1] else 1,
        int(end[2] or LAST_ROW),
        column_number(end[1]) if end[1] else LAST_COLUMN,
    )
    return area if 0 < area.first_row <= area.last_row and area.first_column <= area.last_column else None


def read_areas(references: str | None) -> list[Area]:
    """Read a list of areas, as a validation has it; what is none is left out."""
    return [area for each in (references or "").split() if (area := read_area(each))]


def cell_name(row: int, column: int) -> str:
    """Return B2 for 2, 2."""
    return f"{column_letters(column)}{row}"


@lru_cache(maxsize=1024)
def column_letters(column: int) -> str:
    """Return the letters of a column."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """Return the number of a column."""
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - _FIRST_LETTER
    return column
