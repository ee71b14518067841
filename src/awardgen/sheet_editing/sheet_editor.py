"""Editing one sheet: what a cell may become without harm, and how it looks then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.sheet_editing.cell import fill, formula_of, holds, style_of
from awardgen.sheet_editing.errors import EditRefusedError, RowsInTheWayError, Spot
from awardgen.sheet_editing.formulas import areas_of_arrays, release_sharers
from awardgen.sheet_editing.number_formats import DAY, GENERAL, MOMENT
from awardgen.sheet_editing.references import LAST_COLUMN, LAST_ROW
from awardgen.sheet_editing.row_below import (
    extend_filter,
    extend_rules,
    filter_area,
    is_header,
    take_over_styles,
)
from awardgen.sheet_editing.sheet import Sheet
from awardgen.sheet_editing.tables import tables_of
from awardgen.sheet_editing.values import ContentKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.sheet_editing.parts import Parts
    from awardgen.sheet_editing.shared_strings import SharedStrings
    from awardgen.sheet_editing.stylesheet import Stylesheet
    from awardgen.sheet_editing.values import Content
    from awardgen.sheet_editing.workbook_part import ListedSheet, WorkbookPart

_IN_EXCEL = "请在Excel里改。"


class SheetEditor:
    """Edits the cells of one sheet."""

    def __init__(
        self,
        parts: Parts,
        workbook: WorkbookPart,
        listed: ListedSheet,
        strings: SharedStrings,
        styles: Stylesheet,
    ) -> None:
        self._parts = parts
        self._workbook = workbook
        self._listed = listed
        self._strings = strings
        self._styles = styles
        self._sheet = Sheet(parts.root(listed.part), strings)
        self._tables = tables_of(parts, listed.part)
        self._arrays = areas_of_arrays(self._sheet)

    def last_row(self) -> int:
        """Return the last row that shows anything."""
        return self._sheet.last_row()

    def set_cell(self, row: int, column: int, content: Content) -> bool:
        """Have a cell hold the content; tell whether that changes anything. Raise EditRefusedError."""
        place = self._checked(row, column, content)
        return place is not None and self._write(*place, content)

    def append_row(self, row: int, contents: Mapping[int, Content]) -> bool:
        """Fill a row that is free, and have it take over what the one above has. Raise EditRefusedError."""
        if row > LAST_ROW:
            spot = Spot(self._listed.name, LAST_ROW)
            raise RowsInTheWayError(
                spot, "工作表的最后一行已有内容，下面没有行了", "请在Excel里删去那里的内容后再试。"
            )
        totals = [table for table in self._tables if table.totals_row in (row - 1, row)]
        if self._sheet.shows(row) or totals:
            why = "是表格的汇总行" if totals else "已有内容"
            spot = Spot(self._listed.name, totals[0].area.last_row if totals else row)
            tip = "请在Excel里在它上面插入一个空行后再试。"
            raise RowsInTheWayError(spot, f"{why}，新的一行没有地方放", tip)
        for column, content in contents.items():
            self._checked(row, column, content)
        self._take_over(row)
        self._sheet.show_row(row)
        self._parts.changed(self._listed.part)
        has_changed = False
        for column, content in contents.items():  # anew, as the row may have got merged cells
            has_changed = self.set_cell(row, column, content) or has_changed
        return has_changed

    def write_row(self, row: int, contents: Mapping[int, Content], style: int) -> None:
        """Fill a row of a sheet that is new."""
        if all(content.kind in (ContentKind.TEXT, ContentKind.EMPTY) for content in contents.values()):
            self._write_texts(row, contents, style)
            return
        for column, content in contents.items():
            self._check_range(row, column)
            if content.kind is not ContentKind.EMPTY and style:
                self._sheet.wanted_cell(row, column).set("s", str(style))
            self._write(row, column, content)

    def _write_texts(self, row: int, contents: Mapping[int, Content], style: int) -> None:
        """Do so where nothing is there yet that a text could meet, and no style depends on what it says."""
        texts = {column: content for column, content in contents.items() if content.kind is ContentKind.TEXT}
        if not texts:
            return
        self._check_range(row, max(texts))
        holder = self._sheet.wanted_row(row)
        for column, content in texts.items():
            fill(holder.add_cell(column), content, style)
        self._sheet.widen_dimension(row, max(texts))
        self._sheet.note_change(row)
        self._parts.changed(self._listed.part)

    def _take_over(self, row: int) -> None:
        if row > 1 and not is_header(self._sheet, self._tables, row - 1):
            take_over_styles(self._sheet, row)
            extend_rules(self._sheet, row)
        filtered = filter_area(self._sheet)
        if filtered is not None and filtered.last_row == row - 1:
            extend_filter(self._sheet)
            self._workbook.extend_filter(self._listed.index, filtered)
        for table in self._tables:
            if table.area.last_row == row - 1:
                table.extend()
            elif table.area.covers_row(row):
                table.use_waiting_row()

    def _checked(self, row: int, column: int, content: Content) -> tuple[int, int] | None:
        """Return the cell that is to be written, None where it holds the content already."""
        self._check_range(row, column)
        spot = Spot(self._listed.name, row, column)
        merged = self._sheet.merged_at(row, column)
        if merged is not None and (row, column) != (merged.first_row, merged.first_column):
            column = merged.first_column
            if content.kind is ContentKind.EMPTY:
                return None
            if row != merged.first_row:
                if self._holds(merged.first_row, column, content):
                    return None
                raise EditRefusedError(spot, f"在合并的单元格{merged}里，它不只属于这一行", _IN_EXCEL)
        if self._holds(row, column, content):
            return None
        if any(area.covers(row, column) for area in self._arrays):
            raise EditRefusedError(spot, "是数组公式的一部分，不能单独改", _IN_EXCEL)
        if any(table.is_named_by(row, column) for table in self._tables):
            raise EditRefusedError(spot, "是表格的标题或汇总，改了表格就要损坏", _IN_EXCEL)
        return row, column

    def _check_range(self, row: int, column: int) -> None:
        if not (0 < row <= LAST_ROW and 0 < column <= LAST_COLUMN):
            message = f"no cell has row {row} and column {column}"
            raise IndexError(message)

    def _holds(self, row: int, column: int, content: Content) -> bool:
        cell = self._sheet.cell(row, column)
        if cell is None:
            return content.kind is ContentKind.EMPTY
        style = style_of(cell)
        is_shown = {
            ContentKind.DATE: self._styles.shows_day(style),
            ContentKind.NUMBER: not self._styles.is_temporal(style),
        }
        return is_shown.get(content.kind, True) and holds(cell, content, self._strings)

    def _write(self, row: int, column: int, content: Content) -> bool:
        if self._holds(row, column, content):
            return False
        style = self._fitting_style(row, column, content)
        cell = self._sheet.wanted_cell(row, column)
        if formula_of(cell) is not None:
            release_sharers(self._sheet, cell)
            self._workbook.forget_calculation_order()
        fill(cell, content, style)
        self._sheet.note_change(row)
        self._parts.changed(self._listed.part)
        return True

    def _fitting_style(self, row: int, column: int, content: Content) -> int:
        """Return a cell's style, or the one nearest to it that shows such a content for what it is."""
        style = self._sheet.style_at(row, column)
        if content.kind is ContentKind.NUMBER and self._styles.is_temporal(style):
            return self._styles.with_format(style, GENERAL)
        if content.kind is not ContentKind.DATE or self._styles.shows_day(style):
            return style
        for cell in self._sheet.column_upwards(column, row):
            known = style_of(cell)
            if self._styles.shows_day(known):
                return self._styles.with_format(style, self._styles.code(known)) if style else known
        return self._styles.with_format(style, MOMENT if content.has_time else DAY)
