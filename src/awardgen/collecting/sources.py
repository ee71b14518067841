"""The files that were handed in: named one by one, in folders, in zip files inside zip files."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from awardgen.catalogue import returned as kinds
from awardgen.errors import AwardgenError, reason
from awardgen.finding import Place
from awardgen.zip_errors import UNREADABLE_ZIP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from awardgen.finding import Finding

_LARGEST_FILE = 64 * 2**20
_LARGEST_ARCHIVE = 1024 * 2**20
_MOST_FILES = 20_000
_DEEPEST = 3
_OF_AN_OFFICE_FILE = "[Content_Types].xml"
_UTF8_NAMES = 0x800
_NOT_HANDED_IN = ("~$", "~wr", ".", "thumbs.db", "desktop.ini")
_NOT_FOLDERS = frozenset({"__MACOSX"})


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One file. path: as findings name it, with the zip file it was in. converted: its content is a .docx by now."""

    path: PurePosixPath
    content: bytes
    converted: bool = False

    @property
    def suffix(self) -> str:
        return ".docx" if self.converted else self.path.suffix.lower()

    @property
    def place(self) -> Place:
        return Place(str(self.path))


def handed_in(paths: Iterable[Path], findings: list[Finding]) -> Iterator[HandedIn]:
    """Yield every file, in the order of the names. Raise AwardgenError where a path does not exist."""
    for path in paths:
        if not path.exists():
            raise AwardgenError(f"没有找到{path}。", "请核对文件或文件夹的名称。")
        files = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
        for file in files:
            name = PurePosixPath(file.as_posix())
            below = (
                PurePosixPath(file.relative_to(path).as_posix())
                if path.is_dir()
                else PurePosixPath(file.name)
            )
            if not _counts(below):
                continue
            try:
                if file.stat().st_size > _LARGEST_ARCHIVE:
                    findings.append(kinds.FILE_UNREADABLE.at(Place(str(name)), f"{file.name}太大，没有读。"))
                    continue
                content = file.read_bytes()
            except OSError as problem:
                message = f"{file.name}打不开（{reason(problem)}）。"
                findings.append(kinds.FILE_UNREADABLE.at(Place(str(name)), message))
                continue
            yield from _expanded(HandedIn(name, content), findings, 0)


def _counts(path: PurePosixPath) -> bool:
    is_hidden = any(part.startswith(".") for part in path.parts)
    is_left_behind = path.name.lower().startswith(_NOT_HANDED_IN)
    return not (is_hidden or is_left_behind or _NOT_FOLDERS.intersection(path.parts))


def _expanded(file: HandedIn, findings: list[Finding], depth: int) -> Iterator[HandedIn]:
    if file.suffix != ".zip" or not file.content:
        yield file
        return
    if depth == _DEEPEST:
        findings.append(kinds.ARCHIVE_UNREADABLE.at(file.place, f"压缩包套了{_DEEPEST}层以上，没有再解开。"))
        return
    try:
        with zipfile.ZipFile(BytesIO(file.content)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if any(info.filename == _OF_AN_OFFICE_FILE for info in infos):
                yield file
                return
            if len(infos) > _MOST_FILES or sum(info.file_size for info in infos) > _LARGEST_ARCHIVE:
                findings.append(kinds.ARCHIVE_UNREADABLE.at(file.place, "解开后太大，没有读。"))
                return
            for info in infos:
                yield from _member(file, archive, info, findings, depth)
    except UNREADABLE_ZIP:
        findings.append(kinds.ARCHIVE_UNREADABLE.at(file.place, f"{file.path.name}已损坏，或者没有传完。"))


def _member(
    file: HandedIn, archive: zipfile.ZipFile, info: zipfile.ZipInfo, findings: list[Finding], depth: int
) -> Iterator[HandedIn]:
    name = "".join(each if each.isprintable() else "_" for each in _name(info))
    inside = PurePosixPath(*(part for part in PurePosixPath(name).parts if part not in ("/", "..")))
    if not _counts(inside):
        return
    path = file.path / inside
    try:
        with archive.open(info) as stream:
            content = stream.read(_LARGEST_FILE + 1)  # what it says of its size may be untrue
    except (RuntimeError, NotImplementedError):
        findings.append(
            kinds.ARCHIVE_UNREADABLE.at(Place(str(path)), "压缩包设了密码，或者用了少见的压缩方法。")
        )
        return
    except UNREADABLE_ZIP:
        findings.append(kinds.ARCHIVE_UNREADABLE.at(Place(str(path)), f"压缩包里的{path.name}已损坏。"))
        return
    if len(content) > _LARGEST_FILE:
        findings.append(kinds.FILE_UNREADABLE.at(Place(str(path)), f"{path.name}太大，没有读。"))
        return
    yield from _expanded(HandedIn(path, content), findings, depth + 1)


def _name(info: zipfile.ZipInfo) -> str:
    """Return a name as it was meant: Chinese Windows writes GBK, which zip files do not tell."""
    name = info.filename.replace("\\", "/")
    if info.flag_bits & _UTF8_NAMES:
        return name
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return name
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding).replace("\\", "/")
        except UnicodeDecodeError:
            continue
    return name
