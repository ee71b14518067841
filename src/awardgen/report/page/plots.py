"""Box and strip plots as plain geometry, which the template draws as SVG.

No plotting library: matplotlib takes longer to load than a campaign to build, pygal is LGPL, the others need a
browser to draw or leave texts unescaped. The template's own escaping holds for every name in a plot.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgen.report.page.spread import spread_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from awardgen.report.page.judges import Dot
    from awardgen.report.page.spread import Spread

    Position = Callable[[float], float]

WIDTH: Final = 640
LABELS: Final = 132  # width of what stands before the plot
_RIGHT: Final = 58
_ROW: Final = 34
_TOP: Final = 8
_AXIS: Final = 30
_MOST_DOTS: Final = 160
_STEPS: Final = (1, 2, 2.5, 5, 10)
_JITTER: Final = (0, 5, -5, 2.5, -2.5, 7, -7)
_LONGEST_LABEL: Final = 9


@dataclass(frozen=True, slots=True)
class Strip:
    """One row to be drawn. shown: its figure, printed right of it."""

    label: str
    dots: Sequence[Dot]
    shown: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class DrawnDot:
    """A circle. x, y: pixels."""

    x: float
    y: float
    is_dropped: bool
    title: str


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row with its box in pixels; box is None where there are no values."""

    label: str
    title: str
    shown: str
    is_marked: bool
    y: float
    box: Box | None
    dots: tuple[DrawnDot, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A box plot's five positions, in pixels from the left."""

    least: float
    lower: float
    median: float
    upper: float
    most: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid with its label."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A whole plot. zero: where the line of no deviation stands, None where there is none."""

    name: str
    title: str
    description: str
    width: int
    height: float
    bottom: float
    left: int
    right: int
    ticks: tuple[Tick, ...]
    rows: tuple[DrawnRow, ...]
    zero: float | None


def strip_plot(
    name: str, title: str, description: str, strips: Sequence[Strip], *, from_zero: bool = False
) -> Plot:
    """Lay out a row a strip over one axis. from_zero: values are deviations, so that zero has a line of its own."""
    values = [dot.value for strip in strips for dot in strip.dots] or [0.0]
    if from_zero:
        far = max(1.0, *(abs(each) for each in values))
        ticks = _ticks(-far, far)
    else:
        ticks = _ticks(min(values), max(values))
    low, high = ticks[0], ticks[-1]
    right = WIDTH - _RIGHT

    def x(value: float) -> float:
        return round(LABELS + (value - low) / (high - low) * (right - LABELS), 2)

    rows = tuple(_row(strip, _TOP + _ROW * (index + 0.5), x) for index, strip in enumerate(strips))
    bottom = _TOP + _ROW * len(strips)
    drawn = tuple(Tick(x(each), f"{each:+g}" if from_zero and each else f"{each:g}") for each in ticks)
    zero = x(0) if from_zero else None
    return Plot(name, title, description, WIDTH, bottom + _AXIS, bottom, LABELS, right, drawn, rows, zero)


def _row(strip: Strip, y: float, x: Position) -> DrawnRow:
    dots: tuple[DrawnDot, ...] = ()
    if len(strip.dots) <= _MOST_DOTS:
        dots = tuple(
            DrawnDot(x(dot.value), y + _JITTER[index % len(_JITTER)], dot.is_dropped, f"{dot.value:g}")
            for index, dot in enumerate(strip.dots)
        )
    box = _box(spread_of([dot.value for dot in strip.dots]), x) if strip.dots else None
    label = strip.label
    if len(label) > _LONGEST_LABEL:
        label = label[: _LONGEST_LABEL - 1] + "…"
    return DrawnRow(label, strip.label, strip.shown, strip.is_marked, y, box, dots)


def _box(spread: Spread, x: Position) -> Box:
    return Box(x(spread.least), x(spread.lower), x(spread.median), x(spread.upper), x(spread.most))


def _ticks(low: float, high: float) -> list[float]:
    """Return round values that reach from below the least to above the most, some six steps."""
    wide = max(high - low, 1.0)
    raw = wide / 6
    scale = 10 ** math.floor(math.log10(raw))
    step = next(each * scale for each in _STEPS if each * scale >= raw)
    first, last = math.floor(low / step), math.ceil(high / step)
    return [round(each * step, 6) for each in range(first, max(last, first + 1) + 1)]
