"""The second sheet of a judge's workbook: the criteria, and how the first one is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from awardgen.collecting.scores.looks import ROW_HEIGHT, set_page, title_of

if TYPE_CHECKING:
    from awardgen.campaign import Campaign
    from awardgen.collecting.scores.looks import Looks

RUBRIC_SHEET = "评选细则"
_RUBRIC_COLUMNS = (("项目", 20), ("序号", 7), ("评选标准", 96), ("分值", 8))
_NOTES = (
    "一行是一份申报，只填浅黄色的格子：每条标准填0到分值之间的数，可以有小数，没有的分填0。合计自动算出。",
    "灰色的是本小组的申报，应当回避，不填。编号、评委两列请不要改；可以排序、筛选、加列、写备注。",
    "把鼠标移到列名上，可以看到这一条评选标准。填好后保存，把这个文件交回。",
)
_LINE_HEIGHT = 17
_HALF_WIDTHS_A_LINE = 92


def write_rubric(worksheet: Any, styles: Looks, campaign: Campaign) -> None:  # noqa: ANN401
    """Write the criteria, and how the sheet is filled in, for reading."""
    set_page(worksheet, f"{title_of(campaign)}评选细则", "&C第 &P 页，共 &N 页")
    worksheet.protect()
    worksheet.freeze_panes(1, 0)
    worksheet.set_row(0, ROW_HEIGHT)
    for index, (header, width) in enumerate(_RUBRIC_COLUMNS):
        worksheet.set_column(index, index, width)
        worksheet.write_string(0, index, header, styles.header)
    row = 0
    for group in campaign.rubric.groups:
        first = row + 1
        for criterion in group.criteria:
            row += 1
            lines = -(-2 * len(criterion.text) // _HALF_WIDTHS_A_LINE)
            worksheet.set_row(row, max(ROW_HEIGHT, lines * _LINE_HEIGHT))
            points = "" if criterion.points is None else f"{criterion.points:f}"
            worksheet.write_string(row, 0, group.name, styles.short)
            worksheet.write_string(row, 1, criterion.number, styles.short)
            worksheet.write_string(row, 2, criterion.text, styles.text)
            worksheet.write_string(row, 3, points, styles.short)
        if row > first:
            worksheet.merge_range(first, 0, row, 0, group.name, styles.short)
    for note in ("填写说明", *_NOTES):
        row += 1 if note != "填写说明" else 2
        worksheet.merge_range(row, 0, row, len(_RUBRIC_COLUMNS) - 1, note, styles.plain)
        worksheet.set_row(row, _LINE_HEIGHT)
