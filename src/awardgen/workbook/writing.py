"""The domain's declaration → workbooks that are pleasant to fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from awardgen.campaign import AwardKind, Value
from awardgen.layout import DATA_FOLDER
from awardgen.workbook.cells import text_of
from awardgen.workbook.declaration import Workbook
from awardgen.workbook.declared_campaign import (
    ARCHIVE,
    AWARDS,
    BASICS,
    CAMPAIGN_WORKBOOK,
    GROUPS,
    JUDGES,
    RUBRIC,
)
from awardgen.workbook.declared_entries import (
    APPLICATION_WORKBOOK,
    BONUS_EVIDENCE,
    SCORE_WORKBOOK,
    application_sheet,
    score_sheet,
)
from awardgen.workbook.sheet_writer import SheetWriter, Styles

if TYPE_CHECKING:
    from pathlib import Path

    from awardgen.workbook.declaration import Sheet

Row = Mapping[str, Value | int | float]
Content = Mapping[str, Sequence[Row]]
"""Sheet name → its rows, each header → value; columns that are not declared are added at the right."""

_CRITERIA_OFFERED = 10


def write_campaign(folder: Path, content: Content | None = None) -> tuple[Path, ...]:
    """Write the three workbooks of a campaign into folder/data; return their paths.

    The sheets of 申报.xlsx follow the content's 奖项 and the columns of 评分 its 评选细则.
    """
    content = content or {}
    data = folder / DATA_FOLDER
    data.mkdir(parents=True, exist_ok=True)
    books = (
        (CAMPAIGN_WORKBOOK, {**content, **_settings(content, BASICS), **_settings(content, ARCHIVE)}),
        (_application_workbook(content), content),
        (_score_workbook(content), content),
    )
    return tuple(write_workbook(data / f"{book.name}.xlsx", book, rows) for book, rows in books)


def write_workbook(path: Path, workbook: Workbook, content: Content) -> Path:
    """Write one workbook; the same content gives the same bytes."""
    from xlsxwriter import Workbook as Writer  # noqa: PLC0415 - only writing needs it

    options = {
        "in_memory": True,  # which also gives the parts inside a constant date
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Writer(str(path), options) as writer:
        styles = Styles(writer)
        for sheet in workbook.sheets:
            SheetWriter(writer.add_worksheet(sheet.name), sheet, styles).write(content.get(sheet.name, ()))
    return path


def _settings(content: Content, sheet: Sheet) -> Content:
    return {sheet.name: setting_rows(content.get(sheet.name, ()), sheet)}


def setting_rows(given: Sequence[Row], sheet: Sheet = BASICS) -> tuple[Row, ...]:
    """Return the rows of a list of 项目: every declared one with what is given or its default, then the others."""
    by_item = {str(row["项目"]): row for row in given}
    declared = {setting.header: setting for setting in sheet.settings}
    rows: list[Row] = [
        {"项目": item, "内容": setting.default, "说明": setting.help, **by_item.get(item, {})}
        for item, setting in declared.items()
    ]
    return (*rows, *(row for item, row in by_item.items() if item not in declared))


def _application_workbook(content: Content) -> Workbook:
    groups = _texts(content, GROUPS.name, "工会小组")
    kinds = {kind.value: kind for kind in AwardKind}
    sheets = tuple(
        application_sheet(str(row["简称"]), kinds[str(row["类型"])]).with_suggestions("工会小组", groups)
        for row in content.get(AWARDS.name, ())
    )
    return Workbook(APPLICATION_WORKBOOK.name, sheets or APPLICATION_WORKBOOK.sheets)


def _score_workbook(content: Content) -> Workbook:
    numbers = _texts(content, RUBRIC.name, "序号")
    offered = numbers or tuple(str(number) for number in range(1, _CRITERIA_OFFERED + 1))
    judges = _texts(content, JUDGES.name, "评委")
    scores: Sheet = score_sheet(offered).with_suggestions("评委", judges)
    return Workbook(SCORE_WORKBOOK.name, (scores, BONUS_EVIDENCE))


def _texts(content: Content, sheet: str, header: str) -> tuple[str, ...]:
    found = (row.get(header) for row in content.get(sheet, ()))
    return tuple(value if isinstance(value, str) else text_of(int(str(value))) for value in found if value)
