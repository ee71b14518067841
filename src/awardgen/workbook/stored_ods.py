"""What an .ods tells of its sheets and calamine does not: error values, hidden rows, merged cells.

The attributes are those of OpenDocument 1.2, part 1, 19.676 (repeats) to 19.745 (visibility); LibreOffice adds
calcext:value-type="error".
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from awardgen.workbook.cells import ERROR_TEXT, NoResult
from awardgen.workbook.stored_sheet import StoredSheet
from awardgen.zip_errors import UNREADABLE_ZIP

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

    from awardgen.workbook.found_sheet import Merge

_CONTENT = "content.xml"
_MARKS = re.compile(
    rb'value-type="error"|rows-spanned="(?!1")|columns-spanned="(?!1")|table:visibility=|>(?:#|Err:)'
)
_MOST_REPEATS = 1000
_NAMES = ("table", "table-row", "table-cell", "covered-table-cell")
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def look_at_ods(path: Path) -> dict[str, StoredSheet]:
    """Return sheet name → what is stored of it; nothing of a file that is damaged, or has nothing of the kind."""
    try:
        with zipfile.ZipFile(path) as package:
            xml = package.read(_CONTENT)
        return _read(xml) if _MARKS.search(xml) else {}
    except (*UNREADABLE_ZIP, KeyError, SyntaxError):
        return {}


def _read(xml: bytes) -> dict[str, StoredSheet]:
    from lxml import etree  # noqa: PLC0415 - few workbooks need it

    sheets: dict[str, StoredSheet] = {}
    table = _Table()
    tags = tuple(_TABLE + name for name in _NAMES)
    for event, element in etree.iterparse(
        io.BytesIO(xml), ("start", "end"), tag=tags, resolve_entities=False, no_network=True
    ):
        name = str(element.tag).removeprefix(_TABLE)
        if name == "table" and event == "start":
            table = _Table()
        elif name == "table":
            sheets[str(element.get(f"{_TABLE}name"))] = table.stored()
        elif name == "table-row":
            table.row(element) if event == "start" else table.end_row(element)
            if event == "end":
                element.clear()
        elif event == "end":
            table.cell(element)
    return sheets


class _Table:
    def __init__(self) -> None:
        self._row = self._column = 0
        self._failed: dict[tuple[int, int], NoResult] = {}
        self._hidden: set[int] = set()
        self._merges: list[Merge] = []

    def stored(self) -> StoredSheet:
        return StoredSheet(self._failed, frozenset(self._hidden), self._merges)

    def row(self, element: _Element) -> None:
        self._column = 0
        if element.get(f"{_TABLE}visibility") in {"collapse", "filter"}:
            count = min(_number(element, "number-rows-repeated"), _MOST_REPEATS)
            self._hidden |= set(range(self._row + 1, self._row + 1 + count))

    def end_row(self, element: _Element) -> None:
        self._row += _number(element, "number-rows-repeated")

    def cell(self, element: _Element) -> None:
        count = _number(element, "number-columns-repeated")
        down, across = _number(element, "number-rows-spanned"), _number(element, "number-columns-spanned")
        if down > 1 or across > 1:
            last = (self._row + down - 1, self._column + across - 1)
            self._merges.append(((self._row, self._column), last))
        if shown := _error(element):
            for column in range(self._column, self._column + min(count, _MOST_REPEATS)):
                self._failed[self._row, column] = NoResult(shown)
        self._column += count


def _number(element: _Element, name: str) -> int:
    return max(int(element.get(f"{_TABLE}{name}", "1")), 1)


def _error(cell: _Element) -> str:
    """Return the error that a cell shows, empty where it shows none."""
    if not cell.get(f"{_TABLE}formula"):
        return ""
    shown = "".join(str(text) for text in cell.itertext())
    is_error = any(
        str(name).endswith("}value-type") and value == "error" for name, value in cell.attrib.items()
    )
    return (shown or "错误值") if is_error or ERROR_TEXT.fullmatch(shown) else ""
