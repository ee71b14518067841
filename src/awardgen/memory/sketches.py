"""Sketches of write-ups that an earlier run made, so that a run makes those of the texts that are new.

They are kept in the user's own cache, by the content of each text; see `awardgen.cache`.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import numpy as np

from awardgen.checks.sketches import Sketches, sketches_of
from awardgen.text_digest import text_digest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from awardgen.cache import Cache
    from awardgen.checks.sketches import Hashes

_NAME: Final = "sketches"
_WORTHWHILE: Final = 500
"""Fewer texts are sketched sooner than looked up."""
_MANY: Final = 0.05
"""The part of the texts that must be new before all of them are kept anew: they are 1.6 kB each."""
_COUNT, _SIZE, _HASH = np.dtype("<u4"), np.dtype("<u2"), np.dtype("<u8")
_DIGEST: Final = hashlib.sha256().digest_size


class SketchMemory:
    """The sketches of one campaign's texts.

    basis: the code that takes part, and whatever tells the campaign from others; empty where nothing is remembered.
    """

    def __init__(self, basis: str, cache: Cache) -> None:
        self._cache = cache
        self._basis = basis

    def sketch(self, texts: Mapping[str, str]) -> Sketches:
        """Return the sketches of texts. texts: text → the same without white space."""
        if not self._basis or len(texts) < _WORTHWHILE:
            return sketches_of(texts)
        key = hashlib.sha256(self._basis.encode("utf-8", "surrogatepass")).hexdigest()
        known = _unpacked(self._cache.recall(_NAME, key) or b"")
        missing = {text: plain for text, plain in texts.items() if text_digest(text) not in known}
        if missing:
            made = sketches_of(missing).each()
            known.update(zip(map(text_digest, missing), made, strict=True))
        digests = [text_digest(text) for text in texts]
        sketched = Sketches.of([known[each] for each in digests])
        if len(missing) > _MANY * len(texts):
            self._cache.keep(_NAME, key, _packed(digests, sketched))
        return sketched


def _packed(digests: Sequence[bytes], sketched: Sketches) -> bytes:
    count = np.array([len(digests)], _COUNT)
    sizes, hashes = sketched.sizes.astype(_SIZE), sketched.hashes.astype(_HASH)
    return b"".join([count.tobytes(), *digests, sizes.tobytes(), hashes.tobytes()])


def _unpacked(content: bytes) -> dict[bytes, Hashes]:
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
