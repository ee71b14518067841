"""Sheets whose names are near to one that is read: whoever renamed or copied a sheet is told what is not read."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from awardgen.catalogue import tables
from awardgen.finding import Place, Severity
from awardgen.workbook.cells import clean, squeeze, text_of
from awardgen.workbook.headers import Declared

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from awardgen.finding import Finding
    from awardgen.workbook.declaration import Sheet
    from awardgen.workbook.files import Book
    from awardgen.workbook.found_sheet import FoundSheet

_LIKENESS = 0.5
_ROWS_SEARCHED = 10
_ENOUGH_HEADERS = 4


def nearest_sheet(name: str, book: Book, meant: Iterable[str]) -> str | None:
    """Return the sheet with rows whose name is likest. meant: names that stand for something else."""
    known = {squeeze(each) for each in meant}
    strangers = [
        sheet.name for sheet in book.sheets if squeeze(sheet.name) not in known and len(sheet.grid) > 1
    ]
    return next(iter(difflib.get_close_matches(name, strangers, 1, _LIKENESS)), None)


def report_unread(book: Book, sheets: Sequence[Sheet], findings: list[Finding]) -> None:
    """Tell of each sheet that has rows and the columns of one that is read beside it, and is not read itself.

    sheets: those that are read, where they are there.
    """
    beside = [(sheet, found) for sheet in sheets if (found := book.find(sheet.name))]
    read = {id(found) for _, found in beside}
    absent = [sheet.name for sheet in sheets if not book.find(sheet.name)]
    for stranger in book.sheets:
        if id(stranger) in read or any(_is_near(stranger.name, name) for name in absent):
            continue
        for sheet, found in beside:
            near = _is_near(stranger.name, sheet.name)
            if _has_columns_of(stranger, sheet, 1 if near else _ENOUGH_HEADERS):
                message = (
                    f"工作表“{stranger.name}”有与“{found.name}”相同的列，也有内容，但没有读取；"
                    f"读取的是“{found.name}”。"
                )
                severity = None if near and not stranger.is_hidden else Severity.INFO
                place = Place(book.file, stranger.name)
                findings.append(tables.SHEET_UNREAD.at(place, message, severity=severity))
                break


def _is_near(name: str, other: str) -> bool:
    name, other = squeeze(name), squeeze(other)
    return other in name or bool(difflib.get_close_matches(name, [other], 1, _LIKENESS))


def _has_columns_of(found: FoundSheet, sheet: Sheet, least: int) -> bool:
    """Tell whether one of the first rows has the columns that a sheet must have, and something stands below it."""
    declared = Declared(sheet.columns)
    needed = {column.header for column in sheet.columns if column.required}
    for number, cells in enumerate(found.grid[:_ROWS_SEARCHED], start=1):
        texts = (clean(text_of(cell)) for cell in cells)
        there = {column.header for text in texts if text and (column := declared.named(text))}
        if len(there) >= least and needed <= there:
            return any(clean(text_of(cell)) for row in found.grid[number:] for cell in row)
    return False
