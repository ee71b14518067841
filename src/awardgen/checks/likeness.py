"""Which of many texts are nearly the same: how alike each pair is that may be (see `awardgen.checks.candidates`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECE = 5
"""Texts that are shorter have no sketch."""

Candidates = Mapping[int, Sequence[int]]
"""Text → earlier texts that it may be nearly the same as, the likest first; texts by their positions."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two texts by their indexes, the earlier first. likeness: 1 where they are equal."""

    earlier: int
    later: int
    likeness: float


class Comparison:
    """Texts that are held against each other. White space does not count.

    shortest: texts of fewer characters are passed over unless they are equal.
    """

    def __init__(self, texts: Sequence[str], shortest: int) -> None:
        self._plain = [without_space(text) for text in texts]
        first: dict[str, int] = {}
        self._equal: dict[int, int] = {}
        for index, text in enumerate(self._plain):
            if (earlier := first.setdefault(text, index)) != index:
                self._equal[index] = earlier
        self._distinct = [index for text, index in first.items() if len(text) >= max(shortest, PIECE)]
        self.distinct = {texts[index]: self._plain[index] for index in self._distinct}
        """The texts of which candidates are looked for: text → the same without white space."""

    def alike(self, candidates: Candidates, least: float) -> Iterator[Alike]:
        """Yield, for each text that is nearly an earlier one, the earlier one that it is likest to.

        candidates: among the distinct texts. least: the likeness, as rapidfuzz's ratio from 0 to 1, from which two
        texts are nearly the same.
        """
        near = self._nearest(candidates, least)
        for later in sorted(self._equal.keys() | near.keys()):
            yield Alike(self._equal[later], later, 1.0) if later in self._equal else near[later]

    def _nearest(self, candidates: Candidates, least: float) -> dict[int, Alike]:
        from rapidfuzz import fuzz  # noqa: PLC0415 - few campaigns have anything to compare

        found: dict[int, Alike] = {}
        for later, earlier_ones in candidates.items():
            for earlier in earlier_ones:
                one, other = self._distinct[earlier], self._distinct[later]
                likeness = fuzz.ratio(self._plain[one], self._plain[other], score_cutoff=100 * least) / 100
                if likeness and (other not in found or likeness > found[other].likeness):
                    found[other] = Alike(one, other, likeness)
        return found


def without_space(text: str) -> str:
    """Return what counts of a text: line ends and indents differ with the form that it came in."""
    return "".join(text.split())
