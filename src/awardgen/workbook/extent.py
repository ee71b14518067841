"""How far the sheets of an .xlsx reach: calamine lays out every cell from A1 to the last, also the empty ones."""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MOST_CELLS = 100_000_000
"""Laid out; a hundred thousand rows with the widest of our sheets need a fiftieth of it."""

_SHEET = re.compile(r"(?:^|/)worksheets/[^/]+\.xml$")
_ROW_NUMBER = re.compile(rb"""<row\b[^>]*?\br=["'](\d{1,7})["']""")
_WIDTHS = ((rb"""<c\b[^>]*?\br=["'][A-Z]{3}\d""", 16_384), (rb"""<c\b[^>]*?\br=["'][A-Z]{2}\d""", 702))
_NARROW = 26


def reaches_too_far(path: Path) -> bool:
    """Tell whether a stray cell far out would make a sheet too large to read."""
    if not zipfile.is_zipfile(path):
        return False
    try:
        with zipfile.ZipFile(path) as package:
            sheets = [name for name in package.namelist() if _SHEET.search(name)]
            return any(_cells(package.read(name)) > MOST_CELLS for name in sheets)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError):
        return False  # calamine says better what is wrong with it


def _cells(xml: bytes) -> int:
    """Return rows times columns that a sheet spans, the columns rounded up to what their letters can reach."""
    last_row = _ROW_NUMBER.match(xml, max(xml.rfind(b"<row"), 0))
    if last_row is None:
        return 0
    columns = next((width for pattern, width in _WIDTHS if re.search(pattern, xml)), _NARROW)
    return int(last_row[1]) * columns
