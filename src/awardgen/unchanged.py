"""A run with the inputs of the last one: its report, without reading a workbook, or even loading what reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.fingerprint import inputs_of
from awardgen.layout import DATA_FOLDER, OUTPUT_FOLDER, TEMPLATES_FOLDER
from awardgen.publishing import Publisher
from awardgen.report.stored import restored_report

if TYPE_CHECKING:
    from pathlib import Path

    from awardgen.fingerprint import Inputs
    from awardgen.report.report import Report


def inputs_of_campaign(folder: Path, *, strict: bool) -> Inputs:
    """Return digests of all that a run of `build` depends on."""
    return inputs_of((folder / DATA_FOLDER, folder / TEMPLATES_FOLDER), [strict])


def report_if_nothing_changed(folder: Path, output: str | None, *, strict: bool) -> Report | None:
    """Return the report of the last run where it holds for this one: same inputs, and its files as it left them.

    Raises AwardgenError where nothing can be written into the output folder.
    """
    if not (folder / DATA_FOLDER).is_dir():
        return None  # it may be no campaign at all, and gets no output folder then
    publisher = Publisher(output or str(folder / OUTPUT_FOLDER))
    inputs = inputs_of_campaign(folder, strict=strict).digest
    if not publisher.nothing_changed_since(inputs):
        return None
    try:
        report = restored_report(publisher.last_report)
    except (KeyError, ValueError, TypeError, AttributeError):
        return None
    publisher.stands(inputs)
    return report
