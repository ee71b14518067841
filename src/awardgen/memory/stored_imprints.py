"""Imprints as an entry of the cache: how many, and then field by field."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import numpy as np

from awardgen.checks.imprints import Imprints
from awardgen.checks.sketches import Sketches

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from awardgen.checks.sketches import Hashes

_NUMBER, _SIZE, _HASH = np.dtype("<u4"), np.dtype("<u2"), np.dtype("<u8")
_DIGEST: Final = hashlib.sha256().digest_size
Imprint = tuple[int, int, "Hashes"]
"""Length, checksum and sketch of one text."""


def each_of(imprints: Imprints) -> Iterable[Imprint]:
    """Yield the imprint of each text."""
    return zip(imprints.lengths, imprints.checksums, imprints.sketches.each(), strict=True)


def put_together(each: Iterable[Imprint]) -> Imprints:
    """Return the imprints of several texts as one."""
    lengths, checksums, sketches = zip(*each, strict=True)
    return Imprints(lengths, checksums, Sketches.of(sketches))


def packed_imprints(digests: Sequence[bytes], imprints: Imprints) -> bytes:
    """Return the imprints of the texts that have these digests."""
    numbers = np.array([len(digests), *imprints.lengths, *imprints.checksums], _NUMBER)
    sizes, hashes = imprints.sketches.sizes.astype(_SIZE), imprints.sketches.hashes.astype(_HASH, copy=False)
    return b"".join([numbers.data, *digests, sizes.data, hashes.data])


def unpacked_imprints(content: bytes) -> dict[bytes, Imprint]:
    """Return text's digest → its imprint; nothing where there is none."""
    if not content:
        return {}
    count = int(np.frombuffer(content, _NUMBER, 1)[0])
    lengths, checksums = (
        np.frombuffer(content, _NUMBER, 2 * count, _NUMBER.itemsize).reshape(2, count).tolist()
    )
    of_digests = _NUMBER.itemsize * (1 + 2 * count)
    of_sizes = of_digests + count * _DIGEST
    of_hashes = of_sizes + count * _SIZE.itemsize
    digests = [content[start : start + _DIGEST] for start in range(of_digests, of_sizes, _DIGEST)]
    sizes = np.frombuffer(content, _SIZE, count, of_sizes).astype(np.int64)
    hashes = np.frombuffer(content, _HASH, offset=of_hashes).astype(np.uint64, copy=False)
    sketches = Sketches(hashes, sizes).each()
    return dict(zip(digests, zip(lengths, checksums, sketches, strict=True), strict=True))
