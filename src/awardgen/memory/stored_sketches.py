"""Sketches as an entry of the cache: how many, the digests of their texts, how long each is, and their hashes."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import numpy as np

from awardgen.checks.sketches import Sketches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.checks.sketches import Hashes

_COUNT, _SIZE, _HASH = np.dtype("<u4"), np.dtype("<u2"), np.dtype("<u8")
_DIGEST: Final = hashlib.sha256().digest_size


def packed_sketches(digests: Sequence[bytes], sketched: Sketches) -> bytes:
    """Return the sketches of the texts that have these digests."""
    count = np.array([len(digests)], _COUNT)
    sizes, hashes = sketched.sizes.astype(_SIZE), sketched.hashes.astype(_HASH)
    return b"".join([count.tobytes(), *digests, sizes.tobytes(), hashes.tobytes()])


def unpacked_sketches(content: bytes) -> dict[bytes, Hashes]:
    """Return text's digest → its sketch; nothing where there is none."""
    if not content:
        return {}
    count = int(np.frombuffer(content, _COUNT, 1)[0])
    of_sizes = _COUNT.itemsize + count * _DIGEST
    of_hashes = of_sizes + count * _SIZE.itemsize
    digests = [content[start : start + _DIGEST] for start in range(_COUNT.itemsize, of_sizes, _DIGEST)]
    sizes = np.frombuffer(content, _SIZE, count, of_sizes).astype(np.int64)
    hashes = np.frombuffer(content, _HASH, offset=of_hashes).astype(np.uint64, copy=False)
    return dict(zip(digests, Sketches(hashes, sizes).each(), strict=True))
