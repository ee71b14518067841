"""How the values of cells print themselves in a document."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from awardgen.campaign import Percent, YesNo
from awardgen.documents.blank import BLANK, Blank

if TYPE_CHECKING:
    from awardgen.campaign import Value


_NUMBERS_KEPT = 1 << 14  # ten thousand totals are a few hundred numbers


class PrintedDate(date):
    """A day that prints as 2011年6月20日."""

    def __str__(self) -> str:
        return f"{self.year}年{self.month}月{self.day}日"


class PrintedPercent(Decimal):
    """A share that prints as 92 % and compares as 0.92."""

    def __str__(self) -> str:
        return str(Percent(Decimal(self)))

    def __reduce__(self) -> tuple[type[PrintedPercent], tuple[str]]:
        return type(self), (Decimal.__str__(self),)


class PrintedNumber(Decimal):
    """A number that prints without powers of ten, however small."""

    def __str__(self) -> str:
        return format(self, "f")


Printable = str | int | Decimal | PrintedDate | PrintedPercent
PLAIN: Final = frozenset({str, int, bool, YesNo, Blank, PrintedDate, PrintedPercent, PrintedNumber})
"""What nearly every cell of a row holds, and leads nowhere: neither rows nor lists."""


def printable(value: Value | int) -> Printable | Blank:
    """Return what a template gets for a cell's value."""
    if value is None or value == "":
        return BLANK
    if isinstance(value, str):
        return value if isinstance(value, YesNo) else value.strip()
    if isinstance(value, int):
        return value
    if isinstance(value, date):
        return PrintedDate(value.year, value.month, value.day)
    if isinstance(value, Percent):
        return PrintedPercent(value.fraction)
    return number(value)


@lru_cache(_NUMBERS_KEPT)
def number(value: Decimal) -> int | Decimal:
    """Return a number that prints without a needless .0 and never in powers of ten."""
    if value == value.to_integral_value():
        return int(value)
    return PrintedNumber(format(value, "f").rstrip("0"))
