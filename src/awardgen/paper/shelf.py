"""The PDFs in output/: which are awardgen's own, which a person put there, and how one takes another's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.catalogue import documents as document_kinds
from awardgen.catalogue import paper as kinds
from awardgen.errors import reason
from awardgen.finding import Place
from awardgen.paper.record import read_record, write_record
from awardgen.publishing import Status
from awardgen.publishing.names import REPLACED_FOLDER, sha256_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.finding import Finding
    from awardgen.paper.record import PdfEntry
    from awardgen.publishing.folder import Folder


class Shelf:
    """The PDFs of one folder. force: those that a person put there are replaced, and kept under .手改/.

    files: all that are there. entries: what is known of PDFs. removed: the PDFs that were there and should not be.
    Raises OSError where the folder cannot be read.
    """

    def __init__(self, folder: Folder, *, force: bool = False) -> None:
        self.folder = folder
        self.files = dict(folder.files())
        self.entries = read_record(folder)
        self.findings: list[Finding] = []
        self.removed: set[str] = set()
        self._as_read = dict(self.entries)
        self._force = force

    def has(self, path: str) -> bool:
        return path in self.files

    def is_ours(self, path: str) -> bool:
        """Say whether the PDF that lies there is one that awardgen made: by its stamp, else by its bytes."""
        entry, stamp = self.entries.get(path), self.files.get(path)
        if entry is None or stamp is None:
            return False
        if stamp == entry.stamp and not entry.before:
            return True
        try:
            lies_there = sha256_of(self.folder.read(path))
        except OSError:
            return False
        if lies_there == entry.sha256:
            self.entries[path] = entry._replace(stamp=stamp, before="")
        return lies_there in {entry.sha256, entry.before}

    def is_current(self, path: str, source: str, maker: str) -> bool:
        """Say whether the PDF is there as it would be made again."""
        if not self.is_ours(path):
            return False
        entry = self.entries[path]  # as is_ours left it
        return not entry.before and (entry.source, entry.maker) == (source, maker)

    def is_kept(self, path: str, source: str, maker: str) -> bool:
        """Say whether a person put a PDF there in the place of the one that would be made."""
        entry = self.entries.get(path)
        return (
            not self._force
            and entry is not None
            and (entry.source, entry.maker) == (source, maker)
            and self.has(path)
            and not self.is_ours(path)
        )

    def announce(self, made: Mapping[str, PdfEntry]) -> None:
        """Tell what is about to be written, so that a run that is cut short leaves nothing that is nobody's.

        Raises OSError.
        """
        for path, entry in made.items():
            old = self.entries.get(path)
            before = old.lies_there if old and self.has(path) and self.is_ours(path) else ""
            if not self.has(path) or before:
                self.entries[path] = entry._replace(before=before)
        write_record(self.folder, self.entries)

    def put(self, path: str, entry: PdfEntry, data: bytes) -> Status:
        """Put a PDF in its place, unless a person put another there."""
        try:
            if self.has(path) and not self.is_ours(path):
                if sha256_of(self.folder.read(path)) == entry.sha256:
                    self.entries[path] = entry._replace(stamp=self.files[path])
                    return Status.UNCHANGED
                if not self._force:
                    self.entries[path] = entry
                    self.tell_kept(path)
                    return Status.KEPT
                self.folder.move(path, f"{REPLACED_FOLDER}/{path}")
            stamp = self.folder.write(path, data)
        except OSError as error:
            self._tell_refused(path, f"新的PDF写不进去（{reason(error)}），文件可能正在打开。")
            return Status.KEPT
        self.files[path] = stamp
        self.entries[path] = entry._replace(stamp=stamp)
        return Status.BUILT

    def remove(self, path: str) -> bool:
        """Remove a PDF of ours that is not right any more; one that a person put there stays."""
        try:
            if self.has(path):
                if not self.is_ours(path):
                    self.entries.pop(path, None)
                    return False
                self.folder.remove(path)
                del self.files[path]
                self.removed.add(path)
        except OSError as error:
            self._tell_refused(path, f"过时的PDF删不掉（{reason(error)}），文件可能正在打开。")
            return False
        return self.entries.pop(path, None) is not None

    def checksum(self, path: str) -> str:
        """Return the sha256 of the PDF that lies there, whoever made it. Raises OSError."""
        return self.entries[path].lies_there if self.is_ours(path) else sha256_of(self.folder.read(path))

    def tell_kept(self, path: str) -> None:
        """Tell of a PDF that a person put there."""
        message = "这个PDF不是程序做的，或者做好以后换过，没有覆盖。"
        self.findings.append(kinds.PDF_REPLACED.at(Place(f"output/{path}"), message))

    def close(self) -> None:
        """Write the record, last of all."""
        if self.entries == self._as_read:
            return
        try:
            write_record(self.folder, self.entries)
        except OSError as error:
            self._tell_refused("", f"PDF的记录写不进去（{reason(error)}）。")

    def _tell_refused(self, path: str, message: str) -> None:
        self.findings.append(document_kinds.FILE_IN_USE.at(Place(f"output/{path}"), message))
