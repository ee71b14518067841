"""What a cell can hold once it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, order=True)
class Percent:
    """A share; `fraction` is 0.92 for 92 %."""

    fraction: Decimal

    def __str__(self) -> str:
        shown = format((self.fraction * 100).normalize(), "f")
        return f"{shown}%"

    def __bool__(self) -> bool:
        return bool(self.fraction)


class YesNo(str):
    """The text of a 是/否 or 有/无 cell, false where it says no.

    A plain 否 would be true in a template's `{% if 小组推荐 %}`, which no clerk expects.
    """

    __slots__ = ()

    def __bool__(self) -> bool:
        return self in {"是", "有"}


Value = str | Decimal | date | Percent | YesNo | None
"""None is an empty cell. Whole numbers are a Decimal without a fraction."""
