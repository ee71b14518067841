from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from awardgen.campaign.archive_settings import ArchiveSettings
from awardgen.campaign.rubric import Rubric
from awardgen.campaign.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from awardgen.campaign.application import Application, Evidence, ScoreRow, Settlement
    from awardgen.campaign.award import Award, DocumentRow, Judge, Phase, UnionGroup
    from awardgen.campaign.calendar_period import CalendarPeriod
    from awardgen.campaign.rule_setting import RuleSetting


@dataclass(frozen=True, slots=True)
class Campaign:
    """One year's round, as far as its workbooks go.

    headers: sheet → its headers in order, for every sheet of 活动设置.xlsx and 评分.xlsx that was found.
    stroke_references: character → the character after which it is sorted (the sheet 生僻字).
    periods: the sheet 校历; empty where the usual calendar holds.
    rule_settings: the sheet 检查规则.
    archive: the sheet 归档.
    A stage not reached is an empty tuple.
    """

    settings: Settings = field(default_factory=Settings)
    awards: tuple[Award, ...] = ()
    phases: tuple[Phase, ...] = ()
    rubric: Rubric = field(default_factory=Rubric)
    groups: tuple[UnionGroup, ...] = ()
    judges: tuple[Judge, ...] = ()
    documents: tuple[DocumentRow, ...] = ()
    settlements: tuple[Settlement, ...] = ()
    applications: tuple[Application, ...] = ()
    scores: Sequence[ScoreRow] = ()
    evidence: Sequence[Evidence] = ()
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stroke_references: Mapping[str, str] = field(default_factory=dict)
    periods: tuple[CalendarPeriod, ...] = ()
    rule_settings: tuple[RuleSetting, ...] = ()
    archive: ArchiveSettings = field(default_factory=ArchiveSettings)

    def applications_for(self, award: Award) -> tuple[Application, ...]:
        return tuple(each for each in self.applications if each.award.name == award.name)
