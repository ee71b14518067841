"""Cells of the copies: texts that stay texts, and notes at cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from awardgen.finding import Severity
from awardgen.report.order import SEVERITIES
from awardgen.workbook.cells import UNPRINTABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from awardgen.finding import Finding

COLOURS = {Severity.ERROR: "FFC7CE", Severity.WARNING: "FFEB9C", Severity.INFO: "DDEBF7"}
"""As Excel's own styles for bad, neutral and a note."""
FILLS = {severity: PatternFill("solid", start_color=colour) for severity, colour in COLOURS.items()}

AUTHOR = "awardgen"
FORMULA_STARTS = ("=", "+", "-", "@")
_BETWEEN = "\n────────\n"
_LONGEST_NOTE = 30_000  # Excel holds 32,767 characters
_LONGEST_TEXT = 32_767
# Pixels. A note's type is 9 points, so a Han character takes 12.
_NOTE_WIDTH, _CHARACTER, _LINE, _NOTE_MARGIN, _HIGHEST_NOTE = 340, 12, 17, 16, 800


def printable(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return UNPRINTABLE.sub("\ufffd", text)


def write_text(cell: Cell, text: str) -> None:
    """Write a text that is never read as a formula, a number or a link."""
    cell.value = printable(text)[:_LONGEST_TEXT]
    cell.data_type = "s"
    if text.startswith(FORMULA_STARTS):
        cell.quotePrefix = True


def take_looks(cell: Any, model: Any) -> None:  # noqa: ANN401 - what is shared has no type
    """Make a cell look like a model that nobody changes any more; the library's own copy takes ten times as long."""
    cell._style = model._style  # noqa: SLF001


def worst(findings: Sequence[Finding]) -> Severity:
    """Return the weightiest severity among findings."""
    return min((each.severity for each in findings), key=SEVERITIES.index)


def mark(sheet: Worksheet, reference: str, findings: Sequence[Finding]) -> None:
    """Colour a cell by its worst finding and tell all of them in its note, below what stands there already."""
    cell = sheet[_anchor(sheet, reference)]
    cell.fill = FILLS[worst(findings)]
    ours = "\n\n".join(
        f"【{each.severity.label} {each.kind.code} {each.kind.name}】\n{each.message}\n{each.hint}"
        for each in sorted(findings, key=lambda each: SEVERITIES.index(each.severity))
    )
    theirs = cell.comment
    text = f"{theirs.text}{_BETWEEN}{ours}" if theirs else ours
    author = theirs.author if theirs else AUTHOR
    cell.comment = Comment(printable(text)[:_LONGEST_NOTE], author or AUTHOR)


def fit_notes(sheet: Worksheet) -> None:
    """Make every note as large as its text: the library forgets the size that it had."""
    for cell in cells_of(sheet):
        if cell.comment is not None:
            cell.comment.width, cell.comment.height = _NOTE_WIDTH, _height(cell.comment.text)


def cells_of(sheet: Worksheet) -> list[Any]:
    """Return the cells that there are; to ask for rows would make those that are not."""
    return list(sheet._cells.values())  # noqa: SLF001 - the library has no other way


def units_of(line: str) -> int:
    """Return how wide a line is, in halves of a Han character."""
    return len(line) if line.isascii() else sum(1 if character.isascii() else 2 for character in line)


def lines_of(texts: Iterable[str], widths: Iterable[int]) -> int:
    """Return how many lines the fullest of some texts takes, each in its width."""
    return max(
        sum(-(-units_of(line) // width) or 1 for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    )


def _height(text: str) -> int:
    width = 2 * (_NOTE_WIDTH - _NOTE_MARGIN) // _CHARACTER
    return min(_LINE * lines_of([text], [width]) + _NOTE_MARGIN, _HIGHEST_NOTE)


def _anchor(sheet: Worksheet, reference: str) -> str:
    """Return the cell that holds what a cell shows: of merged cells the first."""
    if not isinstance(sheet[reference], MergedCell):
        return reference
    return next(
        str(merged.start_cell.coordinate) for merged in sheet.merged_cells.ranges if reference in merged
    )
