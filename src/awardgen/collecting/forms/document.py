"""A returned Word file as a person sees it: the cells of its tables, and the lines outside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell.

    lines: its text, line by line. column: of the grid, from 0. place: row and column of the cell that it goes on with
    where it is the lower part of a merged one, else its own. tables: line → the table of the document that stands
    before it in this cell. has_picture: it holds a picture, and no text.
    """

    lines: tuple[str, ...]
    column: int
    place: tuple[int, int]
    tables: tuple[tuple[int, int], ...] = ()
    goes_on: bool = False
    has_picture: bool = False

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


Row = tuple[FormCell, ...]


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table. before: how many lines outside tables stand before it. inside: the table in a cell of which it lies."""

    rows: tuple[Row, ...]
    before: int
    inside: int | None = None


@dataclass(frozen=True, slots=True)
class FormDocument:
    """A file. lines: outside tables. boxed: those of them that stand in text boxes. properties: the file's own.

    has_picture: it shows a picture, and hardly any text.
    """

    tables: tuple[FormTable, ...]
    lines: tuple[str, ...]
    properties: Mapping[str, str]
    boxed: frozenset[int] = frozenset()
    has_picture: bool = False

    def around(self, number: int) -> tuple[list[str], list[str]]:
        """Return the lines before a table and those behind it up to the next; in its mail, where it lies in one."""
        table = self.tables[number]
        if table.inside is None:
            following = (each.before for each in self.tables[number + 1 :] if each.inside is None)
            return [*self.lines[: table.before]], [*self.lines[table.before : next(following, None)]]
        before, behind = self.around(table.inside)
        lines, own = before, False
        for row in self.tables[table.inside].rows:
            for cell in row:
                if cell.goes_on:
                    continue
                tables = dict(cell.tables)
                for at in range(len(cell.lines) + 1):
                    if at in tables and own:
                        return before, lines
                    if tables.get(at) == number:
                        lines, own = [], True
                    lines += cell.lines[at : at + 1]
        return before, lines + behind

    def lines_of(self, cell: FormCell) -> list[str]:
        """Return what a cell holds, the tables in it line by line too."""
        lines: list[str] = []
        tables = dict(cell.tables)
        for at in range(len(cell.lines) + 1):
            if at in tables:
                lines += [
                    "\t".join("\n".join(self.lines_of(each)) for each in row if not each.goes_on)
                    for row in self.tables[tables[at]].rows
                ]
            lines += cell.lines[at : at + 1]
        return lines
