"""From judges' rows and bonus evidence to a total, in exact decimals."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from awardgen.campaign.application import Evidence, ScoreRow
    from awardgen.campaign.rubric import RubricGroup
    from awardgen.campaign.settings import Settings

FEWEST_TO_DROP_FROM = 3


@dataclass(frozen=True, slots=True)
class JudgeTotal:
    """One judge's row and its sum. dropped: set aside as the highest or the lowest."""

    row: ScoreRow
    total: Decimal
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """What one application reached.

    judge_totals: the rows that count as present, in the order of the sheet.
    mean: of the rows left after dropping, exact; None where no judge scored.
    bonus: points for verified thanks, capped.
    total: mean and bonus, rounded half up to two places; None where no judge scored.
    """

    judge_totals: tuple[JudgeTotal, ...]
    mean: Fraction | None
    bonus: Decimal
    total: Decimal | None

    @property
    def rows_left(self) -> tuple[ScoreRow, ...]:
        return tuple(each.row for each in self.judge_totals if not each.dropped)


NO_SCORE = Score((), None, Decimal(0), None)


def rounded(number: Fraction | Decimal) -> Decimal:
    """Round half up (away from zero) to two places."""
    hundredths = Fraction(number) * 100
    whole = int(abs(hundredths) + Fraction(1, 2))
    return Decimal(whole if hundredths >= 0 else -whole).scaleb(-2)


def row_total(row: ScoreRow) -> Decimal:
    """Return the sum of a row; a cell that holds no number counts nothing, so the application stays ranked."""
    return sum((points for points in row.points.values() if points is not None), Decimal(0))


def first_rows(rows: Iterable[ScoreRow]) -> tuple[ScoreRow, ...]:
    """Return the rows without those in which a judge scores the same application again.

    A row without 评委 repeats nobody's.
    """
    seen: set[tuple[str, str]] = set()
    first: list[ScoreRow] = []
    for row in rows:
        if not row.judge or (row.number, row.judge) not in seen:
            first.append(row)
        seen.add((row.number, row.judge))
    return tuple(first)


def judge_totals(rows: Sequence[ScoreRow], judges_before_dropping: int) -> tuple[JudgeTotal, ...]:
    """Sum each row; with more judges than the limit set one highest and one lowest aside, of equals the later."""
    totals = [row_total(row) for row in rows]
    dropped: set[int] = set()
    if len(rows) > judges_before_dropping and len(rows) >= FEWEST_TO_DROP_FROM:
        highest = max(range(len(rows)), key=lambda index: (totals[index], index))
        lowest = min(
            (each for each in range(len(rows)) if each != highest), key=lambda index: (totals[index], -index)
        )
        dropped = {highest, lowest}
    return tuple(
        JudgeTotal(row, total, dropped=index in dropped)
        for index, (row, total) in enumerate(zip(rows, totals, strict=True))
    )


def counted_evidence(evidence: Iterable[Evidence], settings: Settings) -> tuple[Evidence, ...]:
    """Return what earns points: verified, dated inside the window, and not entered before."""
    first: dict[tuple[object, ...], Evidence] = {}
    for each in evidence:
        first.setdefault(evidence_key(each), each)
    window = settings.window
    return tuple(
        each
        for each in first.values()
        if each.verified and each.day is not None and (window is None or each.day in window)
    )


def evidence_key(evidence: Evidence) -> tuple[object, ...]:
    """Return what two entries of the same thanks have in common."""
    return (evidence.number, evidence.day, evidence.form, evidence.source)


def bonus(evidence: Sequence[Evidence], settings: Settings) -> Decimal:
    """Return the points for counted evidence, capped (the notice, 三.6 and 附件1: 附加分)."""
    return min(settings.bonus_each * len(evidence), settings.bonus_limit)


def score(rows: Sequence[ScoreRow], evidence: Sequence[Evidence], settings: Settings) -> Score:
    """Score one application from its rows (each judge once) and its counted evidence."""
    totals = judge_totals(rows, settings.judges_before_dropping)
    left = [Fraction(each.total) for each in totals if not each.dropped]
    mean = sum(left, Fraction(0)) / len(left) if left else None
    extra = bonus(evidence, settings)
    total = None if mean is None else rounded(mean + Fraction(extra))
    return Score(totals, mean, extra, total)


def scores_by_number(
    rows: Iterable[ScoreRow], evidence: Iterable[Evidence], settings: Settings, numbers: Iterable[str]
) -> Mapping[str, Score]:
    """Score every application: 编号 → score."""
    rows_of: defaultdict[str, list[ScoreRow]] = defaultdict(list)
    for row in first_rows(rows):
        rows_of[row.number].append(row)
    evidence_of: defaultdict[str, list[Evidence]] = defaultdict(list)
    for each in counted_evidence(evidence, settings):
        evidence_of[each.number].append(each)
    return {
        number: score(rows_of.get(number, ()), evidence_of.get(number, ()), settings) for number in numbers
    }


def group_mean(result: Score, group: RubricGroup) -> Decimal:
    """Return the mean points for one rubric group over the rows left, rounded; ties are compared by it."""
    rows = result.rows_left
    if not rows:
        return Decimal(0)
    numbers = [criterion.number for criterion in group.criteria]
    points = sum((row.points.get(number) or Decimal(0) for row in rows for number in numbers), Decimal(0))
    return rounded(Fraction(points) / len(rows))
