"""What a run depends on, as digests: the files of a campaign, awardgen's own code, and the libraries beside it."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import awardgen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_LOCKS = ("~$", ".~")
"""What Office, LibreOffice and WPS lay beside a file that is open."""
_INSTALLED = ".dist-info"
_OF_CODE = {".py", ".j2", ".js", ".css"}


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a run depends on.

    digest: of everything; empty where a file cannot be read: whoever reads it next tells why.
    code: of all code that takes part. files: path, relative to the campaign's folder → digest of the content.
    """

    digest: str = ""
    code: str = ""
    files: Mapping[str, str] = field(default_factory=dict)


def inputs_of(folders: Iterable[Path], options: Iterable[object]) -> Inputs:
    """Return digests of every file below the folders, of the options, and of all code that takes part."""
    own_code = hashlib.sha256(code(Path(awardgen.__file__).parent).encode()).hexdigest()
    digest = hashlib.sha256(repr((own_code, list(options))).encode())
    files = {}
    try:
        for folder in folders:
            for path in files_below(folder, set()):
                name = path.relative_to(folder.parent).as_posix()
                files[name] = _digest_of(path)
                encoded = name.encode("utf-8", "surrogatepass")
                digest.update(hashlib.sha256(encoded).digest() + files[name].encode())
    except OSError:
        return Inputs()
    return Inputs(digest.hexdigest(), own_code, files)


def _digest_of(path: Path) -> str:
    if path.name.startswith(_LOCKS):  # that it is there is told, what it holds is nobody's business
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


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


def files_below(folder: Path, inside: set[Path]) -> Iterator[Path]:
    """Yield files in order, those behind links too. inside: the folders on the way, as a link may lead back."""
    real = folder.resolve()
    if real in inside or not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            yield from files_below(path, inside | {real})
        elif path.is_file():
            yield path
