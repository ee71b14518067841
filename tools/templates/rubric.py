"""附件1 评选细则: the rubric as a table."""

from tools.templates.flow import Cell, Row, paragraph, rows_for_each, table, when
from tools.templates.package import Template
from tools.templates.page import PORTRAIT
from tools.templates.tags import AWARDS_IN_TITLE

_GRID = (1880, 680, 5604, 680)


def _criteria() -> list[Row]:
    # {% vm %} merges the group's cell downwards over its criteria; what follows it must be kept out of the
    # merged cells by hand.
    group = paragraph("CellCentre", "{% vm %}{{ 组.项目 }}") + when(
        "loop.first", paragraph("CellCentre", "（{{ 组.项目分值 }}分）")
    )
    criterion = Row(
        [
            Cell(group),
            Cell(paragraph("CellCentre", "{{ 标准.序号 }}")),
            Cell(paragraph("Cell", "{{ 标准.评选标准 }}")),
            Cell(paragraph("CellCentre", "{{ 标准.分值 }}")),
        ],
        height=600,
    )
    return rows_for_each("组 in 细则", 4, *rows_for_each("标准 in 组.标准列表", 4, criterion))


def rubric() -> Template:
    heads = ("项目", "序号", "评选标准", "分值")
    bonus = (
        "凡有服务对象送锦旗、来信、来电或留言表扬职工服务态度、服务质量，经查属实的每件加{{ 附加分每件 }}分"
        "{% if 附加分上限 %}，不超过{{ 附加分上限 }}分{% endif %}。"
    )
    rows = [
        Row([Cell(paragraph("CellHead", head)) for head in heads], height=600, header=True),
        *_criteria(),
        Row(
            [
                Cell(paragraph("CellCentre", "附加分")),
                Cell(paragraph("Cell", bonus), span=2),
                Cell(paragraph("CellCentre")),
            ],
            height=600,
        ),
    ]
    return Template(
        "评选细则",
        paragraph("AnnexLabel", "附件1")
        + paragraph("TableTitle", AWARDS_IN_TITLE + "\n评选细则")
        + table(_GRID, rows)
        + paragraph("DocumentEnd"),
        PORTRAIT,
    )
