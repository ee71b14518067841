"""Tables whose number of columns depends on values, in a plain part: their grids follow by the text of their rows.

What is said here of a table holds where `awardgen.rendering.shape` calls it countable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from awardgen.rendering.tables import columns_spanned, fitted_widths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_GRID: Final = b"<w:tblGrid>"
_GRID_END: Final = b"</w:tblGrid>"
_COLUMN: Final = re.compile(rb'<w:gridCol(?: w:w="(\d+)")?>')
_CELL_END: Final = b"</w:tc>"
_ROW_END: Final = b"</w:tr>"
_TABLE_END: Final = b"</w:tbl>"
_PARAGRAPH_END: Final = b"</w:p>"
_SPAN: Final = re.compile(rb'<w:gridSpan w:val="([^"]*)"')


def fit_grids_in_text(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Pass on a part's canonical XML, the grid of each table fitted to its rows.

    blocks: cut anywhere. From a table's grid on they are held back until that table ends.
    """
    table: _Table | None = None
    for block in _cut_anew(blocks):
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


def _cut_anew(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Cut behind a row, or where that is too far, behind a paragraph: within neither a row, as a rule, nor a tag."""
    rest = b""
    for block in blocks:
        text = rest + block
        end = text.rfind(_ROW_END) + 1 or text.rfind(_PARAGRAPH_END) + 1
        if end:
            end = text.index(b">", end) + 1
            yield text[:end]
        rest = text[end:]
    yield rest


@dataclass(slots=True)
class _Table:
    """A table from its grid on. cells, columns: the most that one row has; a cell may span several columns."""

    cells: int = 0
    columns: int = 0
    _blocks: list[bytes] = field(default_factory=list)
    _row: bytes = b""

    def add(self, block: bytes) -> None:
        self._blocks.append(block)
        rows = self._row + block if self._row else block
        start = 0
        while (end := rows.find(_ROW_END, start)) >= 0:
            self._count(rows, start, end)
            start = end + len(_ROW_END)
        self._row = rows[start:]

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

    def _count(self, rows: bytes, start: int, end: int) -> None:
        cells = rows.count(_CELL_END, start, end)
        spans = _SPAN.findall(rows, start, end)
        self.cells = max(self.cells, cells)
        self.columns = max(self.columns, cells - len(spans) + sum(map(_spanned, spans)))


@lru_cache(maxsize=256)  # 100,000 cells of a list span a few numbers
def _spanned(text: bytes) -> int:
    return columns_spanned(text.decode())
