from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from awardgen.campaign.record import Record


@dataclass(frozen=True, slots=True)
class Criterion:
    """One 评选标准. number: its 序号, as the header of its column in 评分 shows it."""

    record: Record
    number: str
    text: str
    points: Decimal | None


@dataclass(frozen=True, slots=True)
class RubricGroup:
    """One 项目 of the rubric. record: its first row. notice_name: 通知称谓, else its name."""

    record: Record
    name: str
    notice_name: str
    points: Decimal | None
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Rubric:
    """The 评选细则 (the notice, 三 and 附件1): groups of criteria that make 100 points."""

    groups: tuple[RubricGroup, ...] = ()

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        return tuple(criterion for group in self.groups for criterion in group.criteria)

    def group_named(self, name: str) -> RubricGroup | None:
        return next((group for group in self.groups if name in (group.name, group.notice_name)), None)
