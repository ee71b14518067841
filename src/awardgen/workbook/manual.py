"""The manual's tables of workbooks, sheets and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.workbook.declared_campaign import CAMPAIGN_WORKBOOK
from awardgen.workbook.declared_entries import APPLICATION_WORKBOOK, SCORE_WORKBOOK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from awardgen.workbook.declaration import Column, Sheet

WORKBOOKS = (CAMPAIGN_WORKBOOK, APPLICATION_WORKBOOK, SCORE_WORKBOOK)
_COLUMN_HEADS = ("列名", "类型", "必填", "说明")
_SETTING_HEADS = ("项目", "类型", "必须有这一行", "说明")


def manual_tables() -> str:
    """Return, in Markdown, every workbook, sheet and column as declared."""
    lines: list[str] = []
    for workbook in WORKBOOKS:
        lines += [f"### {workbook.name}.xlsx", "", workbook.help, ""]
        for sheet in workbook.sheets:
            lines += _sheet(sheet)
    return "\n".join(lines).rstrip() + "\n"


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield from (f"#### 工作表“{sheet.name}”", "", sheet.help, "")
    yield from _table(_COLUMN_HEADS, sheet.columns)
    if sheet.settings:
        yield from _table(_SETTING_HEADS, sheet.settings)


def _table(heads: Iterable[str], columns: Iterable[Column]) -> Iterator[str]:
    yield _row(heads)
    yield _row("---" for _ in heads)
    for column in columns:
        kind = "、".join(column.choices) if column.choices else column.type.value
        yield _row((column.header, kind, "是" if column.required else "", column.help))
    yield ""


def _row(cells: Iterable[str]) -> str:
    escaped = (cell.replace("|", r"\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"
