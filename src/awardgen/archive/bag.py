"""The package: a BagIt bag (RFC 8493) with SHA-256, whose tag files are the same whenever and wherever it is made."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import bagit

from awardgen.archive.quiet import quiet

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ALGORITHM: Final = "sha256"
# bagit.py writes 0.97, of which RFC 8493 made 1.0; what is written here is valid as either.
_DECLARATION: Final = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_TAG_MANIFEST: Final = f"tagmanifest-{ALGORITHM}.txt"
_BLOCK: Final = 1 << 20


def make_bag(folder: Path, info: Mapping[str, str], tag_files: Mapping[str, bytes]) -> None:
    """Turn a folder, whose files are then its payload, into a bag.

    info: what stands in bag-info.txt. tag_files: files beside the payload.
    """
    with quiet():
        bagit.make_bag(str(folder), dict(info), checksums=[ALGORITHM])
    (folder / "bagit.txt").write_bytes(_DECLARATION.encode())
    for name, data in tag_files.items():
        (folder / name).write_bytes(data)
    # Its own list of tag files is in the order of the file system, and with one space, which sha256sum refuses.
    tags = sorted(path for path in folder.iterdir() if path.is_file() and path.name != _TAG_MANIFEST)
    lines = [f"{sha256_of_file(path)}  {path.name}\n" for path in tags]
    (folder / _TAG_MANIFEST).write_bytes("".join(lines).encode())


def software(version: str) -> str:
    """Return what bag-info.txt says that the bag was made with. version: awardgen's."""
    return f"awardgen {version}, bagit.py {bagit.VERSION} <{bagit.PROJECT_URL}>"


def sha256_of_file(path: Path) -> str:
    """Return a file's checksum, however large it is."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
