"""The signed and sealed scans of data/签章件: which item each belongs to, told by its name."""

from __future__ import annotations

import re
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
_LABEL: Final = re.compile(r"附件\d+")


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
            found[owner].append(Scan(file, file.relative_to(folder).as_posix(), pages_with_content(file)))
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
    """Return how the names of an item's scans begin → the items: its 编号, its rows, its files' own names, 附件2."""
    prefixes: defaultdict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        names: list[str] = []
        for document in item.documents:
            names += (document.row.name, document.output.stem)
            if document.application is not None:
                names.append(document.application.number)
            elif label := _LABEL.match(document.output.stem):
                names.append(label.group())
        for name in dict.fromkeys(_key(each) for each in names if each):
            prefixes[name].append(index)
    return prefixes


def _owner(file: Path, prefixes: Mapping[str, list[int]], items: Sequence[Item]) -> int | None:
    """Return the item of the longest name that the scan's begins with; SF-1 does not begin SF-10, as it runs on."""
    stem = _key(file.stem)
    for end in range(len(stem), 0, -1):
        owners = prefixes.get(stem[:end])
        runs_on = all(each.isascii() and each.isalnum() for each in (stem[end - 1], stem[end : end + 1]))
        if owners is None or runs_on:
            continue
        return owners[0] if len(owners) == 1 else _meant_by(stem[end:], owners, items)
    return None


def _meant_by(rest: str, owners: Sequence[int], items: Sequence[Item]) -> int | None:
    """Return of the items of one row, one a group or an application, the one that the rest of a scan's name says."""
    keys = {_key(items[each].main.key): each for each in owners}
    said = sorted((key for key in keys if key and key in rest), key=len, reverse=True)
    return keys[said[0]] if said else None


def _key(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()
