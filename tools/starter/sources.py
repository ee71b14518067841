"""The starter's sources beside this file → the rows of its workbooks."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from awardgen.campaign import AwardKind
from awardgen.workbook import (
    ARCHIVE,
    AWARD_ROWS,
    BASICS,
    BONUS_EVIDENCE,
    CAMPAIGN_WORKBOOK,
    DOCUMENT_ROWS,
    application_sheet,
    score_sheet,
    typed_value,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from awardgen.campaign import Value
    from awardgen.workbook import Column, Content, Sheet

HERE = Path(__file__).parent


def load_content() -> Content:
    """Return the content of the three workbooks, sheet by sheet."""
    tables = {**_toml("campaign"), **_toml("settings")}
    content: dict[str, list[dict[str, Value]]] = {
        BASICS.name: _settings(BASICS, tables.pop(BASICS.name)),
        ARCHIVE.name: _settings(ARCHIVE, tables.pop(ARCHIVE.name)),
        "评选细则": _typed(_sheet("评选细则"), _rubric_rows(tables.pop("评选细则"))),
        "文书": _typed(_sheet("文书"), DOCUMENT_ROWS),
    }
    content |= {name: _typed(_sheet(name), rows) for name, rows in tables.items()}
    for award in AWARD_ROWS:
        name = str(award["简称"])
        sheet = application_sheet(name, AwardKind(str(award["类型"])))
        content[name] = _typed(sheet, _toml(name)["申报"])
    criteria = (str(row["序号"]) for row in content["评选细则"])
    for sheet in (score_sheet(criteria), BONUS_EVIDENCE):
        content[sheet.name] = _typed(sheet, _csv(sheet.name))
    return content


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))


def _csv(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _sheet(name: str) -> Sheet:
    return next(sheet for sheet in CAMPAIGN_WORKBOOK.sheets if sheet.name == name)


def _settings(sheet: Sheet, given: Mapping[str, Any]) -> list[dict[str, Value]]:
    declared = {setting.header: setting for setting in sheet.settings}
    return [{"项目": item, "内容": typed_value(declared[item], value)} for item, value in given.items()]


def _rubric_rows(groups: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return a row a criterion; what belongs to the whole group stands in its first row alone."""
    rows: list[dict[str, Any]] = []
    for group in groups:
        whole = {header: value for header, value in group.items() if header != "标准列表"}
        for position, criterion in enumerate(group["标准列表"]):
            rows.append({**(whole if position == 0 else {"项目": group["项目"]}), **criterion})
    return rows


def _typed(sheet: Sheet, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Value]]:
    columns: dict[str, Column] = {column.header: column for column in sheet.columns}
    return [
        {header: typed_value(columns.get(header), value) for header, value in row.items()} for row in rows
    ]
