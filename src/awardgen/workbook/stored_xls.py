"""What an .xls tells of its sheets and calamine does not: error values and hidden rows.

The records are those of [MS-XLS] (BIFF8): FilePass, BoundSheet8, Row, BoolErr, Formula (2.4.117, .28, .221, .24, .127).
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from awardgen.workbook.cells import NoResult
from awardgen.workbook.stored_sheet import StoredSheet
from awardgen.workbook.suspicious import SuspiciousError
from awardgen.workbook.unopened import TOO_FAR

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BOF, _EOF = 0x0809, 0x000A
_FILE_PASS, _BOUND_SHEET, _ROW, _BOOL_ERR, _FORMULA = 0x002F, 0x0085, 0x0208, 0x0205, 0x0006
_BIFF8 = 0x0600
# Formula, Blank, Number, Label, BoolErr, RK, LabelSst, MulRk, MulBlank, RString: each begins with row and column.
_CELLS = frozenset((0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x00BD, 0x00BE, 0x00D6))
_MOST_COLUMNS = 256
_ROW_IS_HIDDEN = 0x20
_IS_ERROR = 2
_NOT_A_NUMBER = 0xFFFF
_WIDE_CHARACTERS = 0x01
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def look_at_xls(path: Path) -> dict[str, StoredSheet]:
    """Return sheet name → what is stored of it; nothing of a file that is damaged or older than Excel 97.

    Raise SuspiciousError for cells where an .xls has none: calamine would lay out all that lie before them.
    """
    try:
        stream = _stream(path)
        if _reaches_too_far(stream):
            raise SuspiciousError(TOO_FAR)
        return {name: _sheet(stream, start) for name, start in _starts(stream)}
    except (OSError, ValueError, struct.error, IndexError):
        return {}


def is_protected(path: Path) -> bool:
    """Tell whether an .xls opens with a password alone."""
    try:
        return any(kind == _FILE_PASS for kind, _ in _records(_stream(path), 0))
    except (OSError, ValueError, struct.error, IndexError):
        return False


def _stream(path: Path) -> bytes:
    import olefile  # noqa: PLC0415 - few workbooks need it

    with olefile.OleFileIO(str(path)) as package:
        return bytes(package.openstream("Workbook" if package.exists("Workbook") else "Book").read())


def _reaches_too_far(stream: bytes) -> bool:
    start, last = 0, len(stream) - 8
    while start <= last:
        kind, length, _, column = struct.unpack_from("<4H", stream, start)
        if kind in _CELLS and column >= _MOST_COLUMNS:
            return True
        start += 4 + length
    return False


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Yield kind and content of the records of one substream, without those of the charts inside it."""
    depth = 0
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 1 and kind != _EOF:
            yield kind, stream[start + 4 : start + 4 + length]
        if depth <= 0:
            return
        start += 4 + length


def _starts(stream: bytes) -> Iterator[tuple[str, int]]:
    for kind, content in _records(stream, 0):
        if kind == _BOF and struct.unpack_from("<H", content)[0] != _BIFF8:
            return
        if kind == _BOUND_SHEET:
            start, _, count, flags = struct.unpack_from("<IHBB", content)
            is_wide = flags & _WIDE_CHARACTERS
            name = content[8 : 8 + count * (2 if is_wide else 1)]
            yield name.decode("utf-16-le" if is_wide else "latin-1"), start


def _sheet(stream: bytes, start: int) -> StoredSheet:
    failed: dict[tuple[int, int], NoResult] = {}
    hidden: set[int] = set()
    for kind, content in _records(stream, start):
        if kind == _ROW:
            row, flags = struct.unpack_from("<H10xH", content)
            if flags & _ROW_IS_HIDDEN:
                hidden.add(row + 1)
        elif kind == _BOOL_ERR:
            row, column, value, is_error = struct.unpack_from("<HH2xBB", content)
            if is_error:
                failed[row, column] = _error(value)
        elif kind == _FORMULA:
            row, column, result, value, is_number = struct.unpack_from("<HH2xBxB3xH", content)
            if is_number == _NOT_A_NUMBER and result == _IS_ERROR:
                failed[row, column] = _error(value)
    return StoredSheet(failed=failed, hidden_rows=frozenset(hidden))


def _error(value: int) -> NoResult:
    return NoResult(_ERRORS.get(value, "错误值"))
