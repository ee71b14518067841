"""Rows as far as a template mentions their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from awardgen.documents.item import Item, is_item
from awardgen.documents.printing import PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence


class BeyondViewError(Exception):
    """A template asked a row for what it does not mention by name."""


class Glimpse(Item):
    """A row as far as a template mentions its columns; whoever asks for more is told that there is more.

    hidden: the columns that are not mentioned.
    """

    __slots__ = ("_hidden",)

    def __init__(self, printed: str, hidden: frozenset[str]) -> None:
        super().__init__({}, printed)
        self._hidden = hidden

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - a cell holds anything
        try:
            return self._fields[key]
        except KeyError:
            if key in self._hidden:
                raise BeyondViewError(key) from None
            raise

    def __contains__(self, key: object) -> bool:
        if key in self._hidden:
            raise BeyondViewError(key)
        return super().__contains__(key)

    def __iter__(self) -> Iterator[str]:
        self._refuse_to_show_all()
        return super().__iter__()

    def __len__(self) -> int:
        self._refuse_to_show_all()
        return super().__len__()

    def _refuse_to_show_all(self) -> None:
        if self._hidden:
            raise BeyondViewError


class Glimpses:
    """The glimpses of rows, each made once.

    columns: those that a template mentions. shorten: rows, columns → the rows to be seen, by default all.
    """

    def __init__(
        self,
        columns: Collection[str],
        shorten: Callable[[Sequence[Any], frozenset[str]], Sequence[Any]] | None = None,
    ) -> None:
        self._columns = frozenset(columns)
        self._shorten = shorten
        self._known: dict[str, Glimpse] = {}
        self._hidden: dict[frozenset[str], frozenset[str]] = {}

    def of(self, value: Any) -> Any:  # noqa: ANN401 - a context holds anything
        """Return a value with glimpses in place of its rows."""
        if type(value) in PLAIN:
            return value
        unfilled: list[tuple[Glimpse, Item]] = []
        all_seen = self._seen(value, unfilled)
        while unfilled:  # without recursion: rows lead to rows for as long as there are groups
            glimpse, item = unfilled.pop()
            names, values = item.among(self._columns)
            seen = [each if type(each) in PLAIN else self._seen(each, unfilled) for each in values]
            glimpse.add(dict(zip(names, seen, strict=True)))
        return all_seen

    def _seen(self, value: Any, unfilled: list[tuple[Glimpse, Item]]) -> Any:  # noqa: ANN401
        if is_item(value):
            known = self._known.get(value.identity)
            if known is None:
                known = Glimpse(str(value), self._hidden_of(value))
                unfilled.append((known, value))
                if value.identity:
                    self._known[value.identity] = known
            return known
        if isinstance(value, (list, tuple)):
            rows = self._shorten(value, self._columns) if self._shorten else value
            return [self._seen(each, unfilled) for each in rows]
        return value

    def _hidden_of(self, item: Item) -> frozenset[str]:
        """Return the columns that are not mentioned; one object for all rows of a sheet, as each is sent along."""
        offered = item.offered()
        if offered not in self._hidden:
            self._hidden[offered] = offered.difference(self._columns)
        return self._hidden[offered]
