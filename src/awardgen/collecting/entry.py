"""Putting what was collected into a workbook that staff keep, without loss: the version before is kept beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.campaign import Percent, YesNo
from awardgen.catalogue import returned as kinds
from awardgen.collecting.intake import NUMBER
from awardgen.collecting.kept_files import is_open_elsewhere, keep, read_file, replace_file
from awardgen.errors import AwardgenError
from awardgen.sheet_editing import EditingError, EditRefusedError, UnstorableValueError, WorkbookEditor
from awardgen.workbook import WorkbookUnreadableError, positions_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime
    from decimal import Decimal
    from pathlib import Path

    from awardgen.campaign import Value
    from awardgen.collecting.sources import HandedIn
    from awardgen.finding import Finding
    from awardgen.workbook import Sheet, SheetPosition

RECORDS = "收表记录"
_RECORD_HEADERS = ("编号", "工作表", "列", "内容", "文件", "收表日期")
_RECORD_WIDTHS = (12.0, 12.0, 18.0, 40.0, 50.0, 14.0)
_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be put into one row. sheet: by its declared name. row: None for a new one, below the last."""

    sheet: str
    row: int | None
    changes: Mapping[str, Value]
    number: str
    file: HandedIn


class WorkbookEntry:
    """A workbook of data/, while rows are put into it; nothing is written before `write`.

    sheets: those that rows may be put into. day: on which the forms are collected.
    Raise AwardgenError where it is open in Excel, is not there, or is no .xlsx.
    """

    def __init__(
        self, folder: Path, name: str, sheets: Iterable[Sheet], day: date, findings: list[Finding]
    ) -> None:
        self._day = day
        self._findings = findings
        self._records: list[tuple[str, ...]] = []
        try:
            path, self._positions = positions_of(folder, name, sheets)
        except WorkbookUnreadableError as problem:
            raise AwardgenError(
                f"{name}.xlsx打不开：{problem.why}。", "请先解决这个问题，再收一次。"
            ) from problem
        if path is None:
            raise AwardgenError(
                f"没有找到data/{name}.xlsx。", f"用 awardgen init 新建的活动文件夹里有空的{name}.xlsx。"
            )
        if path.suffix.lower() != ".xlsx":
            raise AwardgenError(
                f"{path.name}不是.xlsx，不能写入。",
                "请用Excel打开，另存为“Excel 工作簿（*.xlsx）”，再收一次。",
            )
        if lock := is_open_elsewhere(path):
            raise AwardgenError(
                f"{path.name}正在Excel或别的程序中打开，什么也没有写。",
                f"请先保存并关闭，再收一次；确实没有打开的，请删去旁边隐藏的文件“{lock}”。",
            )
        self._path = path
        self._before = read_file(path)
        try:
            self._editor = WorkbookEditor(self._before)
        except EditingError as problem:
            raise AwardgenError(
                f"{path.name}不能写入：{problem}", "请用Excel打开，另存为.xlsx，再收一次。"
            ) from problem

    def put(self, entries: Iterable[Entry]) -> None:
        """Put rows in, in order. Raise AwardgenError where a sheet or its 编号 is missing."""
        for each in entries:
            position = self._positions.get(each.sheet)
            if position is None or NUMBER not in position.columns:
                raise AwardgenError(
                    f"{self._path.name}中没有工作表“{each.sheet}”，或者里面没有“编号”列，什么也没有写。",
                    "请按《使用手册》补上，再收一次。",
                )
            written = self._put(each, position, self._columns(each, position))
            self._records += [
                (
                    each.number,
                    position.name,
                    column,
                    str(each.changes[column] or "")[:_SHOWN],
                    str(each.file.path),
                    self._day.isoformat(),
                )
                for column in written
            ]

    def _columns(self, each: Entry, position: SheetPosition) -> dict[str, int]:
        """Return where the columns stand that are to be written; one that is not there is a finding."""
        columns: dict[str, int] = {}
        for column in each.changes:
            number = position.columns.get(column)
            if number is None:
                message = f"“{column}”这一栏没有收：工作表“{position.name}”中没有这一列。"
                self._findings.append(kinds.COLUMN_ABSENT.at(each.file.place, message, applicant=each.number))
            else:
                columns[column] = number
        return columns

    def _put(self, each: Entry, position: SheetPosition, columns: Mapping[str, int]) -> list[str]:
        """Write one row; return the columns that were written. A value that no cell can hold is left out alone."""
        columns = dict(columns)
        while columns:
            values = {number: _plain(each.changes[column]) for column, number in columns.items()}
            try:
                if each.row is None:
                    self._editor.append_row(position.name, values)
                    return [*columns]
                return self._set_cells(each, position, columns)
            except UnstorableValueError as problem:
                self._report(each, problem)
                columns = {
                    column: number for column, number in columns.items() if number != problem.spot.column
                }
            except EditingError as problem:
                self._report(each, problem)
                return []
        return []

    def _set_cells(self, each: Entry, position: SheetPosition, columns: Mapping[str, int]) -> list[str]:
        assert each.row is not None  # noqa: S101 - for the type alone
        written: list[str] = []
        for column, number in columns.items():
            try:
                self._editor.set_cell(position.name, each.row, number, _plain(each.changes[column]))
            except EditRefusedError as problem:
                self._report(each, problem)
            else:
                written.append(column)
        return written

    def _report(self, each: Entry, problem: EditingError) -> None:
        message = f"{each.number}没有写进{self._path.name}：{problem.message}"
        hint = problem.tip
        self._findings.append(
            kinds.ROW_NOT_WRITTEN.at(each.file.place, message, applicant=each.number, hint=hint)
        )

    def write(self, moment: datetime) -> Path | None:
        """Write the workbook beside its place and rename it; return where the version before is kept.

        None where there was nothing to write. Raise AwardgenError where it was changed in the meantime, or where
        writing is refused.
        """
        if not self._records:
            return None
        if RECORDS in self._editor.sheet_names:
            for record in self._records:
                self._editor.append_row(RECORDS, dict(enumerate(record, start=1)))
        else:
            self._editor.add_sheet(RECORDS, [_RECORD_HEADERS, *self._records], _RECORD_WIDTHS)
        content = self._editor.to_bytes()
        if read_file(self._path) != self._before:
            raise AwardgenError(f"收表时{self._path.name}被改动过，没有写入。", "请再收一次。")
        kept = keep(self._path, self._before, moment, self._path.parent, ".备份")
        replace_file(self._path, content)
        return kept


def _plain(value: Value) -> str | Decimal | date | None:
    if isinstance(value, Percent):
        return value.fraction
    return str(value) if isinstance(value, YesNo) else value
