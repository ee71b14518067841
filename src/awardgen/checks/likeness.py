"""Which of many texts are nearly the same: candidates by what they have in common, then how alike each pair is.

Of each text the smallest hashes of its five-character pieces are kept (bottom-k sketch: Broder 1997, Cohen and Kaplan
2007); texts that share enough of them are compared in full. What very many have in common, as an opening that a form
dictates, pairs each text with its neighbour alone, so that the work grows with the number of texts and not its square.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

_PIECE = 5
_SKETCH = 200
_AT_ONCE = 64
_RARE = 8
"""A piece in no more texts than that pairs all of them."""
_RARE_SHARED, _SHARED = 0.15, 0.3
"""Of the rare pieces, of all pieces: two texts of which a tenth of the characters differ share a third of each."""
_LEAST_SHARED = 3
_MOST_CANDIDATES = 3
_COMMON = 20
_HALF = 32  # bits
_MOST = 2**32 - 1
_FACTORS = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77)
_MIX = np.uint32(0xC2B2AE3D)
_SHIFT = np.uint32(15)
_AMPLE = 3
"""Half as many again as a sketch holds: so many hashes of a long text are looked at, as hashes are evenly spread."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two texts by their indexes, the earlier first. likeness: 1 where they are equal."""

    earlier: int
    later: int
    likeness: float


def alike_texts(texts: Sequence[str], least: float, shortest: int) -> Iterator[Alike]:
    """Yield, for each text that is nearly an earlier one, the earlier one that it is likest to.

    texts: without white space. least: the likeness, as rapidfuzz's ratio from 0 to 1, from which two texts are nearly
    the same. shortest: texts of fewer characters are passed over unless they are equal.
    """
    first: dict[str, int] = {}
    equal: dict[int, int] = {}
    for index, text in enumerate(texts):
        if (earlier := first.setdefault(text, index)) != index:
            equal[index] = earlier
    distinct = [index for text, index in first.items() if len(text) >= max(shortest, _PIECE)]
    near = _nearest(texts, distinct, least)
    for later in sorted(equal.keys() | near.keys()):
        yield Alike(equal[later], later, 1.0) if later in equal else near[later]


def _nearest(texts: Sequence[str], chosen: Sequence[int], least: float) -> dict[int, Alike]:
    from rapidfuzz import fuzz  # noqa: PLC0415 - few campaigns have anything to compare

    found: dict[int, Alike] = {}
    for later, candidates in _candidates([texts[index] for index in chosen]).items():
        for earlier in candidates:
            one, other = chosen[earlier], chosen[later]
            likeness = fuzz.ratio(texts[one], texts[other], score_cutoff=100 * least) / 100
            if likeness and (other not in found or likeness > found[other].likeness):
                found[other] = Alike(one, other, likeness)
    return found


def _candidates(texts: Sequence[str]) -> dict[int, list[int]]:
    """Return text → the earlier texts that share most of its sketch, the likest first."""
    if len(texts) < 2:  # noqa: PLR2004 - it takes two
        return {}
    shared = _Shared(*_sketches(texts))
    candidates: dict[int, list[int]] = {}
    for earlier, later in shared.pairs():
        of_it = candidates.setdefault(later, [])
        if earlier != later and len(of_it) < _MOST_CANDIDATES:
            of_it.append(earlier)
    return candidates


def _sketches(texts: Sequence[str]) -> tuple[Hashes, NDArray[np.int64]]:
    """Return the smallest hashes of each text's pieces, each once, text after text, and how many each text has.

    Many texts go through each step at once: for one the steps' own cost would be most of it.
    """
    blocks = [_sketches_of_few(texts[start : start + _AT_ONCE]) for start in range(0, len(texts), _AT_ONCE)]
    return np.concatenate([each for each, _ in blocks]), np.concatenate([sizes for _, sizes in blocks])


def _sketches_of_few(texts: Sequence[str]) -> tuple[Hashes, NDArray[np.int64]]:
    lengths = np.array([len(text) for text in texts])
    characters = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    count = len(characters) - _PIECE + 1
    # Half a hash tells which pieces are looked at, a fifth of them; only these get the other half.
    high = _half_hashes([characters[offset : offset + count] for offset in range(_PIECE)], _FACTORS[0])
    # The pieces that begin in one text and end in the next belong to none.
    is_wanted = np.zeros(count, np.bool_)
    starts = np.cumsum(lengths) - lengths
    for start, pieces in zip(starts.tolist(), (lengths - _PIECE + 1).tolist(), strict=True):
        of_text = slice(start, start + pieces)
        np.less_equal(high[of_text], _highest(pieces), out=is_wanted[of_text])
    wanted = np.flatnonzero(is_wanted)  # faster by far than to choose by what is true
    low = _half_hashes([characters[offset:].take(wanted) for offset in range(_PIECE)], _FACTORS[1])
    hashes = high.take(wanted).astype(np.uint64) << np.uint64(_HALF) | low
    starts = np.searchsorted(wanted, starts)
    for start, end in pairwise([*starts.tolist(), len(hashes)]):
        hashes[start:end].sort()
    is_new = np.ones(len(hashes), np.bool_)
    np.not_equal(hashes[1:], hashes[:-1], out=is_new[1:])
    is_new[starts[starts < len(hashes)]] = True
    new = np.flatnonzero(is_new)
    starts = np.searchsorted(new, starts)
    sizes = np.diff(starts, append=len(new)).clip(max=_SKETCH)
    kept = [new[start : start + size] for start, size in zip(starts.tolist(), sizes.tolist(), strict=True)]
    return hashes.take(np.concatenate(kept)), sizes


def _half_hashes(places: Sequence[NDArray[np.uint32]], factor: np.uint32) -> NDArray[np.uint32]:
    """Return half a hash of each piece. places: the first character of each, the second of each, and so on."""
    hashes = places[0].copy()
    for place in places[1:]:
        hashes *= factor
        hashes += place
    hashes *= _MIX
    hashes ^= hashes >> _SHIFT
    hashes *= factor
    return hashes


def _highest(count: int) -> np.uint32:
    """Return the highest half of a hash, of so many, that has to be looked at."""
    if count <= _SKETCH * _AMPLE:
        return np.uint32(_MOST)
    return np.uint32(_MOST // count * (_SKETCH * _AMPLE // 2) - 1)


class _Shared:
    """What sketches have in common."""

    def __init__(self, sketches: Hashes, sizes: NDArray[np.int64]) -> None:
        """Sort them out. sketches: one after the other; sizes: of each."""
        self._count = len(sizes)
        self._sizes = sizes
        # A number of a hash and its text is sorted ten times as fast as the two: of equal hashes the earlier text
        # stays the first. What the text takes from the hash are its lowest bits.
        bits = np.uint64(self._count.bit_length())
        owners = np.repeat(np.arange(self._count, dtype=np.uint64), self._sizes)
        hashes = np.sort((sketches >> bits) << bits | owners)
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
