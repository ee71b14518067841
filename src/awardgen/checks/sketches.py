"""Sketches of texts, by which those that have much in common are found among many.

Of each text the smallest hashes of its five-character pieces are kept (bottom-k sketch: Broder 1997, Cohen and Kaplan
2007).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

Hashes = NDArray[np.uint64]
PIECE = 5
_SKETCH = 200
_AT_ONCE = 64
_HALF = 32  # bits
_MOST = 2**32 - 1
_FACTORS = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77)
_MIX = np.uint32(0xC2B2AE3D)
_SHIFT = np.uint32(15)
_AMPLE = 3
"""Half as many again as a sketch holds: so many hashes of a long text are looked at, as hashes are evenly spread."""


class Sketches(NamedTuple):
    """Sketches of several texts. hashes: of one text after the other; sizes: how many each text has."""

    hashes: Hashes
    sizes: NDArray[np.int64]

    @classmethod
    def of(cls, each: Sequence[Hashes]) -> Sketches:
        """Put together the sketches of single texts."""
        sizes = np.array([len(one) for one in each], np.int64)
        return cls(np.concatenate([np.array([], np.uint64), *each]), sizes)

    def each(self) -> list[Hashes]:
        """Return the sketch of each text."""
        ends = np.cumsum(self.sizes).tolist()
        return [self.hashes[start:end] for start, end in pairwise([0, *ends])]


def sketches_of(texts: Sequence[str]) -> Sketches:
    """Return the sketches of texts. texts: at least one, without white space, each of five characters or more.

    Many texts go through each step at once: for one the steps' own cost would be most of it.
    """
    blocks = [_sketches_of_few(texts[start : start + _AT_ONCE]) for start in range(0, len(texts), _AT_ONCE)]
    return Sketches(
        np.concatenate([each.hashes for each in blocks]), np.concatenate([each.sizes for each in blocks])
    )


def _sketches_of_few(texts: Sequence[str]) -> Sketches:
    lengths = np.array([len(text) for text in texts])
    characters = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    count = len(characters) - PIECE + 1
    # Half a hash tells which pieces are looked at, a fifth of them; only these get the other half.
    high = _half_hashes([characters[offset : offset + count] for offset in range(PIECE)], _FACTORS[0])
    # The pieces that begin in one text and end in the next belong to none.
    is_wanted = np.zeros(count, np.bool_)
    starts = np.cumsum(lengths) - lengths
    for start, pieces in zip(starts.tolist(), (lengths - PIECE + 1).tolist(), strict=True):
        of_text = slice(start, start + pieces)
        np.less_equal(high[of_text], _highest(pieces), out=is_wanted[of_text])
    wanted = np.flatnonzero(is_wanted)  # faster by far than to choose by what is true
    low = _half_hashes([characters[offset:].take(wanted) for offset in range(PIECE)], _FACTORS[1])
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
    return Sketches(hashes.take(np.concatenate(kept)), sizes)


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
