"""Whose the files in output/ are: as it was when the run began, and as it is now."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from awardgen.catalogue import documents as kinds
from awardgen.errors import AwardgenError, reason
from awardgen.finding import Place
from awardgen.publishing.folder import open_folder
from awardgen.publishing.journal import Journals, write_ahead
from awardgen.publishing.last_run import LastRun, read_last_run, stored_stamps, write_last_run
from awardgen.publishing.manifest import read_manifest, write_manifest
from awardgen.publishing.names import MANIFEST, is_staged, sha256_of

if TYPE_CHECKING:
    from awardgen.finding import Finding, Kind
    from awardgen.publishing.folder import Folder, Stamp
    from awardgen.publishing.manifest import Entry


class Ledger:
    """The files of one folder. Raises AwardgenError where nothing can be written there.

    location: a path or URL. last_run: what lies there of it, where that is read already.
    files: all that were there when the run began, but for those moved away since. before: those that earlier runs
    wrote. after: those that are awardgen's now. stamps: of those that are known to be as they were written.
    """

    def __init__(self, location: str, last_run: LastRun | None = None) -> None:
        try:
            self.folder: Folder = open_folder(location)
            self.files = dict(self.folder.files())
        except OSError as error:
            message = f"文件夹{location}不能写入：{reason(error)}。"
            raise AwardgenError(
                message, "请检查它的权限，或者看看那里是不是有一个叫output的文件。"
            ) from error
        self._manifest = read_manifest(self.folder)
        self.after: dict[str, Entry] = {}
        self.journals = Journals(self.folder, self.files)
        self._last_run = last_run or read_last_run(self.folder)
        known = self._last_run.stamps
        self.stamps = {path: stamp for path, stamp in self.files.items() if known.get(path) == stamp}
        self._findings: list[Finding] = []
        self._take_over()

    @cached_property
    def before(self) -> dict[str, Entry]:
        return dict(self._manifest.entries)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(self._findings)

    @property
    def last_report(self) -> str:
        """Return what the last run had to tell, as the text of a JSON object."""
        return self._last_run.report

    def tell(
        self, kind: Kind, path: str, message: str, applicant: str | None, *, settles: bool = False
    ) -> None:
        """Add a finding about a file. settles: 核实 can name it by its path."""
        excerpt = path if settles else None
        self._findings.append(kind.at(Place(f"output/{path}"), message, applicant=applicant, excerpt=excerpt))

    def is_ours(self, path: str) -> bool:
        """Say whether the file is there as it was written: by its stamp, else by its bytes, else by its content."""
        if path in self.stamps:
            return path in self.before and path in self.files
        entry, stamp = self.before.get(path), self.files.get(path)
        if entry is None or stamp is None:
            return False
        try:
            data = self.folder.read(path)
        except OSError:
            return False
        same_bytes = sha256_of(data) == entry.sha256
        if not same_bytes and not (entry.content and content_of(data) == entry.content):
            return False
        self.stamps[path] = stamp
        return True

    def stays(self, path: str, entry: Entry) -> None:
        """Take down a file that is there as it should be."""
        self.after[path] = entry
        if path in self.files:
            self.stamps.setdefault(path, self.files[path])

    def wrote(self, path: str, entry: Entry, stamp: Stamp) -> None:
        """Take down a file that was written."""
        self.after[path] = entry
        self.stamps[path] = stamp

    def write(self, path: str, entry: Entry, data: bytes) -> None:
        """Write a file and take it down. Raises OSError."""
        write_ahead(self.folder, self.journals.new(), [(path, entry)])
        self.wrote(path, entry, self.folder.write(path, data))

    def carry_over(self) -> None:
        """Keep what this run was not asked about, or did not come to."""
        for path, entry in self.before.items():
            self.after.setdefault(path, entry)

    def close(self, *, broken_off: bool = False) -> None:
        """Write the manifest, last of all. broken_off: other processes may still be writing."""
        if not self.after and not self.before:
            return
        try:
            if self.after != self.before or MANIFEST not in self.files or self.journals.left_behind:
                self._manifest = write_manifest(self.folder, self.after)
        except OSError as error:
            self.tell(kinds.FILE_IN_USE, MANIFEST, f"生成记录写不进去（{reason(error)}）。", None)
            return
        if not broken_off:
            self.journals.remove()
            self._clear_away()

    def nothing_changed_since(self, inputs: str) -> bool:
        """Say whether the last run had these inputs, and every file is there as it left it."""
        return (
            bool(inputs)
            and self._last_run.inputs == inputs
            and not self.journals.left_behind
            and self._last_run.manifest == self._manifest.sha256
            and (self.is_as_it_was_left or all(self.is_ours(path) for path in self.before))
        )

    @property
    def is_as_it_was_left(self) -> bool:
        """Say whether every file of the manifest has the stamp that it had when the last run ended."""
        return len(self.stamps) == self._last_run.count > 0

    def remember(self, inputs: str, report: str) -> None:
        """Keep what this run found for the next.

        inputs: a digest of all that went into it; empty where it was not a run of everything. report: as the text of
        a JSON object.
        """
        if self._findings:  # of files edited by hand or in use, which may be another matter next time
            inputs = ""
        files = stored_stamps(self.stamps)
        count = len(self.after) if self.after.keys() == self.stamps.keys() else 0
        run = LastRun(inputs, self._manifest.sha256, count, files, report if inputs else "")
        if run != self._last_run:
            write_last_run(self.folder, run)

    def _take_over(self) -> None:
        """Know as ours what a run wrote that was cut short."""
        for path, entries in self.journals.read().items():
            if path not in self.files:
                continue
            self.before.setdefault(path, entries[-1])
            try:
                lies_there = sha256_of(self.folder.read(path))
            except OSError:
                continue
            for entry in entries:
                if entry.sha256 == lies_there:
                    self.before[path] = entry
                    self.stamps[path] = self.files[path]

    def _clear_away(self) -> None:
        """Remove what runs that were cut short had begun to write."""
        for path in filter(is_staged, self.files):
            try:
                self.folder.remove(path)
            except OSError:
                continue


def content_of(data: bytes) -> str:
    """Return the digest of what a document says; empty for what is none."""
    from awardgen.rendering import content_of  # noqa: PLC0415 - most runs need no XML here

    return content_of(data)
