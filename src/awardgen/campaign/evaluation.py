"""The whole campaign evaluated: every award's standings, outcomes and list of winners."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.campaign.application import number_key
from awardgen.campaign.award import AwardKind, ListOrder
from awardgen.campaign.decisions import decide
from awardgen.campaign.name_order import name_key
from awardgen.campaign.ranking import NUMBER_MISSING, NUMBER_REPEATED, Standing, rank
from awardgen.campaign.scoring import NO_SCORE, scores_by_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from awardgen.campaign.application import Application
    from awardgen.campaign.award import Award
    from awardgen.campaign.campaign import Campaign
    from awardgen.campaign.decisions import Outcome
    from awardgen.campaign.scoring import Score


@dataclass(frozen=True, slots=True)
class AwardEvaluation:
    """One award.

    outcomes: by rank, the excluded last.
    winners: in the order that the award list sets.
    """

    award: Award
    outcomes: tuple[Outcome, ...]
    winners: tuple[Application, ...]

    @property
    def open_tie(self) -> tuple[Application, ...]:
        """Return the applications that share a rank across the quota line, undecided."""
        return tuple(each.standing.application for each in self.outcomes if each.wins is None)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Every award of a campaign. outcomes: by the application's row order."""

    awards: tuple[AwardEvaluation, ...]
    outcomes: Mapping[int, Outcome]


def evaluate(campaign: Campaign, scores: Mapping[str, Score] | None = None) -> Evaluation:
    """Score, rank and decide every award. scores: by 编号, where they are known."""
    if scores is None:
        scores = scores_of(campaign)
    unidentified = _unidentified(campaign.applications)
    awards = []
    for award in campaign.awards:
        applications = campaign.applications_for(award)
        identified = [each for each in applications if each.row_order not in unidentified]
        standings = (
            *rank(identified, scores),
            *(unidentified[each.row_order] for each in applications if each.row_order in unidentified),
        )
        outcomes = decide(standings, award.quota)
        awards.append(AwardEvaluation(award, outcomes, _in_list_order(campaign, award, outcomes)))
    by_row = {each.standing.application.row_order: each for award in awards for each in award.outcomes}
    return Evaluation(tuple(awards), by_row)


def scores_of(campaign: Campaign) -> Mapping[str, Score]:
    """Score every application: 编号 → score."""
    numbers = [application.number for application in campaign.applications]
    groups = [campaign.rubric.group_named(name) for name in campaign.settings.tie_break]
    tie_break = [group for group in groups if group is not None]
    return scores_by_number(campaign.scores, campaign.evidence, campaign.settings, numbers, tie_break)


def _unidentified(applications: Iterable[Application]) -> dict[int, Standing]:
    """Return the standings of those to which no scores can be told to belong, by row order.

    Of a repeated 编号 the first row keeps the scores; both with them would tie with each other.
    """
    seen: set[str] = set()
    standings = {}
    for application in applications:
        if not application.number or number_key(application.number) in seen:
            reason = NUMBER_REPEATED if application.number else NUMBER_MISSING
            standings[application.row_order] = Standing(application, NO_SCORE, None, reason)
        seen.add(number_key(application.number))
    return standings


def _in_list_order(
    campaign: Campaign, award: Award, outcomes: tuple[Outcome, ...]
) -> tuple[Application, ...]:
    # Outcomes come by rank, and sorting is stable: rank settles what the list's own order leaves equal.
    winners = [each.standing.application for each in outcomes if each.wins]
    if award.list_order is ListOrder.GROUP:
        position = {group.name: index for index, group in enumerate(campaign.groups)}
        winners.sort(key=lambda each: position.get(each.group, len(position)))
    elif award.list_order is ListOrder.STROKES:
        winners.sort(key=lambda each: name_key(name_in_list(each), campaign.stroke_references))
    return tuple(winners)


def name_in_list(application: Application) -> str:
    """Return what an application is called in a list: the post's name or the person's."""
    return application.post if application.award.kind is AwardKind.POST else application.person
