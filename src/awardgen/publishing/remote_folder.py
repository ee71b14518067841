"""A place that fsspec knows, for clusters whose machines share no disk."""

from __future__ import annotations

import zlib
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

from awardgen.errors import AwardgenError
from awardgen.publishing.folder import Stamp
from awardgen.publishing.names import STAGED_PREFIX, STAGED_SUFFIX, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Under which names file systems tell when, or in which version, a file was written.
_VERSIONS = ("ETag", "etag", "md5Hash", "content_md5", "mtime", "LastModified", "last_modified", "created")


class RemoteFolder:
    """A URL such as s3://bucket/campaign. Raises AwardgenError where fsspec or the protocol's library is missing."""

    def __init__(self, location: str) -> None:
        try:
            from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra
            from fsspec.spec import AbstractFileSystem  # noqa: PLC0415

            self._system, self._top = url_to_fs(location)
        except (ImportError, ValueError) as error:
            message = f"不能写到{location}：{error}。"
            tip = "请用 pip install awardgen[cluster] 安装所需的组件，并检查网址的开头部分。"
            raise AwardgenError(message, tip) from error
        self.location = location
        # Those that cannot rename, which are object stores, put a file there whole or not at all.
        self._renames = type(self._system).mv is not AbstractFileSystem.mv
        with _only_os_errors():
            self._system.makedirs(self._top, exist_ok=True)

    def files(self) -> Mapping[str, Stamp]:
        with _only_os_errors():
            self._system.invalidate_cache()
            found = self._system.find(self._top, detail=True)
        below = len(self._top.rstrip("/")) + 1
        return {path[below:]: _stamp(info) for path, info in found.items()}

    def read(self, path: str) -> bytes:
        with _only_os_errors():
            data: bytes = self._system.cat_file(self._at(path))
        return data

    def write(self, path: str, data: bytes) -> Stamp:
        target = self._at(path)
        with _only_os_errors():
            self._make_parent(target)
            if self._renames:
                self._write_and_rename(target, data)
            else:
                self._system.pipe_file(target, data)
            return _stamp(self._system.info(target))

    def move(self, path: str, target: str) -> str:
        with _only_os_errors():
            for free in numbered(target):
                place = self._at(free)
                if not self._system.exists(place):
                    self._make_parent(place)
                    self._move(self._at(path), place)
                    return free
        raise FileExistsError(target)

    def remove(self, path: str) -> None:
        with _only_os_errors():
            self._system.rm_file(self._at(path))

    def _write_and_rename(self, target: str, data: bytes) -> None:
        folder, _, name = target.rpartition("/")
        staged = f"{folder}/{STAGED_PREFIX}{name}{STAGED_SUFFIX}"
        try:
            self._system.pipe_file(staged, data)
            self._system.mv(staged, target)
        except BaseException:
            if self._system.exists(staged):
                self._system.rm_file(staged)
            raise

    def _move(self, path: str, target: str) -> None:
        if self._renames:
            self._system.mv(path, target)
        else:  # as mv does there, but [1] in a name is no pattern
            self._system.cp_file(path, target)
            self._system.rm_file(path)

    def _make_parent(self, path: str) -> None:
        self._system.makedirs(path.rpartition("/")[0], exist_ok=True)

    def _at(self, path: str) -> str:
        return f"{self._top.rstrip('/')}/{path}"


@contextmanager
def _only_os_errors() -> Iterator[None]:
    """Raise OSError for whatever the library of a place raises."""
    try:
        yield
    except OSError:
        raise
    except Exception as error:
        raise OSError(str(error)) from error


def _stamp(info: Mapping[str, Any]) -> Stamp:
    version = next((info[name] for name in _VERSIONS if info.get(name)), "")
    if isinstance(version, datetime):  # some tell of one file so, and of all as a number
        version = version.timestamp()
    return Stamp(int(info.get("size") or 0), zlib.crc32(str(version).encode()), int(info.get("ino") or 0))
