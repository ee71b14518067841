from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from awardgen.workbook.cells import NoResult
    from awardgen.workbook.found_sheet import Merge


@dataclass(frozen=True, slots=True)
class StoredSheet:
    """What a file tells of a sheet and calamine does not.

    failed: the cells without a result by row and column, both from 0.
    hidden_rows: as Excel counts, from 1.
    merges: of the kind of file whose merged cells calamine does not tell.
    """

    failed: Mapping[tuple[int, int], NoResult] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    merges: Sequence[Merge] = ()
