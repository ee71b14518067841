"""What a made-up campaign consists of, and the repository's own rows that it starts from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from python_calamine import CalamineWorkbook

REPOSITORY = Path(__file__).resolve().parents[2]
POSTS, INDIVIDUALS = "示范岗", "标兵"
KINDS = (POSTS, INDIVIDUALS)
_PREFIXES = {POSTS: "SF", INDIVIDUALS: "BB"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One application as it is numbered. position: over both awards."""

    kind: str
    number: str
    position: int


@dataclass(frozen=True, slots=True)
class Made:
    """A campaign that is to be written. judges: how many score; change: the 编号 of a row to alter."""

    entries: tuple[Entry, ...]
    judges: int
    seed: int
    change: str = ""

    def random_of(self, entry: Entry, purpose: str) -> Random:
        # Each row has a source of its own, so that a change in one leaves the others as they are.
        return Random(f"{self.seed}:{purpose}:{entry.position}")  # noqa: S311 - made-up texts


def entries(count: int) -> tuple[Entry, ...]:
    """Return so many numbered applications, half of them posts."""
    width = max(3, len(str(count)))
    posts = count // 2
    rows = [(POSTS, index + 1) for index in range(posts)]
    rows += [(INDIVIDUALS, index + 1) for index in range(count - posts)]
    return tuple(
        Entry(kind, f"{_PREFIXES[kind]}-{index:0{width}}", position)
        for position, (kind, index) in enumerate(rows)
    )


def starter_rows(name: str, sheet: str) -> list[list[Any]]:
    """Return the rows of a sheet of the repository's campaign, the headers first; an empty cell is None."""
    book = CalamineWorkbook.from_path(REPOSITORY / "data" / f"{name}.xlsx")
    rows = book.get_sheet_by_name(sheet).to_python()
    return [[None if cell == "" else cell for cell in row] for row in rows]


def judges_of(made: Made) -> list[str]:
    """Return the names of the judges, the repository's own first."""
    named = [str(row[0]) for row in starter_rows("活动设置", "评委")[1:]]
    return [*named, *(f"评委{index + 1}" for index in range(len(named), made.judges))][: made.judges]
