"""Each award's ranking as the page's data: the figures and the order are those of 评分汇总表."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from awardgen.campaign import rounded
from awardgen.documents.printing import number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal
    from fractions import Fraction

    from awardgen.campaign import AwardEvaluation, Campaign, Evaluation, Outcome

NONE = "—"


def standing_data(campaign: Campaign, evaluation: Evaluation) -> list[dict[str, Any]]:
    """Return an award an item. A row: application, rank, each judge's total, mean, bonus, total, result, remarks."""
    position = {each.row_order: index for index, each in enumerate(campaign.applications)}
    judges = [judge.name for judge in campaign.judges]
    return [_award(each, position, judges) for each in evaluation.awards]


def _award(evaluated: AwardEvaluation, position: Mapping[int, int], judges: Sequence[str]) -> dict[str, Any]:
    outcomes = sorted(evaluated.outcomes, key=_place)
    shared = _shared_ranks(outcomes)
    told_apart = _told_apart(outcomes)
    quota = evaluated.award.quota
    return {
        "name": evaluated.award.name,
        "quota": quota,
        "line": _rows_above_the_line(outcomes, quota),
        "openTie": [position[each.row_order] for each in evaluated.open_tie],
        "rows": [
            [
                position[each.standing.application.row_order],
                each.standing.rank,
                _judge_totals(each, judges),
                *_figures(each),
                _result(each),
                _remarks(each, is_shared=each.standing.rank in shared, is_apart=index in told_apart),
            ]
            for index, each in enumerate(outcomes)
        ],
    }


def _place(outcome: Outcome) -> tuple[int, int]:
    """Say where a row stands in 评分汇总表: who is ranked, by rank, then who is not, who is excluded last."""
    standing = outcome.standing
    if standing.rank is not None:
        return 0, standing.rank
    return (2 if standing.exclusion else 1), 0


def _rows_above_the_line(outcomes: Sequence[Outcome], quota: int | None) -> int | None:
    """Return after how many rows the quota is used up; None where there is no line to be drawn."""
    ranked = sum(each.standing.rank is not None for each in outcomes)
    return min(quota, ranked) if quota and ranked else None


def _shared_ranks(outcomes: Sequence[Outcome]) -> set[int | None]:
    ranks = [each.standing.rank for each in outcomes if each.standing.rank is not None]
    return {one for one, other in pairwise(ranks) if one == other}


def _told_apart(outcomes: Sequence[Outcome]) -> set[int]:
    """Return the rows that have the same total as a neighbour and yet another rank."""
    found = set()
    for index, (one, other) in enumerate(pairwise(each.standing for each in outcomes)):
        if None not in (one.rank, other.rank) and one.score.total == other.score.total:
            found |= {index, index + 1} if one.rank != other.rank else set()
    return found


def _judge_totals(outcome: Outcome, judges: Sequence[str]) -> list[list[Any] | None]:
    given = {each.judge: each for each in outcome.standing.score.judge_totals}
    return [
        [_shown(given[judge].total), int(given[judge].dropped)] if judge in given else None
        for judge in judges
    ]


def _figures(outcome: Outcome) -> tuple[str, str, str]:
    score = outcome.standing.score
    bonus = NONE if score.mean is None else str(number(score.bonus))
    return _two_places(score.mean), bonus, _two_places(score.total)


def _two_places(value: Decimal | Fraction | None) -> str:
    return NONE if value is None else f"{rounded(value):.2f}"


def _shown(value: Decimal) -> str:
    return str(number(value))


def _result(outcome: Outcome) -> str:
    if outcome.standing.is_vetoed and not outcome.wins:
        return "否决"
    if outcome.wins is None:
        return "待裁定"
    return "获奖" if outcome.wins else ""


def _remarks(outcome: Outcome, *, is_shared: bool, is_apart: bool) -> list[str]:
    application = outcome.standing.application
    told = [
        outcome.standing.exclusion,
        "名次并列" if is_shared else "",
        "并列跨过名额线，请在“裁定名次”中填写" if outcome.wins is None else "",
        "总分相同，" + _what_told_apart(application.settled_rank) if is_apart else "",
        f"评定结果：{application.decision}" if application.decision else "",
        application.reason,
        "因他人的评定结果递补或让出" if outcome.passed_on else "",
    ]
    return [each for each in told if each]


def _what_told_apart(settled_rank: int | None) -> str:
    return f"裁定名次{settled_rank}" if settled_rank is not None else "按同分比较排先后"
