"""附件2 and 附件3: the application forms, used blank and filled."""

from tools.templates.flow import Cell, Row, paragraph, table, when
from tools.templates.package import Template
from tools.templates.page import PORTRAIT

_GRID = (1700, 3944, 1500, 1700)
_WIDE = 3
_BLANK_DATE = "    年    月    日"


def _label(text: str) -> Cell:
    return Cell(paragraph("CellLabel", text))


def _value(tag: str, span: int = 1) -> Cell:
    return Cell(paragraph("CellValue", tag), span)


def _story() -> Row:
    """Make the row for the deeds: it alone may run over pages, and its height lets the blank form fill its page."""
    text = Cell(paragraph("CellText", "{{ 主要事迹|分段 }}"), _WIDE, "top")
    return Row([_label("主\n要\n事\n迹"), text], height=4800, may_split=True)


def _opinion(label: str, opinion: str, day: str, seal: str = "") -> Row:
    date = f"{{% if {day} %}}{{{{ {day} }}}}{{% else %}}{_BLANK_DATE}{{% endif %}}{seal}"
    content = paragraph("CellText", f"{{{{ {opinion}|分段 }}}}") + paragraph("CellDate", date)
    return Row([_label(label), Cell(content, _WIDE, "bottom")], height=2040)


def _form(name: str, *first_rows: Row) -> Template:
    rows = [
        *first_rows,
        _story(),
        _opinion("基层工会\n小组意见", "基层工会小组意见", "小组意见日期"),
        _opinion("集团工会\n审批意见", "集团工会审批意见", "审批日期", " （章）"),
    ]
    return Template(
        name,
        when("奖项.附件号", paragraph("AnnexLabel", "附件{{ 奖项.附件号 }}"))
        + paragraph("TableTitle", "{{ 单位简称 }}{{ 奖项 }}申报表")
        + table(_GRID, rows)
        + paragraph("DocumentEnd"),
        PORTRAIT,
    )


def post_form() -> Template:
    """Make the form for a post (岗位)."""
    return _form(
        "示范岗申报表",
        Row(
            [
                _label("岗位名称"),
                _value("{{ 岗位名称 }}"),
                _label("岗  位\n总人数"),
                Cell(paragraph("CellLabel", "{{ 岗位总人数 }}")),
            ],
            height=960,
        ),
        Row([_label("岗位人员\n姓名"), _value("{{ 岗位人员姓名 }}", _WIDE)], height=960),
    )


def person_form() -> Template:
    """Make the form for a person."""
    return _form(
        "标兵申报表",
        Row([_label("岗位名称"), _value("{{ 岗位名称 }}", _WIDE)], height=960),
        Row([_label("岗位人员\n姓名"), _value("{{ 岗位人员姓名 }}", _WIDE)], height=960),
    )
