"""评分汇总表: every judge's total, award by award, on turned pages."""

from dataclasses import dataclass

from tools.templates.flow import Cell, Row, control, for_each, paragraph, rows_for_each, table, when
from tools.templates.package import Template
from tools.templates.page import LANDSCAPE
from tools.templates.tags import COUNTER

# Right of the candidate the table has 56 narrow columns of one width. Each judge gets up to four of them, and what
# any number of judges leaves over widens the last column. Word allows 63 columns in all.
_UNITS = 56
_BEFORE = (560, 880, 1750, 1880)  # 名次 编号 工会小组 岗位
_SUM = 5  # narrow columns for each of 平均分 附加分 总分
_JUDGES = 35  # the most that all judges get
_IN_TEMPLATE = (8, 12, 8)  # the judge's three cells as the template itself shows them in Word
_UNIT = (LANDSCAPE.text_width - sum(_BEFORE)) // _UNITS
_GRID = (*_BEFORE, *(_UNIT for _ in range(_UNITS)))
_WIDTHS = (
    f"set 评委列宽 = [4, {_JUDGES} // [评委列表|length, 1]|max]|min",
    f"set 备注列宽 = {_UNITS - 3 * _SUM} - 评委列宽 * 评委列表|length",
)


@dataclass(frozen=True)
class _Line:
    """What a row of the table says: of the candidate, of each judge, in sum, and last."""

    candidate: tuple[str, ...]
    loop: str
    judge: str
    sums: tuple[str, ...]
    last: str

    def to_row(self, style: str, judge_style: str, *, header: bool = False) -> Row:
        opening, score, closing = _IN_TEMPLATE
        cells = [
            *(Cell(paragraph(style, text)) for text in self.candidate),
            Cell(paragraph(judge_style, f"{{%tc for {self.loop} %}}"), span=opening),
            Cell(paragraph(judge_style, "{% colspan 评委列宽 %}" + self.judge), span=score),
            Cell(paragraph(judge_style, "{%tc endfor %}"), span=closing),
            *(Cell(paragraph(style, text), span=_SUM) for text in self.sums),
            Cell(
                paragraph(style, "{% colspan 备注列宽 %}" + self.last),
                span=_UNITS - 3 * _SUM - sum(_IN_TEMPLATE),
            ),
        ]
        return Row(cells, height=440, header=header, free_widths=True)


def _scores() -> str:
    for_post = "{% if 奖.类型 == '岗位' %}"
    header = _Line(
        ("名次", "编号", "工会小组", for_post + "岗位名称{% else %}姓名{% endif %}"),
        "评委 in 评委列表",
        "{{ 评委.评委 }}",
        ("平均分", "附加分", "总分"),
        "结果及备注",
    )
    line = _Line(
        (
            "{{ 人.名次 or '—' }}",
            "{{ 人.编号 }}",
            "{{ 人.工会小组 }}",
            for_post + "{{ 人.岗位名称 }}{% else %}{{ 人.岗位人员姓名 }}{% endif %}",
        ),
        "分 in 人.得分列表",
        "{% if 分.去掉 %}({{ 分.总分 }}){% else %}{{ 分.总分 or '—' }}{% endif %}",
        ("{{ 人.平均分|两位 }}", "{{ 人.附加分 }}", "{{ 人.总分|两位 }}"),
        "{{ ['获奖' if 人.获奖 else '', 人.排除原因, 人.评定理由]|select|join('；') }}",
    )
    rows = [
        header.to_row("SmallHead", "SmallHead", header=True),
        *rows_for_each("人 in 有名次 + 无名次 + 已排除", len(_GRID), line.to_row("SmallCell", "TinyCell")),
    ]
    return table(_GRID, rows, style="SummaryTable")


def score_summary() -> Template:
    title = "{{ 奖 }}评分汇总表"
    note = (
        "注：总分为各评委总分的平均分加附加分"
        "{% if 附加分每件 %}（每件{{ 附加分每件 }}分，最高{{ 附加分上限 }}分）{% endif %}。"
        "评委多于{{ 去掉最高最低分的评委人数 }}人时，"
        "去掉一个最高分和一个最低分，去掉的分加括号；“—”为回避或未评、不排名次。"
    )
    return Template(
        "评分汇总表",
        "".join(
            (
                *(control(setting) for setting in _WIDTHS),
                for_each(
                    "奖 in 奖项列表",
                    control(
                        "set 有名次 = 奖.申报列表|rejectattr('排除原因')|selectattr('名次')|sort(attribute='名次')|list"
                    ),
                    control("set 无名次 = 奖.申报列表|rejectattr('排除原因')|rejectattr('名次')|list"),
                    control("set 已排除 = 奖.申报列表|selectattr('排除原因')|list"),
                    when(
                        "loop.first",
                        paragraph("TableTitle", title),
                        otherwise=paragraph("TableTitle", title, layout="<w:pageBreakBefore/>"),
                    ),
                    paragraph(
                        "TableCaption",
                        "{{ 单位简称 }}{{ 活动年度 }}年度　　申报{{ 奖.申报列表|length }}"
                        + COUNTER
                        + "，评委{{ 评委列表|length }}人"
                        "{% if 奖.名额 %}，名额{{ 奖.名额 }}" + COUNTER + "{% endif %}",
                    ),
                    _scores(),
                    paragraph("TableNote", note),
                    paragraph("SignLine", "监票人：\t统计人：\t日期：　　　　年　　月　　日"),
                ),
                paragraph("DocumentEnd"),
            )
        ),
        LANDSCAPE,
    )
