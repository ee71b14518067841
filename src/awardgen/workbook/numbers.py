"""Numbers, percentages and choices as staff write them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from awardgen.campaign import Percent, YesNo
from awardgen.catalogue import scores, tables
from awardgen.workbook.cells import is_number, number_of, plain, squeeze, text_of
from awardgen.workbook.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from awardgen.finding import Kind
    from awardgen.workbook.cells import Cell

_NUMBER = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,15})?")
_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,15})?)(%?)")
_HUNDRED = Decimal(100)
_YES_NO = {
    "是": ("是", "√", "✓", "✔", "☑", "y", "yes", "true", "1", "对"),
    "否": ("否", "×", "✗", "✘", "x", "n", "no", "false", "0", "不是", "不"),
    "有": ("有", "是", "y", "yes", "true", "1", "有事故", "发生"),
    "无": (
        "无",
        "没",
        "没有",
        "否",
        "n",
        "no",
        "false",
        "0",
        "零",
        "无事故",
        "未发生",
        "没有发生",
        "无安全责任事故",
    ),
}
"""How staff say it. A tick or a cross is no answer to whether there was an accident: it may mean that all was well."""
_STOPS = "。.;；!"


def read_number(cell: Cell, kind: Kind = tables.NUMBER_UNREADABLE) -> Decimal:
    """Return the number in a cell; raise Unreadable, of the given kind, where there is none."""
    if is_number(cell):
        return number_of(cell)
    if isinstance(cell, str):
        squeezed = plain_text(cell)
        if _NUMBER.fullmatch(squeezed):
            return plain(Decimal(squeezed))
        if _THOUSANDS.fullmatch(squeezed):
            raise Unreadable(kind, f"“{cell}”里有千位分隔号，请去掉")
    raise Unreadable(kind, f"“{text_of(cell)}”不是数字")


def plain_text(text: str) -> str:
    """Return a text for reading, without the apostrophe by which Excel is told that a number is text."""
    return squeeze(text).lstrip("'’‘`")


def read_score(cell: Cell) -> Decimal:
    """Return the points in a cell of 评分."""
    return read_number(cell, scores.SCORE_UNREADABLE)


def read_whole(cell: Cell, least: int = 0) -> Decimal:
    """Return the whole number, not negative and not below the least, in a cell."""
    number = read_number(cell)
    if number < 0:
        raise Unreadable(tables.NUMBER_OUT_OF_RANGE, f"“{text_of(cell)}”是负数")
    if number != number.to_integral_value():
        raise Unreadable(tables.NUMBER_OUT_OF_RANGE, f"“{text_of(cell)}”带有小数，这里应为整数")
    if number < least:
        raise Unreadable(tables.NUMBER_OUT_OF_RANGE, f"“{text_of(cell)}”小于{least}")
    return number


def read_percent(cell: Cell) -> Percent:
    """Return the share in a cell: 0.92, 92 % and 92 are the same."""
    shown = text_of(cell)
    match = None if isinstance(cell, bool) else _PERCENT.fullmatch(plain_text(shown))
    if match is None:
        raise Unreadable(tables.PERCENT_UNREADABLE, f"“{shown}”不是百分数")
    number = Decimal(match[1])
    if number > _HUNDRED:
        raise Unreadable(tables.PERCENT_UNREADABLE, f"“{shown}”超过100%")
    return Percent(number / _HUNDRED if match[2] or number > 1 else number)


def choice_reader(choices: Iterable[str]) -> Callable[[Cell], str]:
    """Return a reader of the given choices, whatever their width and white space."""
    allowed = {squeeze(choice).casefold(): str(choice) for choice in choices}

    def read_choice(cell: Cell) -> str:
        chosen = allowed.get(squeeze(text_of(cell)).casefold())
        if chosen is None:
            raise Unreadable(
                tables.CHOICE_UNREADABLE, f"“{text_of(cell)}”不是规定的选项（{'、'.join(allowed.values())}）"
            )
        return chosen

    return read_choice


def yes_no_reader(choices: Iterable[str]) -> Callable[[Cell], YesNo]:
    """Return a reader of 是/否 or 有/无, in whichever of the usual ways it is said."""
    allowed = tuple(choices)
    said = {way: choice for choice in allowed for way in _YES_NO[choice]}

    def read_yes_no(cell: Cell) -> YesNo:
        text = plain_text(text_of(cell)).rstrip(_STOPS).casefold()
        if text not in said:
            raise Unreadable(
                tables.CHOICE_UNREADABLE, f"“{text_of(cell)}”不是规定的选项（{'、'.join(allowed)}）"
            )
        return YesNo(said[text])

    return read_yes_no
