"""The tables of a campaign as pandas has them, for what no report counts: which judge is strict, and where."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from awardgen.campaign import Percent, YesNo, evaluate
from awardgen.workbook import read_campaign

if TYPE_CHECKING:
    from pathlib import Path

    from awardgen.campaign import Application, Evaluation, Record, Value

AWARD = "奖项"


class Frames(NamedTuple):
    """applications: a row each, as in 申报, and what came of it: 平均分, 附加分, 总分, 名次, 获奖. scores: as in 评分.

    Columns are named as in the workbooks, the criteria 1, 2 and so on. Scores, shares (of 1) and ranks are numbers,
    是 and 否 are True and False, dates are Timestamps; an empty cell is NaN, None or NaT.
    """

    applications: pd.DataFrame
    scores: pd.DataFrame


def frames(folder: Path) -> Frames:
    """Read a campaign's folder. Raises AwardgenError where there is none to read; findings are what `check` is for."""
    campaign = read_campaign(folder).campaign
    evaluation = evaluate(campaign)
    applications = pd.DataFrame(
        [
            {AWARD: each.award.name, **_cells(each.record), **_came_of(each, evaluation)}
            for each in campaign.applications
        ]
    )
    scores = pd.DataFrame([{**_cells(each.record), "编号": each.number} for each in campaign.scores])
    return Frames(applications, scores)


def _cells(record: Record) -> dict[str, object]:
    cells = record.values  # noqa: PD011 - no frame's
    return {header: _plain(cell) for header, cell in cells.items()}


def _came_of(application: Application, evaluation: Evaluation) -> dict[str, object]:
    outcome = evaluation.outcomes[application.row_order]
    standing = outcome.standing
    score = standing.score
    return {
        "平均分": None if score.mean is None else float(score.mean),
        "附加分": float(score.bonus),
        "总分": None if score.total is None else float(score.total),
        "名次": standing.rank,
        "获奖": outcome.wins,
    }


def _plain(value: Value) -> object:
    """Return a cell's value as pandas counts with it."""
    if isinstance(value, Percent):
        return float(value.fraction)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, YesNo):
        return bool(value)
    return pd.Timestamp(value) if isinstance(value, date) else value
