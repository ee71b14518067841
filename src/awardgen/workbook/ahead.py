"""Workbooks that are opened before they are asked for: calamine parses while the interpreter does other work."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from awardgen.collector import all_is_kept
from awardgen.workbook.files import find_workbook, open_workbook

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path

    from awardgen.workbook.declaration import Workbook
    from awardgen.workbook.files import Book


class OpenedAhead:
    """Workbooks of one campaign folder, each of which a thread has begun to open. Whoever takes one keeps it."""

    def __init__(self, folder: Path, *workbooks: Workbook) -> None:
        self._folder = folder
        self._begun: dict[Path, Future[Book]] = {}
        found = [path for each in workbooks if (path := find_workbook(folder, each.name))]
        if found:
            threads = ThreadPoolExecutor(len(found), "workbook")
            self._begun = {path: threads.submit(_open, folder, path) for path in found}
            threads.shutdown(wait=False)

    def take(self, path: Path) -> Book:
        """Return a workbook, begun or not. Raises WorkbookUnreadableError."""
        begun = self._begun.pop(path, None)
        return open_workbook(self._folder, path) if begun is None else begun.result()


def _open(folder: Path, path: Path) -> Book:
    with all_is_kept():
        return open_workbook(folder, path)
