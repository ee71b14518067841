"""The sheets of 申报.xlsx and 评分.xlsx. What they hold depends on the awards and the rubric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.campaign import AwardKind, Decision
from awardgen.workbook.declaration import Column, Sheet, Type, Workbook

if TYPE_CHECKING:
    from collections.abc import Iterable

NUMBER = Column(
    "编号", required=True, help="每份申报一个，不能重复，如SF-001；文件名和评分都靠它对应", width=10
)
GROUP = Column("工会小组", required=True, help="与活动设置.xlsx中的名称一致", width=20)
POST = Column(
    "岗位名称",
    required=True,
    help="申报的岗位，或申报人所在的岗位",
    width=20,
    aliases=("岗位", "申报岗位", "所在岗位"),
)
SUMMARY_HEADER = "主要事迹"
WRITE_UP_HEADER = "事迹材料"
WRITE_UP_HEADERS = (SUMMARY_HEADER, WRITE_UP_HEADER)

_AFTER_PEOPLE = (
    Column(
        SUMMARY_HEADER,
        Type.LONG_TEXT,
        help="印在申报表的主要事迹一栏；另附事迹材料时写摘要",
        width=60,
        aliases=("事迹", "先进事迹", "主要事迹摘要"),
    ),
    Column(
        WRITE_UP_HEADER,
        Type.LONG_TEXT,
        help="三种办法：写在这里；写“文件:事迹/BB-003.docx”；留空并把文件存为data/事迹/编号.docx",
        width=36,
    ),
    Column("顾客满意度", Type.PERCENT, help="如92%"),
    Column("安全责任事故", Type.ACCIDENT, help="有安全责任事故的取消评选资格", width=14),
    Column(
        "基层工会小组意见",
        Type.LONG_TEXT,
        help="印在申报表上",
        width=30,
        aliases=("工会小组意见", "基层工会意见", "小组意见"),
    ),
    Column("小组意见日期", Type.DATE, help="印在小组意见下面", width=14),
    Column("小组推荐", Type.YES_NO, help="填“是”的列入参评人员名单", width=10),
    Column(
        "集团工会审批意见",
        Type.LONG_TEXT,
        help="印在申报表上",
        width=30,
        aliases=("集团工会意见", "工会审批意见", "审批意见"),
    ),
    Column("审批日期", Type.DATE, help="印在审批意见下面"),
    Column(
        "评定结果",
        Type.CHOICE,
        help="留空则由名次和名额决定；填写则以所填为准",
        choices=tuple(Decision),
    ),
    Column("评定理由", help="评定结果与名次不符时写明理由", width=24),
    Column("裁定名次", Type.WHOLE, help="名额线上并列时由评委会裁定，填1、2、3……", width=10, least=1),
)
_PEOPLE = Column(
    "岗位人员姓名",
    required=True,
    help="岗位全体人员，姓名之间用顿号、逗号、空格或换行隔开",
    width=28,
    aliases=("岗位人员", "人员姓名", "岗位成员"),
)
_PERSON = Column(
    "岗位人员姓名", required=True, help="申报人姓名", width=14, aliases=("姓名", "申报人", "申报人姓名")
)
_HEADCOUNT = Column(
    "岗位总人数",
    Type.WHOLE,
    required=True,
    help="应与岗位人员姓名的人数相同",
    aliases=("总人数", "人数", "岗位人数"),
)

POST_APPLICATIONS = Sheet(
    "示范岗",
    (NUMBER, GROUP, POST, _HEADCOUNT, _PEOPLE, *_AFTER_PEOPLE),
    help="授予岗位的奖项，一行一份申报。",
    either=WRITE_UP_HEADERS,
)
INDIVIDUAL_APPLICATIONS = Sheet(
    "标兵",
    (NUMBER, GROUP, POST, _PERSON, *_AFTER_PEOPLE),
    help="授予个人的奖项，一行一份申报。",
    either=WRITE_UP_HEADERS,
)
SCORES = Sheet(
    "评分",
    (
        Column("编号", required=True, help="申报的编号", width=10),
        Column("评委", required=True, help="评委姓名，与活动设置.xlsx一致"),
    ),
    help="一行是一位评委给一份申报的评分，右面每条评选标准一列，列名是它的序号；回避的评委整行不写。",
)
BONUS_EVIDENCE = Sheet(
    "附加分",
    (
        Column("编号", required=True, help="申报的编号", width=10),
        Column("日期", Type.DATE, required=True, help="表扬的日期"),
        Column(
            "类型",
            required=True,
            help="锦旗、表扬信、来电或留言",
            suggestions=("锦旗", "表扬信", "来电", "留言"),
        ),
        Column("来源", required=True, help="谁的表扬，写明以便查实", width=40),
        Column("查实", Type.YES_NO, required=True, help="查实的才加分", width=8),
    ),
    help="一行一件表扬。",
)


def application_sheet(name: str, kind: AwardKind) -> Sheet:
    """Return the sheet of an award; name: its 简称."""
    template = POST_APPLICATIONS if kind is AwardKind.POST else INDIVIDUAL_APPLICATIONS
    return template.named(name)


def score_sheet(numbers: Iterable[str]) -> Sheet:
    """Return the sheet 评分 for a rubric. numbers: the 序号 of its criteria."""
    criteria = tuple(
        Column(number, Type.SCORE, help=f"第{number}条标准的得分", width=7) for number in numbers
    )
    return Sheet(SCORES.name, (*SCORES.columns, *criteria), help=SCORES.help)


APPLICATION_WORKBOOK = Workbook(
    "申报", (POST_APPLICATIONS, INDIVIDUAL_APPLICATIONS), help="每个奖项一张工作表，表名是奖项的简称。"
)
SCORE_WORKBOOK = Workbook("评分", (SCORES, BONUS_EVIDENCE), help="评委的评分和附加分的凭据。")
