"""What stands for a long text wherever it is looked for again: in memories, and in what documents are made of."""

from __future__ import annotations

import hashlib
from functools import lru_cache

_KEPT = 1 << 17  # a write-up is asked about by several in one run; a province has 100,000


@lru_cache(_KEPT)
def text_digest(text: str) -> bytes:
    """Return a digest that only this text gives, lone surrogates and all."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
