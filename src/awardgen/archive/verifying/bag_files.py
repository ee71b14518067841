"""The files of a bag against its manifests (RFC 8493, 3): each that is changed, missing or too many, by name."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import bagit

from awardgen.archive.quiet import quiet
from awardgen.archive.verifying.opening import MOST_FILES
from awardgen.catalogue import archive as kinds
from awardgen.errors import reason
from awardgen.finding import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from awardgen.finding import Finding

_LARGEST_TAG_FILE: Final = 64 * 2**20
_PAYLOAD: Final = "data"
_NOT_LISTED: Final = ("tagmanifest-",)  # nothing lists these but nothing needs to
_BLOCK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class BagFiles:
    """What became of the check. intact: the files, by path, that are as the manifests have them."""

    findings: tuple[Finding, ...]
    intact: frozenset[str] = frozenset()
    files: int = 0
    info: Mapping[str, str] = field(default_factory=dict)


def check_files(folder: Path) -> BagFiles:
    """Check a bag's files. No link is followed, and nothing outside of the folder is opened."""
    found: list[Finding] = []
    files = _walk(folder, found)
    if files is None:
        return BagFiles(tuple(found))
    if any(each.kind is kinds.PATH_UNSAFE for each in found):
        # bagit.py follows links, so it is not let near them.
        return BagFiles(tuple(found), files=len(files))
    bag = _open(folder, files, found)
    if bag is None:
        return BagFiles(tuple(found), files=len(files))
    intact = frozenset(_compare(folder, bag, files, found))
    found += _structure(bag, intact == files.keys())
    told = {str(name): str(value) for name, value in bag.info.items()}
    return BagFiles(tuple(found), intact, len(files), told)


def _walk(folder: Path, found: list[Finding]) -> dict[str, int] | None:
    """Return path → size of every file; None where there are too many to go on."""
    files: dict[str, int] = {}
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        try:
            with os.scandir(folder / inside) as entries:
                for entry in entries:
                    path = f"{inside}{entry.name}"
                    seen = entry.stat(follow_symlinks=False)
                    if stat.S_ISDIR(seen.st_mode) and not _is_junction(entry.path):
                        waiting.append(f"{path}/")
                    elif stat.S_ISREG(seen.st_mode):
                        files[path] = seen.st_size
                    else:
                        found.append(kinds.PATH_UNSAFE.at(Place(path), "包里有链接或别的不是文件的东西。"))
        except OSError as error:
            found.append(kinds.NO_BAG.at(Place(inside or "."), f"文件夹读不出来（{reason(error)}）。"))
        if len(files) > MOST_FILES:
            found.append(kinds.BAG_OVERSIZE.at(Place("."), f"包里的文件超过{MOST_FILES}个。"))
            return None
    return files


def _is_junction(path: str) -> bool:
    """Tell what on Windows is a link to a folder and does not call itself one; Python 3.12 can ask."""
    return bool(getattr(os.path, "isjunction", lambda _: False)(path))


def _open(folder: Path, files: Mapping[str, int], found: list[Finding]) -> bagit.Bag | None:
    if "bagit.txt" not in files:
        found.append(kinds.NO_BAG.at(Place("bagit.txt"), "没有bagit.txt，不是归档包。"))
        return None
    for path, size in files.items():
        if "/" not in path and path.endswith(".txt") and size > _LARGEST_TAG_FILE:
            found.append(kinds.BAG_OVERSIZE.at(Place(path), f"有{size // 2**20}MB，太大了。"))
            return None
    try:
        with quiet():
            bag = bagit.Bag(str(folder))
            bag.validate_fetch()
    except (bagit.BagError, ValueError, LookupError, OSError, RecursionError) as error:
        unsafe = "unsafe" in str(error)
        kind = kinds.PATH_UNSAFE if unsafe else kinds.NO_BAG
        why = "清单里有跳到包以外的路径" if unsafe else "bagit.txt、bag-info.txt或清单读不出来"
        found.append(kind.at(Place("."), f"{why}（{_short(str(error))}）。"))
        return None
    return bag


def _compare(folder: Path, bag: bagit.Bag, files: Mapping[str, int], found: list[Finding]) -> Iterator[str]:
    """Yield the files that are as they should be, and tell of the rest."""
    listed = {path.replace(os.sep, "/"): hashes for path, hashes in bag.entries.items()}
    # macOS stores names decomposed, so they are compared as bagit.py does.
    there = {unicodedata.normalize("NFC", path): path for path in files}
    expected = set()
    for path, hashes in sorted(listed.items()):
        key = unicodedata.normalize("NFC", path)
        expected.add(key)
        if key not in there:
            found.append(kinds.FILE_MISSING.at(Place(path), f"缺少“{path}”。"))
        elif _is_changed(folder / there[key], hashes, path, found):
            found.append(kinds.CHECKSUM_DIFFERS.at(Place(path), f"“{path}”的内容变了。"))
        else:
            yield there[key]
    lists_tag_files = any(name.startswith("tagmanifest-") for name in files)
    for key, path in sorted(there.items()):
        if key in expected:
            continue
        if path.startswith(f"{_PAYLOAD}/") or (lists_tag_files and not path.startswith(_NOT_LISTED)):
            found.append(kinds.FILE_UNEXPECTED.at(Place(path), f"多出“{path}”。"))
        else:
            yield path


def _is_changed(file: Path, hashes: Mapping[str, str], path: str, found: list[Finding]) -> bool:
    # What has no fixed length is no checksum.
    digests = {name: hashlib.new(name) for name in hashes if not name.startswith("shake")}
    try:
        with file.open("rb") as opened:
            while block := opened.read(_BLOCK):
                for digest in digests.values():
                    digest.update(block)
    except OSError as error:
        found.append(kinds.CHECKSUM_DIFFERS.at(Place(path), f"“{path}”读不出来（{reason(error)}）。"))
        return False
    return not digests or any(digests[name].hexdigest() != hashes[name].lower() for name in digests)


def _structure(bag: bagit.Bag, is_complete: bool) -> Iterator[Finding]:  # noqa: FBT001 - one caller
    """Yield what bagit.py has against the bag as a whole; of a bag with other faults its totals say nothing new."""
    try:
        with quiet():
            bag.validate(fast=bag.has_oxum(), completeness_only=True)
    except (bagit.BagError, ValueError, OSError) as error:
        message = str(error)
        if is_complete:
            yield kinds.NO_BAG.at(Place("."), f"不合BagIt规范（{_short(message)}）。")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 200 else f"{line[:200]}…"  # noqa: PLR2004 - a line or two
