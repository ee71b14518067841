"""Formulas that stand in more than one cell: what must not be cut, and what is left when the first one goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgen.sheet_editing.cell import formula_of
from awardgen.sheet_editing.references import (
    LAST_COLUMN,
    LAST_ROW,
    column_letters,
    column_number,
    read_area,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

    from awardgen.sheet_editing.references import Area
    from awardgen.sheet_editing.sheet import Sheet

# A text, a sheet's name in quotes, a table's column or another workbook; then what moves with its formula.
_TOKEN: Final = re.compile(
    r"""
    "(?:[^"]|"")*" | '(?:[^']|'')*' | \[(?:[^\[\]]|\[[^\[\]]*\])*\]
    | (?<![\w.$]) (?:
        (?P<from_column>\$?[A-Za-z]{1,3}) : (?P<to_column>\$?[A-Za-z]{1,3})
        | (?P<from_row>\$?\d{1,7}) : (?P<to_row>\$?\d{1,7})
        | (?P<column>\$?[A-Za-z]{1,3}) (?P<row>\$?\d{1,7})
    ) (?![\w.(!\\])
    """,
    re.VERBOSE,
)
_LOST: Final = "#REF!"


def areas_of_arrays(sheet: Sheet) -> list[Area]:
    """Return the areas of more than one cell that one formula fills: Excel lets nobody change a part of them."""
    formulas = (
        each for each in sheet.root.iter(f"{sheet.space}f") if each.get("t") in ("array", "dataTable")
    )
    areas = (read_area(each.get("ref", "")) for each in formulas)
    return [area for area in areas if area and not area.is_one_cell]


def release_sharers(sheet: Sheet, cell: _Element) -> None:
    """Give each cell that shares this one's formula its own, where it is written out here alone."""
    formula = formula_of(cell)
    if formula is None or formula.get("t") != "shared" or not formula.text:
        return
    group, sharers = formula.get("si"), []
    place = None
    for row, column, other in sheet.cells_with_formula():
        each = formula_of(other)
        if other is cell:
            place = row, column
        elif each is not None and each.get("t") == "shared" and each.get("si") == group and not each.text:
            sharers.append((row, column, each))
    if place is None:
        return
    for row, column, each in sharers:
        each.text = moved(formula.text, row - place[0], column - place[1])
        for name in ("t", "si", "ref"):
            each.attrib.pop(name, "")


def moved(formula: str, rows: int, columns: int) -> str:
    """Return a formula as it reads when it is copied so many rows down and columns to the right."""

    def replaced(token: re.Match[str]) -> str:
        if token["column"]:
            column, row = _column(token["column"], columns), _row(token["row"], rows)
            # More columns or rows than Excel has: a name that looks like a cell (ABC9999999).
            if (
                column_number(token["column"].lstrip("$")) > LAST_COLUMN
                or int(token["row"].lstrip("$")) > LAST_ROW
            ):
                return token[0]
            return f"{column}{row}" if column and row else _LOST
        if token["from_column"]:
            ends = [_column(token[name], columns) for name in ("from_column", "to_column")]
        elif token["from_row"]:
            ends = [_row(token[name], rows) for name in ("from_row", "to_row")]
        else:
            return token[0]
        return ":".join(ends) if all(ends) else _LOST

    return _TOKEN.sub(replaced, formula)


def _column(letters: str, by: int) -> str:
    if letters.startswith("$"):
        return letters
    column = column_number(letters) + by
    return column_letters(column) if 0 < column <= LAST_COLUMN else ""


def _row(digits: str, by: int) -> str:
    if digits.startswith("$"):
        return digits
    row = int(digits) + by
    return str(row) if 0 < row <= LAST_ROW else ""
