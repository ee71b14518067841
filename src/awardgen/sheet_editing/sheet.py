"""The rows and cells of one sheet, wherever its XML says or leaves out where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen.sheet_editing.cell import formula_of, holds_something, style_of
from awardgen.sheet_editing.errors import UnusableWorkbookError
from awardgen.sheet_editing.references import Area, cell_name, column_number, read_area, read_areas
from awardgen.sheet_editing.xml import is_true, set_count, space_of, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from awardgen.sheet_editing.shared_strings import SharedStrings

_LETTERS: Final = re.compile(r"[A-Za-z]{1,3}")
_OF_A_ROW: Final = ("s", "customFormat", "ht", "customHeight")


class Row:
    """A row that is there. element: its XML."""

    def __init__(self, element: _Element, number: int) -> None:
        self.element = element
        self.number = number
        self.cells: dict[int, _Element] = {}
        column = 0
        for cell in element.iterchildren(f"{space_of(element)}c"):
            letters = _LETTERS.match(cell.get("r", ""))
            column = column_number(letters[0]) if letters else column + 1
            self.cells.setdefault(column, cell)
        self._columns = sorted(self.cells)

    @property
    def style(self) -> int | None:
        """The style of cells that are not there yet; None where the column gives it."""
        return whole(self.element.get("s")) if is_true(self.element.get("customFormat")) else None

    def add_cell(self, column: int) -> _Element:
        """Add an empty cell."""
        cell = self.element.makeelement(f"{space_of(self.element)}c", r=cell_name(self.number, column))
        index = bisect_left(self._columns, column)
        if index < len(self._columns):
            self.cells[self._columns[index]].addprevious(cell)
        elif self._columns:
            self.cells[self._columns[-1]].addnext(cell)
        else:
            self.element.insert(0, cell)
        self.cells[column] = cell
        self._columns.insert(index, column)
        self._widen_spans(column)
        return cell

    def _widen_spans(self, column: int) -> None:
        first, _, last = self.element.get("spans", "").partition(":")
        if not whole(first) or not whole(last):
            self.element.attrib.pop("spans", "")  # several, or none: they only help to load faster
        else:
            self.element.set("spans", f"{min(whole(first), column)}:{max(whole(last), column)}")


class Sheet:
    """The cells of one sheet. Raise UnusableWorkbookError where the XML is none of a sheet."""

    def __init__(self, root: _Element, strings: SharedStrings) -> None:
        self.root = root
        self.space = space_of(root)
        self._strings = strings
        data = root.find(f"{self.space}sheetData")
        if data is None:
            raise UnusableWorkbookError("工作簿里有一张工作表已经损坏。")
        self._data = data
        self._rows: dict[int, _Element | Row] = {}
        number = 0
        for element in data.iterchildren(f"{self.space}row"):
            number = whole(element.get("r"), number + 1)
            self._rows.setdefault(number, element)
        self._numbers = sorted(self._rows)
        self._last: int | None = None
        self._columns = _column_styles(root.find(f"{self.space}cols"))
        merged = root.find(f"{self.space}mergeCells")
        elements = () if merged is None else merged
        self.merged = [area for each in elements for area in read_areas(each.get("ref"))]

    def row(self, number: int) -> Row | None:
        """Return a row, None where it is not there."""
        row = self._rows.get(number)
        if row is None or isinstance(row, Row):
            return row
        self._rows[number] = read = Row(row, number)
        return read

    def cell(self, row: int, column: int) -> _Element | None:
        """Return a cell, None where it is not there."""
        found = self.row(row)
        return found.cells.get(column) if found else None

    def wanted_row(self, number: int, like: Row | None = None) -> Row:
        """Return a row; one that is not there is added, as high as `like`."""
        if (found := self.row(number)) is not None:
            return found
        element = self._data.makeelement(f"{self.space}row", r=str(number))
        if like is not None:
            is_fixed = is_true(like.element.get("customHeight"))  # else it follows from the text
            for name in _OF_A_ROW if is_fixed else _OF_A_ROW[:2]:
                if name in like.element.attrib:
                    element.set(name, like.element.get(name, ""))
        index = bisect_left(self._numbers, number)
        if index < len(self._numbers):
            follower = self._rows[self._numbers[index]]
            (follower.element if isinstance(follower, Row) else follower).addprevious(element)
        else:
            self._data.append(element)
        insort(self._numbers, number)
        self._rows[number] = row = Row(element, number)
        return row

    def wanted_cell(self, row: int, column: int) -> _Element:
        """Return a cell; one that is not there is added, with the style of its row or column."""
        holder = self.wanted_row(row)
        if (found := holder.cells.get(column)) is not None:
            return found
        cell = holder.add_cell(column)
        if style := self.style_at(row, column):
            cell.set("s", str(style))
        self.widen_dimension(row, column)
        return cell

    def style_at(self, row: int, column: int) -> int:
        """Return the style of a cell, also of one that is not there."""
        found = self.row(row)
        if found is not None and (cell := found.cells.get(column)) is not None:
            return style_of(cell)
        if found is not None and found.style is not None:
            return found.style
        return next((style for area, style in self._columns if area.covers(1, column)), 0)

    def last_row(self) -> int:
        """Return the last row in which something is shown, 0 where nothing is."""
        if self._last is None:
            self._last = next((number for number in reversed(self._numbers) if self.shows(number)), 0)
        return self._last

    def first_row(self) -> int:
        """Return the first row in which something is shown, 0 where nothing is."""
        return next((number for number in self._numbers if self.shows(number)), 0)

    def shows(self, number: int) -> bool:
        """Tell whether something is shown in a row: a row of formats alone is free, as is one of empty formulas."""
        row = self.row(number)
        return row is not None and any(holds_something(cell, self._strings) for cell in row.cells.values())

    def show_row(self, number: int) -> None:
        """Have a row be seen: some hide all that they do not need yet."""
        if (row := self.row(number)) is not None:
            row.element.attrib.pop("hidden", "")

    def note_change(self, row: int) -> None:
        """Note that a cell of a row was filled or emptied."""
        if self._last is not None and row >= self._last:
            self._last = row if self.shows(row) else None

    def cells_with_formula(self) -> Iterator[tuple[int, int, _Element]]:
        """Yield each cell that has a formula, after its row and column."""
        for number in self._numbers:
            row = self.row(number)
            for column, cell in row.cells.items() if row else ():
                if formula_of(cell) is not None:
                    yield number, column, cell

    def column_upwards(self, column: int, row: int) -> Iterator[_Element]:
        """Yield the cells of a column that are nearest to a row, those above it before those below."""
        index = bisect_left(self._numbers, row)
        for number in [*reversed(self._numbers[:index]), *self._numbers[index:]]:
            if (cell := self.cell(number, column)) is not None:
                yield cell

    def merged_at(self, row: int, column: int) -> Area | None:
        """Return the merged area in which a cell lies."""
        return next((area for area in self.merged if area.covers(row, column)), None)

    def merge(self, area: Area) -> None:
        """Merge an area, in a sheet that has merged ones."""
        merged = self.root.find(f"{self.space}mergeCells")
        if merged is not None:
            etree.SubElement(merged, f"{self.space}mergeCell", ref=str(area))
            set_count(merged)
            self.merged.append(area)

    def widen_dimension(self, row: int, column: int) -> None:
        """Have the sheet say that it reaches to a cell, where it says how far it reaches."""
        dimension = self.root.find(f"{self.space}dimension")
        area = None if dimension is None else read_area(dimension.get("ref", ""))
        if dimension is not None and area is not None and not area.covers(row, column):
            dimension.set("ref", str(area.with_cell(row, column)))


def _column_styles(columns: _Element | None) -> list[tuple[Area, int]]:
    return [
        (Area(1, whole(each.get("min"), 1), 1, whole(each.get("max"), 1)), whole(each.get("style")))
        for each in (() if columns is None else columns.iterchildren(etree.Element))
    ]
