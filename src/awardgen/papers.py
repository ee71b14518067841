"""The PDFs of a campaign after a run of `build`: made, or, where none are wanted, cleared of what is out of date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from awardgen.catalogue import paper as kinds
from awardgen.finding import Place, Severity
from awardgen.layout import OUTPUT_FOLDER
from awardgen.paper.record import read_record
from awardgen.publishing.folder import open_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from awardgen.finding import Finding
    from awardgen.report.report import Report


def refuse_what_cannot_print() -> None:
    """Raise AwardgenError where no PDF can be made on this machine."""
    from awardgen.office import diagnosis  # noqa: PLC0415 - most runs print nothing

    diagnosis.refuse_what_cannot_print()


def with_pdfs(  # noqa: PLR0913 - the options of the command
    report: Report,
    folder: Path,
    output: str | None,
    *,
    is_all: bool,
    force: bool,
    strict: bool,
    jobs: int | None = None,
) -> Report:
    """Make the PDFs of a report's documents and the sets to be printed.

    is_all: the report is about all documents. Raises AwardgenError where LibreOffice is missing, or the output folder
    cannot be read or written.
    """
    from awardgen.paper.printing import print_documents  # noqa: PLC0415 - likewise
    from awardgen.report.progress import progress_for_terminal  # noqa: PLC0415 - likewise

    paper = print_documents(
        report.documents,
        report.print_sets,
        open_folder(output or str(folder / OUTPUT_FOLDER)),
        is_all=is_all,
        force=force,
        jobs=jobs,
        progress=progress_for_terminal(),
    )
    report = replace(report, documents=paper.documents, printed=paper.sets, pdfs_built=paper.built)
    return _with_findings(report, [*paper.findings, *font_findings()], folder, strict=strict)


def without_old_pdfs(
    report: Report, folder: Path, output: str | None, *, is_all: bool, strict: bool
) -> Report:
    """Remove the PDFs that earlier runs made and that do not say any more what the Word files say."""
    place = open_folder(output or str(folder / OUTPUT_FOLDER))
    if not read_record(place):
        return report
    from awardgen.paper.printing import remove_out_of_date  # noqa: PLC0415 - likewise

    found = remove_out_of_date(report.documents, place, is_all=is_all)
    return _with_findings(report, found, folder, strict=strict)


def font_findings() -> Iterable[Finding]:
    """Tell which of the pinned fonts are not there."""
    from awardgen.office import missing_fonts  # noqa: PLC0415 - likewise
    from awardgen.office.diagnosis import how_to_get_fonts  # noqa: PLC0415 - likewise

    missing = missing_fonts()
    if missing:
        names = "、".join(f"{font.family}（{font.stands_for}）" for font in missing)
        message = f"没有装字体{names}，PDF的换行和页数可能与别的机器不同。"
        yield kinds.FONTS_MISSING.at(Place(), message, hint=how_to_get_fonts(missing))


def _with_findings(report: Report, found: Iterable[Finding], folder: Path, *, strict: bool) -> Report:
    found = list(found)
    if not found:
        return report
    from awardgen.checks.rule_levels import with_levels  # noqa: PLC0415 - likewise
    from awardgen.workbook import read_rule_settings  # noqa: PLC0415 - likewise

    found = with_levels(found, read_rule_settings(folder))
    if strict:
        found = [
            each.with_severity(Severity.ERROR) if each.severity is Severity.WARNING else each
            for each in found
        ]
    return replace(report, findings=(*report.findings, *found))
