"""From the Word files in output/ to the PDFs beside them and the sets to be printed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from awardgen.catalogue import paper as kinds
from awardgen.errors import AwardgenError, reason
from awardgen.finding import Place
from awardgen.office import convert_to_pdf, maker_digest
from awardgen.paper.record import PdfEntry, pdf_path
from awardgen.paper.sets import make_sets
from awardgen.paper.shelf import Shelf
from awardgen.publishing import Status
from awardgen.publishing.names import sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from awardgen.finding import Finding
    from awardgen.paper.printed import PrintedSet
    from awardgen.progress import Advance, Progress
    from awardgen.publishing import PublishedDocument
    from awardgen.publishing.folder import Folder

_CHUNK: Final = 400  # what a run that is cut short has to do again at most


@dataclass(frozen=True, slots=True)
class Paper:
    """What was put on paper. documents: as they were given, with their PDFs. built: how many PDFs were made anew."""

    documents: tuple[PublishedDocument, ...]
    sets: tuple[PrintedSet, ...]
    findings: tuple[Finding, ...]
    built: int


def print_documents(  # noqa: PLR0913 - what is printed, and how
    documents: Sequence[PublishedDocument],
    sets: Mapping[str, str],
    folder: Folder,
    *,
    is_all: bool,
    force: bool,
    jobs: int | None,
    progress: Progress,
) -> Paper:
    """Make the PDFs that are missing or out of date, and the sets that they belong to.

    sets: path of a Word file → the name of its set, in the order of printing, of all documents of the campaign.
    is_all: `documents` are all of them, too. force: a PDF that a person put there is replaced, and kept under .手改/.
    jobs: how many processes of LibreOffice at a time.
    Raises AwardgenError where the folder cannot be read or written, or LibreOffice is missing.
    """
    try:
        shelf = Shelf(folder, force=force)
        work = _Printing(shelf, documents)
        work.remove_what_is_for_nothing(is_all=is_all)
        work.convert(jobs, progress)
        made = tuple(make_sets(shelf, sets, (each.path for each in documents), is_all=is_all))
        shelf.close()
    except OSError as error:
        raise AwardgenError(
            f"PDF没有做成：{reason(error)}。", "请检查output文件夹的权限和磁盘空间。"
        ) from error
    return Paper(tuple(work.with_pdfs()), made, tuple(shelf.findings), work.built)


def remove_out_of_date(
    documents: Sequence[PublishedDocument], folder: Folder, *, is_all: bool
) -> Sequence[Finding]:
    """Remove the PDFs of ours that earlier runs made of what the Word files said then; nothing is made anew.

    What lies beside a Word file so always says what that says. Raises AwardgenError where the folder cannot be read.
    """
    try:
        shelf = Shelf(folder)
        if not shelf.entries:
            return ()
        work = _Printing(shelf, documents)
        work.remove_what_is_for_nothing(is_all=is_all)
        for path, source in work.sources.items():
            entry = shelf.entries.get(pdf_path(path))
            if entry is not None and entry.source != source:
                shelf.remove(pdf_path(path))
        count = len(shelf.removed)
        for path, entry in list(shelf.entries.items()):
            if not shelf.removed.isdisjoint(entry.members):
                shelf.remove(path)
        shelf.close()
    except OSError as error:
        raise AwardgenError(f"output文件夹读不出来：{reason(error)}。", "请检查它的权限。") from error
    if count:
        message = f"{count}份文书的PDF已过时，已连同含有它们的打印文件一起删去。"
        shelf.findings.append(kinds.PDF_OUT_OF_DATE.at(Place("output"), message))
    return shelf.findings


class _Printing:
    """sources: Word file that is there → what its PDF is made of."""

    def __init__(self, shelf: Shelf, documents: Sequence[PublishedDocument]) -> None:
        self._shelf = shelf
        self._documents = documents
        self.sources = {
            each.path: self._source(each)
            for each in documents
            if each.sha256 is not None and shelf.has(each.path)
        }
        self.built = 0

    def _source(self, document: PublishedDocument) -> str:
        if document.status is Status.KEPT:  # it may have been edited since it was written
            return sha256_of(self._shelf.folder.read(document.path))
        return document.sha256 or ""

    def remove_what_is_for_nothing(self, *, is_all: bool) -> None:
        """Remove the PDFs of documents that are there no more."""
        there = {pdf_path(path) for path in self.sources}
        gone = {pdf_path(each.path) for each in self._documents} - there
        for path, entry in list(self._shelf.entries.items()):
            if path not in there and not entry.members and (is_all or path in gone):
                self._shelf.remove(path)

    def convert(self, jobs: int | None, progress: Progress) -> None:
        """Make the PDFs that are missing or out of date."""
        maker = maker_digest()
        stale = [path for path, source in self.sources.items() if not self._is_settled(path, source, maker)]
        with progress.stage("转换PDF", len(stale)) as advance:
            for at in range(0, len(stale), _CHUNK):
                self._convert(stale[at : at + _CHUNK], maker, jobs, advance)

    def with_pdfs(self) -> Iterator[PublishedDocument]:
        """Yield the documents with their PDFs."""
        for each in self._documents:
            has_pdf = each.path in self.sources and self._shelf.has(pdf_path(each.path))
            yield each._replace(pdf=pdf_path(each.path)) if has_pdf else each

    def _is_settled(self, path: str, source: str, maker: str) -> bool:
        """Say whether a document's PDF is there as it should be, or a person put one there."""
        pdf = pdf_path(path)
        if self._shelf.is_current(pdf, source, maker):
            return True
        if self._shelf.is_kept(pdf, source, maker):
            self._shelf.tell_kept(pdf)
            return True
        return False

    def _convert(self, paths: Sequence[str], maker: str, jobs: int | None, advance: Advance) -> None:
        from awardgen.paper.merging import count_pages  # noqa: PLC0415 - loads a library that most runs do not need

        made: dict[str, tuple[PdfEntry, bytes]] = {}
        with TemporaryDirectory(prefix="awardgen-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            into = folder / "pdf"
            into.mkdir()
            copies = {folder / f"{index:05}.docx": path for index, path in enumerate(paths)}
            for copy, path in copies.items():
                copy.write_bytes(self._shelf.folder.read(path))
            conversion = convert_to_pdf(list(copies), into, jobs=jobs, on_progress=advance)
            for copy, pdf in conversion.made.items():
                data, path = pdf.read_bytes(), copies[copy]
                entry = PdfEntry(self.sources[path], maker, sha256_of(data), count_pages(data))
                made[pdf_path(path)] = (entry, data)
        self._shelf.announce({path: entry for path, (entry, _) in made.items()})
        for path, (entry, data) in made.items():
            self.built += self._shelf.put(path, entry, data) is Status.BUILT
        for copy, why in conversion.failed.items():
            self._tell_failure(copies[copy], why)

    def _tell_failure(self, path: str, why: str) -> None:
        """Name a document that gave no PDF; one of what it said before must not be taken for it."""
        self._shelf.remove(pdf_path(path))
        applicant = next((each.applicant for each in self._documents if each.path == path), None)
        message = f"没有PDF，打印文件里也没有它：{why}。"
        found = kinds.NOT_CONVERTED.at(Place(f"output/{path}"), message, applicant=applicant)
        self._shelf.findings.append(found)
