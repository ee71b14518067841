"""Opening the workbooks of a campaign folder and reading their sheets; a stage not reached is no fault."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from awardgen.catalogue import tables
from awardgen.finding import Place, Severity
from awardgen.workbook.files import WorkbookUnreadableError, find_workbook, open_workbook
from awardgen.workbook.neighbours import report_neighbours
from awardgen.workbook.similar import nearest_sheet
from awardgen.workbook.table import Table, read_table

if TYPE_CHECKING:
    from pathlib import Path

    from awardgen.finding import Finding
    from awardgen.workbook.ahead import OpenedAhead
    from awardgen.workbook.declaration import Sheet, Workbook
    from awardgen.workbook.files import Book
    from awardgen.workbook.found_sheet import FoundSheet

_NOTHING = Table()


@dataclass
class Reader:
    """Reads the sheets of one folder, keeping the findings and the headers."""

    folder: Path
    findings: list[Finding] = field(default_factory=list)
    headers: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def table(self, book: Book, sheet: Sheet) -> Table:
        """Read a sheet; one that is not there has no rows."""
        found = book.find(sheet.name)
        if found is None:
            return _NOTHING
        self._report_hidden(book, found)
        table = read_table(sheet, found, book.file, self.findings)
        self.headers[sheet.name] = table.headers
        return table

    def later_table(self, book: Book, sheet: Sheet) -> Table:
        """Read a sheet of a later stage; while it has no rows it may still lack columns."""
        found = book.find(sheet.name)
        if found is None:
            return _NOTHING
        self._report_hidden(book, found)
        findings: list[Finding] = []
        table = read_table(sheet, found, book.file, findings)
        self.findings += [each for each in findings if table.records or each.kind != tables.COLUMN_MISSING]
        return table

    def _report_hidden(self, book: Book, found: FoundSheet) -> None:
        if found.is_hidden and len(found.grid) > 1:
            message = f"工作表“{found.name}”是隐藏的，照样读取。"
            self.findings.append(tables.HIDDEN_READ.at(Place(book.file, found.name), message))

    def later_book(self, workbook: Workbook, ahead: OpenedAhead | None = None) -> Book | None:
        """Open a workbook of a later stage; None where it is not there or cannot be read. ahead: may have begun it."""
        path = find_workbook(self.folder, workbook.name)
        told = len(self.findings)
        report_neighbours(self.folder, path, workbook.name, self.findings)
        if path is None:
            if any(each.severity is not Severity.INFO for each in self.findings[told:]):
                return None
            place = Place(f"data/{workbook.name}.xlsx")
            message = f"还没有{workbook.name}.xlsx。"
            self.findings.append(tables.STAGE_NOT_REACHED.at(place, message))
            return None
        try:
            return ahead.take(path) if ahead else open_workbook(self.folder, path)
        except WorkbookUnreadableError as problem:
            place = Place(path.relative_to(self.folder).as_posix())
            message = f"{path.name}打不开：{problem.why}。"
            self.findings.append(tables.WORKBOOK_UNREADABLE.at(place, message, hint=problem.hint))
            return None

    def report_not_reached(self, book: Book, sheet: str, others: tuple[str, ...] = ()) -> None:
        """Say that a sheet has no rows yet. others: names of sheets that are meant to be something else."""
        found = book.find(sheet)
        place = Place(book.file, found.name if found else sheet)
        near = None if found else nearest_sheet(sheet, book, others)
        if near:
            message = f"没有工作表“{sheet}”，但有名称相近的“{near}”，其中的内容没有读取。"
            hint = "工作表的名称应与活动设置.xlsx一致，请改正。"
            finding = tables.STAGE_NOT_REACHED.at(place, message, hint=hint, severity=Severity.WARNING)
        else:
            message = f"工作表“{sheet}”{'还没有填写' if found else '还没有'}。"
            finding = tables.STAGE_NOT_REACHED.at(place, message)
        self.findings.append(finding)
