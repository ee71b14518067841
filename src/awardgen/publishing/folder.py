"""Where documents are written to: the folder output/, or any place that fsspec knows (a share, a bucket).

Paths are relative to it, with forward slashes. A file is whole or not there, also while it is being replaced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping


class Stamp(NamedTuple):
    """What tells without reading that a file is still the one that was written: it changes with every writing.

    size: bytes. changed: nanoseconds, or what the place gives instead. identity: the inode, 0 where there is none.
    """

    size: int
    changed: int
    identity: int


class Folder(Protocol):
    """A place for documents. Every method raises OSError where the place refuses."""

    @property
    def location(self) -> str:
        """The path or URL, so that another process can open the same place."""
        ...

    def files(self) -> Mapping[str, Stamp]:
        """Return every file below, by path."""
        ...

    def read(self, path: str) -> bytes:
        """Return a file's bytes."""
        ...

    def write(self, path: str, data: bytes) -> Stamp:
        """Put data at path, which has the old content until it has the new."""
        ...

    def move(self, path: str, target: str) -> str:
        """Move a file; where the target is taken, a number in its name keeps what is there. Return its new path."""
        ...

    def remove(self, path: str) -> None:
        """Remove a file, and the folders that it leaves empty where there are folders at all."""
        ...


def open_folder(location: str) -> Folder:
    """Return the place of a path or URL, made where it is missing. Raises OSError where nothing can be written."""
    if "://" in location:
        from awardgen.publishing.remote_folder import RemoteFolder  # noqa: PLC0415 - fsspec is an extra

        return RemoteFolder(location)
    from awardgen.publishing.local_folder import LocalFolder  # noqa: PLC0415 - so that neither needs the other

    return LocalFolder(location)
