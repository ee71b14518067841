"""What a package of ours holds against its own catalogue: pages, PDF/A, the lines of the workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgen.archive import layout
from awardgen.archive.page_images import PdfUnreadableError, pages_with_content
from awardgen.archive.pdf_a import is_pdf_a
from awardgen.archive.record import LARGEST_RECORD, RecordError, read_record
from awardgen.archive.rows import COLUMNS_2000, COLUMNS_2015, entry_values
from awardgen.catalogue import archive as kinds
from awardgen.finding import Place
from awardgen.workbook import WorkbookUnreadableError, cell_text, open_workbook

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from awardgen.archive.entry import Entry, KeptDocument
    from awardgen.archive.record import Record
    from awardgen.finding import Finding

_MOST_TOLD: Final = 20


@dataclass(frozen=True, slots=True)
class Contents:
    """record: of the package; None where it is not awardgen's, or cannot be read."""

    record: Record | None
    findings: tuple[Finding, ...]


def check_contents(folder: Path, intact: Collection[str]) -> Contents:
    """Hold the files that are intact against the catalogue. folder: the package."""
    if not (folder / layout.RECORD).is_file():
        return Contents(
            None, (kinds.FOREIGN_BAG.at(Place("."), "包里没有归档信息，只核对了校验值和文件清单。"),)
        )
    if layout.RECORD not in intact:
        return Contents(None, ())  # told of already, and not to be relied on
    try:
        with (folder / layout.RECORD).open("rb") as file:
            record = read_record(file.read(LARGEST_RECORD))  # the rest would be no JSON
    except (RecordError, OSError):
        return Contents(None, (kinds.RECORD_UNREADABLE.at(Place(layout.RECORD), "归档信息读不出来。"),))
    found = [*_pages(folder, record, intact), *_catalogue(folder, record, intact)]
    if record.errors:
        message = f"归档时有{record.errors}个错误没有改正。"
        found.append(kinds.FINDING_ARCHIVED.at(Place(layout.FINDINGS), message))
    return Contents(record, tuple(found))


def _pages(folder: Path, record: Record, intact: Collection[str]) -> Iterator[Finding]:
    for entry in record.entries:
        counted = sum(each.pages for each in (entry.scans or entry.documents))
        if counted != entry.pages:
            message = f"{entry.number}号件目录上{entry.pages}页，正本各文件合计{counted}页。"
            yield kinds.PAGES_DIFFER.at(Place(layout.RECORD), message)
        for scan in entry.scans:
            if scan.path in intact:
                yield from _count(folder, scan.path, scan.pages)
        for document in entry.documents:
            yield from _pdf(folder, document, intact)
    for document in record.documents:
        yield from _pdf(folder, document, intact)


def _pdf(folder: Path, document: KeptDocument, intact: Collection[str]) -> Iterator[Finding]:
    if document.pdf not in intact:
        return
    if not is_pdf_a(folder / document.pdf):
        yield kinds.NOT_PDF_A.at(Place(document.pdf), "没有PDF/A-1b的标记，或者打不开。")
    else:
        yield from _count(folder, document.pdf, document.pages)


def _count(folder: Path, path: str, pages: int) -> Iterator[Finding]:
    try:
        counted = pages_with_content(folder / path)
    except PdfUnreadableError:
        yield kinds.PAGES_DIFFER.at(Place(path), f"归档信息中是{pages}页，PDF打不开。")
        return
    if counted != pages:
        yield kinds.PAGES_DIFFER.at(Place(path), f"归档信息中是{pages}页，读出来是{counted}页。")


def _catalogue(folder: Path, record: Record, intact: Collection[str]) -> Iterator[Finding]:
    path = layout.CATALOGUE_WORKBOOK
    if path not in intact:
        return
    try:
        book = open_workbook(folder, folder / path)
        grid = [[cell_text(cell) for cell in row] for row in book.sheets[0].grid]
    except (WorkbookUnreadableError, IndexError):
        yield kinds.CATALOGUE_DIFFERS.at(Place(path), "归档文件目录打不开。")
        return
    columns = next((each for each in (COLUMNS_2015, COLUMNS_2000) if grid and tuple(grid[0]) == each), None)
    if columns is None:
        yield kinds.CATALOGUE_DIFFERS.at(Place(path), "归档文件目录的栏目不对。")
        return
    expected = [_line(each, serial, columns) for serial, each in enumerate(record.entries, 1)]
    listed = [tuple(row[: len(columns)]) for row in grid[1:] if any(row)]
    told = 0
    for number in range(max(len(expected), len(listed))):
        line = expected[number] if number < len(expected) else None
        if (listed[number] if number < len(listed) else None) != line and told < _MOST_TOLD:
            told += 1
            message = f"目录第{number + 2}行与归档信息不同。"
            yield kinds.CATALOGUE_DIFFERS.at(Place(path, None, f"A{number + 2}"), message)


def _line(entry: Entry, serial: int, columns: Sequence[str]) -> tuple[str, ...]:
    values = entry_values(entry, serial, 0)
    return tuple("" if values[name] is None else str(values[name]) for name in columns)
