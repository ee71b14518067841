"""Putting documents into output/ without losing what anyone did there."""

from __future__ import annotations

from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from awardgen.catalogue import documents as kinds
from awardgen.errors import AwardgenError, reason
from awardgen.finding import Place
from awardgen.publishing.folder import open_folder
from awardgen.publishing.journal import Journal
from awardgen.publishing.last_run import LastRun, read_last_run, write_last_run
from awardgen.publishing.manifest import Entry, read_manifest, write_manifest
from awardgen.publishing.names import (
    JOURNAL,
    MANIFEST,
    REPLACED_FOLDER,
    WITHDRAWN_FOLDER,
    new_version,
    sha256_of,
)
from awardgen.publishing.published import PublishedDocument, Status, Written

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from awardgen.documents import PlannedDocument
    from awardgen.finding import Finding
    from awardgen.publishing.folder import Folder, Stamp


class Publisher:
    """Decides what becomes of each document of one run, and keeps the manifest.

    location: the folder output/ or a URL. force: files edited by hand are replaced, and kept under output/.手改/.
    Raises AwardgenError where nothing can be written there.
    """

    def __init__(self, location: str, *, force: bool = False) -> None:
        try:
            self.folder: Folder = open_folder(location)
            self._files = dict(self.folder.files())
        except OSError as error:
            message = f"文件夹{location}不能写入：{reason(error)}。"
            raise AwardgenError(
                message, "请检查它的权限，或者看看那里是不是有一个叫output的文件。"
            ) from error
        self._force = force
        self._before = read_manifest(self.folder)
        self._paths: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for path, entry in self._before.items():
            self._paths[entry.document, entry.key].append(path)
        self._after: dict[str, Entry] = {}
        self._last_run = read_last_run(self.folder)
        self._stamps: dict[str, Stamp] = {}
        self._journal = Journal(self.folder)
        self._findings: list[Finding] = []

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(self._findings)

    def unchanged(self, document: PlannedDocument, inputs: str) -> PublishedDocument | None:
        """Return what became of a document that is there as it would be made again; None where it is to be made.

        inputs: a digest of all that it is made of; empty where that is not known.
        """
        path = str(document.path)
        entry = self._before.get(path)
        if entry is None or not inputs or entry.inputs != inputs or not self._is_ours(path):
            return None
        return self._stays(document, entry)

    def may_write(self, document: PlannedDocument) -> bool:
        """Say whether the file may simply be written: it is not there, or it is ours and nobody edited it."""
        path = str(document.path)
        return path not in self._files or self._is_ours(path)

    def checksum(self, document: PlannedDocument) -> str:
        """Return the sha256 of the file of ours that is there now; empty where there is none."""
        path = str(document.path)
        entry = self._before.get(path)
        return entry.sha256 if entry and path in self._files else ""

    def record(self, written: Sequence[tuple[PlannedDocument, str, Written]]) -> list[PublishedDocument]:
        """Take down what was written; each with its document and the digest of what it was made of."""
        published = []
        new = []
        for document, inputs, each in written:
            path = str(document.path)
            entry = Entry(
                document.row.name, document.key, document.applicant, each.sha256, each.content, inputs
            )
            if each.stamp is None:
                published.append(self._stays(document, entry))
                continue
            self._after[path] = entry
            self._stamps[path] = each.stamp
            new.append((path, entry))
            published.append(self._published(document, Status.BUILT, each.sha256))
        self._journal.append(new)
        return published

    def publish(self, document: PlannedDocument, data: bytes, inputs: str = "") -> PublishedDocument:
        """Write a document, unless a person changed the file that is there."""
        from awardgen.publishing.saved_again import say_the_same  # noqa: PLC0415 - as below

        path = str(document.path)
        sha256 = sha256_of(data)
        content = _content_of(data)
        entry = Entry(document.row.name, document.key, document.applicant, sha256, content, inputs)
        try:
            current = self.folder.read(path) if path in self._files else None
            if current is not None:
                lies_there = sha256_of(current)
                if current == data or (content and _content_of(current) == content):
                    return self._stays(document, entry._replace(sha256=lies_there))
                if not self._is_ours(path):
                    if say_the_same(current, data):
                        # What else was changed is not known, so it does not become ours.
                        return self._stays(document, self._before.get(path, entry))
                    if not self._force:
                        return self._keep(document, entry, data, lies_there)
                    self.folder.move(path, f"{REPLACED_FOLDER}/{path}")
            stamp = self.folder.write(path, data)
        except OSError as error:
            return self.refused(document, error)
        return self.record([(document, inputs, Written(sha256, content, stamp))])[0]

    def refused(self, document: PlannedDocument, error: OSError) -> PublishedDocument:
        """Tell of a file that could not be written; what was there stays."""
        path = str(document.path)
        message = f"新的内容写不进去（{reason(error)}），文件可能正在Word中打开。"
        self._findings.append(kinds.FILE_IN_USE.at(_place(path), message, applicant=document.applicant))
        before = self._before.get(path)
        if before is not None:
            self._after[path] = before
        return self._published(document, Status.KEPT, before.sha256 if before else None)

    def withhold(self, document: PlannedDocument) -> PublishedDocument:
        """Put away what was written before, as it can no longer be relied on."""
        paths = {str(document.path), *self._paths[document.row.name, document.key]}
        for path in sorted(paths & self._before.keys()):
            self._put_away(path, self._before[path])
        return self._published(document, Status.WITHHELD, None)

    def remove_vanished(
        self, planned_rows: Collection[str], known_rows: Collection[str], *, put_away: bool = False
    ) -> list[PublishedDocument]:
        """Remove what no row asks for any more.

        planned_rows: the rows of 文书 whose files are all in this run; a row that could not be planned (its stage
            is not reached, its condition is wrong) keeps what it has. known_rows: all rows of 文书.
        put_away: the tables have faults that may have cost a row its place, so nothing is thrown away for good.
        """
        published = []
        for path, entry in self._before.items():
            if path in self._after or path not in self._files:
                continue
            if entry.document in known_rows and entry.document not in planned_rows:
                self._after[path] = entry
                continue
            published.append(self._remove(path, entry, put_away=put_away))
        return published

    def keep_others(self) -> None:
        """Carry over what this run was not asked about, or did not come to."""
        for path, entry in self._before.items():
            self._after.setdefault(path, entry)

    def break_off(self) -> None:
        """Take down what was done so far: the run is over before its time, and the next goes on from here."""
        self.keep_others()
        self.finish()

    def nothing_changed_since(self, inputs: str) -> bool:
        """Say whether the last run had these inputs, and every file is there as it left it."""
        return (
            bool(inputs)
            and not self._force
            and self._last_run.inputs == inputs
            and JOURNAL not in self._files
            and all(self._is_ours(path) for path in self._before)
        )

    @property
    def last_report(self) -> Any:  # noqa: ANN401 - JSON
        """Return what the last run had to tell."""
        return self._last_run.report

    def remember(self, inputs: str, report: object) -> None:
        """Keep what this run found for the next.

        inputs: a digest of all that went into it; empty where it was not a run of everything. report: as JSON.
        """
        if self._findings:  # of files edited by hand or in use, which may be another matter next time
            inputs = ""
        run = LastRun(inputs, self._stamps, report if inputs else None)
        if run != self._last_run:
            write_last_run(self.folder, run)

    def finish(self) -> None:
        """Write the manifest, last of all."""
        if not self._after and not self._before:
            return
        try:
            if self._after != self._before or MANIFEST not in self._files or JOURNAL in self._files:
                write_manifest(self.folder, self._after)
        except OSError as error:
            message = f"生成记录写不进去（{reason(error)}），下次运行会把这次生成的文书当作手工修改过的。"
            self._findings.append(kinds.FILE_IN_USE.at(_place(MANIFEST), message))
        else:
            self._journal.remove()

    def _is_ours(self, path: str) -> bool:
        """Say whether the file is there as it was written: by its stamp, else by its bytes, else by its content."""
        entry, stamp = self._before.get(path), self._files.get(path)
        if entry is None or stamp is None:
            return False
        if path not in self._stamps:
            if self._last_run.stamps.get(path) != stamp:
                try:
                    data = self.folder.read(path)
                except OSError:
                    return False
                same_bytes = sha256_of(data) == entry.sha256
                if not same_bytes and not (entry.content and _content_of(data) == entry.content):
                    return False
            self._stamps[path] = stamp
        return True

    def _stays(self, document: PlannedDocument, entry: Entry) -> PublishedDocument:
        path = str(document.path)
        self._after[path] = entry
        if path in self._files:
            self._stamps.setdefault(path, self._files[path])
        return self._published(document, Status.UNCHANGED, entry.sha256)

    def _keep(self, document: PlannedDocument, entry: Entry, data: bytes, current: str) -> PublishedDocument:
        """Leave the file as a person made it. entry: what it would be now; current: what lies there."""
        path = str(document.path)
        before = self._before.get(path)
        message = "文件有手工修改，没有覆盖。"
        if before is not None:
            self._after[path] = before
        if before is None or before.sha256 != entry.sha256:
            beside = new_version(path)
            message = f"文件有手工修改，没有覆盖；新的一份是“{PurePosixPath(beside).name}”。"
            self._write_new_version(beside, entry, data)
        self._findings.append(
            kinds.EDITED_BY_HAND.at(_place(path), message, applicant=document.applicant, excerpt=path)
        )
        return self._published(document, Status.KEPT, current)

    def _write_new_version(self, beside: str, entry: Entry, data: bytes) -> None:
        if beside in self._files and not self._is_ours(beside):
            self.folder.move(beside, f"{REPLACED_FOLDER}/{beside}")
        self.folder.write(beside, data)
        self._after[beside] = entry

    def _put_away(self, path: str, entry: Entry) -> bool:
        """Move a document that can no longer be relied on into .作废, and tell of it."""
        if path not in self._files:
            return True
        try:
            moved = self.folder.move(path, f"{WITHDRAWN_FOLDER}/{path}")
        except OSError as error:
            message = f"这份文书已不可靠，但移不走（{reason(error)}）。"
            self._findings.append(kinds.FILE_IN_USE.at(_place(path), message, applicant=entry.applicant))
            self._after[path] = entry
            return False
        del self._files[path]
        message = f"已移到output/{moved}。"
        self._findings.append(kinds.MOVED_ASIDE.at(_place(path), message, applicant=entry.applicant))
        return True

    def _remove(self, path: str, entry: Entry, *, put_away: bool) -> PublishedDocument:
        sha256: str | None = entry.sha256
        status = Status.KEPT
        try:
            if not self._is_ours(path):
                sha256 = sha256_of(self.folder.read(path))
                message = "已没有哪一行需要这份文书，但文件有手工修改，没有删除。"
                self._findings.append(
                    kinds.EDITED_BY_HAND.at(_place(path), message, applicant=entry.applicant, excerpt=path)
                )
            elif put_away:
                if self._put_away(path, entry):
                    sha256, status = None, Status.REMOVED
            else:
                self.folder.remove(path)
                sha256, status = None, Status.REMOVED
        except OSError as error:
            message = f"多余的文书删不掉（{reason(error)}）。"
            self._findings.append(kinds.FILE_IN_USE.at(_place(path), message, applicant=entry.applicant))
            self._after[path] = entry
        return PublishedDocument(entry.document, entry.applicant, path, status, sha256)

    @staticmethod
    def _published(document: PlannedDocument, status: Status, sha256: str | None) -> PublishedDocument:
        return PublishedDocument(document.row.name, document.applicant, str(document.path), status, sha256)


def _content_of(data: bytes) -> str:
    from awardgen.rendering import content_of  # noqa: PLC0415 - most runs need no XML here

    return content_of(data)


def _place(path: str) -> Place:
    return Place(f"output/{path}")
