"""What a new row takes over from the one above it: styles, validations, conditional formats, filter and table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen.sheet_editing.cell import style_of
from awardgen.sheet_editing.references import read_area, read_areas
from awardgen.sheet_editing.xml import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from awardgen.sheet_editing.references import Area
    from awardgen.sheet_editing.sheet import Sheet
    from awardgen.sheet_editing.tables import Table

_VALIDATION: Final = "dataValidation"
_FORMAT: Final = "conditionalFormatting"


def is_header(sheet: Sheet, tables: list[Table], row: int) -> bool:
    """Tell whether a row heads the ones below it: then they do not look like it."""
    if row == sheet.first_row() or any(table.header_row == row for table in tables):
        return True
    filtered = filter_area(sheet)
    if filtered is not None and filtered.first_row == row:
        return True
    panes = sheet.root.iterfind(f"{sheet.space}sheetViews/{sheet.space}sheetView/{sheet.space}pane")
    return any(pane.get("state") != "split" and whole(pane.get("ySplit")) == row for pane in panes)


def take_over_styles(sheet: Sheet, row: int) -> None:
    """Have a row look like the one above it, wherever it has no look of its own."""
    above = sheet.row(row - 1)
    if above is None:
        return
    is_new = sheet.row(row) is None
    sheet.wanted_row(row, like=above)
    for column, cell in sorted(above.cells.items()):
        if style_of(cell) and (is_new or not sheet.style_at(row, column)):
            sheet.wanted_cell(row, column).set("s", str(style_of(cell)))
    for area in [each for each in sheet.merged if each.first_row == each.last_row == row - 1]:
        below = area.on_row(row)
        if not any(below.meets(each) for each in sheet.merged):
            sheet.merge(below)


def extend_rules(sheet: Sheet, row: int) -> None:
    """Have what applies to the row above apply to a row: validations and conditional formats, Excel 2010's as well."""
    validations = list(_rules(sheet, _VALIDATION))
    taken = [area for rule in validations for area in rule.areas if area.covers_row(row)]
    for rule in validations:
        rule.extend(row, taken)
    for rule in _rules(sheet, _FORMAT):
        rule.extend(row, [area for area in rule.areas if area.covers_row(row)])


def filter_area(sheet: Sheet) -> Area | None:
    """Return the area of a sheet's filter."""
    found = sheet.root.find(f"{sheet.space}autoFilter")
    return None if found is None else read_area(found.get("ref", ""))


def extend_filter(sheet: Sheet) -> None:
    """Take the row below the filter into it."""
    found, area = sheet.root.find(f"{sheet.space}autoFilter"), filter_area(sheet)
    if found is not None and area is not None:
        found.set("ref", str(area.one_row_down()))


class _Rule:
    """A validation or a conditional format. Its areas are an attribute, or in Excel 2010's extension an element."""

    def __init__(self, element: _Element) -> None:
        self._element = element
        self._inner = next(element.iterchildren("{*}sqref"), None)
        references = element.get("sqref") if self._inner is None else self._inner.text
        self.areas = read_areas(references)
        self._is_whole = len(self.areas) == len((references or "").split())

    def extend(self, row: int, taken: list[Area]) -> None:
        """Take a row into the areas that end above it; taken: those that have it already."""
        grown = [
            area.one_row_down()
            if area.last_row == row - 1 and not any(area.on_row(row).meets(each) for each in taken)
            else area
            for area in self.areas
        ]
        if not self._is_whole or grown == self.areas:
            return
        taken += [area for area in grown if area.covers_row(row)]
        self.areas = grown
        references = " ".join(map(str, grown))
        if self._inner is None:
            self._element.set("sqref", references)
        else:
            self._inner.text = references


def _rules(sheet: Sheet, name: str) -> Iterator[_Rule]:
    for child in sheet.root.iterchildren(etree.Element):
        if child.tag != f"{sheet.space}sheetData":
            for element in child.iter(f"{{*}}{name}"):
                yield _Rule(element)
