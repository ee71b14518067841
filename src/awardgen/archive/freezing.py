"""Freezing a campaign: its items with their PDF/A and stamps, the catalogue, and the campaign itself, in one folder."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from awardgen.archive import layout
from awardgen.archive.codes import archival_code, item_number
from awardgen.archive.description import Describer
from awardgen.archive.grouping import faulty_rows, group_documents
from awardgen.archive.item import Item
from awardgen.archive.keeping import Keeping
from awardgen.archive.record import Record
from awardgen.archive.rows import archive_rows, archive_year, write_catalogue
from awardgen.archive.scans import with_scans
from awardgen.catalogue import archive as kinds
from awardgen.finding import Place, Severity
from awardgen.fingerprint import files_below
from awardgen.layout import DATA_FOLDER, OUTPUT_FOLDER, SIGNED_FOLDER, TEMPLATES_FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from awardgen.archive.item import ArchivedDocument
    from awardgen.archive.keeping import Convert
    from awardgen.campaign import Campaign
    from awardgen.documents import ArchiveRows
    from awardgen.finding import Finding


@dataclass(frozen=True, slots=True)
class Makers:
    """How things are made that need more than the archive.

    render: the documents of the range 归档, each with its row of 文书, its path and its content. convert: Word files
    to PDF/A-1b.
    """

    render: Callable[[ArchiveRows], Sequence[tuple[str, str, bytes]]]
    convert: Convert


@dataclass(frozen=True, slots=True)
class Frozen:
    """What was laid out. record: of it; findings: of the archiving alone."""

    record: Record
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class Freezer:
    """Lays a campaign out as the payload of a package.

    folder: of the campaign. into: of the payload, empty. work: for what is made on the way. version, code: of awardgen.
    """

    folder: Path
    campaign: Campaign
    into: Path
    work: Path
    day: date
    version: str
    code: str
    makers: Makers
    _findings: list[Finding] = field(default_factory=list)

    def freeze(self, documents: Sequence[ArchivedDocument], found: Sequence[Finding]) -> Frozen:
        """Lay everything out. found: the findings of the campaign that stand."""
        self._check_settings()
        keeping = Keeping(
            self.into, self.work, self.campaign.archive, archive_year(self.campaign), self.makers.convert
        )
        entries = keeping.keep_items(self._items(documents))
        self._findings += keeping.findings
        errors = sum(each.severity is Severity.ERROR for each in (*found, *self._findings))
        title = self.campaign.settings.title
        record = Record(
            awardgen=self.version,
            code=self.code,
            day=self.day,
            campaign="".join((title or self.folder.resolve().name).split()),
            errors=errors,
            entries=entries,
            documents=(),
        )
        told = len(keeping.findings)
        filled = self.makers.render(archive_rows(self.campaign, record))
        record = replace(record, documents=keeping.keep_own_documents(filled))
        self._findings += keeping.findings[told:]
        write_catalogue(self.into / _below(layout.CATALOGUE_WORKBOOK), self.campaign, record)
        self._copy_campaign()
        return Frozen(record, tuple(self._findings))

    def _items(self, documents: Sequence[ArchivedDocument]) -> Sequence[Item]:
        settings = self.campaign.archive
        describer, year = Describer(self.campaign), archive_year(self.campaign)
        items = [
            Item(number, archival_code(settings, year, number), group, describer.describe(group))
            for number, group in enumerate(group_documents(documents), settings.whole("起始件号", 1))
        ]
        self._findings += faulty_rows(self.campaign.documents)
        scanned = with_scans(items, self.folder, self.folder / DATA_FOLDER / SIGNED_FOLDER)
        self._findings += scanned.findings
        for file in scanned.others:
            name = file.relative_to(self.folder / DATA_FOLDER / SIGNED_FOLDER).as_posix()
            _copy(file, self.into / _below(layout.OTHER_SCANS) / layout.storable(name))
        for item in scanned.items:
            place = Place(f"{OUTPUT_FOLDER}/{item.main.output}")
            what = f"{item_number(item.number)}号件{item.description.title}"
            if item.description.day is None:
                self._findings.append(kinds.DAY_UNKNOWN.at(place, f"{what}没有日期。"))
            if not item.scans:
                applicant = item.main.application.number if item.main.application else None
                message = f"{what}没有签章件。"
                # All of them at one place, so that what to do is said once.
                scans = Place(f"{DATA_FOLDER}/{SIGNED_FOLDER}")
                self._findings.append(kinds.SCAN_MISSING.at(scans, message, applicant=applicant))
            self._findings += (
                kinds.ARCHIVED_AS_EDITED.at(
                    Place(f"{OUTPUT_FOLDER}/{each.output}"), "文书有手工修改，照样归档。"
                )
                for each in item.documents
                if each.is_edited
            )
        return scanned.items

    def _check_settings(self) -> None:
        settings = self.campaign.archive
        if settings.place.sheet is None:
            place = Place(f"{DATA_FOLDER}/活动设置.xlsx")
            self._findings.append(kinds.SETTINGS_ABSENT.at(place, "没有工作表“归档”，按常用值归档。"))
        if not settings.text("全宗号"):
            place = settings.places.get("全宗号", settings.place)
            self._findings.append(kinds.FONDS_MISSING.at(place, "全宗号没有填写。"))

    def _copy_campaign(self) -> None:
        """Keep what the documents were made of. The scans lie with their items."""
        for name in (DATA_FOLDER, TEMPLATES_FOLDER):
            for path in files_below(self.folder / name, set()):
                inside = path.relative_to(self.folder)
                is_hidden = any(part.startswith((".", "~$")) for part in inside.parts)
                if inside.parts[:2] == (DATA_FOLDER, SIGNED_FOLDER) or is_hidden:
                    continue
                _copy(path, self.into / _below(layout.CAMPAIGN) / layout.storable(inside.as_posix()))


def _below(path: str) -> str:
    return path.removeprefix(f"{layout.PAYLOAD}/")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
