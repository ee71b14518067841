"""Which rows below the header are the table's: not what stands there for whoever reads the sheet on paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from awardgen.catalogue import tables
from awardgen.workbook.cells import Cell, clean, excerpt_of, is_blank, squeeze, text_of
from awardgen.workbook.found_sheet import rows_merged_across
from awardgen.workbook.headers import header_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.campaign import SheetSource
    from awardgen.finding import Finding
    from awardgen.workbook.declaration import Sheet
    from awardgen.workbook.found_columns import FoundColumn, HeaderRow
    from awardgen.workbook.found_sheet import FoundSheet

Rows = Sequence[tuple[int, Sequence[Cell]]]
"""Rows with their numbers, as Excel counts."""

_TOTAL = re.compile(r"(?:合|小|总|共|累)计(?:[\(:].*)?|总分|平均分?|(?:最高|最低)分?")
_NOTE = re.compile(
    r"[\(【\[]?(?:填[表报写]?说明|填表须知|使用说明|有关说明|说明|备注|注意事项|注意|注|附注|特此说明)\d?[\)】\]]?[:.、]"
    r"|(?:填表|填报|制表|经办|审核|复核|负责|联系|统计)(?:人|单位|部门|日期|时间|电话)?[^:]{0,8}:"
    r"|(?:填表|填报|制表)(?:日期|时间)|\(?(?:盖章|公章|签章|签字|签名)\)?|以上.*"
)
_COUNTED = re.compile(r"(?:\(?\d{1,2}\)?[.、)]|[①-⑳]|[一二三四五六七八九十]{1,3}、).+")
_SENTENCE_ENDS = ("。", ";", "!")
_LONG = 30
_WIDE = 3
_SHOWN = 3


def data_rows(
    sheet: Sheet, found: FoundSheet, header: HeaderRow, source: SheetSource, findings: list[Finding]
) -> list[tuple[int, Sequence[Cell]]]:
    """Return the rows of a table with their numbers; totals, notes and a header printed again are told of."""
    rows = list(_filled(found, header))
    passed_over = _PassedOver(sheet, found, header)
    odd = [(number, cells) for number, cells, first in rows if passed_over.is_suspect(number, first)]
    told: list[tuple[int, Sequence[Cell]]] = []
    left_out: set[int] = set()
    for number, cells in odd:
        if passed_over.repeats_the_header(cells):
            left_out.add(number)
        elif passed_over.is_total(cells) or passed_over.is_note(number, cells, after_a_note=bool(told)):
            left_out.add(number)
            told.append((number, cells))
    if told:
        findings.append(_report(told, header.columns, source))
    kept = [(number, cells) for number, cells, _ in rows if number not in left_out]
    if hidden := [number for number, _ in kept if number in found.hidden_rows]:
        findings.append(_report_hidden(hidden, source))
    return kept


def _filled(found: FoundSheet, header: HeaderRow) -> Iterator[tuple[int, Sequence[Cell], Cell]]:
    """Yield the rows below the header in which something stands under a header, with the first such thing."""
    indexes = [column.index for column in header.columns]
    for number, cells in enumerate(found.grid[header.row :], start=header.row + 1):
        for index in indexes:
            cell = cells[index]
            if not is_blank(cell):
                yield number, cells, cell
                break


class _PassedOver:
    """Tells the rows that are none of the table's."""

    def __init__(self, sheet: Sheet, found: FoundSheet, header: HeaderRow) -> None:
        self._columns = header.columns
        needed = {column.header for column in sheet.columns if column.required}
        self._needed = [each.index for each in header.columns if each.header in needed]
        self._headers = {header_key(column.typed) for column in header.columns}
        self._wide = rows_merged_across(found.merges, _WIDE)
        self._suspects: dict[Cell, bool] = {}

    def is_suspect(self, number: int, first: Cell) -> bool:
        """Tell whether a row may be none, by the first thing in it alone: few rows need a closer look."""
        if first.__class__ is not str:
            return False
        if first not in self._suspects:
            text = squeeze(first)
            self._suspects[first] = (
                len(text) > _LONG
                or text.endswith(_SENTENCE_ENDS)
                or any(pattern.match(text) for pattern in (_TOTAL, _NOTE, _COUNTED))
                or header_key(text) in self._headers
            )
        return self._suspects[first] or number in self._wide

    def repeats_the_header(self, cells: Sequence[Cell]) -> bool:
        """Tell whether a row is the header again, as stands at the top of each printed page."""
        filled = [
            (column, cells[column.index]) for column in self._columns if not is_blank(cells[column.index])
        ]
        return len(filled) > 1 and all(
            header_key(text_of(cell)) == header_key(column.typed) for column, cell in filled
        )

    def is_total(self, cells: Sequence[Cell]) -> bool:
        """Tell whether a row sums up others: it is named so and lacks what a row must have."""
        name = next(text for text in self._texts(cells) if text)
        return _TOTAL.fullmatch(name) is not None and self._lacks_something(cells)

    def is_note(self, number: int, cells: Sequence[Cell], *, after_a_note: bool) -> bool:
        """Tell whether a row is a remark about the table, or who filled it in."""
        texts = [text for text in self._texts(cells) if text]
        if len(self._needed) > 1 and not self._lacks_something(cells):
            return False
        if len(texts) > 1:
            return all(map(_NOTE.match, texts))
        text = texts[0]
        if _NOTE.match(text) or (after_a_note and _COUNTED.fullmatch(text)):
            return True
        if len(self._needed) <= 1:
            return False
        return number in self._wide or len(text) > _LONG or text.endswith(_SENTENCE_ENDS)

    def _texts(self, cells: Sequence[Cell]) -> list[str]:
        return [squeeze(text_of(cells[column.index])) for column in self._columns]

    def _lacks_something(self, cells: Sequence[Cell]) -> bool:
        return any(is_blank(cells[index]) for index in self._needed)


def _report(
    rows: Sequence[tuple[int, Sequence[Cell]]], columns: Sequence[FoundColumn], source: SheetSource
) -> Finding:
    shown = [
        next((column, text) for column in columns if (text := clean(text_of(cells[column.index]))))
        for _, cells in rows
    ]
    column, text = shown[0]
    listed = "、".join(f"第{number}行" for number, _ in rows[:_SHOWN])
    more = f"等{len(rows)}行" if len(rows) > _SHOWN else ""
    message = f"{listed}{more}看来是合计或说明（“{text[:12]}”），没有当作数据读取。"
    return tables.ROW_PASSED_OVER.at(
        source.place(column.header, rows[0][0]), message, excerpt=excerpt_of(text)
    )


def _report_hidden(rows: Sequence[int], source: SheetSource) -> Finding:
    listed = "、".join(map(str, rows[:_SHOWN]))
    more = f"等{len(rows)}行" if len(rows) > _SHOWN else "行"
    message = f"工作表“{source.sheet}”的第{listed}{more}是隐藏的（或被筛选隐去），照样读取。"
    return tables.HIDDEN_READ.at(source.place("", rows[0]), message)
