"""build → items → PDF/A → catalogue → bag: a finished campaign frozen as one checked package."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

import awardgen
from awardgen import pipeline
from awardgen.archive import layout
from awardgen.archive.bag import make_bag, software
from awardgen.archive.freezing import Freezer, Makers
from awardgen.archive.guide import guide
from awardgen.archive.item import ArchivedDocument
from awardgen.archive.making import code_version
from awardgen.archive.record import record_json
from awardgen.archive.rows import filled_settings
from awardgen.archive.staging import staged_beside
from awardgen.archive.zip_file import zip_folder
from awardgen.campaign import Scope
from awardgen.documents import annex_heads, application_keys, render
from awardgen.errors import AwardgenError
from awardgen.finding import Severity
from awardgen.layout import DATA_FOLDER, OUTPUT_FOLDER, TEMPLATES_FOLDER
from awardgen.means import Means
from awardgen.office import convert_to_pdf
from awardgen.papers import font_findings, refuse_what_cannot_print, without_old_pdfs
from awardgen.preparation import prepare
from awardgen.progress import SILENT
from awardgen.rendering import content_of
from awardgen.report.text import finding_line
from awardgen.unchanged import report_if_nothing_changed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from awardgen.archive.freezing import Frozen
    from awardgen.archive.keeping import Convert
    from awardgen.archive.record import Record
    from awardgen.campaign import Campaign
    from awardgen.documents import ArchiveRows, PlannedDocument
    from awardgen.finding import Finding
    from awardgen.preparation import Prepared
    from awardgen.progress import Progress

_ZIP: Final = ".zip"
_NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\s%]')


@dataclass(frozen=True, slots=True)
class Archived:
    """What became of a campaign that was to be archived.

    bag, zip: where the package lies; None where there is none, as errors stood in its way. record: what it holds.
    """

    bag: Path | None
    zip: Path | None
    record: Record | None
    findings: tuple[Finding, ...]

    @property
    def has_errors(self) -> bool:
        return any(each.severity is Severity.ERROR for each in self.findings)


def archive(  # noqa: PLR0913 - each option of the command
    folder: Path,
    to: Path,
    *,
    day: date | None = None,
    as_zip: bool = False,
    with_findings: bool = False,
    progress: Progress = SILENT,
    convert: Convert | None = None,
) -> Archived:
    """Build what is not up to date, and freeze the campaign into a new folder.

    to: the package's folder, which must not be there yet or be empty. day: that it bears, 归档日期 or today where not
    given. as_zip: also write it as one file beside. with_findings: errors do not stand in the way, and are recorded.
    convert: Word files to PDF/A, LibreOffice where not given. Raises AwardgenError where nothing can be archived.
    """
    target = to.absolute()
    zipped = target.with_name(target.name + _ZIP) if as_zip else None
    _refuse_what_is_there(folder, target, zipped)
    if convert is None:
        refuse_what_cannot_print()
    report = report_if_nothing_changed(folder, None, strict=False)
    if report is None:
        report = pipeline.build(folder, means=Means(progress=progress))
        report = without_old_pdfs(report, folder, None, is_all=True, strict=False)
    if report.has_errors and not with_findings:
        return Archived(None, None, None, report.findings)
    prepared = prepare(folder, progress)
    campaign = prepared.campaign
    documents = _documents(folder, prepared)
    if not documents:
        raise AwardgenError("output/中没有可以归档的文书。", "请先填好表格，用 awardgen build 生成文书。")
    day = day or campaign.archive.day("归档日期") or date.today()  # noqa: DTZ011 - the clerk's own day
    with staged_beside(target) as staged:
        payload, work = staged / "payload", staged / "work"
        payload.mkdir()
        freezer = Freezer(
            folder,
            campaign,
            payload,
            work,
            day,
            awardgen.__version__,
            code_version(),
            Makers(_Renderer(prepared).render, convert or _converter(day, progress)),
        )
        frozen = freezer.freeze(documents, report.findings)
        told = (*frozen.findings, *(() if convert else font_findings()))
        findings = (*report.findings, *pipeline.weighed(told, campaign, strict=False))
        archived = Archived(None, None, frozen.record, findings)
        if archived.has_errors and not with_findings:
            return archived
        _make_bag(payload, campaign, frozen, findings)
        staged_zip = staged / "bag.zip"
        if zipped is not None:
            zip_folder(payload, staged_zip, _name_in_zip(frozen.record))
        _publish(payload, target)
        if zipped is not None:
            staged_zip.rename(zipped)
    return Archived(target, zipped, frozen.record, findings)


def _refuse_what_is_there(folder: Path, target: Path, zipped: Path | None) -> None:
    tip = "请换一个新文件夹的名称；归档包从不覆盖。"
    real = target.resolve()
    for name in (DATA_FOLDER, TEMPLATES_FOLDER, OUTPUT_FOLDER):
        if real.is_relative_to((folder / name).resolve()):
            raise AwardgenError(f"归档包不能放在活动的{name}文件夹里。", "请放在活动文件夹以外。")
    if target.suffix.lower() == _ZIP:
        raise AwardgenError("--to 要写文件夹的名称。", "要压缩包时，写文件夹的名称，再加 --zip。")
    if (target.exists() or target.is_symlink()) and not (target.is_dir() and not any(target.iterdir())):
        raise AwardgenError(f"{target.name}已经有了。", tip)
    if zipped is not None and zipped.exists():
        raise AwardgenError(f"{zipped.name}已经有了。", tip)


def _name_in_zip(record: Record) -> str:
    """Return the folder within the zip, which says what it is and depends on nothing but what is archived."""
    code = record.entries[0].code.rpartition("-")[0] if record.entries else ""
    return _NOT_IN_NAMES.sub("_", "-".join(filter(None, ("归档包", code))))


def _publish(payload: Path, target: Path) -> None:
    if target.exists():  # and is empty
        target.rmdir()
    payload.rename(target)


def _documents(folder: Path, prepared: Prepared) -> Sequence[ArchivedDocument]:
    """Return the documents that lie in output/, as somebody may have left them."""
    keys = application_keys(prepared.campaign)
    by_key = {keys[each.row_order]: each for each in prepared.campaign.applications}
    heads = annex_heads(prepared.plan.documents)
    found = []
    for planned in prepared.plan.documents:
        file = folder / OUTPUT_FOLDER / planned.path
        if planned.withheld or not file.is_file():
            continue
        of_one = planned.row.scope is Scope.APPLICATION
        found.append(
            ArchivedDocument(
                row=planned.row,
                key=planned.key,
                application=by_key.get(planned.key) if of_one else None,
                output=PurePosixPath(planned.path),
                annex_of=heads.get(str(planned.path), ""),
                file=file,
                is_edited=not says_what_was_rendered(planned, file.read_bytes()),
            )
        )
    return found


def says_what_was_rendered(planned: PlannedDocument, data: bytes) -> bool:
    """Tell whether a Word file says what its template and the workbooks make of it."""
    rendered = render(planned).data
    return rendered is not None and (data == rendered or content_of(data) == content_of(rendered))


@dataclass(frozen=True, slots=True)
class _Renderer:
    prepared: Prepared

    def render(self, rows: ArchiveRows) -> Sequence[tuple[str, str, bytes]]:
        return [(each.row.name, str(each.path), data) for each, data in rendered_archive(self.prepared, rows)]


def rendered_archive(prepared: Prepared, rows: ArchiveRows) -> Iterator[tuple[PlannedDocument, bytes]]:
    """Yield the documents of the range 归档; one that cannot be filled has its finding where it was tried out."""
    for planned in prepared.planner.plan_archive(rows).documents:
        data = render(planned).data
        if data is not None:
            yield planned, data


def _converter(day: date, progress: Progress) -> Convert:
    def convert(files: Sequence[Path], into: Path) -> tuple[Mapping[Path, Path], Mapping[Path, str]]:
        made_on = datetime.combine(day, time(), UTC)
        with progress.stage("转换PDF", len(files)) as advance:
            done = convert_to_pdf(files, into, as_archive=True, made_on=made_on, on_progress=advance)
        return done.made, done.failed

    return convert


def _make_bag(payload: Path, campaign: Campaign, frozen: Frozen, findings: Sequence[Finding]) -> None:
    record = frozen.record
    (payload / Path(layout.RECORD).name).write_bytes(record_json(record))
    if record.errors:
        told = [each for each in findings if each.severity is not Severity.INFO]
        lines = "".join(f"{finding_line(each)}\n" for each in told)
        (payload / Path(layout.FINDINGS).name).write_text(lines, encoding="utf-8", newline="\n")
    settings = filled_settings(campaign, record.day)
    codes = [each.code for each in record.entries]
    info = {
        "Source-Organization": settings.get("全宗名称"),
        "Contact-Name": settings.get("整理人"),
        "External-Description": f"{record.campaign}归档包，{len(codes)}件",
        "External-Identifier": f"{codes[0]}至{codes[-1]}" if codes else None,
        "Internal-Sender-Description": f"归档时有{record.errors}个错误没有改正" if record.errors else None,
        "Bagging-Date": record.day.isoformat(),
        "Bag-Software-Agent": software(record.awardgen),
    }
    said = {name: str(value) for name, value in info.items() if value}
    make_bag(payload, said, {layout.GUIDE: guide(record).encode()})
