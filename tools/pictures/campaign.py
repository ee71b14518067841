"""The starter campaign with a few slips as they happen, so that there is something to be seen."""

from pathlib import Path

import openpyxl

from awardgen.workbook import create_campaign

_PAGE_DAY = 1_309_420_800  # 30 June 2011 in the morning: the page tells when it was written
_GENEROUS, _STRICT = "马丽华", "邓国强"
_SLIPS = (
    ("示范岗", "D2", "8"),
    ("标兵", "G8", "0.81"),
    ("标兵", "B6", "饮食小组"),
)
_ADDED = {
    ("示范岗", "F5"): (
        "2009年3月，保洁岗被评为校级文明岗。2010年8月至9月，全岗利用暑假对教学楼地面彻底清洗打蜡。"
        "去年12月的检查中没有一处扣分。"
    ),
    ("标兵", "E5"): "2010年7月12日凌晨，他冒雨抢修，至早上6点恢复供水。",
}


def faulty_campaign(folder: Path) -> Path:
    """Make the campaign in a new folder."""
    create_campaign(folder, sample=True)
    _edit(folder / "data" / "申报.xlsx", _slip_in_applications)
    _edit(folder / "data" / "评分.xlsx", _score_apart)
    return folder


def _edit(path: Path, change) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)


def _slip_in_applications(book: openpyxl.Workbook) -> None:
    for sheet, cell, value in _SLIPS:
        book[sheet][cell] = value
    for (sheet, cell), text in _ADDED.items():
        book[sheet][cell] = f"{book[sheet][cell].value}\n{text}"


def _score_apart(book: openpyxl.Workbook) -> None:
    """Let one judge score lower than the others, criterion by criterion."""
    for row in book["评分"].iter_rows(min_row=2):
        if row[1].value == _STRICT:
            for cell in row[6:10]:
                cell.value = cell.value - 1 if isinstance(cell.value, int | float) else cell.value
