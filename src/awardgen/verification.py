"""files → catalogue → documents made again: a package checked, whoever made it and whatever became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from awardgen.archive import layout
from awardgen.archive.making import code_version
from awardgen.archive.rows import archive_rows
from awardgen.archive.verifying import check_contents, check_files, opened
from awardgen.archiving import rendered_archive
from awardgen.catalogue import archive as kinds
from awardgen.documents import render
from awardgen.errors import AwardgenError
from awardgen.finding import Place, Severity
from awardgen.preparation import prepare
from awardgen.progress import SILENT
from awardgen.rendering import TemplateError, differing_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from awardgen.archive.entry import KeptDocument
    from awardgen.archive.record import Record
    from awardgen.archive.verifying import BagFiles
    from awardgen.finding import Finding
    from awardgen.progress import Progress

_MOST_PARTS_NAMED: Final = 5


class DocumentStatus(StrEnum):
    """What became of a document that was to be made again."""

    SAME = "same"
    EDITED = "edited"
    DIFFERS = "differs"
    UNCHECKED = "unchecked"

    @property
    def label(self) -> str:
        """Return the words that staff read."""
        return _LABELS[self]


_LABELS: Final = {
    DocumentStatus.SAME: "与重新生成的相同",
    DocumentStatus.EDITED: "手工修改、只核对校验值",
    DocumentStatus.DIFFERS: "与重新生成的不同",
    DocumentStatus.UNCHECKED: "没有重新生成",
}


@dataclass(frozen=True, slots=True)
class VerifiedDocument:
    """document: its row of 文书. path: below the package."""

    document: str
    path: str
    status: DocumentStatus


@dataclass(frozen=True, slots=True)
class Verified:
    """What a check found. bag: as it was named. awardgen: the version that made it; None for another program's."""

    bag: str
    awardgen: str | None
    files: int
    documents: tuple[VerifiedDocument, ...]
    findings: tuple[Finding, ...]

    @property
    def is_valid(self) -> bool:
        return all(each.severity is not Severity.ERROR for each in self.findings)


def verify(bag: Path, *, progress: Progress = SILENT) -> Verified:
    """Check a package, a folder or a zip. Raises AwardgenError where there is nothing to check."""
    with opened(bag) as package:
        if package.folder is None:
            return Verified(str(bag), None, 0, (), package.findings)
        files = check_files(package.folder)
        contents = check_contents(package.folder, files.intact)
        found = [*package.findings, *files.findings]
        if files.intact:
            # Without its record a bag of ours looks like another program's, but that it lacks it is told already.
            is_ours = files.info.get("Bag-Software-Agent", "").startswith("awardgen")
            found += (each for each in contents.findings if each.kind is not kinds.FOREIGN_BAG or not is_ours)
        documents: tuple[VerifiedDocument, ...] = ()
        if contents.record is not None:
            comparison = _Comparison(package.folder, contents.record, files)
            documents = tuple(comparison.documents(progress))
            found += comparison.findings
        version = contents.record.awardgen if contents.record else None
        return Verified(str(bag), version, files.files, documents, tuple(found))


class _Comparison:
    """The documents of a package, and the same made again from its workbooks and templates."""

    def __init__(self, folder: Path, record: Record, files: BagFiles) -> None:
        self._folder = folder
        self._record = record
        self._intact = files.intact
        self._is_same_version = record.code == code_version()
        self.findings: list[Finding] = []

    def documents(self, progress: Progress) -> Iterator[VerifiedDocument]:
        record = self._record
        if not self._is_same_version:
            message = f"归档时是awardgen {record.awardgen}，生成文书的部分后来改过。"
            self.findings.append(kinds.OTHER_VERSION.at(Place(layout.RECORD), message))
        made = self._made_again(progress)
        kept = [each for entry in record.entries for each in entry.documents]
        for document in (*kept, *record.documents):
            status = self._status(document, made)
            yield VerifiedDocument(document.document, document.word, status)

    def _made_again(self, progress: Progress) -> Mapping[tuple[str, str], bytes | None]:
        """Return row of 文书 and path → the document; nothing where the campaign cannot be read."""
        folder = self._folder / layout.CAMPAIGN
        is_whole = all(
            path.relative_to(self._folder).as_posix() in self._intact
            for path in folder.rglob("*")
            if path.is_file()
        )
        if not is_whole:  # told of file by file
            return {}
        try:
            prepared = prepare(folder, progress)
        except AwardgenError as error:
            self.findings.append(kinds.NOT_RENDERED.at(Place(layout.CAMPAIGN), error.message))
            return {}
        made = {(each.row.name, str(each.path)): render(each).data for each in prepared.plan.documents}
        own = rendered_archive(prepared, archive_rows(prepared.campaign, self._record))
        return {**made, **{(each.row.name, str(each.path)): data for each, data in own}}

    def _status(self, document: KeptDocument, made: Mapping[tuple[str, str], bytes | None]) -> DocumentStatus:
        place = Place(document.word)
        if document.word not in self._intact:
            return DocumentStatus.UNCHECKED  # told of already
        if document.is_edited:
            self.findings.append(kinds.EDITED_BY_HAND.at(place, "归档时就是手工修改过的，只核对了校验值。"))
            return DocumentStatus.EDITED
        again = made.get((document.document, document.output))
        if again is None:
            if made:
                self.findings.append(kinds.NOT_RENDERED.at(place, "用包里的工作簿和模板生成不出这份文书。"))
            return DocumentStatus.UNCHECKED
        differing = self._differing(document, again)
        if not differing:
            return DocumentStatus.SAME
        told = "、".join(differing[:_MOST_PARTS_NAMED]) + ("等" if len(differing) > _MOST_PARTS_NAMED else "")
        severity = Severity.ERROR if self._is_same_version else Severity.WARNING
        message = f"与重新生成的不同，不同的部分：{told}。"
        self.findings.append(kinds.DOCUMENT_DIFFERS.at(place, message, severity=severity))
        return DocumentStatus.DIFFERS

    def _differing(self, document: KeptDocument, again: bytes) -> Sequence[str]:
        try:
            return differing_parts((self._folder / document.word).read_bytes(), again)
        except (TemplateError, OSError):
            return ["整个文件"]
