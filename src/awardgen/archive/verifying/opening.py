"""A package as a folder: it is one, or a zip of one, which is unpacked with care."""

from __future__ import annotations

import re
import shutil
import stat
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from awardgen.catalogue import archive as kinds
from awardgen.errors import AwardgenError, reason
from awardgen.finding import Place
from awardgen.zip_errors import DAMAGED_ZIP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.finding import Finding

MOST_FILES: Final = 200_000
_LARGEST: Final = 64 * 2**30  # bytes in all
_LEAST_FOR_RATIO: Final = 64 * 2**20
_MOST_TIMES: Final = 200  # what a file may grow by: text, at most, by some 20
_BLOCK: Final = 1 << 20
_DECLARATION: Final = "bagit.txt"
_CONTROL: Final = re.compile(r"[\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class Opened:
    """folder: the package; None where it could not be opened, which the findings tell."""

    folder: Path | None
    findings: tuple[Finding, ...] = ()


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Give a package as a folder. Raises AwardgenError where there is nothing at the path, or it cannot be read."""
    if path.is_dir():
        yield Opened(_top_of(path))
        return
    if not path.is_file():
        raise AwardgenError(f"没有找到{path}。", "请写归档包的文件夹，或者它的压缩包。")
    with TemporaryDirectory(prefix="awardgen-verify-", ignore_cleanup_errors=True) as name:
        try:
            yield _unpacked(path, Path(name))
        except OSError as error:
            raise AwardgenError(f"读不出{path.name}：{reason(error)}。", "请检查权限和磁盘空间。") from error


def _unpacked(path: Path, into: Path) -> Opened:
    place = Place(path.name)
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [each for each in archive.infolist() if not each.is_dir()]
            findings = [*_size_findings(entries, place), *_path_findings(entries)]
            if findings:
                return Opened(None, tuple(findings))
            for entry in entries:
                target = into / PurePosixPath(entry.filename)
                target.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(entry) as source, target.open("xb") as file:
                    shutil.copyfileobj(source, file, _BLOCK)
    except DAMAGED_ZIP as error:
        why = "压缩包设了密码" if isinstance(error, RuntimeError) else "不是完整的压缩包"
        return Opened(None, (kinds.NO_BAG.at(place, f"{why}，打不开。"),))
    except (FileExistsError, NotADirectoryError, IsADirectoryError):
        message = "压缩包里有两个文件同名，不知道哪一个是真的。"
        return Opened(None, (kinds.PATH_UNSAFE.at(place, message),))
    return Opened(_top_of(into))


def _size_findings(entries: list[zipfile.ZipInfo], place: Place) -> Iterator[Finding]:
    if len(entries) > MOST_FILES:
        yield kinds.BAG_OVERSIZE.at(place, f"压缩包里有{len(entries)}个文件。")
    if sum(each.file_size for each in entries) > _LARGEST:
        yield kinds.BAG_OVERSIZE.at(place, "压缩包解开后太大。")
    for each in entries:
        if each.file_size > _LEAST_FOR_RATIO and each.file_size > each.compress_size * _MOST_TIMES:
            yield kinds.BAG_OVERSIZE.at(Place(_shown(each.filename)), "这个文件解开后会大上几百倍。")


def _path_findings(entries: list[zipfile.ZipInfo]) -> Iterator[Finding]:
    seen: set[str] = set()
    for each in entries:
        name = each.filename
        mode = each.external_attr >> 16
        if stat.S_IFMT(mode) not in {0, stat.S_IFREG}:
            yield kinds.PATH_UNSAFE.at(Place(_shown(name)), "压缩包里有链接或别的不是文件的东西。")
        elif not is_inside(name) or "\\" in each.orig_filename:
            yield kinds.PATH_UNSAFE.at(Place(_shown(name)), "压缩包里有跳到包以外的路径。")
        elif name in seen:
            yield kinds.PATH_UNSAFE.at(Place(_shown(name)), "压缩包里有两个文件同名，不知道哪一个是真的。")
        seen.add(name)


def is_inside(name: str) -> bool:
    """Tell whether a path stays in the folder that it is relative to, on any system."""
    if not name or _CONTROL.search(name) or name.startswith(("/", "~")) or PureWindowsPath(name).drive:
        return False
    return not {"", ".", ".."} & set(name.split("/"))


def _shown(name: str) -> str:
    return _CONTROL.sub("�", name)


def _top_of(folder: Path) -> Path:
    """Return the bag in a folder: it, or the only folder in it (RFC 8493, 4: a bag is packed with its folder)."""
    if (folder / _DECLARATION).exists():
        return folder
    inside = [each for each in folder.iterdir() if not each.is_symlink() and (each / _DECLARATION).is_file()]
    return inside[0] if len(inside) == 1 else folder
