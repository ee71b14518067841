from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


class Layers(Mapping[str, Any]):
    """What every range offers, with what one document has laid over it; ten thousand copies would take room.

    over, under: what is laid over it, and what all documents share.
    """

    __slots__ = ("over", "under")

    def __init__(self, under: Mapping[str, Any], over: Mapping[str, Any]) -> None:
        self.over = over
        self.under = under

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - a context holds anything
        try:
            return self.over[name]
        except KeyError:
            return self.under[name]

    def __contains__(self, name: object) -> bool:
        return name in self.over or name in self.under

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self.under, *self.over)))

    def __len__(self) -> int:
        return len(self.under.keys() | self.over.keys())
