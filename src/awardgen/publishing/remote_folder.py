"""A place that fsspec knows, for clusters whose machines share no disk."""

from __future__ import annotations

import errno
import zlib
from typing import TYPE_CHECKING, Any

from awardgen.errors import AwardgenError
from awardgen.publishing.folder import Stamp
from awardgen.publishing.names import STAGED_PREFIX, STAGED_SUFFIX, numbered

if TYPE_CHECKING:
    from collections.abc import Mapping

# Under which names file systems tell when, or in which version, a file was written.
_VERSIONS = ("ETag", "etag", "md5Hash", "content_md5", "mtime", "LastModified", "last_modified", "created")


class RemoteFolder:
    """A URL such as s3://bucket/campaign. Raises AwardgenError where fsspec or the protocol's library is missing."""

    def __init__(self, location: str) -> None:
        try:
            from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra

            self._system, self._top = url_to_fs(location)
        except (ImportError, ValueError) as error:
            message = f"不能写到{location}：{error}。"
            tip = "请用 pip install awardgen[cluster] 安装所需的组件，并检查网址的开头部分。"
            raise AwardgenError(message, tip) from error
        self.location = location
        self._system.makedirs(self._top, exist_ok=True)

    def files(self) -> Mapping[str, Stamp]:
        self._system.invalidate_cache()
        found = self._system.find(self._top, detail=True)
        below = len(self._top.rstrip("/")) + 1
        return {path[below:]: _stamp(info) for path, info in found.items()}

    def read(self, path: str) -> bytes:
        data: bytes = self._system.cat_file(self._at(path))
        return data

    def write(self, path: str, data: bytes) -> Stamp:
        target = self._at(path)
        folder, _, name = target.rpartition("/")
        self._system.makedirs(folder, exist_ok=True)
        staged = f"{folder}/{STAGED_PREFIX}{name}{STAGED_SUFFIX}"
        try:
            self._system.pipe_file(staged, data)
            self._system.mv(staged, target)
        except BaseException:
            if self._system.exists(staged):
                self._system.rm_file(staged)
            raise
        return _stamp(self._system.info(target))

    def append(self, path: str, data: bytes) -> None:  # noqa: ARG002 - the data is lost, and nobody asks for it
        # Object stores cannot append; what a run that was cut short left there is asked about again.
        raise OSError(errno.ENOTSUP, "append", path)

    def move(self, path: str, target: str) -> str:
        for free in numbered(target):
            place = self._at(free)
            if not self._system.exists(place):
                self._system.makedirs(place.rpartition("/")[0], exist_ok=True)
                self._system.mv(self._at(path), place)
                return free
        raise FileExistsError(target)

    def remove(self, path: str) -> None:
        self._system.rm_file(self._at(path))

    def _at(self, path: str) -> str:
        return f"{self._top.rstrip('/')}/{path}"


def _stamp(info: Mapping[str, Any]) -> Stamp:
    version = next((str(info[name]) for name in _VERSIONS if info.get(name)), "")
    return Stamp(int(info.get("size") or 0), zlib.crc32(version.encode()), int(info.get("ino") or 0))
