"""Putting what was collected into a workbook that staff keep, without loss: the version before is kept beside it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from awardgen.campaign import Percent, YesNo
from awardgen.catalogue import returned as kinds
from awardgen.collecting.intake import NUMBER
from awardgen.errors import AwardgenError, reason
from awardgen.sheet_editing import EditingError, WorkbookEditor
from awardgen.workbook import WorkbookUnreadableError, positions_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime
    from decimal import Decimal

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
                f"{name}.xlsx打不开：{problem.why}。", "请先解决这个问题再收表。"
            ) from problem
        if path is None:
            raise AwardgenError(
                f"没有找到data/{name}.xlsx。", f"用 awardgen init 新建的活动文件夹里有空的{name}.xlsx。"
            )
        if path.suffix.lower() != ".xlsx":
            raise AwardgenError(
                f"{path.name}不是.xlsx，不能写入。", "请用Excel打开，另存为“Excel 工作簿（*.xlsx）”。"
            )
        if (path.parent / f"~${path.name}").exists():
            raise AwardgenError(f"{path.name}正在Excel中打开。", "请先在Excel中保存并关闭，再收表。")
        self._path = path
        self._before = _read(path)
        try:
            self._editor = WorkbookEditor(self._before)
        except EditingError as problem:
            raise AwardgenError(
                f"{path.name}不能写入：{problem}", "请用Excel打开，另存为.xlsx，再收表。"
            ) from problem

    def put(self, entries: Iterable[Entry]) -> None:
        """Put rows in, in order. Raise AwardgenError where a sheet or its 编号 is missing."""
        for each in entries:
            position = self._positions.get(each.sheet)
            if position is None or NUMBER not in position.columns:
                raise AwardgenError(
                    f"{self._path.name}中没有工作表“{each.sheet}”，或者里面没有“编号”列。",
                    "请按《使用手册》补上，再收表。",
                )
            cells = self._cells(each, position)
            if not cells:
                continue
            try:
                if each.row is None:
                    self._editor.append_row(position.name, cells)
                else:
                    for column, value in cells.items():
                        self._editor.set_cell(position.name, each.row, column, value)
            except EditingError as problem:
                message = f"{each.number}没有写进{self._path.name}：{problem}"
                self._findings.append(
                    kinds.ROW_NOT_WRITTEN.at(each.file.place, message, applicant=each.number)
                )

    def _cells(self, each: Entry, position: SheetPosition) -> dict[int, str | Decimal | date | None]:
        cells: dict[int, str | Decimal | date | None] = {}
        for column, value in each.changes.items():
            number = position.columns.get(column)
            if number is None:
                message = f"“{column}”这一栏没有收：工作表“{position.name}”中没有这一列。"
                self._findings.append(kinds.COLUMN_ABSENT.at(each.file.place, message, applicant=each.number))
                continue
            cells[number] = _plain(value)
            shown = str(value or "")[:_SHOWN]
            self._records.append(
                (each.number, position.name, column, shown, str(each.file.path), self._day.isoformat())
            )
        return cells

    def write(self, moment: datetime) -> Path | None:
        """Write the workbook beside its place and rename it; return where the version before is kept.

        None where there was nothing to write. Raise AwardgenError where it was changed in the meantime, or where
        writing is refused.
        """
        if not self._records:
            return None
        if RECORDS not in self._editor.sheet_names:
            self._editor.add_sheet(RECORDS, [_RECORD_HEADERS], _RECORD_WIDTHS)
        for record in self._records:
            self._editor.append_row(RECORDS, dict(enumerate(record, start=1)))
        content = self._editor.to_bytes()
        if _read(self._path) != self._before:
            raise AwardgenError(f"收表时{self._path.name}被改动过，没有写入。", "请再收一次。")
        kept = self._path.with_name(f"{self._path.stem}.{moment:%Y%m%d-%H%M%S}.备份{self._path.suffix}")
        replace_file(kept, self._before)
        replace_file(self._path, content)
        return kept


def replace_file(path: Path, content: bytes) -> None:
    """Write a file beside its place and rename it. Raise AwardgenError where that is refused."""
    staged: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=".~", suffix=".tmp", delete=False) as file:
            staged = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        staged.replace(path)
    except OSError as problem:
        if staged is not None:
            staged.unlink(missing_ok=True)
        tip = "请关闭正在打开它的程序，检查磁盘和权限，再收一次。"
        raise AwardgenError(f"{path.name}写不进去：{reason(problem)}。", tip) from problem


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise AwardgenError(
            f"{path.name}打不开：{reason(problem)}。", "请关闭正在打开它的程序。"
        ) from problem


def _plain(value: Value) -> str | Decimal | date | None:
    if isinstance(value, Percent):
        return value.fraction
    return str(value) if isinstance(value, YesNo) else value
