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
from awardgen.documents.printing import PLAIN
from awardgen.documents.texts import LONG, digest_of, digest_of_names
from awardgen.text_digest import text_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from awardgen.documents.item import Item
    from awardgen.documents.texts import Part


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
        self._ends: dict[str, tuple[str, ...]] = {}

    def written(self, values: Iterable[Any]) -> list[Part]:
        """Return what only equal values give, whatever they lead to."""
        return [part_of(each) if type(each) in PLAIN else self._with_all(each) for each in values]

    def _with_all(self, value: Any) -> Part:  # noqa: ANN401 - a context holds anything
        if is_item(value) and value.identity:
            return ("@", self._digest(value))
        named: dict[str, Item] = {}
        own = self._written(value, named)
        return (own, *map(self._digest, named.values()))

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

    def _written(self, value: Any, named: dict[str, Item]) -> Part:  # noqa: ANN401
        """Write a value out; named: takes the rows with an identity, which stand in it by that alone."""
        if not is_item(value):
            if not isinstance(value, (list, tuple)):
                return part_of(value)
            return ("list", *[self._written(each, named) for each in value])
        if not value.identity:
            return ("row", *self._row(value, named))
        end = self._ends.get(value.identity)
        if end is None:
            end = self._ends[value.identity] = self._end(value)
        if end:
            return end
        named[value.identity] = value
        return ("@", value.identity)

    def _end(self, item: Item) -> tuple[str, ...]:
        """Return what stands for a row that leads nowhere, as a judge's total; empty for any other.

        Applications name the same few of these again and again. Of an application itself the digest may be noted, so
        that nothing of it is looked at; it is always one of the rows that are named.
        """
        is_application = isinstance(item, ApplicationItem)
        if is_application or not PLAIN.issuperset(map(type, item.among(self._columns)[1])):
            return ()
        return ("end", self._node(item).own)

    def _row(self, item: Item, named: dict[str, Item]) -> list[Part]:
        columns, values = item.among(self._columns)
        return [
            str(item),
            digest_of_names(columns),
            *[part_of(each) if type(each) in PLAIN else self._written(each, named) for each in values],
        ]

    def _node(self, item: Item) -> Node:
        named: dict[str, Item] = {}
        own = digest_of([item.identity, *self._row(item, named)])
        return Node(item.identity, own, tuple(named.values()))


def part_of(value: Any) -> Part:  # noqa: ANN401 - a cell holds anything
    """Return what only an equal value of the same type gives, of what is no row and no list."""
    kind = type(value)
    if kind is str:
        # A write-up stands in several documents of its application.
        return value if len(value) < LONG else ("long", text_digest(value).hex())
    return value if kind is int or kind is bool else ("=", scalar(value))


def scalar(value: object) -> str:
    """Return a text that only an equal value of the same type gives, of what is no row, list or plain text."""
    return "-" if value is BLANK else _writer(type(value))(value)  # type: ignore[arg-type]  # see is_item


@cache
def _writer(kind: type) -> Callable[[Any], str]:
    """Return how values of a type are written, whatever it prints itself as."""
    # The type tells apart what compares equal and prints differently: 1 and True, 0.92 and 92 %.
    begin = f"={kind.__name__} "
    write = next((write for each, write in _PLAIN.items() if issubclass(kind, each)), repr)
    return lambda value: begin + write(value)


_PLAIN: Mapping[type, Callable[[Any], str]] = {
    str: str.__str__,
    Decimal: Decimal.__str__,
    date: date.isoformat,
}
