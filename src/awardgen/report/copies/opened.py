"""A workbook of the campaign as one that may be written on: with its formats where it is an .xlsx, else its values."""

from __future__ import annotations

import re
import warnings
import zipfile
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, cast

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment

from awardgen.report.copies.cells import cells_of, units_of, write_text
from awardgen.workbook.cells import column_letters, is_number, text_of
from awardgen.workbook.files import open_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from openpyxl.cell.cell import Cell as WrittenCell
    from openpyxl.worksheet.worksheet import Worksheet

    from awardgen.workbook.cells import Cell, Grid

_EXTERNAL_PARTS = "xl/externalLinks/"
_EXTERNAL = re.compile(r"\[\d+\]")
_NOT_IN_A_TITLE = re.compile(r"[\\*?:/\[\]]")
_LONGEST_TITLE = 31
_WIDEST, _NARROWEST = 60, 8
_WRAPPED = Alignment(wrap_text=True, vertical="top")

Opened = tuple[Workbook, "Mapping[str, Worksheet]"]
"""A workbook, and its sheets by the names that findings call them."""


def title_of(sheet: str) -> str:
    """Return what a sheet is called in a copy: .ods has names that Excel has not."""
    return _NOT_IN_A_TITLE.sub("_", sheet)[:_LONGEST_TITLE]


def with_formats(path: Path) -> Opened:
    """Return an .xlsx as it is. The library raises whatever its parts run into."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what it does not know, which the copy does without
        # What stands in other workbooks is never looked up, and nothing in a copy may lead there.
        workbook = load_workbook(path, keep_links=False, rich_text=True)
        with zipfile.ZipFile(path) as package:
            leads_out = any(name.startswith(_EXTERNAL_PARTS) for name in package.namelist())
        if leads_out:
            _cut_off(workbook, load_workbook(path, keep_links=False, data_only=True))
    return workbook, {sheet.title: sheet for sheet in workbook.worksheets}


def values_of(folder: Path, path: Path) -> Opened:
    """Return a new workbook with the values of one. Raises WorkbookUnreadableError."""
    workbook = Workbook()
    workbook.remove(cast("Worksheet", workbook.active))
    sheets = {}
    for name, grid in open_workbook(folder, path).grids.items():
        sheet = workbook.create_sheet(title_of(name))
        _write_values(sheet, grid)
        sheets[name] = sheet
    return workbook, sheets


def _cut_off(workbook: Workbook, values: Workbook) -> None:
    """Put the last result in the place of each formula that leads into another workbook."""
    for names in (workbook.defined_names, *(sheet.defined_names for sheet in workbook.worksheets)):
        for name in [name for name, each in names.items() if _EXTERNAL.search(each.value or "")]:
            del names[name]
    for sheet in workbook.worksheets:
        for cell in cells_of(sheet):
            if cell.data_type == "f" and _EXTERNAL.search(_formula(cell.value)):
                result = values[sheet.title][cell.coordinate].value
                if isinstance(result, str):
                    write_text(cell, result)
                else:
                    cell.value = result
        rules = sheet.data_validations.dataValidation
        sheet.data_validations.dataValidation = [
            each for each in rules if not _EXTERNAL.search(each.formula1 or "")
        ]


def _formula(value: object) -> str:
    return str(getattr(value, "text", None) or value)


def _write_values(sheet: Worksheet, grid: Grid) -> None:
    widths: dict[int, int] = {}
    for number, row in enumerate(grid, start=1):
        for index, value in enumerate(row):
            if value != "":
                cell = cast("WrittenCell", sheet.cell(number, index + 1))
                _write_value(cell, value)
                cell.alignment = _WRAPPED
                widest = max(map(units_of, text_of(value).split("\n")))
                widths[index] = max(widths.get(index, 0), widest)
    for index, width in widths.items():
        sheet.column_dimensions[column_letters(index)].width = min(max(width + 2, _NARROWEST), _WIDEST)


def _write_value(cell: WrittenCell, value: Cell) -> None:
    if isinstance(value, bool | date | time | timedelta) or is_number(value):
        cell.value = value
    else:
        write_text(cell, text_of(value))
