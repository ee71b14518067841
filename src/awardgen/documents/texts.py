from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def counted(texts: Iterable[str]) -> str:
    """Return one text that only the same texts in the same order give."""
    return "".join([f"{len(text)}:{text}" for text in texts])


def digest_of(texts: Iterable[str]) -> str:
    """Return a digest that only the same texts in the same order give."""
    return hashlib.sha256(counted(texts).encode("utf-16-le", "surrogatepass")).hexdigest()
