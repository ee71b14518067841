"""A copy of each workbook of the campaign in which something was found."""

from __future__ import annotations

import zipfile
from collections import defaultdict
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import quote

from openpyxl import Workbook

from awardgen.catalogue import tables
from awardgen.report.copies.cells import fit_notes, mark
from awardgen.report.copies.finding_list import TITLE, add_finding_list
from awardgen.report.copies.opened import values_of, with_formats
from awardgen.report.copies.packing import packed
from awardgen.report.order import in_order
from awardgen.workbook import APPLICATION_WORKBOOK, CAMPAIGN_WORKBOOK, SCORE_WORKBOOK
from awardgen.workbook.files import WorkbookUnreadableError, find_workbook
from awardgen.zip_errors import UNREADABLE_ZIP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from awardgen.finding import Finding
    from awardgen.report.copies.opened import Opened

_UP = "../../"
MOST_CELLS = 500_000
"""Of a workbook that is copied: each costs 40 millionths of a second and half a kilobyte of memory."""
_LARGEST = 100_000_000
"""Bytes of its sheets, unzipped."""
_SHEETS = "xl/worksheets/"


def copy_workbooks(folder: Path, heading: str, findings: Sequence[Finding]) -> Iterator[tuple[str, bytes]]:
    """Yield each copy's name and bytes; where no workbook is copied, the list of the findings alone.

    folder: the campaign's. heading: what the findings are of. A workbook without findings is left out, and one that
    cannot be read or has too many cells to be written again; its findings are in the lists of the others, and lead to
    the staff's own file.
    """
    findings = in_order(findings)
    if not findings:
        return
    unreadable = {each.place.file for each in findings if each.kind is tables.WORKBOOK_UNREADABLE}
    found = {each.place.file for each in findings} - unreadable
    paths = {file: path for file, path in _workbooks(folder) if file in found and _is_copied(path)}
    names = {file: f"{path.stem}.批注.xlsx" for file, path in paths.items()}
    copied = False
    for file, path in paths.items():
        try:
            data = _copy(folder, path, findings, heading, _Links(folder, names, file))
        except WorkbookUnreadableError:
            continue
        copied = True
        yield names[file], data
    if not copied:
        alone = Workbook()
        alone.remove(alone.worksheets[0])
        add_finding_list(alone, findings, heading, _Links(folder, {}, ""))
        yield f"{TITLE}.xlsx", packed(alone)


def _workbooks(folder: Path) -> Iterator[tuple[str, Path]]:
    for workbook in (CAMPAIGN_WORKBOOK, APPLICATION_WORKBOOK, SCORE_WORKBOOK):
        path = find_workbook(folder, workbook.name)
        if path is not None:
            yield path.relative_to(folder).as_posix(), path


def _is_copied(path: Path) -> bool:
    try:
        if not zipfile.is_zipfile(path):
            return path.stat().st_size <= _LARGEST
        with zipfile.ZipFile(path) as package:
            sheets = [each for each in package.infolist() if each.filename.startswith(_SHEETS)]
            if sum(each.file_size for each in sheets) > _LARGEST:
                return False
            return sum(package.read(each).count(b"<c ") for each in sheets) <= MOST_CELLS
    except UNREADABLE_ZIP:
        return False


def _copy(folder: Path, path: Path, findings: Sequence[Finding], heading: str, links: _Links) -> bytes:
    """Return an .xlsx with its formats; what the library cannot take in or write again, with its values alone."""
    if path.suffix.lower() == ".xlsx":
        with suppress(Exception):
            return _annotated(with_formats(path), findings, heading, links)
    return _annotated(values_of(folder, path), findings, heading, links)


def _annotated(book: Opened, findings: Sequence[Finding], heading: str, links: _Links) -> bytes:
    workbook, sheets = book
    at_cells: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for each in findings:
        place = each.place
        if place.file == links.own and place.sheet and place.sheet in sheets and place.cell:
            at_cells[place.sheet, place.cell].append(each)
    for (sheet, cell), here in at_cells.items():
        mark(sheets[sheet], cell, here)
    for worksheet in sheets.values():
        fit_notes(worksheet)
    add_finding_list(workbook, findings, heading, links)
    return packed(workbook)


class _Links:
    """Where a copy's list of findings leads. names: file → its copy. own: the file that this is the copy of."""

    def __init__(self, folder: Path, names: Mapping[str, str], own: str) -> None:
        self._folder = folder
        self._names = names
        self.own = own
        self._targets: dict[str, str | None] = {}

    def target(self, file: str) -> str | None:
        if file not in self._targets:
            self._targets[file] = self._find(file)
        return self._targets[file]

    def _find(self, file: str) -> str | None:
        if file == self.own:
            return ""
        if file in self._names:
            return quote(self._names[file])
        return quote(f"{_UP}{file}") if (self._folder / file).is_file() else None
