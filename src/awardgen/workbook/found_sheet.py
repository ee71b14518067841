"""A sheet as it stands in a workbook: its cells, and what else of it changes how they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.workbook.cells import Cell, Grid

Merge = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last cell of a merged range, each by row and column from 0."""


@dataclass(frozen=True, slots=True)
class FoundSheet:
    """A sheet. name: as it stands, with its white space. grid: from A1. hidden_rows: as Excel counts, from 1."""

    name: str
    grid: Grid
    merges: Sequence[Merge] = ()
    hidden_rows: frozenset[int] = frozenset()
    is_hidden: bool = False


def with_merged_values(grid: Grid, merges: Sequence[Merge]) -> Grid:
    """Return the grid in which each row of a merged cell has its value; a file holds it in the first one alone."""
    down = [merge for merge in merges if merge[1][0] > merge[0][0] and merge[0][0] < len(grid)]
    if not down:
        return grid
    rows: list[Sequence[Cell]] = list(grid)
    for (first, column), (last, _) in down:
        above = rows[first]
        if column >= len(above) or above[column] == "":
            continue
        for number in range(first + 1, min(last + 1, len(rows))):
            if rows[number][column] == "":
                cells = list(rows[number])
                cells[column] = above[column]
                rows[number] = cells
    return rows


def rows_merged_across(merges: Sequence[Merge], least: int) -> frozenset[int]:
    """Return the rows, from 1, in which so many columns or more are merged into one cell."""
    wide = (merge for merge in merges if merge[1][1] - merge[0][1] + 1 >= least)
    return frozenset(row + 1 for (first, _), (last, _) in wide for row in range(first, last + 1))
