from __future__ import annotations

import hashlib
import marshal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Union

if TYPE_CHECKING:
    from collections.abc import Iterable

Part = Union[str, int, None, "tuple[Part, ...]"]
"""What a digest can be of: texts, numbers and truths, nothing, and all of these together; none of a subclass."""

# The first has no references between objects: equal texts give equal bytes, whichever objects they are.
_MARSHAL_VERSION = 0
LONG: Final = 200
"""Characters from which on a text is better known by its digest than looked through again."""


def digest_of(parts: Iterable[Part]) -> str:
    """Return a digest that only the same parts in the same order give: 1, "1" and True are three."""
    return hashlib.sha256(marshal.dumps([*parts], _MARSHAL_VERSION)).hexdigest()


@lru_cache
def digest_of_names(names: tuple[str, ...]) -> str:
    """Return a digest that only these names give; all rows of a sheet have the same."""
    return digest_of(names)
