from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from awardgen.workbook.cells import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

    from awardgen.workbook.files import Book

_LIKENESS = 0.5


def nearest_sheet(name: str, book: Book, meant: Iterable[str]) -> str | None:
    """Return the sheet with rows whose name is likest. meant: names that stand for something else."""
    known = {squeeze(each) for each in meant}
    strangers = [sheet for sheet, grid in book.grids.items() if squeeze(sheet) not in known and len(grid) > 1]
    return next(iter(difflib.get_close_matches(name, strangers, 1, _LIKENESS)), None)
