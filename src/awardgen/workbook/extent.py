"""How far a sheet of an .xlsx reaches: calamine lays out every cell from A1 to the last, also the empty ones.

Where memory does not suffice for it, the whole program would end without a word.
"""

from __future__ import annotations

import re

MOST_CELLS = 30_000_000
"""Laid out, some 40 bytes each; a hundred thousand rows with the widest of our sheets need a tenth of it."""
_MOST_ROWS, _MOST_COLUMNS = 1 << 20, 1 << 14  # that Excel has

_CELLS = b"sheetData"  # the element that they stand in
# Searches that begin with a literal are ten times as fast as looking at whole cells.
_BEYOND_COLUMN_Z = re.compile(rb"""r=["'](?![A-Z]?[0-9]{1,6}["'])""")
_SPACED = re.compile(rb"r[ \t\r\n]+=|r=[ \t\r\n]")
_ODD = re.compile(rb"""r=["'](?![A-Z]{0,3}[0-9]{1,7}["'])""")
_THREE_LETTERS = re.compile(rb"""r=["'][A-Z]{3}""")
_LONG_NUMBERS = tuple(
    (10**digits, re.compile(rb"""r=["'][A-Z]{0,3}[0-9]{%d}""" % digits)) for digits in range(7, 0, -1)
)
_REFERENCE = re.compile(r"([A-Za-z]*)([0-9]*)")
_A = ord("A") - 1
_LETTERS = 26


def region_of_cells(xml: bytes | bytearray) -> tuple[int, int]:
    """Return from where to where the cells of a sheet stand; nowhere in a part that is none, as a workbook's texts."""
    start = xml.find(_CELLS)
    return (start, xml.rfind(_CELLS)) if start >= 0 else (0, 0)


def reaches_too_far(xml: bytes | bytearray) -> bool:
    """Tell whether a stray cell far out would make a sheet too large to read. xml: the sheet's part."""
    cells = region_of_cells(xml)
    if not _BEYOND_COLUMN_Z.search(xml, *cells) and not _SPACED.search(xml, *cells):
        return False  # 26 columns of a million rows are few enough
    if not _ODD.search(xml, *cells) and not _SPACED.search(xml, *cells):
        columns = _MOST_COLUMNS if _THREE_LETTERS.search(xml, *cells) else _LETTERS * (_LETTERS + 1)
        rows = next((rows for rows, numbers in _LONG_NUMBERS if numbers.search(xml, *cells)), 1)
        if rows * columns <= MOST_CELLS:
            return False
    rows, columns = _extent(xml)
    return rows > _MOST_ROWS or columns > _MOST_COLUMNS or rows * columns > MOST_CELLS


def _extent(xml: bytes | bytearray) -> tuple[int, int]:
    """Return the highest row and column that anything in a sheet is said to stand in; of what is no XML, none."""
    from io import BytesIO  # noqa: PLC0415 - hardly a sheet needs it

    from lxml import etree  # noqa: PLC0415 - likewise

    rows = columns = 0
    events = etree.iterparse(
        BytesIO(xml), ("end",), tag=("{*}row", "{*}c"), resolve_entities=False, no_network=True
    )
    try:
        for _, element in events:
            found = _REFERENCE.match((element.get("r") or "").strip())
            if found is not None:
                rows = max(rows, int(found[2] or 0))
                columns = max(columns, _column(found[1]))
            element.clear()
    except (SyntaxError, ValueError):
        return 0, 0
    return rows, columns


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper()[:8]:
        number = number * _LETTERS + ord(letter) - _A
    return number
