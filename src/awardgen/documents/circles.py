"""Digests of rows that lead to each other: an award to its applications, each of them to its group, and so on back.

Rows that lead to each other in a circle have one digest among them. Circles are found as Tarjan does (Depth-first
search and linear graph algorithms, 1972), without recursion: with a thousand groups the way is long.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from awardgen.documents.texts import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from awardgen.documents.item import Item


class Node(NamedTuple):
    """A row. own: a digest of it, in which the rows that it names stand by their identities alone."""

    identity: str
    own: str
    named: tuple[Item, ...]


@dataclass(slots=True)
class _Step:
    """A row on the way. lowest: the earliest arrival that it leads back to."""

    node: Node
    arrival: int
    lowest: int
    ahead: Iterator[Item] = field(init=False)

    def __post_init__(self) -> None:
        self.ahead = iter(self.node.named)


class Circles:
    """What each row stands for: itself, and all that it leads to, near or far."""

    def __init__(self, node_of: Callable[[Item], Node], noted: Callable[[Item], str | None]) -> None:
        """Begin with nothing known. noted: what is known of a row beforehand, whatever it leads to."""
        self._node_of = node_of
        self._noted = noted
        self._digests: dict[str, str] = {}

    def digest(self, item: Item) -> str:
        """Return a digest that changes with the row and with every row it leads to."""
        if item.identity not in self._digests:
            self._explore(item)
        return self._digests[item.identity]

    def known(self, item: Item) -> str | None:
        """Return the digest of a row that was come by."""
        return self._digests.get(item.identity)

    def _explore(self, start: Item) -> None:
        arrivals: dict[str, int] = {}
        unclosed: list[Node] = []
        way: list[_Step] = []

        def arrive(item: Item) -> None:
            node = self._node_of(item)
            if not node.named:
                self._digests[node.identity] = node.own
                return
            arrival = arrivals[node.identity] = len(arrivals)
            unclosed.append(node)
            way.append(_Step(node, arrival, arrival))

        if not self._is_known(start):
            arrive(start)
        while way:
            step = way[-1]
            item = next((each for each in step.ahead if not self._is_known(each)), None)
            if item is None:
                way.pop()
                if step.lowest == step.arrival:
                    self._close(unclosed, step.node)
                elif way:
                    way[-1].lowest = min(way[-1].lowest, step.lowest)
            elif item.identity in arrivals:
                step.lowest = min(step.lowest, arrivals[item.identity])
            else:
                arrive(item)

    def _is_known(self, item: Item) -> bool:
        """Tell whether a row was come by, or is known beforehand."""
        if item.identity in self._digests:
            return True
        noted = self._noted(item)
        if noted is not None:
            self._digests[item.identity] = noted
        return noted is not None

    def _close(self, unclosed: list[Node], first: Node) -> None:
        """Give the rows that came since the first, and lead back to it, their digests."""
        members = [unclosed.pop()]
        while members[-1] is not first:
            members.append(unclosed.pop())
        inside = {each.identity for each in members}
        beyond = {each.identity for member in members for each in member.named} - inside
        circle = digest_of(
            [
                *sorted(member.own for member in members),
                "",
                *sorted(self._digests[identity] for identity in beyond),
            ]
        )
        self._digests.update((each, digest_of([each, circle])) for each in inside)
