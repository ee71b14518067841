"""The sheets that are lists of 项目 and 内容: 基本信息 → Settings, 归档 → ArchiveSettings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from awardgen.campaign import ArchiveSettings, Percent, Settings, Window
from awardgen.catalogue import tables
from awardgen.finding import Place
from awardgen.workbook.cell_values import read_cell
from awardgen.workbook.cells import NoResult, excerpt_of, text_of, without_unprintable
from awardgen.workbook.declared_campaign import ARCHIVE, BASICS
from awardgen.workbook.headers import Declared, find_headers
from awardgen.workbook.readers import reader_of, typed_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.campaign import Value
    from awardgen.finding import Finding
    from awardgen.workbook.cells import Grid
    from awardgen.workbook.declaration import Column, Sheet
    from awardgen.workbook.found_columns import FoundColumn
    from awardgen.workbook.found_sheet import FoundSheet

_NAME, _CONTENT = "项目", "内容"
_BETWEEN_NAMES = re.compile(r"[、，,；;\s]+")


def no_settings() -> Settings:
    """Return what holds where 基本信息 is missing: every declared 项目, empty."""
    return Settings(values=dict.fromkeys(setting.header for setting in BASICS.settings))


def read_settings(found: FoundSheet, file: str, findings: list[Finding]) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings and the headers of the sheet."""
    listed = _read_items(BASICS, found, file, findings)
    if listed.values is None:
        return no_settings(), listed.headers
    _report_missing(listed.values, Place(file, found.name), findings)
    values = {**no_settings().values, **listed.values}
    return _typed(values, listed.places, findings), listed.headers


def read_archive_settings(
    found: FoundSheet, file: str, findings: list[Finding]
) -> tuple[ArchiveSettings, tuple[str, ...]]:
    """Return what the sheet 归档 says, with the usual values where it says nothing, and the headers of the sheet."""
    listed = _read_items(ARCHIVE, found, file, findings)
    values = {item: value for item, value in (listed.values or {}).items() if value is not None}
    place = Place(file, found.name)
    return ArchiveSettings({**usual_archive_values(), **values}, listed.places, place), listed.headers


def usual_archive_values() -> dict[str, Value]:
    """Return every declared 项目 of the sheet 归档 with its usual 内容."""
    return {
        each.header: None if each.default is None else typed_value(each, each.default)
        for each in ARCHIVE.settings
    }


@dataclass(frozen=True, slots=True)
class _Listed:
    """The rows of such a sheet. values: None where the sheet has no column 项目."""

    headers: tuple[str, ...]
    values: dict[str, Value] | None
    places: dict[str, Place]


def _read_items(sheet: Sheet, found: FoundSheet, file: str, findings: list[Finding]) -> _Listed:
    name, grid = found.name, found.grid
    header = find_headers(sheet, found, file, findings)
    columns = {column.header: column for column in header.columns}
    values: dict[str, Value] = {}
    places: dict[str, Place] = {}
    headers = tuple(columns)
    if _NAME not in columns:
        return _Listed(headers, None, places)
    tags: dict[str, str] = {}
    content = columns.get(_CONTENT)
    listed = list(_items(grid, header.row, columns[_NAME], Place(file, name, None, _NAME), findings))
    meant = Declared(sheet.settings).meant_by(typed for _, typed in listed)
    for number, typed in listed:
        cells = grid[number - 1]
        setting = meant[typed]
        item = setting.header if setting else typed
        at_name = Place(file, name, f"{columns[_NAME].letters}{number}", item)
        _report_tag(item, tags, at_name, findings)
        if item in values:
            continue
        place = Place(file, name, f"{content.letters}{number}" if content else None, item)
        places[item] = place
        cell = cells[content.index] if content else ""
        values[item] = read_cell(cell, reader_of(setting), place, None, findings)
        if values[item] is None and setting and content and not isinstance(cell, NoResult):
            _report_empty(setting, place, findings)
    return _Listed(headers, values, places)


def _items(
    grid: Grid, header_row: int, column: FoundColumn, place: Place, findings: list[Finding]
) -> Iterator[tuple[int, str]]:
    """Yield each row that has a 项目, and the 项目 as typed."""
    for number, cells in enumerate(grid[header_row:], start=header_row + 1):
        cell = cells[column.index]
        at_name = replace(place, cell=f"{column.letters}{number}")
        typed = read_cell(cell, text_of, at_name, None, findings if isinstance(cell, NoResult) else [])
        if typed is not None:
            yield number, str(typed)


def _report_tag(item: str, tags: dict[str, str], place: Place, findings: list[Finding]) -> None:
    from awardgen.rendering import tag_name  # noqa: PLC0415 - it draws in docxtpl

    tag = tag_name(item)
    if tag and tag in tags:
        findings.append(
            tables.TAG_AMBIGUOUS.at(
                place, f"项目“{item}”与前面的“{tags[tag]}”得到同一个标签“{tag}”。", excerpt=excerpt_of(item)
            )
        )
    tags.setdefault(tag, item)


def _report_empty(setting: Column, place: Place, findings: list[Finding]) -> None:
    if not setting.expected:
        return
    if setting.default is None:
        message = f"“{setting.header}”还没有填写。"
    else:
        counted = f"暂按{typed_value(setting, setting.default)}计算，但文书上会印成空白"
        message = f"“{setting.header}”是空的，{setting.when_empty or counted}。"
    findings.append(tables.SETTING_EMPTY.at(place, message))


def _report_missing(values: dict[str, Value], place: Place, findings: list[Finding]) -> None:
    findings.extend(
        tables.SETTING_MISSING.at(
            Place(place.file, place.sheet, None, setting.header),
            f"工作表“{place.sheet}”缺少项目“{setting.header}”。",
        )
        for setting in BASICS.settings
        if setting.required and setting.header not in values
    )


def _typed(values: dict[str, Value], places: dict[str, Place], findings: list[Finding]) -> Settings:
    """Return the settings; where a figure is missing or unreadable the default stands."""
    default = Settings()
    reference = values["申报截止日期"]
    return Settings(
        values=values,
        places=places,
        window=_window(values, places, findings),
        reference=reference if isinstance(reference, date) else None,
        write_up_length=_whole(values, "事迹字数", default.write_up_length),
        length_above=_share(values, "字数上浮", default.length_above),
        length_below=_share(values, "字数下浮", default.length_below),
        bonus_each=_number(values, "附加分每件", default.bonus_each),
        bonus_limit=_number(values, "附加分上限", default.bonus_limit),
        satisfaction_floor=_share(values, "满意度下限", default.satisfaction_floor),
        judges_before_dropping=_whole(values, "去掉最高最低分的评委人数", default.judges_before_dropping),
        tie_break=tuple(_names_in(str(values["同分比较"] or ""))),
    )


def _names_in(text: str) -> Iterator[str]:
    return filter(None, map(without_unprintable, _BETWEEN_NAMES.split(text)))


def _window(values: dict[str, Value], places: dict[str, Place], findings: list[Finding]) -> Window | None:
    first, last = values["事迹起始日期"], values["事迹截止日期"]
    if not isinstance(first, date) or not isinstance(last, date):
        return None
    try:
        return Window(first, last)
    except ValueError:
        findings.append(
            tables.WINDOW_REVERSED.at(
                places["事迹截止日期"],
                f"事迹截止日期{text_of(last)}早于事迹起始日期{text_of(first)}。",
                excerpt=text_of(last),
            )
        )
        return None


def _whole(values: dict[str, Value], item: str, default: int) -> int:
    return int(_number(values, item, Decimal(default)))


def _number(values: dict[str, Value], item: str, default: Decimal) -> Decimal:
    value = values[item]
    return value if isinstance(value, Decimal) else default


def _share(values: dict[str, Value], item: str, default: Decimal) -> Decimal:
    value = values[item]
    return value.fraction if isinstance(value, Percent) else default
