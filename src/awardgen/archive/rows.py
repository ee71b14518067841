"""From the items of an archive to what its Word templates and its workbook print."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from awardgen.archive.boxes import fill_boxes
from awardgen.archive.codes import period_code
from awardgen.documents import ArchiveRows, BoxRows
from awardgen.workbook import CATALOGUE_2000, Column, Sheet, Type, Workbook, write_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from awardgen.archive.boxes import Box
    from awardgen.archive.entry import Entry
    from awardgen.archive.record import Record
    from awardgen.campaign import ArchiveSettings, Campaign, Value

CATALOGUE: Final = "归档文件目录"
_WIDTHS: Final = {"档号": 30, "文号": 20, "责任者": 20, "题名": 60, "日期": 10, "备注": 20}
COLUMNS_2015: Final = ("序号", "档号", "文号", "责任者", "题名", "日期", "密级", "页数", "备注")
COLUMNS_2000: Final = ("件号", "责任者", "文号", "题名", "日期", "页数", "备注")
_MOST_PAGES: Final = 200


def archive_year(campaign: Campaign) -> str:
    """Return 归档年度, the campaign's own year where none is set."""
    year = campaign.settings.values.get("活动年度")
    return campaign.archive.text("归档年度") or ("" if year is None else str(year))


def boxes_of(settings: ArchiveSettings, entries: Sequence[Entry]) -> tuple[Box, ...]:
    """Return the boxes that a campaign's settings make of its items."""
    return fill_boxes(entries, settings.whole("起始盒号", 1), settings.whole("每盒页数", _MOST_PAGES))


def archive_rows(campaign: Campaign, record: Record) -> ArchiveRows:
    """Return what the templates of the range 归档 are given."""
    settings, entries = campaign.archive, record.entries
    boxes = boxes_of(settings, entries)
    serial = {each.number: index for index, each in enumerate(entries, 1)}
    totals: Mapping[str, Value] = {
        "保管期限代码": period_code(settings),
        "起件号": entries[0].number if entries else None,
        "止件号": entries[-1].number if entries else None,
        "件数": Decimal(len(entries)),
        "总页数": Decimal(sum(each.pages for each in entries)),
    }
    return ArchiveRows(
        filled_settings(campaign, record.day),
        totals,
        [
            BoxRows(
                _box(box, settings, record),
                [entry_values(each, serial[each.number], box.number) for each in box.entries],
            )
            for box in boxes
        ],
    )


def filled_settings(campaign: Campaign, day: date) -> Mapping[str, Value]:
    """Return the sheet 归档 with what stands in for what is left empty."""
    values = campaign.settings.values
    usual: Mapping[str, Value] = {
        "全宗名称": values.get("单位简称") or values.get("印发机关"),
        "归档年度": archive_year(campaign) or None,
        "责任者": values.get("印发机关"),
        "归档日期": day,
    }
    own = campaign.archive.values
    return {**own, **{item: own.get(item) or value for item, value in usual.items()}, "归档日期": day}


def entry_values(entry: Entry, serial: int, box: int) -> Mapping[str, Value]:
    """Return the columns of an item in a catalogue."""
    return {
        "序号": Decimal(serial),
        "件号": entry.number,
        "档号": entry.code,
        "文号": entry.reference or None,
        "责任者": entry.responsible or None,
        "题名": entry.title,
        "日期": entry.day or None,
        "密级": entry.security or None,
        "页数": Decimal(entry.pages),
        "备注": entry.note or None,
        "盒号": str(box),
    }


def catalogue_columns(settings: ArchiveSettings) -> tuple[str, ...]:
    """Return the columns of the catalogue in the edition that the campaign keeps."""
    return COLUMNS_2000 if settings.text("目录格式") == CATALOGUE_2000 else COLUMNS_2015


def write_catalogue(path: Path, campaign: Campaign, record: Record) -> None:
    """Write 归档文件目录.xlsx; the same items give the same bytes."""
    columns = tuple(
        Column(name, Type.WHOLE if name in {"序号", "页数"} else Type.TEXT, width=_WIDTHS.get(name, 8))
        for name in catalogue_columns(campaign.archive)
    )
    book = Workbook(CATALOGUE, (Sheet(CATALOGUE, columns),))
    rows = [item for box in archive_rows(campaign, record).boxes for item in box.items]
    names = {column.header for column in columns}
    content = [{name: value for name, value in row.items() if name in names} for row in rows]
    write_workbook(path, book, {CATALOGUE: content})


def _box(box: Box, settings: ArchiveSettings, record: Record) -> Mapping[str, Value]:
    return {
        "盒号": str(box.number),
        "起件号": box.entries[0].number,
        "止件号": box.entries[-1].number,
        "件数": Decimal(len(box.entries)),
        "页数": Decimal(box.pages),
        "说明": _situation(box, settings, record),
    }


def _situation(box: Box, settings: ArchiveSettings, record: Record) -> str:
    """Return 盒内文件情况说明: what whoever opens the box in thirty years must know."""
    unsigned = [each.number for each in box.entries if not each.scans]
    edited = [each.number for each in box.entries if any(one.is_edited for one in each.documents)]
    lines = [f"本盒共{len(box.entries)}件，{box.pages}页。"]
    if unsigned:
        lines.append(f"归档时没有签章件、页数按打印稿计算的：{_ranges(unsigned)}。")
    if edited:
        lines.append(f"电子稿经手工修改的：{_ranges(edited)}。")
    if record.errors:
        lines.append(f"归档时尚有{record.errors}个错误没有改正，见归档包中的“归档时的问题.txt”。")
    own = settings.text("情况说明")
    return "\n".join([*lines, own] if own else lines)


def _ranges(numbers: Sequence[str]) -> str:
    """Return 件号 with those that follow each other joined: 0001—0004、0007."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and int(number) == int(runs[-1][-1]) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(run[0] if len(run) == 1 else f"{run[0]}—{run[-1]}" for run in runs)
