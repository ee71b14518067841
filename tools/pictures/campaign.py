"""The starter campaign with a few slips as they happen, so that there is something to be seen."""

from collections.abc import Callable
from pathlib import Path

import openpyxl

from awardgen.workbook import create_campaign

_STRICT_JUDGE = "邓国强"
_SLIPS = (
    ("示范岗", "D2", "8"),
    ("标兵", "G8", "0.81"),
    ("标兵", "B6", "饮食小组"),
)
_ADDED = (
    (
        "示范岗",
        "F5",
        "2009年3月，保洁岗被评为校级文明岗。2010年8月至9月，全岗利用暑假对教学楼地面清洗打蜡。去年12月没有扣分。",
    ),
    ("标兵", "E5", "2010年7月12日凌晨，他冒雨抢修，至早上6点恢复供水。"),
)


def faulty_campaign(folder: Path) -> Path:
    """Make the campaign in a new folder."""
    create_campaign(folder, sample=True)
    _edit(folder / "data" / "申报.xlsx", _slip_in_applications)
    _edit(folder / "data" / "评分.xlsx", _score_apart)
    return folder


def _edit(path: Path, change: Callable[[openpyxl.Workbook], None]) -> None:
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)


def _slip_in_applications(book: openpyxl.Workbook) -> None:
    for sheet, cell, value in _SLIPS:
        book[sheet][cell] = value
    for sheet, cell, text in _ADDED:
        book[sheet][cell] = f"{book[sheet][cell].value}\n{text}"


def _score_apart(book: openpyxl.Workbook) -> None:
    """Let one judge score lower than the others, criterion by criterion."""
    for row in book["评分"].iter_rows(min_row=2):
        if row[1].value == _STRICT_JUDGE:
            for cell in row[6:10]:
                if isinstance(cell.value, int | float):
                    cell.value -= 1
