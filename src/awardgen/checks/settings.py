"""Rules over 活动设置.xlsx."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from awardgen.catalogue import tables
from awardgen.checks.case import excerpt
from awardgen.finding import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.campaign import RubricGroup
    from awardgen.checks.case import Case
    from awardgen.finding import Finding

FULL_MARKS = Decimal(100)


def points_add_up(case: Case) -> Iterator[Finding]:
    """Criteria make their group's points, and groups make 100 (the notice, 三; 附件1).

    One slip gives one finding: where the groups make 100, a group that its criteria do not make has a wrong
    分值; where they do not, the groups whose 项目分值 explain the difference are the ones to mend. A group
    whose points are not known counts what its criteria make.
    """
    groups = case.campaign.rubric.groups
    worth = [_worth(group) for group in groups]
    known = [points for points in worth if points is not None]
    total = sum(known, Decimal(0))
    over = total - FULL_MARKS if groups and len(known) == len(groups) else Decimal(0)
    uneven = [group for group in groups if _is_uneven(group)]
    to_blame = _groups_to_blame(uneven, over)
    for group in uneven:
        if group in to_blame:
            yield tables.POINTS_DO_NOT_SUM.at(
                group.record.place("项目分值"),
                f"“{group.name}”项目分值{group.points}，各条标准合计{_sum_of(group)}；"
                f"各项目合计{total}，应为{FULL_MARKS}。",
                excerpt=excerpt(str(group.points)),
            )
        else:
            yield tables.POINTS_DO_NOT_SUM.at(
                group.criteria[0].record.place("分值"),
                f"“{group.name}”各条标准合计{_sum_of(group)}分，项目分值为{group.points}分。",
                excerpt=excerpt(str(group.criteria[0].points)),
            )
    if over and not to_blame:
        yield tables.POINTS_DO_NOT_SUM.at(
            groups[0].record.place("项目分值"),
            f"各项目分值合计{total}分，应为{FULL_MARKS}分。",
            excerpt=excerpt(groups[0].record.text("项目分值")),
        )


def criterion_number_is_used_once(case: Case) -> Iterator[Finding]:
    """序号 names one criterion, as its scores stand in the column of that name."""
    first: dict[str, str | None] = {}
    for criterion in case.campaign.rubric.criteria:
        place = criterion.record.place("序号")
        if criterion.number in first:
            yield tables.NAME_REPEATED.at(
                place,
                f"序号{criterion.number}与{first[criterion.number]}重复，两条标准的得分会在同一列里。",
                excerpt=excerpt(criterion.record.text("序号")),
            )
        elif criterion.number:
            first[criterion.number] = place.cell


def tie_break_names_groups(case: Case) -> Iterator[Finding]:
    """同分比较 names groups of the rubric."""
    settings = case.campaign.settings
    for name in settings.tie_break:
        if case.campaign.rubric.groups and case.campaign.rubric.group_named(name) is None:
            yield tables.TIE_BREAK_UNKNOWN.at(
                settings.places.get("同分比较", NOWHERE), f"评选细则中没有“{name}”。", excerpt=name
            )


def phases_run_forward(case: Case) -> Iterator[Finding]:
    """A phase does not end before it starts."""
    for phase in case.campaign.phases:
        first, last = (phase.record.values.get(column) for column in ("开始日期", "结束日期"))
        if isinstance(first, date) and isinstance(last, date) and last < first:
            yield tables.PERIOD_REVERSED.at(
                phase.record.place("结束日期"),
                f"步骤“{phase.name}”的结束日期{last:%Y-%m-%d}早于开始日期{first:%Y-%m-%d}。",
                excerpt=excerpt(phase.record.text("结束日期")),
            )


def _sum_of(group: RubricGroup) -> Decimal:
    return sum((criterion.points or Decimal(0) for criterion in group.criteria), Decimal(0))


def _is_complete(group: RubricGroup) -> bool:
    return all(criterion.points is not None for criterion in group.criteria)


def _worth(group: RubricGroup) -> Decimal | None:
    if group.points is not None:
        return group.points
    return _sum_of(group) if _is_complete(group) else None


def _is_uneven(group: RubricGroup) -> bool:
    return group.points is not None and _is_complete(group) and group.points != _sum_of(group)


def _groups_to_blame(uneven: list[RubricGroup], over: Decimal) -> tuple[RubricGroup, ...]:
    """Return the fewest groups whose 项目分值 exceed their criteria by just what the total is over 100."""
    if not over:
        return ()
    for count in range(1, len(uneven) + 1):
        for groups in combinations(uneven, count):
            if sum((group.points or Decimal(0)) - _sum_of(group) for group in groups) == over:
                return groups
    return ()
