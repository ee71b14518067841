"""From a cell to its value, or to a finding at that cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.catalogue import scores, tables
from awardgen.workbook.cells import ERROR_TEXT, UNPRINTABLE, NoResult, clean, excerpt_of, text_of
from awardgen.workbook.numbers import read_score
from awardgen.workbook.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from awardgen.campaign import Value
    from awardgen.finding import Finding, Place
    from awardgen.workbook.cells import Cell
    from awardgen.workbook.readers import Reader


def read_cell(  # noqa: PLR0913 - a cell, how to read it, and where its findings go
    cell: Cell,
    read: Reader,
    place: Place,
    applicant: str | None,
    findings: list[Finding],
    *,
    trim: Callable[[str], str] = clean,
) -> Value:
    """Return a cell's value, None where it is empty and its text where it is not what the reader wants."""
    if cell.__class__ is str:
        cell = trim(cell)
        if not cell:
            return None
        if bad := UNPRINTABLE.search(cell):
            findings.append(unprintable(bad.start(), cell, place, applicant))
        if ERROR_TEXT.fullmatch(cell):
            cell = NoResult(cell)
    try:
        return _read(cell, read)
    except Unreadable as problem:
        text = text_of(cell)
        message = f"“{place.column}”{problem.reason}。" if place.column else f"{problem.reason}。"
        finding = problem.kind.at(
            place, message, applicant=applicant, excerpt=excerpt_of(text), hint=problem.hint
        )
        findings.append(finding)
        return None if isinstance(cell, NoResult) else text


def _read(cell: Cell, read: Reader) -> Value:
    if cell.__class__ is not NoResult:
        return read(cell)
    kind = scores.SCORE_UNREADABLE if read is read_score else tables.FORMULA_WITHOUT_RESULT
    raise Unreadable(kind, why_no_result(cell), tables.FORMULA_WITHOUT_RESULT.hint)


def why_no_result(cell: NoResult) -> str:
    """Return, in Chinese, what is wrong with a cell without a result; a clause without its full stop."""
    return f"显示的是{cell.shown}，不是内容" if cell.shown else "的公式没有算出结果"


def unprintable(start: int, text: str, place: Place, applicant: str | None) -> Finding:
    """Return the finding about the first character of a text that XML cannot hold."""
    return tables.CHARACTER_UNPRINTABLE.at(
        place,
        f"第{start + 1}个字符是控制字符（U+{ord(text[start]):04X}），不能存入Word。",
        applicant=applicant,
        start=start,
        end=start + 1,
        excerpt=excerpt_of(text),
    )
