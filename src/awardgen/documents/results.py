"""What came of an application: the names under which a template gets its score, its rank and whether it wins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from awardgen.campaign import YesNo, rounded
from awardgen.documents.blank import BLANK
from awardgen.documents.item import Item
from awardgen.documents.printing import number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from awardgen.campaign import Judge, Outcome
    from awardgen.documents.blank import Blank

SCORE_LIST = "得分列表"


def score_list(outcome: Outcome, judges: Iterable[Judge]) -> list[Item]:
    """Return a row a judge, in the order of their sheet; blank where a judge gave no score."""
    total_of = {each.row.judge: each for each in outcome.standing.score.judge_totals}
    return [
        Item(
            {
                "评委": judge.name,
                "总分": number(total_of[judge.name].total) if judge.name in total_of else BLANK,
                "去掉": judge.name in total_of and total_of[judge.name].dropped,
            },
            judge.name,
        )
        for judge in judges
    ]


def _total(outcome: Outcome) -> Any:  # noqa: ANN401 - a number, or blank
    total = outcome.standing.score.total
    return BLANK if total is None else number(total)


def _bonus(outcome: Outcome) -> Any:  # noqa: ANN401
    score = outcome.standing.score
    return BLANK if score.mean is None else number(score.bonus)


def _mean(outcome: Outcome) -> Any:  # noqa: ANN401
    mean = outcome.standing.score.mean
    return BLANK if mean is None else number(rounded(mean))


def _rank(outcome: Outcome) -> int | Blank:
    return BLANK if outcome.standing.rank is None else outcome.standing.rank


def _wins(outcome: Outcome) -> YesNo | Blank:
    undecided = outcome.standing.score.total is None and outcome.standing.application.decision is None
    return BLANK if undecided or outcome.wins is None else YesNo("是" if outcome.wins else "否")


def _exclusion(outcome: Outcome) -> str | Blank:
    return outcome.standing.exclusion or BLANK


RESULTS: Mapping[str, Callable[[Outcome], Any]] = {
    "总分": _total,
    "名次": _rank,
    "获奖": _wins,
    "附加分": _bonus,
    "平均分": _mean,
    "排除原因": _exclusion,
}
RESULT_NAMES = (*RESULTS, SCORE_LIST)
