"""From the cells of a column to their values; what is not plainly right is left to whoever reports it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.catalogue import tables
from awardgen.workbook.cells import ERROR_TEXT, UNPRINTABLE, NoResult, clean, clean_end
from awardgen.workbook.declaration import Type
from awardgen.workbook.readers import reader_of
from awardgen.workbook.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.campaign import Value
    from awardgen.workbook.cells import Cell
    from awardgen.workbook.declaration import Column


class ColumnReader:
    """Reads the cells of one column. column: None where staff added it."""

    def __init__(self, column: Column | None) -> None:
        self.read_one = reader_of(column)
        self.trim = clean_end if column is not None and column.type is Type.LONG_TEXT else clean
        self._may_be_empty = column is None or not (column.required or column.type is Type.SCORE)

    def read(self, cells: Sequence[Cell]) -> tuple[list[Value], list[int]]:
        """Return the values, and the indexes of the cells of which something may have to be told.

        Equal cells are read once, and are one object from then on: 700,000 scores are some thirty numbers.
        """
        keys = _keys(cells)
        values: dict[object, Value] = {}
        odd: set[object] = set()
        for key, cell in dict(zip(keys, cells, strict=True)).items():
            try:
                values[key] = self._read(cell)
            except Unreadable:
                values[key] = None
                odd.add(key)
            if values[key] is None and not self._may_be_empty:
                odd.add(key)
        indexes = [index for index, key in enumerate(keys) if key in odd] if odd else []
        return [values[key] for key in keys], indexes

    def _read(self, cell: Cell) -> Value:
        if isinstance(cell, NoResult):
            raise Unreadable(tables.FORMULA_WITHOUT_RESULT, "")
        if cell.__class__ is str:
            cell = self.trim(cell)
            if not cell:
                return None
            if UNPRINTABLE.search(cell):
                raise Unreadable(tables.CHARACTER_UNPRINTABLE, "")
            if ERROR_TEXT.fullmatch(cell):
                raise Unreadable(tables.FORMULA_WITHOUT_RESULT, "")
        return self.read_one(cell)


def _keys(cells: Sequence[Cell]) -> Sequence[object]:
    """Return what is equal where cells are; True equals 1, but is no number."""
    return [(each.__class__, each) for each in cells] if bool in set(map(type, cells)) else cells
