"""The rules about 评分, which can be run where nothing else of the campaign is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.checks import scores
from awardgen.checks.case import NO_EVALUATION, Case, found_by

if TYPE_CHECKING:
    from awardgen.campaign import Campaign
    from awardgen.checks.case import Checked, Rule

SCORE_RULES: tuple[Rule, ...] = (
    scores.points_stay_within_the_criterion,
    scores.scored_application_exists,
    scores.judge_is_listed,
    scores.judge_scores_once,
    scores.judges_are_present,
    scores.evidence_is_entered_once,
    scores.evidence_lies_in_the_window,
)
"""Rules that hold 评分 against 活动设置 and against number, award and group of the applications, and nothing else."""


def check_scores(campaign: Campaign) -> Checked:
    """Run the rules about 评分; of the applications they need 编号, award and group."""
    return found_by(SCORE_RULES, Case(campaign, NO_EVALUATION))
