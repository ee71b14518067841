"""Putting what was collected into 申报.xlsx, without loss: beside the old version, which is kept."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from awardgen.campaign import Percent, YesNo
from awardgen.catalogue import returned as kinds
from awardgen.collecting.intake import NUMBER
from awardgen.errors import AwardgenError, reason
from awardgen.sheet_editing import WorkbookEditor
from awardgen.workbook import APPLICATION_WORKBOOK, WorkbookUnreadableError, application_sheet, positions_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime
    from decimal import Decimal

    from awardgen.campaign import Award, Value
    from awardgen.collecting.intake import Collected
    from awardgen.finding import Finding
    from awardgen.workbook import SheetPosition

RECORDS = "收表记录"
_RECORD_HEADERS = ("编号", "工作表", "列", "内容", "文件", "收表日期")
_RECORD_WIDTHS = (12.0, 12.0, 18.0, 40.0, 50.0, 14.0)
_SHOWN = 100


@dataclass
class ApplicationEntry:
    """The workbook of applications, while rows are put into it.

    Raise AwardgenError where it is open in Excel, is not there, or is no .xlsx: before anything is written.
    """

    folder: Path
    awards: Sequence[Award]
    day: date
    findings: list[Finding]
    records: list[tuple[str, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        sheets = [application_sheet(award.short_name, award.kind) for award in self.awards]
        try:
            path, self._positions = positions_of(self.folder, APPLICATION_WORKBOOK.name, sheets)
        except WorkbookUnreadableError as problem:
            raise AwardgenError(f"申报.xlsx打不开：{problem.why}。", "请先解决这个问题再收表。") from problem
        if path is None:
            raise AwardgenError("没有找到data/申报.xlsx。", "用 awardgen init 新建的活动文件夹里有空的申报.xlsx。")
        if path.suffix.lower() != ".xlsx":
            raise AwardgenError(f"{path.name}不是.xlsx，不能写入。", "请用Excel打开，另存为“Excel 工作簿（*.xlsx）”。")
        if (path.parent / f"~${path.name}").exists():
            raise AwardgenError(f"{path.name}正在Excel中打开。", "请先在Excel中保存并关闭，再收表。")
        self._path = path
        self._before = _read(path)
        self._editor = WorkbookEditor(self._before)

    def put(self, collected: Iterable[Collected]) -> None:
        """Put rows in, in order; nothing is written yet."""
        for each in collected:
            position = self._positions.get(each.award.short_name)
            if position is None or NUMBER not in position.columns:
                raise AwardgenError(
                    f"申报.xlsx中没有工作表“{each.award.short_name}”，或者里面没有“编号”列。",
                    "请按《使用手册》补上，再收表。",
                )
            cells = self._cells(each, position)
            if not cells:
                continue
            if each.application is None:
                self._editor.append_row(position.name, cells)
            else:
                for column, value in cells.items():
                    self._editor.set_cell(position.name, each.application.record.row, column, value)

    def _cells(self, each: Collected, position: SheetPosition) -> dict[int, str | Decimal | date | None]:
        cells: dict[int, str | Decimal | date | None] = {}
        for column, value in each.changes.items():
            number = position.columns.get(column)
            if number is None:
                message = f"“{column}”这一栏没有收：工作表“{position.name}”中没有这一列。"
                self.findings.append(kinds.COLUMN_ABSENT.at(each.file.place, message, applicant=each.number))
                continue
            cells[number] = _plain(value)
            self.records.append(
                (
                    each.number,
                    position.name,
                    column,
                    str(value or "")[:_SHOWN],
                    str(each.file.path),
                    self.day.isoformat(),
                )
            )
        return cells

    def write(self, moment: datetime) -> Path | None:
        """Write the workbook beside its place and rename it; return where the version before is kept.

        None where there was nothing to write. Raise AwardgenError where it was changed in the meantime or cannot be written.
        """
        if not self.records:
            return None
        if RECORDS not in self._editor.sheet_names:
            self._editor.add_sheet(RECORDS, [_RECORD_HEADERS], _RECORD_WIDTHS)
        for record in self.records:
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
        raise AwardgenError(f"{path.name}打不开：{reason(problem)}。", "请关闭正在打开它的程序。") from problem


def _plain(value: Value) -> str | Decimal | date | None:
    if isinstance(value, Percent):
        return value.fraction
    return str(value) if isinstance(value, YesNo) else value
