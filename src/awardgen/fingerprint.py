"""What a run depends on, as digests: the files of a campaign, awardgen's own code, and the libraries beside it."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import awardgen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_OPEN_IN_OFFICE = "~$"
_INSTALLED = ".dist-info"
_OF_CODE = {".py", ".j2", ".js", ".css"}


def digest_of_inputs(folders: Iterable[Path], options: Iterable[object]) -> str:
    """Return a digest of every file below the folders, of the options, and of all code that takes part.

    It is empty where a file cannot be read: whoever reads it next tells why.
    """
    try:
        digest = hashlib.sha256(repr((code(Path(awardgen.__file__).parent), list(options))).encode())
        for folder in folders:
            for path in _files_below(folder, set()):
                name = str(path.relative_to(folder.parent)).encode("utf-8", "surrogatepass")
                with path.open("rb") as file:
                    content = hashlib.file_digest(file, "sha256").digest()
                digest.update(hashlib.sha256(name).digest() + content)
    except OSError:
        return ""
    return digest.hexdigest()


def code(package: Path) -> str:
    """Return what changes with a package of awardgen, with Python, and with any library that is installed."""
    files = sorted(
        (str(path.relative_to(package)), path.stat())
        for path in package.rglob("*")
        if path.suffix in _OF_CODE
    )
    modules = [f"{name} {found.st_size} {found.st_mtime_ns}" for name, found in files]
    places = [place for place in map(Path, sys.path) if place.is_dir()]
    libraries = {each.name for place in places for each in place.iterdir() if each.name.endswith(_INSTALLED)}
    return " ".join([sys.version, *modules, *sorted(libraries)])


def _files_below(folder: Path, inside: set[Path]) -> Iterator[Path]:
    """Yield files in order, those behind links too. inside: the folders on the way, as a link may lead back."""
    real = folder.resolve()
    if real in inside or not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            yield from _files_below(path, inside | {real})
        elif path.is_file() and not path.name.startswith(_OPEN_IN_OFFICE):
            yield path
