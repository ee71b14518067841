"""collect: returned forms → rows of 申报.xlsx and files of data/事迹/."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.catalogue import returned as kinds
from awardgen.collecting.entry import Entry, WorkbookEntry
from awardgen.collecting.forms_of_campaign import FormsOfCampaign
from awardgen.collecting.intake import Intake, Outcome
from awardgen.collecting.reading import read_files
from awardgen.collecting.score_intake import ScoreIntake
from awardgen.collecting.sources import handed_in
from awardgen.collecting.writeups import Applicant, owner_of, place_write_up, write_write_up
from awardgen.finding import Severity
from awardgen.workbook import APPLICATION_WORKBOOK, SCORE_WORKBOOK, application_sheet, read_campaign, score_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from awardgen.campaign import Campaign
    from awardgen.collecting.intake import Collected
    from awardgen.collecting.reading import ReadFile
    from awardgen.collecting.score_intake import CollectedScores
    from awardgen.collecting.writeups import CollectedWriteUp
    from awardgen.finding import Finding


@dataclass(frozen=True, slots=True)
class Wishes:
    """group: of files that tell none. takes_forms: where a form differs from the workbook, the form is right.

    is_dry_run: nothing is written.
    """

    group: str | None = None
    takes_forms: bool = False
    is_dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Collection:
    """What was collected. kept: where the workbooks that were changed are kept as they were before."""

    forms: tuple[Collected, ...]
    scores: tuple[CollectedScores, ...]
    write_ups: tuple[CollectedWriteUp, ...]
    findings: tuple[Finding, ...]
    kept: tuple[Path, ...] = ()

    @property
    def has_errors(self) -> bool:
        return any(each.severity is Severity.ERROR for each in self.findings)


def collect(folder: Path, paths: Sequence[Path], wishes: Wishes, moment: datetime) -> Collection:
    """Read returned files into the workbook of applications.

    moment: now; it names what is kept. Raise AwardgenError where nothing can be collected: then nothing was written.
    """
    campaign = read_campaign(folder).campaign
    findings: list[Finding] = []
    forms = FormsOfCampaign(folder, campaign)
    intake = Intake(campaign, forms.shown_in, group=wishes.group, takes_forms=wishes.takes_forms)
    score_intake = ScoreIntake(campaign, takes_forms=wishes.takes_forms)
    collected: list[Collected] = []
    scores: list[CollectedScores] = []
    texts: list[ReadFile] = []
    for read in read_files(handed_in(paths, findings), forms.plans, campaign.rubric.criteria, findings):
        if not read.forms and not read.scores:
            texts.append(read)
        for form in read.forms:
            if each := intake.take(form, read.file, findings):
                collected.append(each)
                _report_differences(each, findings)
        scores += [row for returned in read.scores if (row := score_intake.take(returned, findings))]
    write_ups = list(_write_ups(folder, campaign, collected, texts, wishes, findings))
    entries = [*_entries(folder, campaign, collected, scores, moment, findings)]
    kept: list[Path] = []
    if not wishes.is_dry_run:
        kept = [path for entry in entries if (path := entry.write(moment))]
        for each in write_ups:
            if each.outcome in {Outcome.NEW, Outcome.TAKEN}:
                write_write_up(folder, each, moment)
    return Collection(tuple(collected), tuple(scores), tuple(write_ups), tuple(findings), tuple(kept))


def _entries(  # noqa: PLR0913 - what came in, and where it goes
    folder: Path,
    campaign: Campaign,
    collected: Sequence[Collected],
    scores: Sequence[CollectedScores],
    moment: datetime,
    findings: list[Finding],
) -> Iterator[WorkbookEntry]:
    """Put what was collected into the workbooks that it belongs in; nothing is written yet."""
    rows = [
        Entry(
            each.award.short_name,
            each.application.record.row if each.application else None,
            each.changes,
            each.number,
            each.file,
        )
        for each in collected
        if each.changes
    ]
    if rows:
        sheets = [application_sheet(award.short_name, award.kind) for award in campaign.awards]
        entry = WorkbookEntry(folder, APPLICATION_WORKBOOK.name, sheets, moment.date(), findings)
        entry.put(rows)
        yield entry
    if rows := [each.entry for each in scores if each.entry]:
        numbers = [each.number for each in campaign.rubric.criteria if each.number]
        entry = WorkbookEntry(folder, SCORE_WORKBOOK.name, [score_sheet(numbers)], moment.date(), findings)
        entry.put(rows)
        yield entry


def _report_differences(each: Collected, findings: list[Finding]) -> None:
    if each.outcome is not Outcome.DIFFERENT:
        return
    for difference in each.differences:
        message = (
            f"“{difference.column}”：工作簿是“{_short(difference.in_workbook)}”，"
            f"表上是“{_short(difference.in_form)}”（{each.file.path.name}）。"
        )
        findings.append(
            kinds.FORM_DIFFERS.at(
                difference.place, message, applicant=each.number, excerpt=_short(difference.in_form)
            )
        )


def _short(text: str) -> str:
    most = 40
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most] + "…"


def _write_ups(  # noqa: PLR0913 - what a write-up is held against
    folder: Path,
    campaign: Campaign,
    collected: Sequence[Collected],
    texts: Sequence[ReadFile],
    wishes: Wishes,
    findings: list[Finding],
) -> Iterator[CollectedWriteUp]:
    """Say whose each write-up is: also of those whose form came in the same call."""
    applicants = [Applicant(each.number, (each.person, each.post)) for each in campaign.applications if each.number]
    applicants += [
        Applicant(each.number, tuple(str(each.changes.get(name) or "") for name in ("岗位人员姓名", "岗位名称")))
        for each in collected
        if each.application is None
    ]
    taken: set[str] = set()
    for read in texts:
        number = owner_of(read.file, read.mark, applicants)
        if number is None or number in taken:
            why = f"已收了{number}的另一份事迹材料" if number else "看不出是谁的事迹材料"
            findings.append(kinds.WRITE_UP_UNCLAIMED.at(read.file.place, f"{read.file.path.name}没有收：{why}。"))
            continue
        taken.add(number)
        yield place_write_up(folder, read, number, takes_forms=wishes.takes_forms, findings=findings)
