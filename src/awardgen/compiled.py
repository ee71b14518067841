"""The compiled modules of awardgen.writeup, where the machine has any; `python -m tools.compile` makes them.

They stand apart from the sources, with a copy of what they were compiled from. Sources that have changed since, or a
Python that cannot load them, are no error: the sources are run instead, and say the same in nearly twice the time.
"""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = "awardgen_compiled"  # a package of its own in site-packages
SOURCES = "sources"  # what it was compiled from
LIBRARY = f"{FOLDER}.writeup"  # mypyc adds __mypyc


def sources_of(folder: Path) -> bytes:
    """Return the sources of a package, one after the other. Raises OSError."""
    return b"".join(
        b"# %b\n%b" % (source.name.encode(), source.read_bytes()) for source in sorted(folder.glob("*.py"))
    )


def with_compiled(search_path: Iterable[str]) -> list[str]:
    """Put the compiled modules before a package's sources, if these are what they were compiled from.

    search_path: the package's __path__. AWARDGEN_PURE=1 asks for the sources.
    """
    as_it_is = list(search_path)
    if os.environ.get("AWARDGEN_PURE"):
        return as_it_is
    try:
        compiled = import_module(FOLDER)
        if sources_of(Path(as_it_is[0])) != Path(*compiled.__path__, SOURCES).read_bytes():
            return as_it_is
        import_module(f"{LIBRARY}__mypyc")
    except (ImportError, OSError):
        return as_it_is
    return [*compiled.__path__, *as_it_is]
