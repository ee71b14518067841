"""What texts are known by when they are compared: few bytes for each, by which it can be remembered too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from deflate import crc32

from awardgen.checks.likeness import without_space
from awardgen.checks.sketches import PIECE, Sketches, sketches_of

if TYPE_CHECKING:
    from collections.abc import Sequence


class Imprints(NamedTuple):
    """The imprints of several texts, of which white space does not count.

    lengths: in characters. checksums: CRC-32. sketches: empty for texts of fewer characters than a piece has.
    """

    lengths: Sequence[int]
    checksums: Sequence[int]
    sketches: Sketches


def imprints_of(texts: Sequence[str]) -> Imprints:
    """Return the imprints of texts."""
    plain = [without_space(text) for text in texts]
    lengths = [*map(len, plain)]
    checksums = [crc32(text.encode("utf-8", "surrogatepass")) for text in plain]
    long = [text for text in plain if len(text) >= PIECE]
    sketches = sketches_of(long) if long else Sketches.of([])
    if len(long) < len(plain):
        sizes = np.zeros(len(plain), np.int64)
        sizes[np.array(lengths) >= PIECE] = sketches.sizes
        sketches = Sketches(sketches.hashes, sizes)
    return Imprints(lengths, checksums, sketches)
