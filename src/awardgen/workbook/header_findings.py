"""What can be wrong with the headers of a sheet."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from awardgen.catalogue import tables
from awardgen.finding import Place, Severity
from awardgen.workbook.cell_values import why_no_result
from awardgen.workbook.cells import NoResult, column_letters, excerpt_of, squeeze
from awardgen.workbook.declaration import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.finding import Finding
    from awardgen.workbook.cells import Cell
    from awardgen.workbook.declaration import Sheet
    from awardgen.workbook.found_columns import FoundColumn
    from awardgen.workbook.found_sheet import FoundSheet

_LIKENESS = 0.3
_NEARLY_THE_SAME = 0.5
_SHORTEST_PART = 2


def report_missing(
    sheet: Sheet, columns: Sequence[FoundColumn], place: Place, findings: list[Finding]
) -> None:
    """Report each column that is not there and that the sheet cannot do without."""
    there = {column.header for column in columns}
    strangers = [column.header for column in columns if column.declared is None]
    needed = _needed(sheet, there)
    for column in sheet.columns:
        if column.header not in needed - there:
            continue
        near = difflib.get_close_matches(column.header, strangers, 1, _LIKENESS)
        if near:
            found = f"与它最接近的列名是“{near[0]}”"
        elif columns:
            found = f"找到的列名有：{'、'.join(each.header for each in columns)}"
        else:
            found = "没有找到任何列名"
        wanted = "”或“".join(sheet.either if column.header in sheet.either else (column.header,))
        findings.append(
            tables.COLUMN_MISSING.at(
                Place(place.file, place.sheet, None, column.header),
                f"工作表“{place.sheet}”缺少“{wanted}”这一列，{found}。",
            )
        )


def _needed(sheet: Sheet, there: set[str]) -> set[str]:
    needed = {column.header for column in sheet.columns if column.required or column.type is Type.SCORE}
    return needed | set(sheet.either[:1]) if there.isdisjoint(sheet.either) else needed


def report_misnamed(
    sheet: Sheet, columns: Sequence[FoundColumn], place: Place, findings: list[Finding]
) -> None:
    """Ask about a header that staff added and that may be meant for an optional column that is not there."""
    there = {column.header for column in columns}
    needed = _needed(sheet, there)
    if not needed.isdisjoint(sheet.either):
        needed |= set(sheet.either)
    absent = [header for header in sheet.headers if header not in there | needed]
    others = [header for header in sheet.headers if header not in absent]
    for added in (column.header for column in columns if column.declared is None):
        nearness = {header: _likeness(added, header) for header in sheet.headers}
        nearest = max(absent, key=nearness.__getitem__, default="")
        is_another = any(nearness[other] > nearness[nearest] for other in others) if nearest else True
        if not is_another and _may_be(nearest, added):
            findings.append(
                tables.COLUMN_MISSING.at(
                    Place(place.file, place.sheet, None, nearest),
                    f"工作表“{place.sheet}”没有“{nearest}”这一列，却有一列“{added}”，"
                    f"它的内容不会当作“{nearest}”。",
                    excerpt=excerpt_of(added),
                    hint=f"就是这一列的，请把列名改成“{nearest}”；是另外加的列，不必处理。",
                    severity=Severity.WARNING,
                )
            )


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, squeeze(one), squeeze(other), autojunk=False).ratio()


def _may_be(declared: str, added: str) -> bool:
    shorter, longer = sorted((squeeze(declared), squeeze(added)), key=len)
    is_part = len(shorter) >= _SHORTEST_PART and shorter in longer
    return is_part or _likeness(added, declared) >= _NEARLY_THE_SAME


def report_failed(cells: Sequence[Cell], place: Place, row: int, findings: list[Finding]) -> None:
    """Report the headers that are a formula without a result."""
    findings.extend(
        tables.FORMULA_WITHOUT_RESULT.at(
            Place(place.file, place.sheet, f"{column_letters(index)}{row}"),
            f"这一列的列名{why_no_result(cell)}。",
            excerpt=excerpt_of(cell.shown),
        )
        for index, cell in enumerate(cells)
        if isinstance(cell, NoResult)
    )


def report_ambiguous(columns: Sequence[FoundColumn], place: Place, row: int, findings: list[Finding]) -> None:
    """Report each header whose tag an earlier one has."""
    from awardgen.rendering import tag_name  # noqa: PLC0415 - it draws in docxtpl

    taken: dict[str, str] = {}
    for column in columns:
        tag = tag_name(column.header)
        if tag and tag in taken:
            findings.append(
                tables.TAG_AMBIGUOUS.at(
                    Place(place.file, place.sheet, f"{column.letters}{row}", column.header),
                    f"列名“{column.typed}”与“{taken[tag]}”得到同一个标签“{tag}”。",
                    excerpt=excerpt_of(column.typed),
                )
            )
        else:
            taken[tag] = column.typed


def report_merged(
    found: FoundSheet, columns: Sequence[FoundColumn], rows: range, place: Place, findings: list[Finding]
) -> None:
    """Report each header that is merged over several columns, of which only the first is read though others are filled.

    rows: the header's, as Excel counts.
    """
    headed = {column.index: column for column in columns}
    for (first_row, first), (_, last) in found.merges:
        column = headed.get(first)
        if column is None or first_row + 1 not in rows or column.declared is None:
            continue
        filled = [
            index
            for index in range(first + 1, last + 1)
            if index not in headed
            and any(index < len(row) and row[index] != "" for row in found.grid[rows[-1] :])
        ]
        if filled:
            unread = "、".join(map(column_letters, filled))
            findings.append(
                tables.HEADER_MERGED.at(
                    Place(place.file, place.sheet, f"{column.letters}{first_row + 1}", column.header),
                    f"列名“{column.typed}”合并了几列，只读取{column.letters}列，{unread}列的内容没有读取。",
                    excerpt=excerpt_of(column.typed),
                )
            )
