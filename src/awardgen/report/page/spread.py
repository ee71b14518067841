"""How values lie: the five figures of a box plot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Spread:
    """Least, quartiles and most of some values, points all of them."""

    count: int
    least: float
    lower: float
    median: float
    upper: float
    most: float


def spread_of(values: Sequence[float]) -> Spread:
    """Return the spread of at least one value; quartiles between two values are interpolated."""
    ordered = sorted(values)
    lower, middle, upper = (_quantile(ordered, share) for share in (0.25, 0.5, 0.75))
    return Spread(len(ordered), ordered[0], lower, middle, upper, ordered[-1])


def median(values: Sequence[float]) -> float:
    """Return the middle of at least one value."""
    return _quantile(sorted(values), 0.5)


def _quantile(ordered: Sequence[float], share: float) -> float:
    position = share * (len(ordered) - 1)
    below = int(position)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (position - below)
