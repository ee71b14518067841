"""A run with the inputs of the last one: its report, without reading a workbook, or even loading what reads them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from awardgen.collector import all_is_kept, what_is_there_stays
from awardgen.fingerprint import inputs_of
from awardgen.layout import DATA_FOLDER, OUTPUT_FOLDER, TEMPLATES_FOLDER
from awardgen.publishing import NEVER, Publisher, last_run_at
from awardgen.report.page.standing import PAGE, stands
from awardgen.report.stored import restored_report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from awardgen.fingerprint import Inputs
    from awardgen.report.report import Report
    from awardgen.workbook import OpenedAhead
    from awardgen.workers import Workers


def inputs_of_campaign(folder: Path, *, strict: bool) -> Inputs:
    """Return digests of all that a run of `build` depends on."""
    return inputs_of((folder / DATA_FOLDER, folder / TEMPLATES_FOLDER), [strict])


@dataclass(frozen=True, slots=True)
class Beginning:
    """A run that has looked at the campaign's files and at its output, and has read neither.

    folder: the campaign's. page: where its page would lie, as it is told. ahead: workbooks that are being opened.
    """

    folder: Path
    inputs: Inputs
    publisher: Publisher
    page: str
    ahead: OpenedAhead | None = None

    def get_ready(self, team: Workers) -> None:
        """Start the processes, unless they are, for all that is in a campaign; much may be known already."""
        if not self.publisher.has_written_before:
            get_ready(self.folder, team)

    def report_if_nothing_changed(self, *, page: bool = False) -> Report | None:
        """Return the report of the last run where it holds for this one: same inputs, and its files as it left them.

        page: 报告.html must be there too, be it that of a later `check`, which tells more.
        """
        digest = self.inputs.digest
        if not self.publisher.nothing_changed_since(digest):
            return None
        if page and not stands(self.publisher.folder, digest):
            return None
        try:
            report = restored_report(self.publisher.last_report)
        except (KeyError, ValueError, TypeError, AttributeError):
            return None
        self.publisher.stands(digest)
        return replace(report, page=self.page) if page else report


def begin(
    folder: Path,
    output: str | None,
    *,
    strict: bool,
    force: bool = False,
    team: Callable[[], Workers] | None = None,
) -> Beginning | None:
    """Look at a campaign; None where there is none, which so gets no output folder.

    team: those who get ready as soon as it is known that there is something to do. Raises AwardgenError where nothing
    can be written into the output folder.
    """
    if not (folder / DATA_FOLDER).is_dir():
        return None
    location = output or str(folder / OUTPUT_FOLDER)
    with all_is_kept():
        inputs = inputs_of_campaign(folder, strict=strict)
        last_run = last_run_at(location)
        # By now it is known whether it will be read: it is begun while all the rest is looked at and loaded.
        ahead = None
        if last_run.inputs != inputs.digest:
            ahead = _applications_ahead(folder)
            if team is not None and last_run == NEVER:
                get_ready(folder, team())
        publisher = Publisher(location, force=force, last_run=last_run)
        return Beginning(folder, inputs, publisher, f"{output or OUTPUT_FOLDER}/{PAGE}", ahead)


def _applications_ahead(folder: Path) -> OpenedAhead:
    from awardgen.workbook import APPLICATION_WORKBOOK, OpenedAhead  # noqa: PLC0415 - not for a run without changes

    return OpenedAhead(folder, APPLICATION_WORKBOOK)


def report_if_nothing_changed(
    folder: Path, output: str | None, *, strict: bool, page: bool = False
) -> Report | None:
    """Return the report of the last run where it holds for this one. Raises AwardgenError as `begin` does."""
    begun = begin(folder, output, strict=strict)
    return begun.report_if_nothing_changed(page=page) if begun else None


def get_ready(folder: Path, team: Workers) -> None:
    """Start the processes while this one loads what it needs, and reads."""
    from awardgen.workbook import promises_many  # noqa: PLC0415 - not for a run without changes

    if promises_many(folder):
        team.get_ready(partial(_load, folder))


def _load(folder: Path) -> None:
    """Begin in another process with the workbook that it will be asked for, and load what reads it.

    The rest it loads when it is sent such work: until then everyone waits for what comes of the workbook.
    """
    from awardgen.workbook import SCORE_WORKBOOK, OpenedAhead  # noqa: PLC0415 - begun before the rest is loaded

    ahead = OpenedAhead(folder, SCORE_WORKBOOK)
    from awardgen.scores_under_way import begun  # noqa: PLC0415 - whoever sends it has not loaded it yet

    begun[folder] = ahead
    what_is_there_stays()
