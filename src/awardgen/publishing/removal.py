"""Taking documents out of output/: those that can no longer be relied on, and those that no row asks for."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from awardgen.catalogue import documents as kinds
from awardgen.errors import reason
from awardgen.publishing.names import WITHDRAWN_FOLDER, sha256_of
from awardgen.publishing.published import PublishedDocument, Status

if TYPE_CHECKING:
    from collections.abc import Collection

    from awardgen.publishing.ledger import Ledger
    from awardgen.publishing.manifest import Entry


class Removal:
    """Removes what is ours and nobody edited; whatever else there is, it moves aside or leaves."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._paths: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for path, entry in ledger.before.items():
            self._paths[entry.document, entry.key].append(path)

    def withhold(self, path: str, document: str, key: str) -> None:
        """Put away every file of a document. path: where it would lie. document, key: as in its entry."""
        paths = {path, *self._paths[document, key]}
        for each in sorted(paths & self._ledger.before.keys()):
            self._put_away(each, self._ledger.before[each])

    def remove_vanished(
        self, planned_rows: Collection[str], known_rows: Collection[str], *, put_away: bool
    ) -> list[PublishedDocument]:
        """Remove what no row asks for any more.

        planned_rows: the rows of 文书 whose files are all in this run; a row that could not be planned (its stage
            is not reached, its condition is wrong) keeps what it has. known_rows: all rows of 文书.
        put_away: the tables have faults that may have cost a row its place, so nothing is thrown away for good.
        """
        ledger = self._ledger
        published = []
        spelled_otherwise = {path.casefold(): path for path in ledger.after}
        for path, entry in ledger.before.items():
            if path in ledger.after or path not in ledger.files:
                continue
            if entry.document in known_rows and entry.document not in planned_rows:
                ledger.after[path] = entry
                continue
            twin = spelled_otherwise.get(path.casefold())
            if twin is None or not self._holds(path, ledger.after[twin]):
                published.append(self._remove(path, entry, put_away=put_away))
        return published

    def _holds(self, path: str, entry: Entry) -> bool:
        """Say whether the file is the very one that was written under another spelling, as on Windows."""
        try:
            return sha256_of(self._ledger.folder.read(path)) == entry.sha256
        except OSError:
            return False

    def _remove(self, path: str, entry: Entry, *, put_away: bool) -> PublishedDocument:
        ledger = self._ledger
        sha256: str | None = entry.sha256
        status = Status.KEPT
        try:
            if not ledger.is_ours(path):
                sha256 = sha256_of(ledger.folder.read(path))
                message = "已没有哪一行需要这份文书，但文件有手工修改，没有删除。"
                ledger.tell(kinds.EDITED_BY_HAND, path, message, entry.applicant, settles=True)
            elif put_away:
                if self._put_away(path, entry):
                    sha256, status = None, Status.REMOVED
            else:
                ledger.folder.remove(path)
                ledger.stamps.pop(path, None)
                sha256, status = None, Status.REMOVED
        except OSError as error:
            message = f"多余的文书删不掉（{reason(error)}）。"
            ledger.tell(kinds.FILE_IN_USE, path, message, entry.applicant)
            ledger.after[path] = entry
        return PublishedDocument(entry.document, entry.applicant, path, status, sha256)

    def _put_away(self, path: str, entry: Entry) -> bool:
        """Move a document that can no longer be relied on into .作废, and tell of it."""
        ledger = self._ledger
        if path not in ledger.files:
            return True
        try:
            moved = ledger.folder.move(path, f"{WITHDRAWN_FOLDER}/{path}")
        except OSError as error:
            message = f"这份文书已不可靠，但移不走（{reason(error)}）。"
            ledger.tell(kinds.FILE_IN_USE, path, message, entry.applicant)
            ledger.after[path] = entry
            return False
        del ledger.files[path]
        ledger.stamps.pop(path, None)
        ledger.tell(kinds.MOVED_ASIDE, path, f"已移到output/{moved}。", entry.applicant)
        return True
