"""Sketches of write-ups that an earlier run made, so that a run makes those of the texts that are new.

They are kept in the user's own cache, by the content of each text; see `awardgen.cache`.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.cache import Cache
    from awardgen.checks.sketches import Sketches

_NAME: Final = "sketches"
_ADDED: Final = "sketches-added"
_WORTHWHILE: Final = 500
"""Fewer texts are sketched sooner than looked up."""
_MANY: Final = 0.05
"""The part of the texts that are kept by themselves, as they came later; with more, all are anew, 1.6 kB each."""


class SketchMemory:
    """The sketches of one campaign's texts. It can be sent to another process.

    basis: the code that takes part, and whatever tells the campaign from others; empty where nothing is remembered.
    """

    def __init__(self, basis: str, cache: Cache) -> None:
        self._cache = cache
        self._basis = basis

    def keeps(self, count: int) -> bool:
        """Tell whether the sketches of so many texts are remembered."""
        return bool(self._basis) and count >= _WORTHWHILE

    def sketch(self, texts: Mapping[bytes, str | None]) -> Sketches | None:
        """Return the sketches of texts; None where the sketch of a text that is not at hand is not remembered.

        texts: at least one, by its `text_digest`: the text without white space, None where it is not at hand.
        """
        from awardgen.checks.sketches import Sketches, sketches_of  # noqa: PLC0415 - numpy, for few runs
        from awardgen.memory.stored_sketches import packed_sketches, unpacked_sketches  # noqa: PLC0415 - likewise

        key = hashlib.sha256(self._basis.encode("utf-8", "surrogatepass")).hexdigest()
        keeps = self.keeps(len(texts))
        stored = [self._cache.recall(name, key) if keeps else None for name in (_NAME, _ADDED)]
        known, added = (unpacked_sketches(each or b"") for each in stored)
        known.update(added)
        missing: dict[bytes, str] = {}
        for digest, text in texts.items():
            if digest in known:
                continue
            if text is None:
                return None
            missing[digest] = text
        if missing:
            made = dict(zip(missing, sketches_of([*missing.values()]).each(), strict=True))
            known.update(made)
            added.update(made)
        sketched = Sketches.of([known[digest] for digest in texts])
        if missing and keeps:
            if len(added) > _MANY * len(texts):
                self._cache.keep(_NAME, key, packed_sketches([*texts], sketched))
            else:
                self._cache.keep(_ADDED, key, packed_sketches([*added], Sketches.of([*added.values()])))
        return sketched
