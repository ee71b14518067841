"""Finding the workbooks of a campaign and opening them; the one module that knows calamine."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.layout import DATA_FOLDER
from awardgen.workbook.cells import squeeze
from awardgen.workbook.failed_formulas import with_failed_cells
from awardgen.workbook.file_kinds import OLE, ZIP, why_unopened
from awardgen.workbook.found_sheet import FoundSheet
from awardgen.workbook.stored_ods import look_at_ods
from awardgen.workbook.stored_sheet import StoredSheet
from awardgen.workbook.stored_sheets import StoredSheets, look_at_sheets
from awardgen.workbook.stored_xls import look_at_xls
from awardgen.workbook.suspicious import SuspiciousError, why_suspicious
from awardgen.workbook.unopened import DAMAGED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from python_calamine import CalamineWorkbook, SheetMetadata

    from awardgen.workbook.cells import Grid
    from awardgen.workbook.unopened import Unopened

SUFFIXES = (".xlsx", ".xls", ".ods")
_NOTHING = StoredSheet()


class WorkbookUnreadableError(Exception):
    """A workbook cannot be opened; the reader knows which workbook it was. why, hint: as of Unopened."""

    def __init__(self, unopened: Unopened = DAMAGED) -> None:
        super().__init__(unopened.why)
        self.why = unopened.why
        self.hint = unopened.hint


@dataclass(frozen=True, slots=True)
class Book:
    """An opened workbook. file: relative to the campaign folder."""

    file: str
    sheets: tuple[FoundSheet, ...]

    @property
    def grids(self) -> dict[str, Grid]:
        """Sheet name → rows of cells, from A1."""
        return {sheet.name: sheet.grid for sheet in self.sheets}

    def find(self, name: str) -> FoundSheet | None:
        """Return the sheet of that name, else one whose name differs in width and white space alone."""
        wanted = squeeze(name)
        alike = [sheet for sheet in self.sheets if squeeze(sheet.name) == wanted]
        return next((sheet for sheet in alike if sheet.name == name), next(iter(alike), None))


def find_workbook(folder: Path, name: str) -> Path | None:
    """Return the workbook of that name in a campaign folder, .xlsx before the other kinds."""
    data = folder / DATA_FOLDER
    if not data.is_dir():
        return None
    found = {path.suffix.lower(): path for path in data.iterdir() if path.stem == name and path.is_file()}
    return next((found[suffix] for suffix in SUFFIXES if suffix in found), None)


def open_workbook(folder: Path, path: Path) -> Book:
    """Read all the sheets of a workbook; raise WorkbookUnreadableError."""
    from python_calamine import CalamineError  # noqa: PLC0415 - most commands read none

    if unopened := why_suspicious(path) or (stored := _look_at(path)).unopened:
        raise WorkbookUnreadableError(why_unopened(path) if unopened is DAMAGED else unopened)
    try:
        with _opened(path) as book:
            sheets = tuple(_sheet(book, metadata, stored) for metadata in book.sheets_metadata)
    except (CalamineError, OSError, ValueError, KeyError, IndexError) as cause:
        raise WorkbookUnreadableError(why_unopened(path)) from cause
    except BaseException as cause:
        if type(cause).__name__ == "PanicException":  # the Rust reader fell over a damaged .xls
            raise WorkbookUnreadableError(why_unopened(path)) from cause
        raise
    return Book(path.relative_to(folder).as_posix(), sheets)


@contextmanager
def _opened(path: Path) -> Iterator[CalamineWorkbook]:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - likewise

    try:
        # Unlike of an open file, calamine reads of a path without holding up the program's other threads.
        book = CalamineWorkbook.from_path(path)
    except (CalamineError, ValueError):
        # Of a path its ending counts, which may say anything; of an open file, what is in it.
        with path.open("rb") as file, CalamineWorkbook.from_filelike(file) as found:
            yield found
    else:
        with book:
            yield book


def _look_at(path: Path) -> StoredSheets:
    try:
        with path.open("rb") as file:
            beginning = file.read(len(OLE))
    except OSError:
        return StoredSheets()
    if beginning == OLE:
        try:
            return StoredSheets(by_name=look_at_xls(path))
        except SuspiciousError as error:
            return StoredSheets(error.why)
    if not beginning.startswith(ZIP):
        return StoredSheets()
    looked = look_at_sheets(path)
    return looked if looked.by_name or looked.unopened else StoredSheets(by_name=look_at_ods(path))


def _sheet(book: CalamineWorkbook, metadata: SheetMetadata, stored: StoredSheets) -> FoundSheet:
    from python_calamine import SheetVisibleEnum  # noqa: PLC0415 - likewise

    sheet = book.get_sheet_by_name(metadata.name)
    of_it = stored.by_name.get(metadata.name, _NOTHING)
    # Its cells as they are: a DataFrame of 800,000 of them takes as long to make as all the rest.
    grid = with_failed_cells(sheet.to_python(skip_empty_area=False), of_it.failed)
    merges = of_it.merges or sheet.merged_cell_ranges or ()
    hides = metadata.visible != SheetVisibleEnum.Visible
    return FoundSheet(metadata.name, grid, merges, of_it.hidden_rows, is_hidden=hides)
