"""From ranks, quota and the union's decisions to winners."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from awardgen.campaign.application import Decision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.campaign.ranking import Standing


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of an application.

    wins: None while a tie across the quota line is open.
    departs: the union decided otherwise than rank and quota alone would have.
    passed_on: without a decision of its own, but it won or lost its place because of another's.
    """

    standing: Standing
    wins: bool | None
    departs: bool = False
    passed_on: bool = False


def decide(standings: Sequence[Standing], quota: int | None) -> tuple[Outcome, ...]:
    """Decide one award.

    A 评定结果 overrides the rank. The quota is what it says, so the places that are left go to the others in
    order of rank: who is refused makes room for the next, who is granted takes the last place within it.
    Without a quota only 授予 wins. Where nobody has a rank there is none to depart from; a veto always is.
    """
    granted = sum(each.application.decision is Decision.GRANTED for each in standings)
    undecided = [each for each in standings if each.application.decision is None]
    by_rank = _fill_places(standings, quota or 0)
    as_decided = _fill_places(undecided, max((quota or 0) - granted, 0))
    rank_decides = quota is not None and any(each.rank is not None for each in standings)
    return tuple(
        _decided(each, by_rank[each.application.row_order] if rank_decides or each.is_vetoed else None)
        if each.application.decision
        else _left_to_rank(each, as_decided[each.application.row_order], by_rank[each.application.row_order])
        for each in standings
    )


def _decided(standing: Standing, by_rank: bool | None) -> Outcome:  # noqa: FBT001 - what rank alone says
    wins = standing.application.decision is Decision.GRANTED
    return Outcome(standing, wins, departs=by_rank is not None and by_rank != wins)


def _left_to_rank(standing: Standing, wins: bool | None, by_rank: bool | None) -> Outcome:  # noqa: FBT001
    return Outcome(standing, wins, passed_on=None not in (wins, by_rank) and wins != by_rank)


def _fill_places(standings: Sequence[Standing], places: int) -> dict[int, bool | None]:
    """Give the places away in order of rank: row order → wins; None for a shared rank they do not suffice for."""
    wins: dict[int, bool | None] = {each.application.row_order: False for each in standings}
    ranked = [each for each in standings if each.rank is not None]
    for _, sharing in groupby(ranked, key=lambda each: each.rank):
        equals = list(sharing)
        if places <= 0:
            break
        enough = len(equals) <= places
        wins.update((each.application.row_order, True if enough else None) for each in equals)
        places -= len(equals)
    return wins
