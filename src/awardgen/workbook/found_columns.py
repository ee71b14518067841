"""The columns that a sheet turned out to have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from awardgen.workbook.declaration import Column


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """A column of a sheet. header: as declared, else as typed. declared: None where staff added it."""

    index: int
    letters: str
    header: str
    declared: Column | None
    typed: str


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """The columns found, left to right, and the row (from 1) they were found in; 0 in an empty sheet."""

    row: int
    columns: tuple[FoundColumn, ...]
