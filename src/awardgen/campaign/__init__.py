"""The domain of an award campaign: plain values and the rules of scoring, ranking and name order."""

from awardgen.campaign.application import (
    Application,
    Decision,
    Evidence,
    ScoreRow,
    Settlement,
    WrittenText,
    number_key,
)
from awardgen.campaign.archive_settings import ArchiveSettings
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
from awardgen.campaign.calendar_period import CalendarPeriod
from awardgen.campaign.campaign import Campaign
from awardgen.campaign.decisions import Outcome
from awardgen.campaign.evaluation import AwardEvaluation, Evaluation, evaluate, name_in_list, scores_of
from awardgen.campaign.name_order import characters_without_strokes, name_key
from awardgen.campaign.record import Record, SheetSource
from awardgen.campaign.row import Row, columns_of
from awardgen.campaign.rubric import Criterion, Rubric, RubricGroup
from awardgen.campaign.rule_setting import RuleLevel, RuleSetting
from awardgen.campaign.scoring import JudgeTotal, Score, evidence_key, rounded
from awardgen.campaign.settings import Settings
from awardgen.campaign.values import Percent, Value, YesNo
from awardgen.campaign.window import Window

__all__ = [
    "Application",
    "ArchiveSettings",
    "Award",
    "AwardEvaluation",
    "AwardKind",
    "CalendarPeriod",
    "Campaign",
    "Criterion",
    "Decision",
    "DocumentRow",
    "Evaluation",
    "Evidence",
    "Judge",
    "JudgeTotal",
    "ListOrder",
    "Outcome",
    "Percent",
    "Phase",
    "Record",
    "Row",
    "Rubric",
    "RubricGroup",
    "RuleLevel",
    "RuleSetting",
    "Scope",
    "Score",
    "ScoreRow",
    "Settings",
    "Settlement",
    "SheetSource",
    "UnionGroup",
    "Value",
    "Window",
    "WrittenText",
    "YesNo",
    "characters_without_strokes",
    "columns_of",
    "evaluate",
    "evidence_key",
    "name_in_list",
    "name_key",
    "number_key",
    "rounded",
    "scores_of",
]
