"""The signed and sealed scans of data/签章件: which item each belongs to, told by its name."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from awardgen.archive.item import Scan
from awardgen.archive.page_images import PdfUnreadableError, pages_with_content
from awardgen.catalogue import archive as kinds
from awardgen.finding import Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from awardgen.archive.item import Item
    from awardgen.finding import Finding

_SUFFIX: Final = ".pdf"


@dataclass(frozen=True, slots=True)
class ScannedItems:
    """The items with their scans. others: files that belong to none."""

    items: tuple[Item, ...]
    others: tuple[Path, ...]
    findings: tuple[Finding, ...]


def with_scans(items: Sequence[Item], campaign_folder: Path, folder: Path) -> ScannedItems:
    """Give each item its scans. folder: where they lie; it may not be there."""
    findings: list[Finding] = []
    others: list[Path] = []
    found: defaultdict[int, list[Scan]] = defaultdict(list)
    prefixes = _prefixes(items)
    for file in _files_in(folder):
        place = Place(file.relative_to(campaign_folder).as_posix())
        owner = _owner(file, prefixes, items) if file.suffix.lower() == _SUFFIX else None
        if owner is None:
            others.append(file)
            findings.append(kinds.SCAN_UNCLAIMED.at(place, f"不知道“{file.name}”是哪一份文书的签章件。"))
            continue
        try:
            found[owner].append(Scan(file, pages_with_content(file)))
        except PdfUnreadableError:
            others.append(file)
            findings.append(kinds.SCAN_UNREADABLE.at(place, f"签章件“{file.name}”打不开。"))
    return ScannedItems(
        tuple(replace(each, scans=tuple(found[index])) for index, each in enumerate(items)),
        tuple(others),
        tuple(findings),
    )


def _files_in(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    seen = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(path for path in seen if not path.name.startswith((".", "~$")))


def _prefixes(items: Sequence[Item]) -> Mapping[str, list[int]]:
    """Return how the names of an item's scans begin → the items: its 编号, its rows, and its files' own names."""
    prefixes: defaultdict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        names: list[str] = []
        for document in item.documents:
            if document.application is not None:
                names += (document.application.number, document.output.stem)
            else:
                names += (document.row.name, document.output.stem)
        for name in dict.fromkeys(_key(each) for each in names if each):
            prefixes[name].append(index)
    return prefixes


def _owner(file: Path, prefixes: Mapping[str, list[int]], items: Sequence[Item]) -> int | None:
    """Return the item of the longest name that the scan's begins with; SF-1 does not begin SF-10, as it runs on."""
    stem = _key(file.stem)
    for end in range(len(stem), 0, -1):
        owners = prefixes.get(stem[:end])
        following = stem[end : end + 1]
        if owners is None or (following.isascii() and following.isalnum()):
            continue
        if len(owners) > 1:  # a row with a file for each group or award: the rest of the name says which
            owners = [each for each in owners if (key := _key(items[each].main.key)) and key in stem[end:]]
        return owners[0] if len(owners) == 1 else None
    return None


def _key(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()
