"""One sheet as `init` makes it: header, widths, formats, drop-downs, prompts, paper."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from awardgen.campaign import Percent
from awardgen.workbook.declaration import Column, Type
from awardgen.workbook.validation import validation_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from awardgen.campaign import Value
    from awardgen.workbook.declaration import Sheet

_MADE = datetime(2010, 9, 1)  # noqa: DTZ001 - any constant will do: the same content, the same bytes
_LAST_ROW = 2000
_FONT = {"font_name": "宋体", "font_size": 11, "valign": "top", "text_wrap": True, "border": 1}
_DATA = {**_FONT, "align": "left", "border_color": "#D9D9D9"}
_NUMBER_FORMATS = {
    Type.WHOLE: "0",
    Type.NUMBER: "General",
    Type.SCORE: "General",
    Type.PERCENT: "0.0%",
    Type.DATE: "yyyy-mm-dd",
}
_LINE_HEIGHT, _ROW_MARGIN, _HEADER_HEIGHT = 14, 4, 32  # points
_MOST_LINES = 7  # a write-up would otherwise make its row as high as the screen
_A4 = 9
_MARGIN = 0.5
_NOTE_WIDTH = 240


class Styles:
    """The formats of one workbook: for headers, and for what each type of column holds."""

    def __init__(self, writer: Any) -> None:  # noqa: ANN401 - xlsxwriter ships no types
        writer.set_properties({"title": "", "author": "", "created": _MADE})
        header = {**_FONT, "valign": "vcenter", "align": "center"}
        self.required_header = writer.add_format({**header, "bold": True, "bg_color": "#DCE6F1"})
        self.optional_header = writer.add_format({**header, "bold": True, "bg_color": "#F2F2F2"})
        self._whole_percent = writer.add_format({**_DATA, "num_format": "0%"})
        self._by_type = {
            kind: writer.add_format({**_DATA, "num_format": _NUMBER_FORMATS.get(kind, "@")}) for kind in Type
        }

    def of(self, column: Column, value: object = None) -> Any:  # noqa: ANN401 - likewise
        if column.type is Type.PERCENT and value is not None and not _tenths_of_percent(value):
            return self._whole_percent
        return self._by_type[column.type]


class SheetWriter:
    """Writes the rows of one sheet."""

    def __init__(self, worksheet: Any, sheet: Sheet, styles: Styles) -> None:  # noqa: ANN401 - likewise
        self._worksheet = worksheet
        self._sheet = sheet
        self._styles = styles

    def write(self, rows: Sequence[Mapping[str, Value | int | float]]) -> None:
        columns = (*self._sheet.columns, *_added(rows, self._sheet.headers))
        self._set_up_paper()
        for index, column in enumerate(columns):
            self._write_header(index, column)
        settings = {setting.header: setting for setting in self._sheet.settings}
        for number, row in enumerate(rows, start=1):
            setting = settings.get(str(row.get("项目")))
            lines = max((_lines(row.get(column.header), column.width) for column in columns), default=1)
            self._worksheet.set_row(number, _LINE_HEIGHT * min(lines, _MOST_LINES) + _ROW_MARGIN)
            for index, column in enumerate(columns):
                typed = setting if setting and column.header == "内容" else column
                self._write_cell(number, index, typed, row.get(column.header))
                if typed is setting and (validation := validation_of(setting)):
                    self._worksheet.data_validation(number, index, number, index, validation)

    def _set_up_paper(self) -> None:
        sheet = self._worksheet
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN + 0.2)
        sheet.repeat_rows(0)
        sheet.set_footer("&C第 &P 页，共 &N 页")
        sheet.freeze_panes(1, 0)
        sheet.set_row(0, _HEADER_HEIGHT)
        sheet.ignore_errors(
            {"number_stored_as_text": f"A1:XFD{_LAST_ROW}"}
        )  # 序号 and 编号 are texts on purpose

    def _write_header(self, index: int, column: Column) -> None:
        sheet, styles = self._worksheet, self._styles
        sheet.set_column(index, index, column.width, styles.of(column))
        sheet.write_string(
            0, index, column.header, styles.required_header if column.required else styles.optional_header
        )
        if note := _note(column):
            sheet.write_comment(0, index, note, {"x_scale": 1, "width": _NOTE_WIDTH, "font_size": 9})
        if validation := validation_of(column):
            sheet.data_validation(1, index, _LAST_ROW, index, validation)

    def _write_cell(self, row: int, index: int, column: Column, value: Value | float) -> None:
        sheet, style = self._worksheet, self._styles.of(column, value)
        if value is None:
            sheet.write_blank(row, index, None, style)
        elif isinstance(value, str):
            if sheet.write_string(row, index, value, style):
                message = f"{self._sheet.name}: a text of {len(value)} characters does not fit into a cell"
                raise ValueError(message)
        elif isinstance(value, date):
            sheet.write_datetime(row, index, value, style)
        else:
            number = value.fraction if isinstance(value, Percent) else value
            sheet.write_number(row, index, float(number), style)


def _lines(value: object, width: int) -> int:
    """Return how many lines a text takes in a column; a Han character is two of its units wide."""
    if not isinstance(value, str):
        return 1
    lengths = (len(line) + sum(not character.isascii() for character in line) for line in value.splitlines())
    return sum(-(-length // width) or 1 for length in lengths)


def _tenths_of_percent(value: object) -> bool:
    share = value.fraction if isinstance(value, Percent) else Decimal(str(value))
    return bool(share * 100 % 1)


def _added(rows: Iterable[Mapping[str, Any]], declared: Iterable[str]) -> tuple[Column, ...]:
    """Return the columns of the rows that are not declared, in the order in which they come up."""
    there = dict.fromkeys(header for row in rows for header in row)
    return tuple(Column(header) for header in there if header not in set(declared))


def _note(column: Column) -> str:
    kind = "" if column.type in {Type.TEXT, Type.LONG_TEXT, Type.PRINTED_PERIOD} else f"（{column.type}）"
    must = "必填。" if column.required else ""
    choices = f"\n可填：{'、'.join(column.allowed)}。" if column.choices else ""
    return f"{must}{column.help}{kind}{choices}" if column.help else must
