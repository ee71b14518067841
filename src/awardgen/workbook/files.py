"""Finding the workbooks of a campaign and opening them; the one module that knows pandas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.workbook.cells import squeeze
from awardgen.workbook.extent import reaches_too_far
from awardgen.workbook.failed_formulas import with_failed_formulas

if TYPE_CHECKING:
    from pathlib import Path

    from awardgen.workbook.cells import Grid

DATA_FOLDER = "data"
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

    if path.suffix.lower() == ".xlsx" and reaches_too_far(path):
        raise WorkbookUnreadableError("有一张工作表在很靠下、很靠右的地方有内容，请删去那里的行和列")
    try:
        frames = pd.read_excel(
            path,
            sheet_name=None,
            header=None,
            dtype=object,
            na_filter=False,  # 无 and NA are answers, not gaps
            engine="calamine",
        )
    except (CalamineError, OSError, ValueError, KeyError, IndexError) as cause:
        raise WorkbookUnreadableError from cause
    except BaseException as cause:
        if type(cause).__name__ == "PanicException":  # the Rust reader fell over a damaged .xls
            raise WorkbookUnreadableError from cause
        raise
    grids: dict[str, Grid] = {str(name): frame.to_numpy().tolist() for name, frame in frames.items()}
    if path.suffix.lower() == ".xlsx":
        grids = with_failed_formulas(path, grids)
    return Book(path.relative_to(folder).as_posix(), grids)
