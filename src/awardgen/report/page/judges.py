"""How each judge scored: what was given, and how far that is from what the others gave the same application."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgen.report.page.spread import median, spread_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from awardgen.campaign import Campaign, Outcome
    from awardgen.report.page.spread import Spread

FEWEST: Final = 3  # applications in common with others, before a judge is said to score unlike them
FAR: Final = 3.0  # points
_TIMES: Final = 3.0
_AS_A_DEVIATION: Final = 1.4826  # of normally distributed values, times the median distance from their median


@dataclass(frozen=True, slots=True)
class Dot:
    """One value of a plot. is_dropped: a total that was set aside as the highest or the lowest."""

    value: float
    is_dropped: bool = False


@dataclass(frozen=True, slots=True)
class JudgeSpread:
    """One judge's totals.

    deviations: of each total from the mean of what the other judges gave the same application.
    is_far_off: the middle deviation is FAR points or more from the middle judge's, and unlike that of the others.
    """

    name: str
    totals: tuple[Dot, ...]
    deviations: tuple[Dot, ...]
    dropped: int
    is_far_off: bool = False

    @property
    def spread(self) -> Spread | None:
        return spread_of([each.value for each in self.totals]) if self.totals else None

    @property
    def deviation(self) -> float | None:
        return median([each.value for each in self.deviations]) if self.deviations else None


def judge_spreads(campaign: Campaign, outcomes: Iterable[Outcome]) -> list[JudgeSpread]:
    """Return every judge, in the order of the sheet 评委; those whom it does not list come last."""
    totals: defaultdict[str, list[Dot]] = defaultdict(list)
    deviations: defaultdict[str, list[Dot]] = defaultdict(list)
    for outcome in outcomes:
        rows = outcome.standing.score.judge_totals
        together = sum(float(each.total) for each in rows)
        for each in rows:
            total, name = float(each.total), each.judge
            totals[name].append(Dot(total, each.dropped))
            if len(rows) > 1:
                others = (together - total) / (len(rows) - 1)
                deviations[name].append(Dot(total - others, each.dropped))
    names = dict.fromkeys((*(judge.name for judge in campaign.judges), *totals))
    far = _far_off({name: deviations[name] for name in names})
    return [
        JudgeSpread(
            name,
            tuple(totals[name]),
            tuple(deviations[name]),
            sum(each.is_dropped for each in totals[name]),
            name in far,
        )
        for name in names
    ]


def _far_off(deviations: Mapping[str, Sequence[Dot]]) -> set[str]:
    """Return who scores unlike the rest: held against the middle of all judges, which one of them cannot move."""
    middles = {
        name: median([each.value for each in dots])
        for name, dots in deviations.items()
        if len(dots) >= FEWEST
    }
    if len(middles) <= 2:  # noqa: PLR2004 - of two, neither is the one that is off
        return set()
    middle = median(list(middles.values()))
    distances = {name: abs(each - middle) for name, each in middles.items()}
    usual = median(list(distances.values())) * _AS_A_DEVIATION
    return {name for name, distance in distances.items() if distance >= max(FAR, _TIMES * usual)}
