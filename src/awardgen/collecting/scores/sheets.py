"""scoresheets: a workbook for each judge, in which only the scores can be filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from awardgen.collecting.scores.looks import ROW_HEIGHT, Looks, set_page, title_of
from awardgen.collecting.scores.rubric_sheet import RUBRIC_SHEET, write_rubric

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.campaign import Application, Campaign, Criterion, Judge

SHEET = "评分"
NUMBER, JUDGE, TOTAL = "编号", "评委", "合计"
STANDS_BACK = "回避"
_BEFORE = ((NUMBER, 10), (JUDGE, 9), ("奖项", 17), ("岗位或姓名", 26), ("工会小组", 19))
_NOTE = ("备注", 18)
_SCORE_WIDTH = 9
_HEADER_HEIGHT = 38
_MADE = datetime(2010, 9, 1)  # noqa: DTZ001 - any constant will do: the same content, the same bytes
_FOOTER = "&L评委签名：　　　　　　　　　&C第 &P 页，共 &N 页&R日期：　　　　年　　月　　日"


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """One judge's workbook."""

    judge: str
    content: bytes


def score_sheets(campaign: Campaign) -> tuple[ScoreSheet, ...]:
    """Return the workbook of each judge, in the order of the list."""
    return tuple(
        ScoreSheet(judge.name, _workbook(campaign, judge)) for judge in campaign.judges if judge.name
    )


def header_of(criterion: Criterion) -> str:
    """Return the header of a criterion's column: its number, and the points that it may be given."""
    points = criterion.points
    return criterion.number if points is None else f"{criterion.number}\n（{points:f}分）"


def _workbook(campaign: Campaign, judge: Judge) -> bytes:
    from xlsxwriter import Workbook  # noqa: PLC0415 - only writing needs it

    file = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(file, options) as writer:
        writer.set_properties({"title": f"评分表（{judge.name}）", "author": "", "created": _MADE})
        styles = Looks(writer)
        criteria = [each for each in campaign.rubric.criteria if each.number]
        _Sheet(writer.add_worksheet(SHEET), styles, criteria).write(campaign, judge)
        write_rubric(writer.add_worksheet(RUBRIC_SHEET), styles, campaign)
    return file.getvalue()


class _Sheet:
    """The sheet that a judge fills in."""

    def __init__(self, worksheet: Any, styles: Looks, criteria: Sequence[Criterion]) -> None:  # noqa: ANN401
        self._worksheet = worksheet
        self._styles = styles
        self._criteria = criteria
        self._first = len(_BEFORE)
        self._total = self._first + len(criteria)

    def write(self, campaign: Campaign, judge: Judge) -> None:
        self._set_up(campaign, judge)
        listed = [each for each in campaign.applications if each.number]
        for row, application in enumerate(listed, start=1):
            is_own = bool(judge.group) and judge.group == application.group
            self._write_row(row, application, judge.name, is_own=is_own)
        if listed:
            self._worksheet.autofilter(0, 0, len(listed), self._total + 1)
        for index, criterion in enumerate(self._criteria, start=self._first):
            if listed and criterion.points is not None:
                self._worksheet.data_validation(1, index, len(listed), index, _validation(criterion))

    def _set_up(self, campaign: Campaign, judge: Judge) -> None:
        sheet = self._worksheet
        set_page(sheet, f"{title_of(campaign)}评分表（评委：{judge.name}）", _FOOTER)
        sheet.freeze_panes(1, self._first)
        sheet.set_row(0, _HEADER_HEIGHT)
        allowed = (
            "sort",
            "autofilter",
            "format_columns",
            "format_rows",
            "insert_columns",
            "select_locked_cells",
        )
        sheet.protect("", dict.fromkeys(allowed, True))
        headers = (
            *_BEFORE,
            *((header_of(each), _SCORE_WIDTH) for each in self._criteria),
            (TOTAL, _SCORE_WIDTH),
            _NOTE,
        )
        for index, (header, width) in enumerate(headers):
            sheet.set_column(index, index, width)
            sheet.write_string(0, index, header, self._styles.header)
        for index, criterion in enumerate(self._criteria, start=self._first):
            sheet.write_comment(0, index, criterion.text, {"width": 260, "font_size": 9})

    def _write_row(self, row: int, application: Application, judge: str, *, is_own: bool) -> None:
        sheet, styles = self._worksheet, self._styles
        sheet.set_row(row, ROW_HEIGHT)
        name = application.person if application.award.kind == "个人" else application.post
        texts = (application.number, judge, application.award.name, name, application.group)
        for index, text in enumerate(texts):
            sheet.write_string(row, index, text, styles.text if index > 1 else styles.short)
        for index in range(self._first, self._total):
            sheet.write_blank(row, index, None, styles.blocked if is_own else styles.score)
        if is_own:
            sheet.write_string(row, self._total, STANDS_BACK, styles.blocked)
        elif self._criteria:
            first, last = _letters(self._first), _letters(self._total - 1)
            cells = f"{first}{row + 1}:{last}{row + 1}"
            formula = f'=IF(COUNT({cells})=0,"",SUM({cells}))'
            sheet.write_formula(row, self._total, formula, styles.total, "")
        sheet.write_blank(row, self._total + 1, None, styles.note)


def _validation(criterion: Criterion) -> dict[str, object]:
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": float(criterion.points or 0),
        "input_title": f"第{criterion.number}条",
        "input_message": f"填0到{criterion.points:f}之间的数字。",
        "error_title": "分数超出分值",
        "error_message": f"这一条最高{criterion.points:f}分。",
    }


def _letters(index: int) -> str:
    from xlsxwriter.utility import xl_col_to_name  # noqa: PLC0415 - likewise

    return str(xl_col_to_name(index))
