"""Boxes (盒): items in their order, as many as go into one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from awardgen.archive.entry import Entry


@dataclass(frozen=True, slots=True)
class Box:
    """One box. number: 盒号."""

    number: int
    entries: tuple[Entry, ...]

    @property
    def pages(self) -> int:
        return sum(each.pages for each in self.entries)


def fill_boxes(entries: Iterable[Entry], first: int, most_pages: int) -> tuple[Box, ...]:
    """Put items into boxes. An item is never parted, however many pages it has. most_pages: in a box."""
    filled: list[list[Entry]] = []
    room = 0
    for entry in entries:
        if not filled or entry.pages > room:
            filled.append([])
            room = most_pages
        filled[-1].append(entry)
        room -= entry.pages
    return tuple(Box(first + index, tuple(each)) for index, each in enumerate(filled))
