"""The other sheets of 活动设置.xlsx → the campaign's awards, rubric, lists and documents."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from awardgen.campaign import (
    Award,
    AwardKind,
    CalendarPeriod,
    Criterion,
    DocumentRow,
    Judge,
    ListOrder,
    Phase,
    Rubric,
    RubricGroup,
    RuleLevel,
    RuleSetting,
    Scope,
    Settlement,
    UnionGroup,
)
from awardgen.catalogue import tables
from awardgen.workbook.cells import excerpt_of, text_of
from awardgen.workbook.headers import header_key
from awardgen.workbook.identities import application_number, name_in
from awardgen.workbook.names import with_own_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from awardgen.campaign import Record
    from awardgen.finding import Finding

_KINDS = {kind.value: kind for kind in AwardKind}
_ORDERS = {order.value: order for order in ListOrder}
_LEVELS = {level.value: level for level in RuleLevel}
_SCOPES = {scope.value: scope for scope in Scope}

Records = tuple["Record", ...]


def number_in(record: Record, column: str) -> Decimal | None:
    """Return the number in a row's column; None where it is empty or unreadable."""
    value = record.values.get(column)
    return value if isinstance(value, Decimal) else None


def whole_in(record: Record, column: str) -> int | None:
    """Return the whole number in a row's column; None where it is empty or unreadable."""
    number = number_in(record, column)
    return None if number is None else int(number)


def awards_from(records: Records, findings: list[Finding]) -> tuple[Award, ...]:
    """Return the awards; a 类型 that cannot be read counts as 岗位, which has the longer form."""
    return tuple(
        Award(
            record,
            name=name_in(record, "奖项") or name_in(record, "简称"),
            short_name=name_in(record, "简称") or name_in(record, "奖项"),
            kind=_KINDS.get(record.text("类型"), AwardKind.POST),
            quota=whole_in(record, "名额"),
            list_order=_ORDERS.get(record.text("名单排序"), ListOrder.RANK),
        )
        for record in with_own_names(records, ("奖项", "简称"), findings)
    )


def phases_from(records: Records) -> tuple[Phase, ...]:
    """Return the phases in their order."""
    return tuple(Phase(record, name_in(record, "步骤")) for record in records)


def rubric_from(records: Records) -> Rubric:
    """Return the rubric; rows of one 项目 belong together wherever they stand."""
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(name_in(record, "项目"), []).append(record)
    return Rubric(tuple(_rubric_group(name, rows) for name, rows in groups.items()))


def _rubric_group(name: str, rows: list[Record]) -> RubricGroup:
    return RubricGroup(
        rows[0],
        name=name,
        notice_name=name_in(rows[0], "通知称谓") or name,
        points=number_in(rows[0], "项目分值"),
        criteria=tuple(
            Criterion(row, header_key(name_in(row, "序号")), row.text("评选标准"), number_in(row, "分值"))
            for row in rows
        ),
    )


def groups_from(records: Records, findings: list[Finding]) -> tuple[UnionGroup, ...]:
    """Return the union groups in their order."""
    named = with_own_names(records, ("工会小组",), findings)
    return tuple(UnionGroup(record, name_in(record, "工会小组")) for record in named)


def judges_from(records: Records, findings: list[Finding]) -> tuple[Judge, ...]:
    """Return the judges in their order."""
    named = with_own_names(records, ("评委",), findings)
    return tuple(Judge(record, name_in(record, "评委"), name_in(record, "工会小组")) for record in named)


def documents_from(records: Records, findings: list[Finding]) -> tuple[DocumentRow, ...]:
    """Return the documents; a row whose 范围 cannot be read has its finding and produces nothing."""
    return tuple(
        DocumentRow(
            record,
            name=name_in(record, "文书"),
            template=record.text("模板"),
            scope=scope,
            condition=record.text("条件"),
            file_name=record.text("文件名"),
            archived_with=record.text("归档"),
        )
        for record in with_own_names(records, ("文书",), findings)
        if (scope := _SCOPES.get(record.text("范围"))) is not None
    )


def settlements_from(records: Records) -> tuple[Settlement, ...]:
    """Return what was looked at and settled."""
    return tuple(
        Settlement(record, application_number(record), record.text("代码"), record.text("摘录"))
        for record in records
    )


def rule_settings_from(records: Records) -> tuple[RuleSetting, ...]:
    """Return how kinds of findings are to be told, in the order of the rows."""
    return tuple(
        RuleSetting(record, record.text("代码"), _LEVELS.get(record.text("级别"))) for record in records
    )


def stroke_references_from(records: Iterable[Record]) -> dict[str, str]:
    """Return character → the character after which it is sorted."""
    return {name_in(record, "字"): name_in(record, "参照字") for record in records if name_in(record, "字")}


def periods_from(records: Records, findings: list[Finding]) -> tuple[CalendarPeriod, ...]:
    """Return the periods of 校历; a row that lacks a day, or ends before it starts, has its finding and is none."""
    periods = []
    for record in records:
        first, last = record.values.get("开始"), record.values.get("结束")
        if not isinstance(first, date) or not isinstance(last, date):
            continue
        if last < first:
            message = f"结束日期{text_of(last)}早于开始日期{text_of(first)}。"
            place = record.place("结束")
            findings.append(tables.PERIOD_REVERSED.at(place, message, excerpt=excerpt_of(text_of(last))))
        else:
            periods.append(CalendarPeriod(record, name_in(record, "名称"), first, last))
    return tuple(periods)
