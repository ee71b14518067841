"""Rules over 活动设置.xlsx."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from awardgen.catalogue import tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from awardgen.campaign import RubricGroup
    from awardgen.checks.case import Case
    from awardgen.finding import Finding

FULL_MARKS = Decimal(100)


def points_add_up(case: Case) -> Iterator[Finding]:
    """Criteria make their group's points, and groups make 100 (the notice, 三; 附件1).

    One slip gives one finding: where the groups make 100, a group that its criteria do not make has a wrong
    分值; where they do not, the group whose 项目分值 explains the difference is the one to mend.
    """
    groups = [group for group in case.campaign.rubric.groups if group.points is not None]
    if not groups or len(groups) < len(case.campaign.rubric.groups):
        return
    total = sum((group.points or Decimal(0) for group in groups), Decimal(0))
    excess = {
        group.name: (group.points or Decimal(0)) - _sum_of(group) for group in groups if _is_complete(group)
    }
    uneven = [group for group in groups if excess.get(group.name)]
    to_blame = _group_to_blame(uneven, excess, total - FULL_MARKS)
    for group in uneven:
        if group in to_blame:
            yield tables.POINTS_DO_NOT_SUM.at(
                group.record.place("项目分值"),
                f"“{group.name}”项目分值{group.points}，各条标准合计{_sum_of(group)}；"
                f"各项目合计{total}，应为{FULL_MARKS}。",
                excerpt=str(group.points),
            )
        else:
            yield tables.POINTS_DO_NOT_SUM.at(
                group.criteria[0].record.place("分值"),
                f"“{group.name}”各条标准合计{_sum_of(group)}分，项目分值为{group.points}分。",
                excerpt=str(group.criteria[0].points),
            )
    if total != FULL_MARKS and not to_blame:
        yield tables.POINTS_DO_NOT_SUM.at(
            groups[0].record.place("项目分值"),
            f"各项目分值合计{total}分，应为{FULL_MARKS}分。",
            excerpt=str(groups[0].points),
        )


def _sum_of(group: RubricGroup) -> Decimal:
    return sum((criterion.points or Decimal(0) for criterion in group.criteria), Decimal(0))


def _is_complete(group: RubricGroup) -> bool:
    return all(criterion.points is not None for criterion in group.criteria)


def _group_to_blame(
    uneven: list[RubricGroup], excess: Mapping[str, Decimal], over: Decimal
) -> list[RubricGroup]:
    if not over:
        return []
    explains = [group for group in uneven if excess[group.name] == over]
    return explains[:1] or uneven
