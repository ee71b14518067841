"""The user's own cache: what an earlier run has found and a later one need not. Whoever empties it loses time only.

Nothing that lies there is ever executed (no pickle), and nothing is believed that is not whole: an entry begins with a
digest of its name, its key and its content.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

FOLDER_VARIABLE: Final = "AWARDGEN_CACHE"
MOST_BYTES: Final = 512 << 20
"""What all entries together may take."""
_SUFFIX: Final = ".memory"
_KEY_SHOWN: Final = 32
_DIGEST: Final = hashlib.sha256().digest_size


def cache_folder() -> Path:
    """Return where the user's caches lie."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    if chosen:
        return Path(chosen)
    import platformdirs  # noqa: PLC0415 - most tests and servers choose a folder

    return platformdirs.user_cache_path("awardgen", appauthor=False)


class Cache:
    """Entries by name and key. Where the folder cannot be used, nothing is remembered and nothing is said."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or cache_folder()

    def recall(self, name: str, key: str) -> bytes | None:
        """Return an entry; None where there is none, or it is not what was kept."""
        path = self._path(name, key)
        try:
            data = path.read_bytes()
            os.utime(path)  # the entry that was of no use for the longest time goes first
        except OSError:
            return None
        content = memoryview(data)[_DIGEST:]
        return bytes(content) if _digest(name, key, content) == data[:_DIGEST] else None

    def keep(self, name: str, key: str, content: bytes) -> None:
        """Keep an entry. One that would take most of the room is not worth it."""
        if len(content) > MOST_BYTES // 4:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, staged = tempfile.mkstemp(
                suffix=f"{_SUFFIX}.new", dir=self._folder
            )  # for this user alone
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_digest(name, key, content))
                    file.write(content)
                Path(staged).replace(self._path(name, key))
            except BaseException:
                Path(staged).unlink(missing_ok=True)
                raise
            self._forget_the_oldest()

    def _path(self, name: str, key: str) -> Path:
        return self._folder / f"{name}-{key[:_KEY_SHOWN]}{_SUFFIX}"

    def _forget_the_oldest(self) -> None:
        found = [(path.stat(), path) for path in self._folder.glob(f"*{_SUFFIX}*")]
        taken = sum(status.st_size for status, _ in found)
        for status, path in sorted(found, key=lambda each: each[0].st_mtime_ns):
            if taken <= MOST_BYTES:
                return
            path.unlink(missing_ok=True)
            taken -= status.st_size


def _digest(name: str, key: str, content: bytes | memoryview) -> bytes:
    digest = hashlib.sha256(f"{name} {key} ".encode())
    digest.update(content)
    return digest.digest()
