"""The place in data/事迹/ of a write-up that was handed in as a file of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from awardgen.catalogue import returned as kinds
from awardgen.collecting.intake import is_alike
from awardgen.collecting.kept_files import keep, read_file, replace_file
from awardgen.collecting.outcome import Outcome
from awardgen.collecting.ownership import starts_with_number
from awardgen.errors import AwardgenError
from awardgen.finding import Place
from awardgen.layout import DATA_FOLDER
from awardgen.workbook import WRITE_UP_FOLDER, label_key, read_write_up_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from awardgen.collecting.reading import ReadFile
    from awardgen.collecting.sources import HandedIn
    from awardgen.finding import Finding

_UNSAFE = frozenset('<>:"/\\|?*')
_KEPT = "备份"


@dataclass(frozen=True, slots=True)
class CollectedWriteUp:
    """A write-up and what becomes of it. path: below the campaign's folder."""

    number: str
    outcome: Outcome
    file: HandedIn
    path: PurePosixPath


def place_write_up(
    folder: Path, read: ReadFile, number: str, *, takes_forms: bool, findings: list[Finding]
) -> CollectedWriteUp:
    """Return what becomes of a write-up; nothing is written yet."""
    file = read.file
    name = "".join("_" if each in _UNSAFE or not each.isprintable() else each for each in number).strip(". ")
    path = PurePosixPath(DATA_FOLDER, WRITE_UP_FOLDER, f"{name}{file.suffix}")
    there = list(_files_of(folder / DATA_FOLDER / WRITE_UP_FOLDER, number))
    if not there:
        return CollectedWriteUp(number, Outcome.NEW, file, path)
    path = PurePosixPath(DATA_FOLDER, WRITE_UP_FOLDER, there[0].name)
    if _says_the_same(there[0], read):
        return CollectedWriteUp(number, Outcome.EQUAL, file, path)
    if takes_forms:
        return CollectedWriteUp(number, Outcome.TAKEN, file, path.with_suffix(file.suffix))
    message = f"{there[0].name}与交来的{file.path.name}内容不同。"
    findings.append(kinds.WRITE_UP_DIFFERS.at(Place(str(path)), message, applicant=number))
    return CollectedWriteUp(number, Outcome.DIFFERENT, file, path)


def write_write_up(folder: Path, write_up: CollectedWriteUp, moment: datetime) -> None:
    """Put a write-up into its place; one that it replaces is kept in the folder 备份 beside it. Raise AwardgenError."""
    path = folder / write_up.path
    for old in _files_of(path.parent, write_up.number):
        keep(old, read_file(old), moment, path.parent / _KEPT)
        if old != path:
            old.unlink()
    replace_file(path, write_up.file.content)


def _files_of(folder: Path, number: str) -> Iterable[Path]:
    if not folder.is_dir():
        return []
    return [
        path
        for path in sorted(folder.iterdir())
        if path.is_file()
        and not path.name.startswith("~$")
        and starts_with_number(label_key(path.stem), label_key(number))
    ]


def _says_the_same(path: Path, read: ReadFile) -> bool:
    if path.read_bytes() == read.file.content:
        return True
    try:
        return is_alike(read_write_up_file(path), read.text)
    except AwardgenError:
        return False
