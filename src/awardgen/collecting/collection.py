"""collect: what was handed in → rows of 申报.xlsx and 评分.xlsx, and files of data/事迹/."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from awardgen.catalogue import returned as kinds
from awardgen.collecting.entry import Entry, WorkbookEntry
from awardgen.collecting.forms import FormsOfCampaign
from awardgen.collecting.intake import GROUP, PEOPLE, POST, Intake, is_alike
from awardgen.collecting.outcome import Outcome
from awardgen.collecting.ownership import Applicant, Owners
from awardgen.collecting.reading import Known
from awardgen.collecting.reading_many import read_files
from awardgen.collecting.scores import ScoreIntake
from awardgen.collecting.side_by_side import side_by_side
from awardgen.collecting.sources import handed_in
from awardgen.collecting.writeups import place_write_up, write_write_up
from awardgen.finding import Severity
from awardgen.workbook import (
    APPLICATION_WORKBOOK,
    SCORE_WORKBOOK,
    application_sheet,
    read_campaign,
    score_sheet,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from awardgen.campaign import Campaign
    from awardgen.collecting.outcome import Collected
    from awardgen.collecting.reading import ReadFile
    from awardgen.collecting.scores import CollectedScores
    from awardgen.collecting.writeups import CollectedWriteUp
    from awardgen.finding import Finding


@dataclass(frozen=True, slots=True)
class Wishes:
    """What whoever collects has said.

    group: of files that tell none. takes_forms: where a form differs from the workbook, the form is right.
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
    """Read what was handed in into a campaign's workbooks.

    moment: now; it names what is kept. Raise AwardgenError where nothing can be collected: then nothing was written.
    """
    return _Collector(folder, read_campaign(folder).campaign, wishes, moment).collect(paths)


@dataclass
class _Collector:
    """One call of `collect`."""

    folder: Path
    campaign: Campaign
    wishes: Wishes
    moment: datetime
    findings: list[Finding] = field(default_factory=list)
    forms: list[Collected] = field(default_factory=list)
    scores: list[CollectedScores] = field(default_factory=list)

    def collect(self, paths: Sequence[Path]) -> Collection:
        texts = self._take(paths)
        write_ups = list(self._write_ups(texts))
        workbooks = list(self._workbooks())
        kept: list[Path] = []
        if not self.wishes.is_dry_run:
            kept = [path for workbook in workbooks if (path := workbook.write(self.moment))]
            for each in write_ups:
                if each.outcome in {Outcome.NEW, Outcome.TAKEN}:
                    write_write_up(self.folder, each, self.moment)
        return Collection(
            tuple(self.forms), tuple(self.scores), tuple(write_ups), tuple(self.findings), tuple(kept)
        )

    def _take(self, paths: Sequence[Path]) -> list[ReadFile]:
        """Hold forms and scores against the campaign; return the files that are neither."""
        known = FormsOfCampaign(self.folder, self.campaign)
        takes_forms = self.wishes.takes_forms
        intake = Intake(self.campaign, known.shown_in, group=self.wishes.group, takes_forms=takes_forms)
        score_intake = ScoreIntake(self.campaign, takes_forms=takes_forms)
        texts: list[ReadFile] = []
        files = handed_in(paths, self.findings)
        for read in read_files(files, Known(known.plans, self.campaign.rubric.criteria), self.findings):
            if not read.forms and not read.scores:
                texts.append(read)
            file = replace(read.file, content=b"")  # of thousands of forms it is not wanted any more
            for form in read.forms:
                if collected := intake.take(form, file, self.findings):
                    self.forms.append(collected)
                    self._report_differences(collected)
            for returned in read.scores:
                if row := score_intake.take(returned, self.findings):
                    self.scores.append(row)
        return texts

    def _report_differences(self, form: Collected) -> None:
        if form.outcome is not Outcome.DIFFERENT:
            return
        for each in form.differences:
            in_workbook, in_form = side_by_side(each.in_workbook, each.in_form)
            message = (
                f"“{each.column}”：工作簿是“{in_workbook}”，表上是“{in_form}”（{form.file.path.name}）。"
            )
            self.findings.append(
                kinds.FORM_DIFFERS.at(each.place, message, applicant=form.number, excerpt=in_form)
            )

    def _write_ups(self, texts: Sequence[ReadFile]) -> Iterator[CollectedWriteUp]:
        """Say whose each write-up is: also of those whose form came in the same call."""
        owners = Owners(self._applicants())
        taken: dict[str, ReadFile] = {}
        for read in texts:
            found = owners.of_file(read.file.path, read.mark, read.text)
            number = found[0].number if len(found) == 1 else ""
            first = taken.get(number)
            if number and first is None:
                taken[number] = read
                takes_forms = self.wishes.takes_forms
                yield place_write_up(
                    self.folder, read, number, takes_forms=takes_forms, findings=self.findings
                )
            elif first is None or not is_alike(first.text, read.text):
                message = f"{read.file.path.name}没有收：{_why_unclaimed(found, first)}。"
                self.findings.append(kinds.WRITE_UP_UNCLAIMED.at(read.file.place, message))

    def _applicants(self) -> Iterator[Applicant]:
        paths = {each.number: each.file.path for each in self.forms}
        for each in self.campaign.applications:
            if each.number:
                people = each.record.text(PEOPLE)
                path = paths.get(each.number)
                yield Applicant(each.number, each.award.name, each.group, each.post, people, path)
        for form in self.forms:
            if form.application is None and form.outcome is Outcome.NEW:
                group, post, people = (str(form.changes.get(name) or "") for name in (GROUP, POST, PEOPLE))
                yield Applicant(form.number, form.award.name, group, post, people, form.file.path)

    def _workbooks(self) -> Iterator[WorkbookEntry]:
        """Put what was collected into the workbooks that it belongs in; nothing is written yet."""
        rows = [
            Entry(
                each.award.short_name,
                each.application.record.row if each.application else None,
                each.changes,
                each.number,
                each.file,
            )
            for each in self.forms
            if each.changes
        ]
        day = self.moment.date()
        if rows:
            sheets = [application_sheet(award.short_name, award.kind) for award in self.campaign.awards]
            entry = WorkbookEntry(self.folder, APPLICATION_WORKBOOK.name, sheets, day, self.findings)
            entry.put(rows)
            yield entry
        if rows := [each.entry for each in self.scores if each.entry]:
            numbers = [each.number for each in self.campaign.rubric.criteria if each.number]
            entry = WorkbookEntry(
                self.folder, SCORE_WORKBOOK.name, [score_sheet(numbers)], day, self.findings
            )
            entry.put(rows)
            yield entry


def _why_unclaimed(found: Sequence[Applicant], first: ReadFile | None) -> str:
    """Return why a write-up is not taken; a clause without its full stop. first: the one that was, of several."""
    if first is not None:
        return f"已从“{first.file.path.name}”收了{found[0].number}的事迹材料，这一份内容不同"
    if not found:
        return "看不出是谁的事迹材料"
    them = "、".join(f"{each.number}（{each.post}，{each.people}）" for each in found)
    return f"可能是其中任何一份申报的：{them}"
