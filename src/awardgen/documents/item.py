from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeGuard

Notes = dict[str, str | bool]
"""What was found out about a row → what it is; see `awardgen.documents.notes`."""


class Item(Mapping[str, Any]):
    """A row in a template: its columns as attributes, and a name that it prints by itself.

    fields: tag → value. printed: what `{{ 奖项 }}` gives.
    identity: which row it is, where it can be reached in several ways; no two rows of a campaign share one.
    Awards and groups list their applications, which name their award and group: `add` closes that circle.
    """

    __slots__ = ("_fields", "_printed", "identity")

    def __init__(self, fields: Mapping[str, Any], printed: str = "", identity: str = "") -> None:
        self._fields = dict(fields)
        self._printed = printed
        self.identity = identity

    def add(self, fields: Mapping[str, Any]) -> None:
        self._fields.update(fields)

    def among(self, columns: frozenset[str]) -> tuple[tuple[str, ...], list[Any]]:
        """Return in order those of the columns that the row has, and what stands in each."""
        names = tuple(sorted(columns.intersection(self._fields)))
        return names, [self._fields[name] for name in names]

    def offered(self) -> frozenset[str]:
        """Return the columns that the row has; rows of one sheet may share it."""
        return frozenset(self)

    def __str__(self) -> str:
        return self._printed

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - a cell holds anything
        return self._fields[key]

    def __contains__(self, key: object) -> bool:
        return key in self._fields

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        # So that {% if 奖项 == '优质服务示范岗' %} asks what it seems to ask.
        if isinstance(other, str):
            return self._printed == other
        return self is other

    def __lt__(self, other: object) -> bool:
        # So that 申报列表|groupby('小组') can put the groups in order.
        return self._printed < str(other)

    def __hash__(self) -> int:
        return hash(self._printed)


def is_item(value: object) -> TypeGuard[Item]:
    """Tell what isinstance does, which takes four times as long of a Mapping and is asked of every cell."""
    return _is_kind_of_item(type(value))  # type: ignore[arg-type]  # mypy takes no type for hashable


@cache
def _is_kind_of_item(kind: type) -> bool:
    return issubclass(kind, Item)
