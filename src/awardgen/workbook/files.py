"""Finding the workbooks of a campaign and opening them; the one module that knows pandas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from awardgen.layout import DATA_FOLDER
from awardgen.workbook.cells import squeeze
from awardgen.workbook.failed_formulas import with_failed_cells
from awardgen.workbook.stored_sheets import StoredSheets, look_at_sheets

if TYPE_CHECKING:
    from pathlib import Path

    from python_calamine import CalamineWorkbook

    from awardgen.workbook.cells import Grid

_SUFFIXES = (".xlsx", ".xls", ".ods")


class WorkbookUnreadableError(Exception):
    """A workbook cannot be opened. why: Chinese; the reader knows which workbook it was."""

    def __init__(self, why: str = "可能已损坏、设了密码，或者不是Excel工作簿") -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Book:
    """An opened workbook. file: relative to the campaign folder. grids: sheet name → rows of cells, from A1."""

    file: str
    grids: dict[str, Grid]

    def find(self, name: str) -> tuple[str, Grid] | None:
        """Return a sheet's name as it stands and its cells, whatever its width and white space."""
        wanted = squeeze(name)
        return next((each for each in self.grids.items() if squeeze(each[0]) == wanted), None)


def find_workbook(folder: Path, name: str) -> Path | None:
    """Return the workbook of that name in a campaign folder, .xlsx before the other kinds."""
    data = folder / DATA_FOLDER
    if not data.is_dir():
        return None
    found = {path.suffix.lower(): path for path in data.iterdir() if path.stem == name and path.is_file()}
    return next((found[suffix] for suffix in _SUFFIXES if suffix in found), None)


def open_workbook(folder: Path, path: Path) -> Book:
    """Read all the sheets of a workbook; raise WorkbookUnreadableError."""
    import pandas as pd  # noqa: PLC0415 - half a second that most commands need not pay
    from python_calamine import CalamineError  # noqa: PLC0415 - likewise

    stored = look_at_sheets(path) if path.suffix.lower() == ".xlsx" else StoredSheets()
    if stored.reach_too_far:
        raise WorkbookUnreadableError("有一张工作表在很靠下、很靠右的地方有内容，请删去那里的行和列")
    try:
        with pd.ExcelFile(path, engine="calamine") as file:
            # Its cells as they are: a DataFrame of 800,000 of them takes as long to make as all the rest.
            book = cast("CalamineWorkbook", file.book)
            grids: dict[str, Grid] = {
                name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                for name in map(str, file.sheet_names)
            }
    except (CalamineError, OSError, ValueError, KeyError, IndexError) as cause:
        raise WorkbookUnreadableError from cause
    except BaseException as cause:
        if type(cause).__name__ == "PanicException":  # the Rust reader fell over a damaged .xls
            raise WorkbookUnreadableError from cause
        raise
    grids = {name: with_failed_cells(grid, stored.failed.get(name, {})) for name, grid in grids.items()}
    return Book(path.relative_to(folder).as_posix(), grids)
