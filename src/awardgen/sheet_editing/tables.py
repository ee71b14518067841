"""The tables (Excel's ListObjects) of one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.sheet_editing.references import read_area
from awardgen.sheet_editing.xml import is_true, space_of, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from awardgen.sheet_editing.parts import Parts
    from awardgen.sheet_editing.references import Area


class Table:
    """A table. area: all of it, with its header and its totals."""

    def __init__(self, parts: Parts, part: str, area: Area) -> None:
        self._parts = parts
        self._part = part
        self.area = area

    @property
    def header_row(self) -> int | None:
        return self.area.first_row if whole(self._root.get("headerRowCount"), 1) else None

    @property
    def totals_row(self) -> int | None:
        return self.area.last_row if whole(self._root.get("totalsRowCount")) else None

    def is_named_by(self, row: int, column: int) -> bool:
        """Tell whether a cell gives a column its name, or the totals theirs: Excel mends a table where they differ."""
        return self.area.covers(row, column) and row in (self.header_row, self.totals_row)

    def extend(self) -> None:
        """Take the row below into the table, and into its filter."""
        grown = self.area.one_row_down()
        filter_ = self._root.find(f"{space_of(self._root)}autoFilter")
        if filter_ is not None and read_area(filter_.get("ref", "")) == self.area:
            filter_.set("ref", str(grown))
        self._root.set("ref", str(grown))
        self.area = grown
        self._parts.changed(self._part)

    def use_waiting_row(self) -> None:
        """Take the empty row of a table without rows for a row of it."""
        if is_true(self._root.get("insertRow")):
            del self._root.attrib["insertRow"]
            self._parts.changed(self._part)

    @property
    def _root(self) -> _Element:
        return self._parts.root(self._part)


def tables_of(parts: Parts, sheet_part: str) -> list[Table]:
    """Return the tables of a sheet."""
    names = [
        each.target
        for each in parts.related(sheet_part)
        if each.short_kind == "table" and each.target in parts
    ]
    areas = [(name, read_area(parts.root(name).get("ref", ""))) for name in names]
    return [Table(parts, name, area) for name, area in areas if area]
