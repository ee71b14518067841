"""How far a sheet of an .xlsx reaches: calamine lays out every cell from A1 to the last, also the empty ones."""

from __future__ import annotations

import re

MOST_CELLS = 100_000_000
"""Laid out; a hundred thousand rows with the widest of our sheets need a fiftieth of it."""

_ROW_NUMBER = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\br=["'](\d{1,7})["']""")
_MAY_BE_WIDE = re.compile(rb"""r=["'][A-Z]{2}""")
"""Ten times as fast as looking at whole cells, and hardly a sheet has as many columns."""
_WIDTHS = (
    (rb"""<(?:\w+:)?c\b[^>]*?\br=["'][A-Z]{3}\d""", 16_384),
    (rb"""<(?:\w+:)?c\b[^>]*?\br=["'][A-Z]{2}\d""", 702),
)
_NARROW = 26


def reaches_too_far(xml: bytes) -> bool:
    """Tell whether a stray cell far out would make a sheet too large to read. xml: the sheet's part."""
    width = _width(xml)
    if width == _NARROW:  # of 26 columns all rows that Excel has are few enough
        return False
    # Nobody but Excel keeps rows in order: all of them count.
    last_row = max((int(row[1]) for row in _ROW_NUMBER.finditer(xml)), default=0)
    return last_row * width > MOST_CELLS


def _width(xml: bytes) -> int:
    """Return how many columns a sheet spans, rounded up to what their letters can reach."""
    if not _MAY_BE_WIDE.search(xml):
        return _NARROW
    return next((width for pattern, width in _WIDTHS if re.search(pattern, xml)), _NARROW)
