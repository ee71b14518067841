"""Tables whose number of columns depends on values, in a plain part: their grids follow by the text of their rows.

What is said here of a table holds where `awardgen.rendering.shape` calls it countable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from awardgen.rendering.tables import columns_spanned, fitted_widths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_GRID: Final = b"<w:tblGrid>"
_GRID_END: Final = b"</w:tblGrid>"
_COLUMN: Final = re.compile(rb'<w:gridCol(?: w:w="(\d+)")?>')
_ROW_END: Final = b"</w:tr>"
_TABLE_END: Final = b"</w:tbl>"
_SPAN: Final = re.compile(rb'<w:gridSpan w:val="([^"]*)"')


def fit_grids_in_text(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Pass on a part's canonical XML, the grid of each table fitted to its rows.

    blocks: cut within no tag. From a table's grid on they are held back until that table ends.
    """
    table: _Table | None = None
    for block in blocks:
        position = 0
        while position < len(block):
            sought = _TABLE_END if table else _GRID
            found = block.find(sought, position)
            end = len(block) if found < 0 else found
            if table is None:
                yield block[position:end]
                table = _Table() if found >= 0 else None
            else:
                table.add(block[position:end])
                if found >= 0:
                    yield from table.fitted()
                    table = None
            position = end
    if table:
        yield from table.fitted()


@dataclass(slots=True)
class _Table:
    """A table from its grid on. cells, columns: the most that one row has; a cell may span several columns."""

    cells: int = 0
    columns: int = 0
    _blocks: list[bytes] = field(default_factory=list)
    _row: bytes = b""

    def add(self, block: bytes) -> None:
        self._blocks.append(block)
        *rows, rest = block.split(_ROW_END)
        if rows:
            rows[0] = self._row + rows[0]
            for row in rows:
                self._count(row)
            self._row = rest
        else:
            self._row += rest

    def fitted(self) -> Iterator[bytes]:
        first, *following = self._blocks
        start = len(_GRID)
        end = first.index(_GRID_END)
        widths = [found.decode() for found in _COLUMN.findall(first, start, end)]
        fitted = fitted_widths(widths, self.cells, self.columns) if self.cells else widths
        if fitted == widths:
            yield first
        else:
            columns = "".join(f'<w:gridCol w:w="{width}"></w:gridCol>' for width in fitted)
            yield _GRID + columns.encode() + first[end:]
        yield from following

    def _count(self, row: bytes) -> None:
        cells = row.count(b"<w:tc>") + row.count(b"<w:tc ")
        spans = [columns_spanned(span.decode()) for span in _SPAN.findall(row)]
        self.cells = max(self.cells, cells)
        self.columns = max(self.columns, cells - len(spans) + sum(spans))
