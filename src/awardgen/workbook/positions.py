"""Where the columns of a sheet stand, for whoever writes into a workbook that staff keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.workbook.files import find_workbook, open_workbook
from awardgen.workbook.headers import find_headers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from awardgen.workbook.declaration import Sheet


@dataclass(frozen=True, slots=True)
class SheetPosition:
    """name: of the sheet, as it stands in the workbook. columns: header → number of its column, from 1."""

    name: str
    columns: Mapping[str, int]


def positions_of(
    folder: Path, workbook: str, sheets: Iterable[Sheet]
) -> tuple[Path | None, Mapping[str, SheetPosition]]:
    """Return the file of a workbook of data/, and by their declared names those sheets of it that have headers.

    Raise WorkbookUnreadableError.
    """
    path = find_workbook(folder, workbook)
    if path is None:
        return None, {}
    book = open_workbook(folder, path)
    found: dict[str, SheetPosition] = {}
    for sheet in sheets:
        there = book.find(sheet.name)
        if there is not None:
            header = find_headers(sheet, there, book.file, [])
            found[sheet.name] = SheetPosition(
                there.name, {column.header: column.index + 1 for column in header.columns}
            )
    return path, found
