"""参评人员名单, which a group hands in, and 表彰名单, which the union publishes."""

from tools.templates.flow import (
    Cell,
    Row,
    control,
    for_each,
    paragraph,
    rows_for_each,
    rows_when,
    table,
    when,
)
from tools.templates.package import Template
from tools.templates.page import PORTRAIT
from tools.templates.tags import AWARDS, COUNTER, NUMBER_OF_NOTICE

_FOR_POSTS = "奖.类型 == '岗位'"
_COUNTED_HEADING = "{{ loop.index|中文数字 }}、{{ 奖 }}（{{ 名单|length }}" + COUNTER + "）"


def _heads(*titles: str) -> Row:
    return Row([Cell(paragraph("CellHead", title)) for title in titles], height=500, header=True)


def _cells(*cells: tuple[str, str]) -> Row:
    return Row([Cell(paragraph(style, text)) for style, text in cells], height=500)


def _nominated(grid: tuple[int, ...], heads: tuple[str, ...], *cells: tuple[str, str]) -> str:
    columns = len(grid)
    loop = rows_for_each("人 in 名单", columns, _cells(*cells))
    nobody = rows_when(
        "not 名单", columns, Row([Cell(paragraph("CellCentre", "（无）"), span=columns)], height=500)
    )
    return table(grid, [_heads(*heads), *loop, *nobody])


def nominations() -> Template:
    """List a group's nominations, award by award, with the head's signature."""
    number = ("CellCentre", "{{ loop.index }}")
    code = ("CellCentre", "{{ 人.编号 }}")
    opinion = ("SmallText", "{{ 人.基层工会小组意见 }}")
    posts = _nominated(
        (650, 1050, 1700, 2300, 680, 2464),
        ("序号", "编号", "岗位名称", "岗位人员姓名", "人数", "推荐意见"),
        number,
        code,
        ("Cell", "{{ 人.岗位名称 }}"),
        ("SmallText", "{{ 人.岗位人员姓名 }}"),
        ("CellCentre", "{{ 人.岗位总人数 }}"),
        opinion,
    )
    persons = _nominated(
        (650, 1050, 2100, 2344, 2700),
        ("序号", "编号", "姓名", "岗位名称", "推荐意见"),
        number,
        code,
        ("CellCentre", "{{ 人.岗位人员姓名 }}"),
        ("Cell", "{{ 人.岗位名称 }}"),
        opinion,
    )
    return Template(
        "参评人员名单",
        paragraph("DocumentTitle", "参评人员名单")
        + paragraph("Addressee", "{{ 授予机关 }}：")
        + paragraph(
            "BodyText",
            f"根据{NUMBER_OF_NOTICE}要求，经申报者自查、本工会小组审核，现推荐下列岗位和个人参评{AWARDS}，请予考核。",
        )
        + for_each(
            "奖 in 奖项列表",
            control("set 名单 = 推荐列表|selectattr('奖项.奖项', 'equalto', 奖.奖项)|list"),
            paragraph("ListHeading", _COUNTED_HEADING),
            when(_FOR_POSTS, posts, otherwise=persons),
        )
        + paragraph("SignFirst", "{{ 小组 }}（章）\t负责人（签名）：")
        + paragraph("SignLast", "年　　月　　日"),
        PORTRAIT,
    )


def award_list() -> Template:
    """List the winners of every award, in the order that the award sets."""
    # Two characters are set as wide as three, as the custom is in lists of names.
    name = "{{ 人.岗位人员姓名|join('　') if 人.岗位人员姓名|length == 2 else 人.岗位人员姓名 }}"
    posts = table(
        (800, 4644, 3400),
        [
            _heads("序号", "岗位名称", "工会小组"),
            *rows_for_each(
                "人 in 名单",
                3,
                _cells(
                    ("CellCentre", "{{ loop.index }}"),
                    ("CellCentre", "{{ 人.岗位名称 }}"),
                    ("CellCentre", "{{ 人.工会小组 }}"),
                ),
            ),
        ],
    )
    persons = table(
        (800, 2200, 3244, 2600),
        [
            _heads("序号", "姓名", "岗位名称", "工会小组"),
            *rows_for_each(
                "人 in 名单",
                4,
                _cells(
                    ("CellCentre", "{{ loop.index }}"),
                    ("CellCentre", name),
                    ("CellCentre", "{{ 人.岗位名称 }}"),
                    ("CellCentre", "{{ 人.工会小组 }}"),
                ),
            ),
        ],
    )
    return Template(
        "表彰名单",
        paragraph("DocumentTitle", "{{ 单位简称 }}{{ 活动年度 }}年度表彰名单")
        + paragraph(
            "BodyText",
            "根据" + NUMBER_OF_NOTICE + "要求，经申报推荐、考核打分，{{ 授予机关 }}研究决定，"
            "授予{% for 奖 in 奖项列表 if 奖.获奖列表 %}{{ 奖.获奖列表|length }}"
            "{% if 奖.类型 == '岗位' %}个岗位{% else %}名职工{% endif %}{{ 奖|引号 }}"
            "{% if not loop.last %}、{% endif %}{% endfor %}荣誉称号。名单如下：",
        )
        + for_each(
            "奖 in 奖项列表 if 奖.获奖列表",
            control("set 名单 = 奖.获奖列表"),
            paragraph("ListHeading", _COUNTED_HEADING),
            when(_FOR_POSTS, posts, otherwise=persons),
        )
        + paragraph(
            "Signature",
            "{{ 授予机关 }}",
            layout='<w:spacing w:before="1158" w:line="579" w:lineRule="exact"/>',
        )
        + paragraph(
            "Signature",
            "{% if 表彰日期 %}{{ 表彰日期 }}{% else %}年　　月　　日{% endif %}",
            layout='<w:keepNext w:val="0"/>',
        ),
        PORTRAIT,
    )
