"""What came of an application: the names under which a template gets its score, its rank and whether it wins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from awardgen.campaign import YesNo, rounded
from awardgen.documents.blank import BLANK
from awardgen.documents.item import Item
from awardgen.documents.printing import number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from decimal import Decimal

    from awardgen.campaign import Judge, JudgeTotal, Outcome
    from awardgen.documents.blank import Blank

SCORE_LIST = "得分列表"


class ScoreLists:
    """What the judges gave, application by application.

    Rows that say the same are one: seven judges give 10,000 applications no more than a few hundred different totals.
    """

    def __init__(self, judges: Iterable[Judge]) -> None:
        self._judges = [judge.name for judge in judges]
        self._rows: dict[tuple[str, Decimal | None, bool], Item] = {}

    def of(self, outcome: Outcome) -> list[Item]:
        """Return a row a judge, in the order of their sheet; blank where a judge gave no score."""
        given = {each.judge: each for each in outcome.standing.score.judge_totals}
        return [self._row(judge, given.get(judge)) for judge in self._judges]

    def _row(self, judge: str, given: JudgeTotal | None) -> Item:
        key = (judge, given.total, given.dropped) if given else (judge, None, False)
        row = self._rows.get(key)
        if row is None:
            _, total, dropped = key
            shown = BLANK if total is None else number(total)
            fields = {"评委": judge, "总分": shown, "去掉": dropped}
            row = self._rows[key] = Item(fields, judge, f"得分/{judge}/{shown}/{dropped}")
        return row


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
