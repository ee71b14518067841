"""退改通知单, which goes back to a group with what its applicants must mend."""

from tools.templates.flow import Cell, Row, paragraph, rows_for_each, table
from tools.templates.package import Template
from tools.templates.page import PORTRAIT
from tools.templates.tags import AWARDS

_GRID = (650, 1150, 1750, 900, 2494, 1900)
_HEADS = ("序号", "编号", "岗位或姓名", "要求", "问题", "怎么改")


def return_slip() -> Template:
    """List, application by application, what `check` found in what a group handed in."""
    cells = (
        ("CellCentre", "{{ loop.index }}"),
        ("CellCentre", "{{ 题.编号 }}"),
        ("Cell", "{{ 题.申报名称 }}"),
        ("CellCentre", "{% if 题.级别 == '错误' %}改正{% else %}核实{% endif %}"),
        ("SmallText", "{{ 题.问题 }}"),
        ("SmallText", "{{ 题.处理办法 }}"),
    )
    heads = Row([Cell(paragraph("CellHead", title)) for title in _HEADS], height=500, header=True)
    row = Row([Cell(paragraph(style, text)) for style, text in cells], height=500)
    return Template(
        "退改通知单",
        paragraph("DocumentTitle", "退改通知单")
        + paragraph("Addressee", "{{ 小组 }}：")
        + paragraph(
            "BodyText",
            f"你小组报送的{AWARDS}申报材料，经检查，下列{{{{ 问题列表|length }}}}处须改正或核实。"
            "请通知申报人改好后按期报回；核实后不必修改的，请写明情况。",
        )
        + paragraph("BodyText", "报回期限：　　　　年　　月　　日")
        + table(_GRID, [heads, *rows_for_each("题 in 问题列表", len(_HEADS), row)])
        + paragraph(
            "Signature",
            "{{ 授予机关 }}",
            layout='<w:spacing w:before="579" w:line="579" w:lineRule="exact"/>',
        )
        + paragraph("Signature", "年　　月　　日")
        + paragraph("SignFirst", "签收人（签名）：\t签收日期：", layout='<w:keepNext w:val="0"/>'),
        PORTRAIT,
    )
