"""The plots of scores: each judge's totals and deviations, and the totals by group; for all awards and for each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgen.report.page.judges import Dot, judge_spreads
from awardgen.report.page.overview import group_names, group_of
from awardgen.report.page.plots import Strip, strip_plot
from awardgen.report.page.spread import spread_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.campaign import Campaign, Evaluation, Outcome
    from awardgen.report.page.judges import JudgeSpread
    from awardgen.report.page.plots import Plot
    from awardgen.report.page.spread import Spread

ALL: Final = "全部奖项"
NOT_SCORED: Final = "未评"


@dataclass(frozen=True, slots=True)
class GroupSpread:
    """The totals of one group's applications; spread is None where none has one."""

    name: str
    totals: tuple[Dot, ...]
    spread: Spread | None


@dataclass(frozen=True, slots=True)
class AwardScores:
    """What the plots and their tables show of one award, or of all of them."""

    name: str
    judges: tuple[JudgeSpread, ...]
    groups: tuple[GroupSpread, ...]
    totals_plot: Plot
    deviations_plot: Plot
    groups_plot: Plot


def scores_of(campaign: Campaign, evaluation: Evaluation) -> list[AwardScores]:
    """Return all awards together, then each by itself where there is more than one; nothing before scores are in."""
    every = [outcome for award in evaluation.awards for outcome in award.outcomes]
    if not any(each.standing.score.judge_totals for each in every):
        return []
    parts = [(ALL, every)]
    if len(evaluation.awards) > 1:
        parts += [(each.award.name, list(each.outcomes)) for each in evaluation.awards]
    return [_scores(campaign, name, outcomes, number) for number, (name, outcomes) in enumerate(parts)]


def _scores(campaign: Campaign, name: str, outcomes: Sequence[Outcome], number: int) -> AwardScores:
    judges = judge_spreads(campaign, outcomes)
    groups = _group_spreads(campaign, outcomes)
    far = "、".join(each.name for each in judges if each.is_far_off)
    totals = strip_plot(
        f"totals-{number}",
        f"各评委所给总分（{name}）",
        "每行一位评委：圆点是一份申报的总分，空心的是去掉的最高分或最低分；方框是中间一半，竖线是中位数。",
        [
            Strip(each.name, each.totals, f"{each.spread.median:.1f}" if each.spread else NOT_SCORED)
            for each in judges
        ],
    )
    deviations = strip_plot(
        f"deviations-{number}",
        f"各评委与其他评委的差（{name}）",
        "每行一位评委：圆点是他给一份申报的总分减去其他评委给同一申报的平均分，0表示一致。"
        + (f"明显偏离的：{far}。" if far else "没有明显偏离的评委。"),
        [
            Strip(
                each.name,
                each.deviations,
                f"{each.deviation:+.1f}" if each.deviation is not None else NOT_SCORED,
                each.is_far_off,
            )
            for each in judges
        ],
        from_zero=True,
    )
    by_group = strip_plot(
        f"groups-{number}",
        f"各小组的最后总分（{name}）",
        "每行一个小组：圆点是一份申报的总分（平均分加附加分），方框是中间一半，竖线是中位数。",
        [
            Strip(each.name, each.totals, f"{each.spread.median:.1f}" if each.spread else NOT_SCORED)
            for each in groups
        ],
    )
    return AwardScores(name, tuple(judges), tuple(groups), totals, deviations, by_group)


def _group_spreads(campaign: Campaign, outcomes: Sequence[Outcome]) -> list[GroupSpread]:
    totals: defaultdict[str, list[Dot]] = defaultdict(list)
    present = set()
    for outcome in outcomes:
        group, total = group_of(outcome.standing.application), outcome.standing.score.total
        present.add(group)
        if total is not None:
            totals[group].append(Dot(float(total)))
    return [
        GroupSpread(
            name,
            tuple(totals[name]),
            spread_of([each.value for each in totals[name]]) if totals[name] else None,
        )
        for name in group_names(campaign)
        if name in present
    ]
