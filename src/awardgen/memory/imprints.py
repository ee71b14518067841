"""Imprints of write-ups that an earlier run took, so that a run takes those of the texts that are new.

They are kept in the user's own cache, by the content of each text; see `awardgen.cache`.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from awardgen.cache import Cache
    from awardgen.checks.imprints import Imprints

_NAME: Final = "imprints"
_ADDED: Final = "imprints-added"
_WORTHWHILE: Final = 500
"""Of fewer texts the imprints are sooner taken than looked up."""
_MANY: Final = 0.05
"""The part of the texts that are kept by themselves, as they came later; with more, all are anew, 1.6 kB each."""


class ImprintMemory:
    """The imprints of one campaign's texts. It can be sent to another process.

    basis: the code that takes part, and whatever tells the campaign from others; empty where nothing is remembered.
    """

    def __init__(self, basis: str, cache: Cache) -> None:
        self._cache = cache
        self._basis = basis

    def keeps(self, count: int) -> bool:
        """Tell whether the imprints of so many texts are remembered."""
        return bool(self._basis) and count >= _WORTHWHILE

    def imprints(self, digests: Sequence[bytes], at_hand: Mapping[bytes, str]) -> Imprints | None:
        """Return the imprints of texts; None where that of a text that is not at hand is not remembered.

        digests: of at least one text, see `text_digest`. at_hand: digest → text, of some of them.
        """
        from awardgen.checks.imprints import imprints_of  # noqa: PLC0415 - numpy, for few runs
        from awardgen.memory import stored_imprints as stored  # noqa: PLC0415 - likewise

        key = hashlib.sha256(self._basis.encode("utf-8", "surrogatepass")).hexdigest()
        keeps = self.keeps(len(digests))
        entries = [self._cache.recall(name, key) if keeps else None for name in (_NAME, _ADDED)]
        first, added = (stored.unpacked_imprints(entry or b"") for entry in entries)
        known = {**added, **first}
        missing = [digest for digest in dict.fromkeys(digests) if digest not in known]
        if not all(digest in at_hand for digest in missing):
            return None
        if missing:
            made = imprints_of([at_hand[digest] for digest in missing])
            known.update(zip(missing, stored.each_of(made), strict=True))
        asked = stored.put_together(known[digest] for digest in digests)
        if missing and keeps:
            later = {digest: known[digest] for digest in digests if digest not in first}
            if len(later) > _MANY * len(digests):
                self._cache.keep(_NAME, key, stored.packed_imprints(digests, asked))
            else:
                of_later = stored.put_together(later.values())
                self._cache.keep(_ADDED, key, stored.packed_imprints([*later], of_later))
        return asked
