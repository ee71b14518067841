"""A run with the inputs of the last one: its report, without reading a workbook, or even loading what reads them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from awardgen.fingerprint import digest_of_inputs
from awardgen.layout import DATA_FOLDER, OUTPUT_FOLDER, TEMPLATES_FOLDER
from awardgen.publishing import Publisher
from awardgen.report.page.standing import PAGE, stands
from awardgen.report.stored import restored_report

if TYPE_CHECKING:
    from pathlib import Path

    from awardgen.report.report import Report


def digest_of_campaign(folder: Path, *, strict: bool) -> str:
    """Return a digest of all that a run of `build` depends on; empty where it cannot be read."""
    return digest_of_inputs((folder / DATA_FOLDER, folder / TEMPLATES_FOLDER), [strict])


def report_if_nothing_changed(
    folder: Path, output: str | None, *, strict: bool, page: bool = False
) -> Report | None:
    """Return the report of the last run where it holds for this one: same inputs, and its files as it left them.

    page: 报告.html must be there too, be it that of a later `check`, which tells more. Raises AwardgenError where
    nothing can be written into the output folder.
    """
    if not (folder / DATA_FOLDER).is_dir():
        return None  # it may be no campaign at all, and gets no output folder then
    publisher = Publisher(output or str(folder / OUTPUT_FOLDER))
    inputs = digest_of_campaign(folder, strict=strict)
    if not publisher.nothing_changed_since(inputs) or (page and not stands(publisher.folder, inputs)):
        return None
    try:
        report = restored_report(publisher.last_report)
    except (KeyError, ValueError, TypeError, AttributeError):
        return None
    publisher.stands(inputs)
    return replace(report, page=f"{output or OUTPUT_FOLDER}/{PAGE}") if page else report
