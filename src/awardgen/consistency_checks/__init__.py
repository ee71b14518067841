"""What the documents, the annexes and the settings say of one and the same thing: one function a rule.

The texts are what the documents will say: each template filled in with the settings, so that a figure that a tag prints
is compared as well as one that is typed. A slip stands where it is mended: at the cell that a tag prints, else at the
paragraph of the template.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.consistency_checks import (
    annex_rules,
    award_names,
    figures,
    issue_details,
    leftovers,
    rubric_names,
    times,
)
from awardgen.consistency_checks.wording import DocumentText, Wording, read_wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from awardgen.campaign import Campaign
    from awardgen.documents import Plan
    from awardgen.finding import Finding

__all__ = ["RULES", "DocumentText", "Wording", "check_consistency", "read_wording"]

RULES: tuple[Callable[[Wording], Iterator[Finding]], ...] = (
    award_names.award_names_stay_the_same,
    annex_rules.annexes_are_numbered_in_order,
    annex_rules.annexes_bear_the_titles_announced,
    annex_rules.annexes_cited_exist,
    figures.length_is_that_of_the_settings,
    figures.bonus_is_that_of_the_settings,
    figures.satisfaction_is_that_of_the_settings,
    figures.quotas_are_those_of_the_awards,
    rubric_names.points_are_those_of_the_rubric,
    rubric_names.typed_groups_are_those_of_the_rubric,
    times.window_is_that_of_the_settings,
    times.phases_have_the_days_of_the_settings,
    times.deadline_is_that_of_the_settings,
    times.year_is_that_of_the_campaign,
    issue_details.notice_has_a_mark,
    issue_details.notice_bears_its_number_and_dates,
    leftovers.nothing_is_left_to_fill_in,
    leftovers.sentences_have_their_values,
)


def check_consistency(campaign: Campaign, plan: Plan, templates: Mapping[str, bytes]) -> list[Finding]:
    """Run every rule. templates: name → what the file holds, of those that can be used."""
    wording = read_wording(campaign, plan, templates)
    # A paragraph that a loop repeats, or two documents of one template, say the same thing again.
    return list(dict.fromkeys(finding for rule in RULES for finding in rule(wording)))
