"""Putting documents into output/ without losing what anyone did there."""

from __future__ import annotations

from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from awardgen.catalogue import documents as kinds
from awardgen.errors import AwardgenError, reason
from awardgen.finding import Place
from awardgen.publishing.files import (
    move_into,
    refuse_links,
    refuse_unwritable,
    remove_empty_folders,
    sha256_of,
    write_and_rename,
)
from awardgen.publishing.manifest import NAME, Entry, read_manifest, write_manifest
from awardgen.publishing.published import PublishedDocument, Status

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from awardgen.documents import PlannedDocument
    from awardgen.finding import Finding

WITHDRAWN_FOLDER = ".作废"
REPLACED_FOLDER = ".手改"


class Publisher:
    """Writes one run's documents.

    force: files edited by hand are replaced, and kept under output/.手改/.
    Raises AwardgenError where nothing can be written into output/.
    """

    def __init__(self, output: Path, *, force: bool = False) -> None:
        try:
            refuse_unwritable(output)
        except OSError as error:
            message = f"文件夹{output}不能写入：{reason(error)}。"
            raise AwardgenError(
                message, "请检查它的权限，或者看看那里是不是有一个叫output的文件。"
            ) from error
        self._output = output
        self._force = force
        self._before = read_manifest(output)
        self._paths: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for path, entry in self._before.items():
            self._paths[entry.document, entry.key].append(path)
        self._after: dict[str, Entry] = {}
        self._findings: list[Finding] = []

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(self._findings)

    def publish(self, document: PlannedDocument, data: bytes) -> PublishedDocument:
        """Write a document, unless a person changed the file that is there."""
        path = str(document.path)
        target = self._output / path
        new = sha256_of(data)
        entry = Entry(document.row.name, document.key, document.applicant, new)
        try:
            refuse_links(target, self._output)
            current = sha256_of(target.read_bytes()) if target.exists() else None
            if current == new:
                self._after[path] = entry
                return self._published(document, Status.UNCHANGED, new)
            if current is not None and not self._is_ours(path, current):
                if not self._force:
                    return self._keep(document, entry, data, current)
                move_into(target, self._output / REPLACED_FOLDER / path)
            write_and_rename(target, data)
        except OSError as error:
            self._report_in_use(document, error)
            return self._still_there(document)
        self._after[path] = entry
        return self._published(document, Status.BUILT, new)

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
            if path in self._after or not (self._output / path).is_file():
                continue
            if entry.document in known_rows and entry.document not in planned_rows:
                self._after[path] = entry
                continue
            published.append(self._remove(path, entry, put_away=put_away))
        return published

    def keep_others(self) -> None:
        """Carry over what this run was not asked about."""
        for path, entry in self._before.items():
            self._after.setdefault(path, entry)

    def finish(self) -> None:
        """Write the manifest, last of all."""
        if not self._after and not self._before:
            return
        try:
            write_manifest(self._output, self._after)
        except OSError as error:
            message = f"生成记录写不进去（{reason(error)}），下次运行会把这次生成的文书当作手工修改过的。"
            self._findings.append(kinds.FILE_IN_USE.at(_place(NAME), message))

    def _is_ours(self, path: str, current: str) -> bool:
        entry = self._before.get(path)
        return entry is not None and entry.sha256 == current

    def _keep(self, document: PlannedDocument, entry: Entry, data: bytes, current: str) -> PublishedDocument:
        """Leave the file as a person made it. entry: what it would be now; current: what lies there."""
        path = str(document.path)
        before = self._before.get(path)
        message = "文件有手工修改，没有覆盖。"
        if before is not None:
            self._after[path] = before
        if before is None or before.sha256 != entry.sha256:
            beside = str(document.path.with_name(f"{document.path.stem}.新版.docx"))
            message = f"文件有手工修改，没有覆盖；新的一份是“{PurePosixPath(beside).name}”。"
            self._write_new_version(beside, entry, data)
        self._findings.append(
            kinds.EDITED_BY_HAND.at(_place(path), message, applicant=document.applicant, excerpt=path)
        )
        return self._published(document, Status.KEPT, current)

    def _write_new_version(self, beside: str, entry: Entry, data: bytes) -> None:
        target = self._output / beside
        if target.exists() and not self._is_ours(beside, sha256_of(target.read_bytes())):
            move_into(target, self._output / REPLACED_FOLDER / beside)
        write_and_rename(target, data)
        self._after[beside] = entry

    def _put_away(self, path: str, entry: Entry) -> bool:
        """Move a document that can no longer be relied on into .作废, and tell of it."""
        target = self._output / path
        if not target.is_file():
            return True
        try:
            refuse_links(target, self._output)
            moved = move_into(target, self._output / WITHDRAWN_FOLDER / path)
        except OSError as error:
            message = f"这份文书已不可靠，但移不走（{reason(error)}）。"
            self._findings.append(kinds.FILE_IN_USE.at(_place(path), message, applicant=entry.applicant))
            self._after[path] = entry
            return False
        remove_empty_folders(target.parent, self._output)
        message = f"已移到output/{moved.relative_to(self._output).as_posix()}。"
        self._findings.append(kinds.MOVED_ASIDE.at(_place(path), message, applicant=entry.applicant))
        return True

    def _remove(self, path: str, entry: Entry, *, put_away: bool) -> PublishedDocument:
        target = self._output / path
        sha256 = None
        status = Status.KEPT
        try:
            refuse_links(target, self._output)
            sha256 = sha256_of(target.read_bytes())
            if sha256 != entry.sha256:
                message = "已没有哪一行需要这份文书，但文件有手工修改，没有删除。"
                self._findings.append(
                    kinds.EDITED_BY_HAND.at(_place(path), message, applicant=entry.applicant, excerpt=path)
                )
            elif put_away:
                sha256 = None
                status = Status.REMOVED if self._put_away(path, entry) else Status.KEPT
            else:
                target.unlink()
                remove_empty_folders(target.parent, self._output)
                sha256, status = None, Status.REMOVED
        except OSError as error:
            message = f"多余的文书删不掉（{reason(error)}）。"
            self._findings.append(kinds.FILE_IN_USE.at(_place(path), message, applicant=entry.applicant))
            self._after[path] = entry
        return PublishedDocument(entry.document, entry.applicant, path, status, sha256)

    def _still_there(self, document: PlannedDocument) -> PublishedDocument:
        before = self._before.get(str(document.path))
        if before is not None:
            self._after[str(document.path)] = before
        return self._published(document, Status.KEPT, before.sha256 if before else None)

    def _report_in_use(self, document: PlannedDocument, error: OSError) -> None:
        message = f"新的内容写不进去（{reason(error)}），文件可能正在Word中打开。"
        self._findings.append(
            kinds.FILE_IN_USE.at(_place(str(document.path)), message, applicant=document.applicant)
        )

    @staticmethod
    def _published(document: PlannedDocument, status: Status, sha256: str | None) -> PublishedDocument:
        return PublishedDocument(document.row.name, document.applicant, str(document.path), status, sha256)


def _place(path: str) -> Place:
    return Place(f"output/{path}")
