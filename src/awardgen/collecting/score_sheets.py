"""scoresheets: a workbook for each judge, in which only the scores can be filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.campaign import Application, Campaign, Criterion, Judge

SHEET, RUBRIC_SHEET = "评分", "评选细则"
NUMBER, JUDGE, TOTAL = "编号", "评委", "合计"
STANDS_BACK = "回避"
_BEFORE = ((NUMBER, 10), (JUDGE, 9), ("奖项", 16), ("岗位或姓名", 24), ("工会小组", 18))
_NOTE = ("备注", 16)
_SCORE_WIDTH = 8
_MADE = datetime(2010, 9, 1)  # noqa: DTZ001 - any constant will do: the same content, the same bytes
_FONT = {"font_name": "宋体", "font_size": 11, "valign": "vcenter", "text_wrap": True, "border": 1}
_A4 = 9


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
    return criterion.number if points is None else f"{criterion.number}（{points:f}分）"


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
        styles = _Styles(writer)
        criteria = [each for each in campaign.rubric.criteria if each.number]
        _Sheet(writer.add_worksheet(SHEET), styles, criteria).write(campaign.applications, judge)
        _write_rubric(writer.add_worksheet(RUBRIC_SHEET), styles, campaign)
    return file.getvalue()


class _Styles:
    def __init__(self, writer: Any) -> None:  # noqa: ANN401 - xlsxwriter ships no types
        self.header = writer.add_format({**_FONT, "bold": True, "align": "center", "bg_color": "#DCE6F1"})
        self.text = writer.add_format({**_FONT, "num_format": "@"})
        self.score = writer.add_format({**_FONT, "locked": False, "bg_color": "#FFFFE5", "align": "center"})
        self.note = writer.add_format({**_FONT, "locked": False})
        self.blocked = writer.add_format({**_FONT, "bg_color": "#D9D9D9", "align": "center"})
        self.total = writer.add_format({**_FONT, "bold": True, "align": "center", "num_format": "General"})


class _Sheet:
    """The sheet that a judge fills in."""

    def __init__(self, worksheet: Any, styles: _Styles, criteria: Sequence[Criterion]) -> None:  # noqa: ANN401
        self._worksheet = worksheet
        self._styles = styles
        self._criteria = criteria
        self._first = len(_BEFORE)
        self._total = self._first + len(criteria)

    def write(self, applications: Sequence[Application], judge: Judge) -> None:
        self._set_up()
        listed = [each for each in applications if each.number]
        for row, application in enumerate(listed, start=1):
            is_own = bool(judge.group) and judge.group == application.group
            self._write_row(row, application, judge.name, is_own=is_own)
        if listed:
            self._worksheet.autofilter(0, 0, len(listed), self._total + 1)
        for index, criterion in enumerate(self._criteria, start=self._first):
            if listed and criterion.points is not None:
                self._worksheet.data_validation(1, index, len(listed), index, _validation(criterion))

    def _set_up(self) -> None:
        sheet = self._worksheet
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer("&C第 &P 页，共 &N 页　　评委签名：　　　　　　")
        sheet.freeze_panes(1, self._first)
        sheet.set_row(0, 34)
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
        name = application.person if application.award.kind == "个人" else application.post
        texts = (application.number, judge, application.award.name, name, application.group)
        for index, text in enumerate(texts):
            sheet.write_string(row, index, text, styles.text)
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


def _write_rubric(worksheet: Any, styles: _Styles, campaign: Campaign) -> None:  # noqa: ANN401
    worksheet.set_paper(_A4)
    worksheet.protect()
    for index, (header, width) in enumerate((("项目", 20), ("序号", 6), ("评选标准", 80), ("分值", 6))):
        worksheet.set_column(index, index, width)
        worksheet.write_string(0, index, header, styles.header)
    row = 0
    for group in campaign.rubric.groups:
        for criterion in group.criteria:
            row += 1
            points = "" if criterion.points is None else f"{criterion.points:f}"
            for index, text in enumerate((group.name, criterion.number, criterion.text, points)):
                worksheet.write_string(row, index, text, styles.text)


def _letters(index: int) -> str:
    from xlsxwriter.utility import xl_col_to_name  # noqa: PLC0415 - likewise

    return str(xl_col_to_name(index))
