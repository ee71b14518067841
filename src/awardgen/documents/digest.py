"""Digests of what a template sees of the rows of a campaign, which lead to each other in circles."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from awardgen.documents.application_item import ApplicationItem
from awardgen.documents.blank import BLANK
from awardgen.documents.circles import Circles, Node
from awardgen.documents.context import AWARD_NAME, GROUP_NAME
from awardgen.documents.item import is_item
from awardgen.documents.notes import sees_one_row
from awardgen.documents.texts import counted, digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from awardgen.documents.item import Item


class Digests:
    """Digests of values as far as a template mentions the columns of rows.

    A row that is reached in several ways has an identity. It is written out once, with the identities of the rows
    that it names, and stands elsewhere for itself and every row that it leads to.
    """

    def __init__(self, columns: Collection[str]) -> None:
        self._columns = frozenset(columns)
        self._circles = Circles(self._node, self._noted)
        # Who sees no list, or not whose row it is, comes from one application's row to no other.
        self._title = (
            f"@{digest_of(sorted(self._columns))}"
            if sees_one_row(self._columns) or self._columns.isdisjoint((AWARD_NAME, GROUP_NAME))
            else ""
        )
        self._unnoted: list[ApplicationItem] = []

    def written(self, value: Any) -> str:  # noqa: ANN401 - a context holds anything
        """Return a text that only an equal value gives, whatever it leads to."""
        if type(value) is str:
            return f"s{value}"
        if is_item(value):
            if value.identity:
                return f"@{self._digest(value)}"
        elif not isinstance(value, (list, tuple)):
            return scalar(value)
        named: dict[str, Item] = {}
        text = self._written(value, named)
        return digest_of([text, *map(self._digest, named.values())]) if named else text

    def _digest(self, item: Item) -> str:
        digest = self._circles.digest(item)
        for each in self._unnoted:
            if each.notes is not None and (found := self._circles.known(each)):
                each.notes[self._title] = found
        self._unnoted.clear()
        return digest

    def _noted(self, item: Item) -> str | None:
        """Return what is noted of an application's row; where nothing is, it will be."""
        if not self._title or not isinstance(item, ApplicationItem) or item.notes is None:
            return None
        noted = item.notes.get(self._title)
        if noted is None:
            self._unnoted.append(item)
        return noted  # type: ignore[return-value]  # under this title stand texts

    def _written(self, value: Any, named: dict[str, Item]) -> str:  # noqa: ANN401
        """Write a value out; named: takes the rows with an identity, which stand in it by that alone."""
        if type(value) is str:
            return f"s{value}"
        if is_item(value):
            if not value.identity:
                return f"i{counted(self._row(value, named))}"
            named[value.identity] = value
            return f"@{value.identity}"
        if isinstance(value, (list, tuple)):
            return f"l{counted([self._written(each, named) for each in value])}"
        return scalar(value)

    def _row(self, item: Item, named: dict[str, Item]) -> list[str]:
        texts = [str(item)]
        for name in item.among(self._columns):
            texts += (name, self._written(item[name], named))
        return texts

    def _node(self, item: Item) -> Node:
        named: dict[str, Item] = {}
        own = digest_of([item.identity, *self._row(item, named)])
        return Node(item.identity, own, tuple(named.values()))


def scalar(value: object) -> str:
    """Return a text that only an equal value of the same type gives, of what is no row, list or plain text."""
    if value is BLANK:
        return "-"
    # The type tells apart what compares equal and prints differently: 1 and True, 0.92 and 92 %.
    return f"={type(value).__name__} {_plainly(type(value))(value)}"  # type: ignore[arg-type]  # see is_item


@cache
def _plainly(kind: type) -> Callable[[Any], str]:
    """Return how values of a type are written, whatever it prints itself as."""
    return next((write for each, write in _PLAIN.items() if issubclass(kind, each)), repr)


_PLAIN: Mapping[type, Callable[[Any], str]] = {
    str: str.__str__,
    Decimal: Decimal.__str__,
    date: date.isoformat,
}
