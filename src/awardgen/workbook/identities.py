"""What a cell names: an application by its 编号; an award, a group, a judge, a criterion by its name.

The record keeps such a cell as typed, with the finding about it; the domain looks things up by what is here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.campaign import number_key
from awardgen.workbook.cells import normal, squeeze, without_unprintable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from awardgen.campaign import Record

NUMBER_HEADER = "编号"


def name_in(record: Record, column: str) -> str:
    """Return the name in a row's column, empty where there is none."""
    return without_unprintable(record.text(column))


def application_number(record: Record) -> str:
    """Return the 编号 of a row, empty where there is none."""
    return normal(record.text(NUMBER_HEADER))


class KnownNumbers:
    """The 编号 of the applications: whoever refers to one may write it bb-003 for BB-003."""

    def __init__(self, numbers: Iterable[str] = ()) -> None:
        self._first: dict[str, str] = {}
        self._exact: set[str] = set()
        for number in filter(None, numbers):
            self._first.setdefault(number_key(number), number)
            self._exact.add(number)

    def spelled(self, number: str) -> str:
        """Return a 编号 as the application has it; one that no application has stays as it is."""
        return number if number in self._exact else self._first.get(number_key(number), number)


class KnownNames:
    """The names of a list: whoever refers to one may write 丁 一 for 丁一, or （ for (."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._first: dict[str, str] = {}
        for name in filter(None, names):
            self._first.setdefault(squeeze(name), name)
        self._spelled: dict[str, str] = {}

    def spelled(self, name: str) -> str:
        """Return a name as the list has it; one that is not in the list stays as it is."""
        if name not in self._spelled:
            self._spelled[name] = self._first.get(squeeze(name), name)
        return self._spelled[name]
