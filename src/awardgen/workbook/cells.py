"""The text of cells: what counts as white space, and how a value looks as text."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TypeGuard


@dataclass(frozen=True, slots=True)
class NoResult:
    """What a cell holds whose formula has no value. shown: the error (#N/A), empty where none was computed."""

    shown: str = ""


Cell = str | int | float | bool | date | datetime | time | timedelta | NoResult
"""What a cell holds as the file library gives it; an empty one is an empty text."""
Grid = Sequence[Sequence[Cell]]
"""The cells of a sheet, by row and column."""

SPACE = " \t\n\r\x85\xa0\u1680\u180e\u2028\u2029\u202f\u205f\u3000\u200b\ufeff" + "".join(
    chr(code) for code in range(0x2000, 0x200B)
)
"""White space, without the control characters that str.strip() would take away unseen."""

EXCERPT_LENGTH = 60
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, so that Word cannot store it."""

ERROR_TEXT = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3}")
"""What a formula without a result shows; typed or pasted as text it means the same."""

_SPACES = str.maketrans("", "", SPACE)
_MINUTES = 60
_CLOCK = "%H:%M"
_NAMES_KEPT = 1024  # an application's number and a judge's name stand in row after row


def clean(text: str) -> str:
    """Return the text without white space at its ends, each line break a line feed."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.strip(SPACE)


def clean_end(text: str) -> str:
    """Do the same, but leave the white space that a text begins with: offsets count from the cell's first character."""
    cleaned = clean(text)
    return text[: len(text) - len(text.lstrip(SPACE))] + cleaned if cleaned else ""


def is_blank(cell: Cell) -> bool:
    """Tell whether nothing but white space stands in a cell."""
    return cell.__class__ is str and not clean(cell)


def squeeze(text: str) -> str:
    """Return the text for comparison: half-width and without any white space."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return text.translate(_SPACES)


def label_key(text: str) -> str:
    """Return what a form calls a value, for comparison: 岗位⏎名称： is 岗位名称."""
    return squeeze(text).rstrip(":")


@lru_cache(maxsize=_NAMES_KEPT)
def without_unprintable(text: str) -> str:
    """Return a text as names are compared: what XML cannot hold nobody sees, so it tells no two names apart."""
    return clean(UNPRINTABLE.sub("", text)) if UNPRINTABLE.search(text) else text


@lru_cache(maxsize=_NAMES_KEPT)
def normal(text: str) -> str:
    """Return a 编号 as it is compared: full-width forms are the plain ones, nothing unseen is in it or at its ends."""
    text = without_unprintable(text)
    return text if text.isascii() else clean(unicodedata.normalize("NFKC", text))


def number_of(cell: float) -> Decimal:
    """Return a cell's number as it was typed.

    Excel keeps and shows 15 significant digits; the 16th and 17th of a double are what a formula left behind.
    """
    if cell.__class__ is int or cell.is_integer():
        return Decimal(int(cell))
    return plain(Decimal(format(cell, ".15g")))


def is_number(cell: Cell) -> TypeGuard[float]:
    """Tell whether a cell holds a number; a damaged file may hold what is none (NaN) or no longer one (1e999)."""
    return cell.__class__ is int or (cell.__class__ is float and math.isfinite(cell))


def plain(number: Decimal) -> Decimal:
    """Return a whole number without a fraction and without an exponent."""
    whole = number.to_integral_value()
    return Decimal(int(whole)) if whole == number else number


def text_of(cell: Cell) -> str:
    """Return a cell as text, in the way it prints."""
    if isinstance(cell, str | NoResult):
        return cell if isinstance(cell, str) else cell.shown
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, int | float):
        return format(number_of(cell), "f") if is_number(cell) else str(cell)
    if isinstance(cell, time | timedelta):
        return _clock(cell)
    day = f"{cell.year}年{cell.month}月{cell.day}日"
    if isinstance(cell, datetime) and cell.time() != time.min:
        return f"{day} {cell.strftime(_CLOCK)}"
    return day


def _clock(cell: time | timedelta) -> str:
    if isinstance(cell, time):
        return cell.strftime(_CLOCK)
    hours, minutes = divmod(int(cell.total_seconds()) // _MINUTES, _MINUTES)
    return f"{hours}:{minutes:02}"


def excerpt_of(text: str) -> str | None:
    """Return what a finding shows of a text; None of an empty one."""
    return text[:EXCERPT_LENGTH] or None


def column_letters(index: int) -> str:
    """Return the letters of a column. index: from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
