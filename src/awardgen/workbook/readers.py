"""The reader that belongs to each type of column."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from awardgen.workbook.cells import clean, is_number, number_of, squeeze, text_of
from awardgen.workbook.dates import read_date, read_printed_period
from awardgen.workbook.declaration import Type
from awardgen.workbook.numbers import (
    choice_reader,
    read_number,
    read_percent,
    read_score,
    read_whole,
    yes_no_reader,
)
from awardgen.workbook.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from awardgen.campaign import Value
    from awardgen.workbook.cells import Cell
    from awardgen.workbook.declaration import Column

    Reader = Callable[[Cell], Value]

_READERS: dict[Type, Reader] = {
    Type.TEXT: text_of,
    Type.LONG_TEXT: text_of,
    Type.WHOLE: read_whole,
    Type.NUMBER: read_number,
    Type.SCORE: read_score,
    Type.PERCENT: read_percent,
    Type.DATE: read_date,
    Type.PRINTED_PERIOD: read_printed_period,
}


_NOTHING_THERE = frozenset({"/", "\\", "-", "--", "—", "——", "–", "无", "暂无", "待定"})
_MAY_SAY_NOTHING = frozenset({Type.WHOLE, Type.NUMBER, Type.PERCENT, Type.DATE, Type.CHOICE})


def reader_of(column: Column | None) -> Reader:
    """Return what reads a column's cells; None stands for a column that staff added."""
    reader = _reader_of(column)
    if column is None or column.required or column.type not in _MAY_SAY_NOTHING:
        return reader
    return partial(_read_unless_struck, reader)


def _read_unless_struck(read: Reader, cell: Cell) -> Value:
    """Read a cell that need not be filled: a stroke there says that it is left empty on purpose."""
    return None if isinstance(cell, str) and squeeze(cell) in _NOTHING_THERE else read(cell)


def _reader_of(column: Column | None) -> Reader:
    if column is None:
        return read_as_typed
    if column.type is Type.CHOICE:
        return choice_reader(column.allowed)
    if column.type in {Type.YES_NO, Type.ACCIDENT}:
        return yes_no_reader(column.allowed)
    if column.least:
        return partial(read_whole, least=column.least)
    return _READERS[column.type]


def read_as_typed(cell: Cell) -> Value:
    """Return the value of a cell of which nothing is known but what Excel says."""
    if is_number(cell):
        return number_of(cell)
    if isinstance(cell, date):
        return cell.date() if isinstance(cell, datetime) else cell
    return text_of(cell)


def typed_value(column: Column | None, value: Cell) -> Value:
    """Return a value as reading a cell with it would; raise ValueError where a reader would refuse it."""
    cell = clean(value) if isinstance(value, str) else value
    if cell == "":
        return None
    try:
        return reader_of(column)(cell)
    except Unreadable as problem:
        header = column.header if column else ""
        message = f"{header}: {problem.reason}"
        raise ValueError(message) from problem


def typed_score(value: Cell) -> Decimal | None:
    """Return the points in a cell; None where there are none."""
    try:
        points: Decimal | None = read_score(clean(value) if isinstance(value, str) else value)
    except Unreadable:
        return None
    return points
