"""Changing cells of a workbook, adding rows and sheets to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.sheet_editing.errors import Spot, UnknownSheetError
from awardgen.sheet_editing.new_sheet import empty_sheet
from awardgen.sheet_editing.parts import Parts
from awardgen.sheet_editing.shared_strings import SharedStrings
from awardgen.sheet_editing.sheet_editor import SheetEditor
from awardgen.sheet_editing.stylesheet import Stylesheet
from awardgen.sheet_editing.values import content_of
from awardgen.sheet_editing.workbook_part import WorkbookPart
from awardgen.sheet_editing.xml import space_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from awardgen.sheet_editing.values import Content, Value
    from awardgen.sheet_editing.workbook_part import ListedSheet


class WorkbookEditor:
    """Edits one .xlsx. Rows and columns count from 1; a sheet is found by the name that its tab shows.

    Whatever is not edited stays: every other part of the file byte for byte, and in an edited sheet's part every
    other element. A refused edit changes nothing, so that the others may go on.

    data: the workbook. Raise UnusableWorkbookError for what is no .xlsx, or one that is locked or damaged.
    """

    def __init__(self, data: bytes) -> None:
        self._parts = Parts(data)
        self._workbook = WorkbookPart(self._parts)
        self._listed = {sheet.name: sheet for sheet in self._workbook.sheets()}
        self._strings = SharedStrings(self._parts, self._workbook)
        self._styles = Stylesheet(self._parts, self._workbook)
        self._editors: dict[str, SheetEditor] = {}
        self._has_new_values = False

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """The names of the sheets that have cells, hidden ones too, in their order."""
        return tuple(self._listed)

    def set_cell(self, sheet: str, row: int, column: int, value: Value) -> None:
        """Have a cell hold a value, None for nothing. Its style stays, as long as it shows such a value for what it is.

        A cell that holds the value already is not touched; a formula is overwritten. A cell that is covered by a
        merged one in the same row stands for that one. Raise UnknownSheetError; UnstorableValueError for a value that
        no cell can hold; EditRefusedError where a part of an array formula, a cell merged over several rows or the
        header of a table would be overwritten; TypeError for what is no Value, IndexError for what is no cell.
        """
        editor = self._editor(sheet)
        content = content_of(value, Spot(sheet, row, column), is_1904=self._workbook.is_1904)
        self._note(has_changed=editor.set_cell(row, column, content))

    def append_row(self, sheet: str, values: Mapping[int, Value], after: int | None = None) -> int:
        """Write a row below the last one that shows anything, or below the row `after`; return its number.

        A row that has formats or empty formulas only is free and is used. The new row takes over what the one above
        has, unless that is the header: styles, height, merged cells, validations, conditional formats; the filter and
        the table that end there are extended. values: column → value. Raise RowsInTheWayError where the row is not
        free, or is the last one of a table with totals; otherwise as set_cell does.
        """
        editor = self._editor(sheet)
        row = (editor.last_row() if after is None else after) + 1
        contents = self._contents(sheet, row, values)
        self._note(has_changed=editor.append_row(row, contents))
        return row

    def add_sheet(self, name: str, rows: Iterable[Sequence[Value]], widths: Sequence[float] = ()) -> None:
        """Add a sheet behind the others. The first row is its header: bold, and always in sight.

        widths: of the columns, in characters. Raise UnknownSheetError for a name that is taken or that Excel would not
        take, UnstorableValueError for a value that no cell can hold.
        """
        contents = [self._contents(name, row, dict(enumerate(each, 1))) for row, each in enumerate(rows, 1)]
        space = space_of(self._parts.root(self._workbook.name))
        root = empty_sheet(space, widths, has_header=bool(contents))
        self._listed[name] = self._workbook.add_sheet(name, root)
        editor = self._editor(name)
        for row, each in enumerate(contents, 1):
            editor.write_row(row, each, self._styles.bold() if row == 1 else 0)

    def to_bytes(self) -> bytes:
        """Return the workbook: the same edits of the same file, the same bytes; without edits, the file itself."""
        if self._has_new_values:
            self._workbook.calculate_on_load()
        return self._parts.to_bytes()

    def _contents(self, sheet: str, row: int, values: Mapping[int, Value]) -> dict[int, Content]:
        return {
            column: content_of(value, Spot(sheet, row, column), is_1904=self._workbook.is_1904)
            for column, value in sorted(values.items())
        }

    def _editor(self, name: str) -> SheetEditor:
        if name not in self._editors:
            if name not in self._listed:
                raise UnknownSheetError(f"工作簿里没有名为“{name}”的工作表。")
            self._editors[name] = self._new_editor(self._listed[name])
        return self._editors[name]

    def _new_editor(self, listed: ListedSheet) -> SheetEditor:
        return SheetEditor(self._parts, self._workbook, listed, self._strings, self._styles)

    def _note(self, *, has_changed: bool) -> None:
        self._has_new_values = self._has_new_values or has_changed
