from __future__ import annotations

import os
import secrets
import stat
import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from awardgen.publishing.folder import Stamp
from awardgen.publishing.names import STAGED_PREFIX, STAGED_SUFFIX, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator


_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOINHERIT", 0)
_MODE = 0o644


class LocalFolder:
    """A folder of this machine. Links that lead out of it are refused."""

    def __init__(self, location: str) -> None:
        self.location = location
        self._top = Path(location)
        self._root = str(self._top)
        self._real_top = self._top.resolve()
        self._known: set[str] = set()  # folders below it that are there, and are no links out of it
        self._own = secrets.token_hex(6)
        self._staged = count()
        self._top.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=STAGED_PREFIX, suffix=STAGED_SUFFIX, dir=self._top)
        os.close(handle)
        Path(name).unlink()

    def files(self) -> dict[str, Stamp]:
        return dict(_files_below(str(self._top), ""))

    def read(self, path: str) -> bytes:
        self._refuse_links(path)
        return (self._top / path).read_bytes()

    def write(self, path: str, data: bytes) -> Stamp:
        # A document a millisecond: no Path for each, and no file object.
        self._refuse_links(path)
        folder = path.rpartition("/")[0]
        if folder not in self._known:
            (self._top / folder).mkdir(parents=True, exist_ok=True)
        # A process that was forked writes under names of its own.
        own = f"{STAGED_PREFIX}{self._own}-{os.getpid()}-{next(self._staged)}{STAGED_SUFFIX}"
        staged, target = f"{self._root}/{folder}/{own}", f"{self._root}/{path}"
        handle = os.open(staged, _NEW_FILE, _MODE)
        try:
            try:
                rest = memoryview(data)
                while rest:
                    rest = rest[os.write(handle, rest) :]
                found = os.fstat(handle)
            finally:
                os.close(handle)
            if stat.S_IMODE(found.st_mode) != _MODE:  # the umask has taken some of it away
                os.chmod(staged, _MODE)  # noqa: PTH101
            os.replace(staged, target)  # noqa: PTH105
        except BaseException:
            Path(staged).unlink(missing_ok=True)
            raise
        return Stamp(found.st_size, found.st_mtime_ns, found.st_ino)

    def move(self, path: str, target: str) -> str:
        self._refuse_links(path)
        for free in numbered(target):
            place = self._top / free
            if not place.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                self._refuse_links(free)
                (self._top / path).replace(place)
                self._remove_empty(path)
                return free
        raise FileExistsError(target)

    def remove(self, path: str) -> None:
        self._refuse_links(path)
        (self._top / path).unlink()
        self._remove_empty(path)

    def _remove_empty(self, path: str) -> None:
        folder = path.rpartition("/")[0]
        while folder:
            self._known.discard(folder)
            try:
                (self._top / folder).rmdir()
            except OSError:
                return
            folder = folder.rpartition("/")[0]

    def _refuse_links(self, path: str) -> None:
        """Raise OSError where a link on the way leads out of the folder: nothing is written or moved there."""
        folder = path.rpartition("/")[0]
        if folder not in self._known:
            place = self._top / folder
            if not place.resolve().is_relative_to(self._real_top):
                raise OSError("路径经过链接指到了output/以外")
            if place.is_dir():
                self._known.add(folder)
        if os.path.islink(f"{self._root}/{path}"):  # noqa: PTH114 - see write
            raise OSError("路径经过链接指到了output/以外")


def _files_below(folder: str, prefix: str) -> Iterator[tuple[str, Stamp]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files_below(entry.path, f"{prefix}{entry.name}/")
            elif entry.is_file():
                found = os.stat(entry.path)  # noqa: PTH116 - on Windows only this gives the inode
                yield f"{prefix}{entry.name}", Stamp(found.st_size, found.st_mtime_ns, found.st_ino)
