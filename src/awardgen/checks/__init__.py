"""What can be wrong in a campaign: one function a rule, each yielding findings."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from awardgen.checks import applications, decisions, names, repetitions, scores, settings, writeups
from awardgen.checks.analyses import Analyser, Analyses, analyse_texts, analyser_of, texts_to_analyse
from awardgen.checks.case import Case, Rule
from awardgen.checks.consequences import rows_may_be_lost, without_consequences
from awardgen.checks.settlement import settle

if TYPE_CHECKING:
    from awardgen.campaign import Campaign, Evaluation
    from awardgen.finding import Finding

__all__ = [
    "RULES",
    "Analyser",
    "Analyses",
    "Case",
    "Rule",
    "analyse_texts",
    "analyser_of",
    "check_campaign",
    "rows_may_be_lost",
    "settle",
    "texts_to_analyse",
    "without_consequences",
]

RULES: tuple[Rule, ...] = (
    settings.points_add_up,
    settings.criterion_number_is_used_once,
    settings.tie_break_names_groups,
    settings.phases_run_forward,
    applications.group_is_listed,
    applications.number_is_used_once,
    applications.headcount_matches_names,
    applications.satisfaction_reaches_the_floor,
    applications.names_can_be_ordered,
    names.names_are_of_plain_characters,
    repetitions.name_is_listed_once,
    repetitions.person_is_put_forward_once,
    repetitions.write_up_is_handed_in_once,
    writeups.length_is_about_right,
    writeups.deeds_lie_in_the_window,
    writeups.write_up_tells_a_deed_in_the_window,
    scores.points_stay_within_the_criterion,
    scores.scored_application_exists,
    scores.judge_is_listed,
    scores.judge_scores_once,
    scores.judges_are_present,
    scores.evidence_is_entered_once,
    scores.evidence_lies_in_the_window,
    decisions.tie_across_the_quota_is_ruled,
    decisions.departure_gives_its_reason,
    decisions.grants_stay_within_the_quota,
    decisions.place_passed_on_is_told,
    decisions.quota_is_set,
)


def check_campaign(
    campaign: Campaign, evaluation: Evaluation, analyses: Analyses | None = None
) -> list[Finding]:
    """Run every rule. analyses: of the `texts_to_analyse` where they are made elsewhere, as `analyser_of` does."""
    case = Case(campaign, evaluation, analyses or cache(analyser_of(campaign)))
    return [finding for rule in RULES for finding in rule(case)]
