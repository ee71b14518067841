"""Which of many texts may be alike: those with one checksum, and those that share enough of their sketches.

What very many have in common, as an opening that a form dictates, pairs each text with its neighbour alone, so that the
work grows with the number of texts and not its square.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from awardgen.checks.likeness import Suspects
from awardgen.checks.sketches import PIECE, Sketches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from awardgen.checks.imprints import Imprints

_RARE = 8
"""A piece in no more texts than that pairs all of them."""
_RARE_SHARED, _SHARED = 0.15, 0.3
"""Of the rare pieces, of all pieces: two texts of which a tenth of the characters differ share a third of each."""
_LEAST_SHARED = 3
_MOST_CANDIDATES = 3
_COMMON = 20


def suspects_of(imprints: Imprints, shortest: int) -> Suspects:
    """Return which of the texts that have left these imprints may be alike.

    shortest: texts of fewer characters are passed over unless they are equal.
    """
    first: dict[tuple[int, int], int] = {}
    equal: dict[int, int] = {}
    for index, identity in enumerate(zip(imprints.lengths, imprints.checksums, strict=True)):
        if (earlier := first.setdefault(identity, index)) != index:
            equal[index] = earlier
    distinct = [index for (length, _), index in first.items() if length >= max(shortest, PIECE)]
    if len(distinct) <= 1:
        return Suspects(equal, {})
    sketches = imprints.sketches.each()
    candidates = _candidates(Sketches.of([sketches[index] for index in distinct]))
    near = {distinct[later]: [distinct[each] for each in earlier] for later, earlier in candidates.items()}
    return Suspects(equal, near)


def _candidates(sketched: Sketches) -> dict[int, list[int]]:
    """Return of each text the earlier ones that share most of its sketch, the likest first."""
    candidates: dict[int, list[int]] = {}
    for earlier, later in _Shared(sketched).pairs():
        of_it = candidates.setdefault(later, [])
        if earlier != later and len(of_it) < _MOST_CANDIDATES:
            of_it.append(earlier)
    return candidates


class _Shared:
    """What sketches have in common."""

    def __init__(self, sketched: Sketches) -> None:
        self._count = len(sketched.sizes)
        self._sizes = sketched.sizes
        # A number of a hash and its text is sorted ten times as fast as the two: of equal hashes the earlier text
        # stays the first. What the text takes from the hash are its lowest bits.
        bits = np.uint64(self._count.bit_length())
        owners = np.repeat(np.arange(self._count, dtype=np.uint64), self._sizes)
        hashes = np.sort((sketched.hashes >> bits) << bits | owners)
        self._owners = (hashes & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int32)
        hashes >>= bits
        starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1]))).astype(np.int32)
        found_in = np.append(starts[1:], np.int32(len(hashes))) - starts
        self._rank = np.arange(len(hashes), dtype=np.int32) - np.repeat(starts, found_in)
        self._found_in = np.repeat(found_in, found_in)
        self._rare = np.bincount(self._owners[self._found_in <= _RARE], minlength=self._count)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs that share enough to be compared, those that share most first."""
        rare = np.flatnonzero((self._found_in <= _RARE) & (self._rank >= 1))
        by_rare, rarely = self._counted([rare[self._rank[rare] >= step] for step in range(1, _RARE)])
        # What stands in most of the texts tells nothing of any two.
        is_told = self._found_in <= max(self._count // 2, _COMMON)
        by_chain, chained = self._counted([np.flatnonzero(is_told & (self._rank >= 1))])
        least = np.maximum(_RARE_SHARED * self._smaller(self._rare, by_rare), _LEAST_SHARED)
        enough = rarely >= least
        enough_chained = chained >= np.maximum(_SHARED * self._smaller(self._sizes, by_chain), _LEAST_SHARED)
        pairs = np.concatenate((by_rare[enough], by_chain[enough_chained]))
        weights = np.concatenate((rarely[enough], chained[enough_chained]))
        ordered = pairs[np.argsort(-weights, kind="stable")].tolist()
        for pair in dict.fromkeys(ordered):
            yield divmod(pair, self._count)

    def _counted(self, steps: Sequence[NDArray[np.intp]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return each pair of texts, as earlier × count + later, and how many pieces it shares.

        steps: of the first the pieces that pair a text with the one before it, of the second with the one before
        that, and so on.
        """
        found = []
        for step, later in enumerate(steps, start=1):
            found.append(self._owners[later - step].astype(np.int64) * self._count + self._owners[later])
        return np.unique(np.concatenate(found), return_counts=True)

    def _smaller(self, sizes: NDArray[np.int64], pairs: NDArray[np.int64]) -> NDArray[np.int64]:
        earlier, later = np.divmod(pairs, self._count)
        return np.minimum(sizes[earlier], sizes[later])
