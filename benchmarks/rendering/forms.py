"""The one-page form that is filled: on python-docx's default styles, and without what a form can spare."""

from __future__ import annotations

import random
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.enum.style import WD_STYLE_TYPE

if TYPE_CHECKING:
    from docx.document import Document

LABELS = (
    "编号",
    "姓名",
    "性别",
    "出生日期",
    "单位",
    "岗位",
    "职务",
    "电话",
    "学历",
    "工龄",
    "政治面貌",
    "小组",
)
WRITE_UP = 1500
_WORDS = (
    *("认真", "负责", "服务", "优质", "带领", "班组", "完成", "任务", "多次", "受到", "表扬", "积极", "参加"),
    *("培训", "努力", "提高", "技能", "团结", "同事", "关心", "职工", "安全", "生产", "无", "事故", "师生"),
    *("满意", "食堂", "宿舍", "后勤", "保障", "先进", "集体", "示范", "岗位", "创新", "工作", "方法", "全年"),
)
_SPARED = {"stylesWithEffects", "customXml"}


def form(opening: str, closing: str, *, small: bool) -> bytes:
    """Return the template with tags between these signs."""
    document = docx.Document()
    document.add_paragraph(f"{opening}活动{closing}申报表")
    table = document.add_table(len(LABELS) // 2 + 1, 4)
    table.style = "Table Grid"
    for number, label in enumerate(LABELS):
        row, column = divmod(number, 2)
        table.cell(row, 2 * column).text = label
        table.cell(row, 2 * column + 1).text = f"{opening}{label}{closing}"
    last = len(LABELS) // 2
    table.cell(last, 0).text = "主要事迹"
    table.cell(last, 1).merge(table.cell(last, 3)).text = f"{opening}事迹{closing}"
    document.add_paragraph("单位意见：                    年   月   日")
    if small:
        _spare(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def contexts(count: int) -> list[dict[str, str]]:
    """Return what the form is filled with, each another text of 1500 characters; the same on every run."""
    chance = random.Random(2010)  # noqa: S311 - no secret
    return [
        {
            "活动": "优质服务示范岗",
            **{label: f"{label}{number:04d}" for label in LABELS},
            "事迹": _write_up(chance),
        }
        for number in range(count)
    ]


def _write_up(chance: random.Random) -> str:
    sentences: list[str] = []
    while sum(map(len, sentences)) < WRITE_UP:
        sentences.append("".join(chance.choices(_WORDS, k=chance.randint(4, 9))) + chance.choice("，，。"))
    return "".join(sentences)[:WRITE_UP]


def _spare(document: Document) -> None:
    """Leave what a form made in an office carries: one style of tables, and each style once."""
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in {"Normal Table", "Table Grid"}:
            style.delete()
    for source in (document.part, document.part.package):
        for key, relationship in list(source.rels.items()):
            if relationship.reltype.rsplit("/", 1)[-1] in _SPARED:
                del source.rels[key]
