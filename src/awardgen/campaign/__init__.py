"""The domain of an award campaign: plain values and the rules of scoring, ranking and name order."""

from awardgen.campaign.application import Application, Decision, Evidence, ScoreRow, Settlement, WrittenText
from awardgen.campaign.award import (
    Award,
    AwardKind,
    DocumentRow,
    Judge,
    ListOrder,
    Phase,
    Scope,
    UnionGroup,
)
from awardgen.campaign.campaign import Campaign
from awardgen.campaign.record import Record, SheetSource
from awardgen.campaign.rubric import Criterion, Rubric, RubricGroup
from awardgen.campaign.settings import Settings
from awardgen.campaign.values import Percent, Value, YesNo
from awardgen.campaign.window import Window

__all__ = [
    "Application",
    "Award",
    "AwardKind",
    "Campaign",
    "Criterion",
    "Decision",
    "DocumentRow",
    "Evidence",
    "Judge",
    "ListOrder",
    "Percent",
    "Phase",
    "Record",
    "Rubric",
    "RubricGroup",
    "Scope",
    "ScoreRow",
    "Settings",
    "Settlement",
    "SheetSource",
    "UnionGroup",
    "Value",
    "Window",
    "WrittenText",
    "YesNo",
]
