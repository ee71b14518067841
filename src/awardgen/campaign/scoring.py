"""From judges' rows and bonus evidence to a total, in exact decimals."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from awardgen.campaign.application import Evidence, ScoreRow
    from awardgen.campaign.rubric import RubricGroup
    from awardgen.campaign.settings import Settings

FEWEST_TO_DROP_FROM = 3
_SUMS_KEPT = 1 << 14  # ten thousand applications come to a few hundred different ones


@dataclass(frozen=True, slots=True)
class JudgeTotal:
    """The sum of one judge's row. dropped: set aside as the highest or the lowest."""

    judge: str
    total: Decimal
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """What one application reached.

    judge_totals: the rows that count as present, in the order of the sheet.
    mean: of the rows left after dropping, exact; None where no judge scored.
    bonus: points for verified thanks, capped.
    total: mean and bonus, rounded half up to two places; None where no judge scored.
    group_means: of the rows left, by which ties are compared, in that order.
    """

    judge_totals: tuple[JudgeTotal, ...]
    mean: Fraction | None
    bonus: Decimal
    total: Decimal | None
    group_means: tuple[Decimal, ...] = ()


NOTHING = Decimal(0)
NO_SCORE = Score((), None, NOTHING, None)


@lru_cache(_SUMS_KEPT)
def rounded(number: Fraction | Decimal, shares: int = 1) -> Decimal:
    """Round a number, or one of the equal shares of it, half up (away from zero) to two places."""
    numerator, denominator = number.as_integer_ratio()
    denominator *= shares
    hundredths = (200 * abs(numerator) + denominator) // (2 * denominator)
    return Decimal(hundredths if numerator >= 0 else -hundredths).scaleb(-2)


def row_total(row: ScoreRow) -> Decimal:
    """Return the sum of a row; a cell that holds no number counts nothing, so the application stays ranked."""
    return sum(filter(None, row.points.values()), NOTHING)


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
    dropped = [False] * len(rows)
    if len(rows) > judges_before_dropping and len(rows) >= FEWEST_TO_DROP_FROM:
        highest = _last(totals, max(totals))
        others = [total for index, total in enumerate(totals) if index != highest]
        lowest = _last(others, min(others))
        dropped[highest] = dropped[lowest if lowest < highest else lowest + 1] = True
    return tuple(
        [
            JudgeTotal(row.judge, total, is_dropped)
            for row, total, is_dropped in zip(rows, totals, dropped, strict=True)
        ]
    )


def _last(totals: Sequence[Decimal], total: Decimal) -> int:
    return len(totals) - 1 - totals[::-1].index(total)


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


def score(
    rows: Sequence[ScoreRow],
    evidence: Sequence[Evidence],
    settings: Settings,
    tie_break: Iterable[RubricGroup] = (),
) -> Score:
    """Score one application from its rows (each judge once) and its counted evidence."""
    totals = judge_totals(rows, settings.judges_before_dropping)
    left = [each.total for each in totals if not each.dropped]
    extra = bonus(evidence, settings)
    if not left:
        return Score(totals, None, extra, None)
    together = sum(left, NOTHING)
    rows_left = [row for row, each in zip(rows, totals, strict=True) if not each.dropped]
    return Score(
        totals,
        mean=_mean(together, len(left)),
        bonus=extra,
        total=rounded(together + extra * len(left), len(left)),
        group_means=tuple([group_mean(rows_left, group) for group in tie_break]),
    )


@lru_cache(_SUMS_KEPT)
def _mean(together: Decimal, count: int) -> Fraction:
    return Fraction(together) / count


def scores_by_number(
    rows: Iterable[ScoreRow],
    evidence: Iterable[Evidence],
    settings: Settings,
    numbers: Iterable[str],
    tie_break: Sequence[RubricGroup] = (),
) -> Mapping[str, Score]:
    """Score every application: 编号 → score."""
    rows_of: defaultdict[str, list[ScoreRow]] = defaultdict(list)
    for row in first_rows(rows):
        rows_of[row.number].append(row)
    evidence_of: defaultdict[str, list[Evidence]] = defaultdict(list)
    for each in counted_evidence(evidence, settings):
        evidence_of[each.number].append(each)
    return {
        number: score(rows_of.get(number, ()), evidence_of.get(number, ()), settings, tie_break)
        for number in numbers
    }


def group_mean(rows: Sequence[ScoreRow], group: RubricGroup) -> Decimal:
    """Return the mean points for one rubric group over the rows left, rounded; ties are compared by it."""
    if not rows:
        return NOTHING
    numbers = [criterion.number for criterion in group.criteria]
    points = [points for row in rows for points in map(row.points.get, numbers) if points]
    return rounded(sum(points, NOTHING), len(rows))
