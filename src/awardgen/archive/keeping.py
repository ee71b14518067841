"""The files of the items: scans and Word files as they are, PDF/A with the stamp, and how many pages there are."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from awardgen.archive import layout
from awardgen.archive.codes import item_number
from awardgen.archive.entry import Entry, KeptDocument, KeptScan
from awardgen.archive.page_images import FirstPage, PdfUnreadableError, pages_with_content
from awardgen.archive.pdf_a import is_pdf_a, keep_as_pdf_a
from awardgen.archive.stamp import Stamp, room_on
from awardgen.archive.stamp_sheet import StampCells, stamp_sheet
from awardgen.catalogue import archive as kinds
from awardgen.finding import Place
from awardgen.layout import OUTPUT_FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.archive.item import ArchivedDocument, Item
    from awardgen.campaign import ArchiveSettings
    from awardgen.finding import Finding

Converted = tuple["Mapping[Path, Path]", "Mapping[Path, str]"]
"""Source → its PDF/A, and source → why there is none, in a few Chinese words."""
Convert = Callable[[Sequence[Path], Path], Converted]
_SHEET: Final = "归档章.docx"


class _Converted(NamedTuple):
    """pdfs: source → its PDF/A. failed: source → why there is none. pages: source → those with something on them."""

    pdfs: dict[Path, Path]
    failed: dict[Path, str]
    pages: dict[Path, int]


class Keeping:
    """Puts the files of items into a package.

    into: the folder of its payload. work: for what is made on the way. year: 归档年度.
    """

    def __init__(
        self, into: Path, work: Path, settings: ArchiveSettings, year: str, convert: Convert
    ) -> None:
        self._into = into
        self._work = work
        self._settings = settings
        self._year = year
        self._convert = convert
        self.findings: list[Finding] = []

    def keep_items(self, items: Sequence[Item]) -> tuple[Entry, ...]:
        """Put each item into its folder; return the lines of the catalogue."""
        files = [document.file for item in items for document in item.documents]
        pdfs, failed, pages = self._converted(files, "pdf")
        for item in items:
            for document in item.documents:
                if document.file in failed:
                    self._tell_unconverted(f"{OUTPUT_FOLDER}/{document.output}", failed[document.file])
        counted = [self._pages(item, pages) for item in items]
        stamps = self._stamps(items, counted)
        return tuple(
            self._keep(item, counted[index], pdfs, pages, stamps, index) for index, item in enumerate(items)
        )

    def keep_own_documents(self, filled: Sequence[tuple[str, str, bytes]]) -> tuple[KeptDocument, ...]:
        """Put the archive's own documents beside the items. filled: row of 文书, path, content."""
        if not filled:
            message = "工作表“文书”中没有范围为“归档”的文书。"
            self.findings.append(kinds.ROWS_ABSENT.at(Place("data/活动设置.xlsx", "文书"), message))
            return ()
        written = {}
        for name, path, data in filled:
            target = self._into / layout.storable(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            written[target] = (name, path)
        pdfs, failed, counted = self._converted(list(written), "own")
        kept = []
        for word, (name, path) in written.items():
            pdf, pages = word.with_suffix(".pdf"), 0
            if word in failed:
                self._tell_unconverted(path, failed[word])
            else:
                keep_as_pdf_a(pdfs[word], pdf)
                pages = counted[word]
                self._check_pdf_a(pdf, path)
            kept.append(
                KeptDocument(
                    name, "", path, self._name(word), self._name(pdf) if pages else "", pages, is_edited=False
                )
            )
        return tuple(kept)

    def _converted(self, files: Sequence[Path], folder: str) -> _Converted:
        made, failed = self._convert(files, self._folder(folder))
        converted = _Converted({}, dict(failed), {})
        for file, pdf in made.items():
            try:
                converted.pages[file] = pages_with_content(pdf)
                converted.pdfs[file] = pdf
            except PdfUnreadableError:
                converted.failed[file] = "转换出来的PDF打不开"
        return converted

    def _pages(self, item: Item, pages: Mapping[Path, int]) -> int:
        """Return 页数: of the signed and sealed original where there is one."""
        printed = sum(pages.get(each.file, 0) for each in item.documents)
        if not item.scans:
            return printed
        scanned = sum(each.pages for each in item.scans)
        if scanned < printed:
            self.findings.append(
                kinds.SCAN_SHORT.at(
                    Place(f"{OUTPUT_FOLDER}/{item.main.output}"),
                    f"{item_number(item.number)}号件的签章件共{scanned}页，文书共{printed}页。",
                )
            )
        return scanned

    def _stamps(self, items: Sequence[Item], pages: Sequence[int]) -> Path | None:
        """Make the sheet of stamps; None where it could not be made."""
        if not items:
            return None
        settings = self._settings
        sheet = self._folder("stamps") / _SHEET
        sheet.write_bytes(
            stamp_sheet(
                StampCells(
                    settings.text("全宗号"),
                    self._year,
                    item_number(item.number),
                    settings.text("机构") or settings.text("机构代码"),
                    settings.text("保管期限"),
                    str(count),
                )
                for item, count in zip(items, pages, strict=True)
            )
        )
        pdfs, failed, counted = self._converted([sheet], "stamped")
        why = failed.get(sheet) or ("" if counted[sheet] == len(items) else "归档章没有排成一页一个")
        if why:
            self._tell_unconverted(_SHEET, why)
            return None
        return pdfs[sheet]

    def _keep(  # noqa: PLR0913, PLR0917 - what is known of an item by now
        self,
        item: Item,
        pages: int,
        pdfs: Mapping[Path, Path],
        pages_of: Mapping[Path, int],
        stamps: Path | None,
        index: int,
    ) -> Entry:
        folder = f"{layout.ITEMS}/{item.folder}"
        scans = [
            KeptScan(self._put(each.file, f"{folder}/{layout.SCANS}/{each.name}"), each.pages)
            for each in item.scans
        ]
        kept = []
        for document in item.documents:
            word = self._put(document.file, f"{folder}/{layout.WORD}/{document.output}")
            pdf = ""
            if document.file in pdfs:
                pdf = layout.storable(f"{folder}/{layout.PDF}/{document.output.with_suffix('.pdf')}")
                self._keep_pdf(pdfs[document.file], pdf, document, stamps, index)
            kept.append(
                KeptDocument(
                    document.row.name,
                    document.key,
                    str(document.output),
                    word,
                    pdf,
                    pages_of.get(document.file, 0),
                    document.is_edited,
                )
            )
        about = item.description
        return Entry(
            number=item_number(item.number),
            code=item.code,
            reference=about.reference,
            responsible=about.responsible,
            title=about.title,
            day=f"{about.day:%Y%m%d}" if about.day else "",
            security=about.security,
            pages=pages,
            note=_note(item),
            scans=tuple(scans),
            documents=tuple(kept),
        )

    def _keep_pdf(
        self, source: Path, name: str, document: ArchivedDocument, stamps: Path | None, index: int
    ) -> None:
        target = self._into / name.removeprefix(f"{layout.PAYLOAD}/")
        target.parent.mkdir(parents=True, exist_ok=True)
        stamp = None
        if stamps is not None:
            room = room_on(FirstPage(source))
            stamp = Stamp(stamps, index, room)
            if not room.is_clear:
                place = Place(f"{OUTPUT_FOLDER}/{document.output}")
                self.findings.append(kinds.NO_ROOM_FOR_STAMP.at(place, "首页上部没有空白，归档章压着文字。"))
        keep_as_pdf_a(source, target, stamp)
        self._check_pdf_a(target, f"{OUTPUT_FOLDER}/{document.output}")

    def _check_pdf_a(self, pdf: Path, place: str) -> None:
        if not is_pdf_a(pdf):
            self._tell_unconverted(place, "转换出来的不是PDF/A-1b")

    def _tell_unconverted(self, place: str, why: str) -> None:
        self.findings.append(kinds.NOT_CONVERTED.at(Place(place), f"{why}。"))

    def _put(self, source: Path, name: str) -> str:
        """Copy a file into the package; return its path there."""
        stored = layout.storable(name)
        target = self._into / stored.removeprefix(f"{layout.PAYLOAD}/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        return stored

    def _name(self, path: Path) -> str:
        return f"{layout.PAYLOAD}/{path.relative_to(self._into).as_posix()}"

    def _folder(self, name: str) -> Path:
        folder = self._work / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def _note(item: Item) -> str:
    notes = []
    annexes = sum(1 for each in item.documents[1:] if each.application is None)
    if annexes:
        notes.append(f"附件{annexes}份")
    if not item.scans:
        notes.append("无签章件")
    if any(each.is_edited for each in item.documents):
        notes.append("电子稿有手工修改")
    return "；".join(notes)
