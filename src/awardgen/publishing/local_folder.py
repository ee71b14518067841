from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from awardgen.publishing.folder import Stamp
from awardgen.publishing.names import STAGED_PREFIX, STAGED_SUFFIX, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator


class LocalFolder:
    """A folder of this machine. Links that lead out of it are refused."""

    def __init__(self, location: str) -> None:
        self.location = location
        self._top = Path(location)
        self._real_top = self._top.resolve()
        self._known: set[Path] = set()
        self._top.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=STAGED_PREFIX, suffix=STAGED_SUFFIX, dir=self._top)
        os.close(handle)
        Path(name).unlink()

    def files(self) -> dict[str, Stamp]:
        return dict(_files_below(str(self._top), ""))

    def read(self, path: str) -> bytes:
        self._refuse_links(self._top / path)
        return (self._top / path).read_bytes()

    def write(self, path: str, data: bytes) -> Stamp:
        target = self._top / path
        self._refuse_links(target)
        if target.parent not in self._known:
            target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=STAGED_PREFIX, suffix=STAGED_SUFFIX, dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                found = os.fstat(file.fileno())
            os.chmod(name, 0o644)  # noqa: PTH101 - a document a millisecond: no Path for each
            os.replace(name, target)  # noqa: PTH105
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return Stamp(found.st_size, found.st_mtime_ns, found.st_ino)

    def move(self, path: str, target: str) -> str:
        self._refuse_links(self._top / path)
        for free in numbered(target):
            place = self._top / free
            if not place.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                self._refuse_links(place)
                (self._top / path).replace(place)
                self._remove_empty(path)
                return free
        raise FileExistsError(target)

    def remove(self, path: str) -> None:
        self._refuse_links(self._top / path)
        (self._top / path).unlink()
        self._remove_empty(path)

    def _remove_empty(self, path: str) -> None:
        folder = (self._top / path).parent
        while folder != self._top:
            self._known.discard(folder)
            try:
                folder.rmdir()
            except OSError:
                return
            folder = folder.parent

    def _refuse_links(self, target: Path) -> None:
        """Raise OSError where a link on the way leads out of the folder: nothing is written or moved there."""
        folder = target.parent
        if folder not in self._known:
            if not folder.resolve().is_relative_to(self._real_top):
                raise OSError("路径经过链接指到了output/以外")
            if folder.is_dir():
                self._known.add(folder)
        if target.is_symlink():
            raise OSError("路径经过链接指到了output/以外")


def _files_below(folder: str, prefix: str) -> Iterator[tuple[str, Stamp]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files_below(entry.path, f"{prefix}{entry.name}/")
            elif entry.is_file():
                found = os.stat(entry.path)  # noqa: PTH116 - on Windows only this gives the inode
                yield f"{prefix}{entry.name}", Stamp(found.st_size, found.st_mtime_ns, found.st_ino)
