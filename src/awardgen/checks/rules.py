"""All rules, in the order in which what they find is told."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from awardgen.checks import (
    applications,
    basics,
    decisions,
    names,
    repetitions,
    rule_levels,
    schedule,
    settings,
    writeups,
)
from awardgen.checks.analyses import analyser_of
from awardgen.checks.case import NO_EVALUATION, Case, found_by
from awardgen.checks.compared_write_ups import alike_write_ups
from awardgen.checks.periods import analyser_of_periods
from awardgen.checks.score_rules import SCORE_RULES

if TYPE_CHECKING:
    from collections.abc import Collection

    from awardgen.campaign import Campaign, Evaluation
    from awardgen.checks.analyses import Analyses
    from awardgen.checks.case import Checked, Rule
    from awardgen.checks.compared_write_ups import LikenessFinder
    from awardgen.finding import Finding

APPLICATION_RULES: tuple[Rule, ...] = (
    repetitions.name_is_listed_once,
    repetitions.person_is_put_forward_once,
    repetitions.write_up_is_handed_in_once,
)
"""Rules that hold the applications against each other, and nothing else; they take long, and need not wait for 评分."""

WRITE_UP_RULES: tuple[Rule, ...] = (
    writeups.length_is_about_right,
    writeups.deeds_lie_in_the_window,
    writeups.write_up_tells_a_deed_in_the_window,
)
"""Rules that need the write-ups analysed. Nothing that they find withholds a document."""

RULES: tuple[Rule, ...] = (
    settings.points_add_up,
    settings.criterion_number_is_used_once,
    settings.tie_break_names_groups,
    settings.phases_run_forward,
    schedule.printed_time_suits_the_days,
    schedule.phases_follow_one_another,
    schedule.phases_start_with_the_notice,
    schedule.window_suits_the_phases,
    schedule.notice_is_dated_before_it_is_printed,
    basics.years_agree,
    basics.quota_leaves_a_choice,
    basics.groups_keep_their_names,
    rule_levels.code_exists,
    rule_levels.rule_is_set_once,
    rule_levels.withholding_rule_keeps_its_level,
    applications.group_is_listed,
    applications.number_is_used_once,
    applications.headcount_matches_names,
    applications.satisfaction_reaches_the_floor,
    applications.names_can_be_ordered,
    names.names_are_of_plain_characters,
    *APPLICATION_RULES,
    *WRITE_UP_RULES,
    *SCORE_RULES,
    decisions.tie_across_the_quota_is_ruled,
    decisions.departure_gives_its_reason,
    decisions.grants_stay_within_the_quota,
    decisions.place_passed_on_is_told,
    decisions.quota_is_set,
)


def check_campaign(
    campaign: Campaign,
    evaluation: Evaluation,
    analyses: Analyses | None = None,
    checked: Checked | None = None,
) -> list[Finding]:
    """Run every rule.

    analyses: of the `texts_to_analyse` where they are made elsewhere, as `analyser_of` does. checked: what
    `check_tables` found already.
    """
    case = Case(
        campaign,
        evaluation,
        analyses or cache(analyser_of(campaign)),
        alike_write_ups,
        cache(analyser_of_periods(campaign)),
    )
    known = checked or {}
    return [finding for rule in RULES for finding in (known[rule] if rule in known else rule(case))]


def check_applications(campaign: Campaign, alike: LikenessFinder = alike_write_ups) -> Checked:
    """Run the rules that hold the applications against each other. campaign: all but its scores."""
    return found_by(APPLICATION_RULES, Case(campaign, NO_EVALUATION, alike=alike))


def check_tables(
    campaign: Campaign, evaluation: Evaluation, known: Collection[Rule], printed_times: Analyses
) -> Checked:
    """Run the rules that can do without the write-ups' analyses. known: those whose findings are known.

    printed_times: what is read there.
    """
    passed_over = {*known, *APPLICATION_RULES, *WRITE_UP_RULES}
    rules = [rule for rule in RULES if rule not in passed_over]
    return found_by(rules, Case(campaign, evaluation, printed_times=printed_times))
