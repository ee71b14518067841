from __future__ import annotations

import hashlib
import marshal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# The first has no references between objects: equal texts give equal bytes, whichever objects they are.
_MARSHAL_VERSION = 0


def counted(texts: Iterable[str]) -> str:
    """Return one text that only the same texts in the same order give."""
    return "".join([f"{len(text)}:{text}" for text in texts])


def digest_of(texts: Iterable[str]) -> str:
    """Return a digest that only the same texts in the same order give. texts: none of a subclass."""
    return hashlib.sha256(marshal.dumps([*texts], _MARSHAL_VERSION)).hexdigest()
