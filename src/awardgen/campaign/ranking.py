"""From totals to ranks (design: a tie that 同分比较 leaves is a shared rank, and the next is skipped)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from awardgen.campaign.application import Application
    from awardgen.campaign.scoring import Score

VETO = "发生安全责任事故，一票否决"
NOT_SCORED = "尚无评分"
NUMBER_MISSING = "没有编号，对不上评分"
NUMBER_REPEATED = "编号与前面的重复，对不上评分"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an application stands in its award. rank: None where it is excluded; exclusion: why, in Chinese."""

    application: Application
    score: Score
    rank: int | None
    exclusion: str = ""

    @property
    def is_vetoed(self) -> bool:
        return self.exclusion == VETO


def exclusion(application: Application, score: Score) -> str:
    """Return why an application has no rank, empty where it has one (the notice, 三.5: 取消评选资格)."""
    if application.accident:
        return VETO
    return NOT_SCORED if score.total is None else ""


def rank(applications: Iterable[Application], scores: Mapping[str, Score]) -> tuple[Standing, ...]:
    """Rank the applications of one award: the ranked ones in order, then the excluded ones as entered."""
    excluded: list[Standing] = []
    tied: defaultdict[tuple[Decimal, ...], list[Application]] = defaultdict(list)
    for application in applications:
        score = scores[application.number]
        reason = exclusion(application, score)
        if reason or score.total is None:
            excluded.append(Standing(application, score, None, reason))
        else:
            tied[(score.total, *score.group_means)].append(application)
    ranked: list[Standing] = []
    for key in sorted(tied, reverse=True):
        for equals in _settled(tied[key]):
            place = len(ranked) + 1
            ranked.extend(Standing(each, scores[each.number], place) for each in equals)
    return (*ranked, *excluded)


def _settled(equals: list[Application]) -> list[list[Application]]:
    """Split a tie by 裁定名次; a tie in which somebody has none is not settled."""
    by_ruling: defaultdict[int, list[Application]] = defaultdict(list)
    for application in equals:
        if application.settled_rank is None:
            return [equals]
        by_ruling[application.settled_rank].append(application)
    return [by_ruling[ruling] for ruling in sorted(by_ruling)]
