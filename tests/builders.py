"""Domain objects in one readable line each: what a test does not name is ordinary."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING

from awardgen.campaign import (
    Application,
    Award,
    AwardKind,
    Campaign,
    Criterion,
    DocumentRow,
    Evidence,
    Judge,
    ListOrder,
    Percent,
    Record,
    Rubric,
    RubricGroup,
    RuleLevel,
    RuleSetting,
    Scope,
    ScoreRow,
    Settings,
    Settlement,
    SheetSource,
    UnionGroup,
    Window,
    WrittenText,
    YesNo,
    evaluate,
)
from awardgen.checks.analyses import analyser_of
from awardgen.checks.case import Case
from awardgen.checks.compared_write_ups import alike_write_ups
from awardgen.checks.periods import analyser_of_periods

if TYPE_CHECKING:
    from awardgen.campaign import Value

WINDOW = Window(date(2010, 9, 1), date(2011, 6, 30))
INSIDE = date(2010, 10, 8)
SETTINGS_FILE, APPLICATIONS_FILE, SCORES_FILE = (f"data/{name}.xlsx" for name in ("活动设置", "申报", "评分"))

_orders = count()


def record(sheet: str, row: int = 2, file: str = SETTINGS_FILE, **values: Value) -> Record:
    """A row of a sheet: its columns stand in the order given, from A on."""
    letters = {header: chr(ord("A") + index) for index, header in enumerate(values)}
    return Record(values, SheetSource(file, sheet, letters), row)


def post_award(quota=3, order=ListOrder.RANK, *, row=2, columns=("编号",)):
    name, short = "优质服务示范岗", "示范岗"
    cells = record("奖项", row, 奖项=name, 简称=short, 类型="岗位", 名额=_number(quota), 附件号=Decimal(2))
    return Award(cells, name, short, AwardKind.POST, quota, order, columns)


def person_award(quota=3, order=ListOrder.STROKES, *, row=3, columns=("编号",)):
    name, short = "优秀服务标兵", "标兵"
    cells = record("奖项", row, 奖项=name, 简称=short, 类型="个人", 名额=_number(quota), 附件号=Decimal(3))
    return Award(cells, name, short, AwardKind.INDIVIDUAL, quota, order, columns)


def application(number="BB-1", award=None, **told):
    """One application; told: its columns by header, and row, its row in the sheet."""
    award = award or person_award()
    row_order = next(_orders)
    row = told.pop("row", row_order + 2)
    columns = {
        "编号": number or None,
        "工会小组": "饮食小组",
        "岗位名称": "电工",
        **({"岗位总人数": None} if award.kind is AwardKind.POST else {}),
        "岗位人员姓名": "于海",
        "主要事迹": "抢修及时。",
        "事迹材料": None,
        "顾客满意度": Percent(Decimal("0.92")),
        "安全责任事故": YesNo("无"),
        "小组推荐": YesNo("是"),
        "评定结果": None,
        "评定理由": None,
        "裁定名次": None,
        **told,
    }
    cells = record(award.short_name, row, APPLICATIONS_FILE, **columns)
    satisfaction = columns["顾客满意度"]
    text = "事迹材料" if columns["事迹材料"] else "主要事迹"
    written = WrittenText(columns[text], cells.place(text)) if columns[text] else None
    summary = columns["主要事迹"] if text == "事迹材料" else None
    return Application(
        cells,
        award,
        number,
        row_order,
        group=columns["工会小组"] or "",
        post=columns["岗位名称"] or "",
        person=columns["岗位人员姓名"] or "",
        write_up=written,
        summary=WrittenText(summary, cells.place("主要事迹")) if summary else None,
        satisfaction=satisfaction.fraction if isinstance(satisfaction, Percent) else None,
        accident=_says(columns["安全责任事故"]),
        recommended=_says(columns["小组推荐"]),
        decision=columns["评定结果"],
        reason=columns["评定理由"] or "",
        settled_rank=columns["裁定名次"],
    )


def score_row(number="BB-1", judge="高志远", *points, row=2):
    """A row of 评分; points: of the criteria 1, 2, … in order, None where the cell is empty."""
    given = {str(index): _number(each) for index, each in enumerate(points, start=1)}
    return ScoreRow(record("评分", row, SCORES_FILE, 编号=number, 评委=judge, **given), number, judge, given)


def judged(number, *totals):
    """One row a judge, whose whole total stands under criterion 1."""
    return tuple(score_row(number, f"评委{index}", total) for index, total in enumerate(totals, start=1))


def evidence(  # noqa: PLR0913 - a row of 附加分 has this many columns
    number="BB-1", day=INSIDE, form="锦旗", source="学生家长", *, verified=True, row=2
):
    """A row of 附加分; each is another one's thanks unless day, form and source are the same."""
    said = YesNo("是" if verified else "否")
    cells = record("附加分", row, SCORES_FILE, 编号=number, 日期=day, 类型=form, 来源=source, 查实=said)
    return Evidence(cells, number, day, form, source, verified=verified)


def rubric_group(name, points, *criteria, row=2, first=1):
    """A 项目 of the rubric; criteria: the 分值 of each, numbered from first."""
    rows = [
        record(
            "评选细则",
            row + index,
            项目=name,
            通知称谓=None,
            项目分值=_number(points),
            序号=str(first + index),
            评选标准=f"{name}{index + 1}",
            分值=_number(each),
        )
        for index, each in enumerate(criteria)
    ]
    return RubricGroup(
        rows[0],
        name,
        name,
        _number(points),
        tuple(
            Criterion(cells, cells.text("序号"), cells.text("评选标准"), _number(each))
            for cells, each in zip(rows, criteria, strict=True)
        ),
    )


def rubric(**groups):
    """A rubric; groups: name → (项目分值, 分值, 分值, …)."""
    built, row, first = [], 2, 1
    for name, (points, *criteria) in groups.items():
        built.append(rubric_group(name, points, *criteria, row=row, first=first))
        row += len(criteria)
        first += len(criteria)
    return Rubric(tuple(built))


def union_group(name="饮食小组", leader=None, row=2):
    return UnionGroup(record("工会小组", row, 工会小组=name, 负责人=leader), name)


def judge(name="高志远", group="", row=2):
    return Judge(record("评委", row, 评委=name, 工会小组=group or None), name, group)


def document_row(  # noqa: PLR0913 - a row of 文书 has this many columns
    file_name, scope=Scope.CAMPAIGN, *, name="文书", template="模板.docx", condition="", row=2
):
    cells = record(
        "文书", row, 文书=name, 模板=template, 范围=scope.value, 条件=condition or None, 文件名=file_name
    )
    return DocumentRow(cells, name, template, scope, condition, file_name)


def settlement(number, code, excerpt, row=2):
    return Settlement(record("核实", row, 编号=number, 代码=code, 摘录=excerpt), number, code, excerpt)


def rule_setting(code, level, row=2):
    """A row of 检查规则; a level that is none is what could not be read."""
    known = level if level in tuple(RuleLevel) else None
    return RuleSetting(record("检查规则", row, 代码=code, 级别=level), code, known and RuleLevel(known))


def settings(**given):
    return Settings(**{"window": WINDOW, "reference": WINDOW.last_day, **given})


def campaign(*applications, **given):
    """A campaign of these applications; the awards are theirs, or the starter's two, unless given."""
    awards = tuple({each.award.name: each.award for each in applications}.values())
    awards = awards or (post_award(), person_award())
    return Campaign(**{"settings": settings(), "awards": awards, "applications": applications, **given})


def case(*applications, **given):
    """A campaign as the rules of `check` see it."""
    built = campaign(*applications, **given)
    return Case(built, evaluate(built), analyser_of(built), alike_write_ups, analyser_of_periods(built))


def _number(value: float | str | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _says(value: Value) -> bool | None:
    return bool(value) if isinstance(value, YesNo) else None
