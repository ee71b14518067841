"""Putting documents into output/ without losing what anyone did there."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from awardgen.catalogue import documents as kinds
from awardgen.errors import may_be_open, reason
from awardgen.publishing.ledger import Ledger, content_of
from awardgen.publishing.manifest import Entry
from awardgen.publishing.names import REPLACED_FOLDER, new_version, sha256_of
from awardgen.publishing.published import PublishedDocument, Status
from awardgen.publishing.removal import Removal

if TYPE_CHECKING:
    from collections.abc import Collection

    from awardgen.documents import PlannedDocument
    from awardgen.finding import Finding
    from awardgen.publishing.folder import Folder
    from awardgen.publishing.last_run import LastRun
    from awardgen.publishing.published import Written


class Publisher:
    """Decides what becomes of each document of one run, and keeps the manifest.

    location: the folder output/ or a URL. force: files edited by hand are replaced, and kept under output/.手改/.
    last_run: what lies there of it, where that is read already.
    Raises AwardgenError where nothing can be written there.
    """

    def __init__(self, location: str, *, force: bool = False, last_run: LastRun | None = None) -> None:
        self._ledger = Ledger(location, last_run)
        self._removal = Removal(self._ledger)
        self._force = force

    @property
    def folder(self) -> Folder:
        return self._ledger.folder

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._ledger.findings

    @property
    def has_written_before(self) -> bool:
        """Say whether an earlier run has left documents here."""
        return bool(self._ledger.before)

    @property
    def last_report(self) -> Any:  # noqa: ANN401 - JSON
        """Return what the last run had to tell. Raise ValueError, TypeError where that is damaged."""
        return json.loads(self._ledger.last_report)

    def unchanged(self, document: PlannedDocument, inputs: str) -> PublishedDocument | None:
        """Return what became of a document that is there as it would be made again; None where it is to be made.

        inputs: a digest of all that it is made of; empty where that is not known.
        """
        path = document.path
        entry = self._ledger.before.get(path)
        if entry is None or not inputs or entry.inputs != inputs or not self._ledger.is_ours(path):
            return None
        return self._stays(document, entry)

    def may_write(self, document: PlannedDocument) -> bool:
        """Say whether the file may simply be written: it is not there, or it is ours and nobody edited it."""
        path = document.path
        return path not in self._ledger.files or self._ledger.is_ours(path)

    def checksum(self, document: PlannedDocument) -> str:
        """Return the sha256 of the file of ours that is there now; empty where there is none."""
        path = document.path
        entry = self._ledger.before.get(path)
        return entry.sha256 if entry and path in self._ledger.files else ""

    def new_journal(self) -> str:
        """Return where to tell of files before they are written."""
        return self._ledger.journals.new()

    def record(self, document: PlannedDocument, written: Written) -> PublishedDocument:
        """Take down what was written."""
        if written.stamp is None:
            return self._stays(document, written.entry)
        self._ledger.wrote(document.path, written.entry, written.stamp)
        return _published(document, Status.BUILT, written.entry.sha256)

    def publish(self, document: PlannedDocument, data: bytes, inputs: str = "") -> PublishedDocument:
        """Write a document, unless a person changed the file that is there."""
        from awardgen.publishing.saved_again import say_the_same  # noqa: PLC0415 - most runs need no XML here

        ledger, path = self._ledger, document.path
        entry = entry_for(document, inputs)._replace(sha256=sha256_of(data), content=content_of(data))
        try:
            current = ledger.folder.read(path) if path in ledger.files else None
            if current is not None:
                lies_there = sha256_of(current)
                if current == data or (entry.content and content_of(current) == entry.content):
                    return self._stays(document, entry._replace(sha256=lies_there))
                if not ledger.is_ours(path):
                    if say_the_same(current, data):
                        # What else was changed is not known, so it does not become ours.
                        ledger.after[path] = ledger.before.get(path, entry)
                        return _published(document, Status.UNCHANGED, lies_there)
                    if not self._force:
                        return self._keep(document, entry, data, lies_there)
                    ledger.folder.move(path, f"{REPLACED_FOLDER}/{path}")
            ledger.write(path, entry, data)
        except OSError as error:
            return self.refused(document, error)
        return _published(document, Status.BUILT, entry.sha256)

    def refused(self, document: PlannedDocument, error: OSError) -> PublishedDocument:
        """Tell of a file that could not be written; what was there stays."""
        path = document.path
        message = (
            f"新的内容写不进去（{reason(error)}）{'，文件可能正在Word中打开' if may_be_open(error) else ''}。"
        )
        self._ledger.tell(kinds.FILE_IN_USE, path, message, document.applicant)
        before = self._ledger.before.get(path)
        if before is not None:
            self._ledger.after[path] = before
        return _published(document, Status.KEPT, before.sha256 if before else None)

    def withhold(self, document: PlannedDocument) -> PublishedDocument:
        """Put away what was written before, as it can no longer be relied on."""
        self._removal.withhold(document.path, document.row.name, document.key)
        return _published(document, Status.WITHHELD, None)

    def remove_vanished(
        self, planned_rows: Collection[str], known_rows: Collection[str], *, put_away: bool = False
    ) -> list[PublishedDocument]:
        """Remove what no row asks for any more; see Removal."""
        return self._removal.remove_vanished(planned_rows, known_rows, put_away=put_away)

    def keep_others(self) -> None:
        """Carry over what this run was not asked about."""
        self._ledger.carry_over()

    def finish(self) -> None:
        """Write the manifest, last of all."""
        self._ledger.close()

    def break_off(self) -> None:
        """Take down what was done so far: the run is over before its time, and the next goes on from here."""
        self._ledger.carry_over()
        self._ledger.close(broken_off=True)

    def nothing_changed_since(self, inputs: str) -> bool:
        """Say whether the last run had these inputs, and every file is there as it left it."""
        return not self._force and self._ledger.nothing_changed_since(inputs)

    def remember(self, inputs: str, report: object) -> None:
        """Keep what this run found for the next.

        inputs: a digest of all that went into it; empty where it was not a run of everything. report: as JSON.
        """
        self._ledger.remember(inputs, json.dumps(report, ensure_ascii=False, separators=(",", ":")))

    def stands(self, inputs: str) -> None:
        """Keep what the last run found for the next, with the files as they are now: they may have been copied."""
        if not self._ledger.is_as_it_was_left:
            self._ledger.carry_over()
            self._ledger.remember(inputs, self._ledger.last_report)

    def _stays(self, document: PlannedDocument, entry: Entry) -> PublishedDocument:
        self._ledger.stays(document.path, entry)
        return _published(document, Status.UNCHANGED, entry.sha256)

    def _keep(self, document: PlannedDocument, entry: Entry, data: bytes, current: str) -> PublishedDocument:
        """Leave the file as a person made it. entry: what it would be now; current: what lies there."""
        path = document.path
        before = self._ledger.before.get(path)
        message = "文件有手工修改，没有覆盖。"
        if before is not None:
            self._ledger.after[path] = before
        if before is None or not _says_the_same(before, entry):
            beside = new_version(path)
            message = f"文件有手工修改，没有覆盖；新的一份是“{PurePosixPath(beside).name}”。"
            self._write_new_version(beside, entry, data)
        self._ledger.tell(kinds.EDITED_BY_HAND, path, message, document.applicant, settles=True)
        return _published(document, Status.KEPT, current)

    def _write_new_version(self, beside: str, entry: Entry, data: bytes) -> None:
        ledger = self._ledger
        if beside in ledger.files:
            if not ledger.is_ours(beside):
                ledger.folder.move(beside, f"{REPLACED_FOLDER}/{beside}")
            elif _says_the_same(ledger.before[beside], entry):
                ledger.stays(beside, ledger.before[beside])
                return
        ledger.write(beside, entry, data)


def entry_for(document: PlannedDocument, inputs: str) -> Entry:
    """Return the entry of a document that is to be filled, without what comes of that."""
    return Entry(document.row.name, document.key, document.applicant, "", "", inputs)


def _says_the_same(one: Entry, other: Entry) -> bool:
    return one.sha256 == other.sha256 or bool(one.content and one.content == other.content)


def _published(document: PlannedDocument, status: Status, sha256: str | None) -> PublishedDocument:
    return PublishedDocument(document.row.name, document.applicant, document.path, status, sha256)
