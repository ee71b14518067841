"""collect: returned forms → rows of 申报.xlsx and files of data/事迹/."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.campaign import Scope, evaluate
from awardgen.catalogue import returned as kinds
from awardgen.collecting.entry import ApplicationEntry
from awardgen.collecting.form_document import form_document
from awardgen.collecting.form_plan import plan_of_form
from awardgen.collecting.form_reading import read_forms
from awardgen.collecting.intake import Intake, Outcome
from awardgen.collecting.reading import read_files
from awardgen.collecting.sources import handed_in
from awardgen.collecting.writeups import Applicant, owner_of, place_write_up, write_write_up
from awardgen.documents import FILTERS, Contexts, load_templates
from awardgen.finding import Severity
from awardgen.rendering import TemplateError, compile_condition
from awardgen.word_text import WordFile
from awardgen.workbook import Column, application_sheet, read_campaign

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from awardgen.campaign import Application, Award, Campaign
    from awardgen.collecting.form_plan import FormPlan
    from awardgen.collecting.intake import Collected
    from awardgen.collecting.reading import ReadFile
    from awardgen.collecting.writeups import CollectedWriteUp
    from awardgen.finding import Finding
    from awardgen.rendering import Template

_FORM_SCOPES = (Scope.BLANK_FORM, Scope.APPLICATION)


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
    """What was collected. kept: where the workbook as it was before is kept; None where it was not changed."""

    forms: tuple[Collected, ...]
    write_ups: tuple[CollectedWriteUp, ...]
    findings: tuple[Finding, ...]
    kept: Path | None = None

    def count(self, outcome: Outcome) -> int:
        return sum(each.outcome is outcome for each in self.forms)

    @property
    def has_errors(self) -> bool:
        return any(each.severity is Severity.ERROR for each in self.findings)


def collect(folder: Path, paths: Sequence[Path], wishes: Wishes, moment: datetime) -> Collection:
    """Read returned files into the workbook of applications.

    moment: now; it names what is kept. Raise AwardgenError where nothing can be collected: then nothing was written.
    """
    campaign = read_campaign(folder).campaign
    findings: list[Finding] = []
    forms = _Forms(folder, campaign)
    entry = ApplicationEntry(folder, campaign.awards, moment.date(), findings)
    intake = Intake(campaign, forms.shown_in, group=wishes.group, takes_forms=wishes.takes_forms)
    collected: list[Collected] = []
    texts: list[ReadFile] = []
    for read in read_files(handed_in(paths, findings), forms.plans, findings):
        if not read.forms:
            texts.append(read)
        for form in read.forms:
            if each := intake.take(form, read.file, findings):
                collected.append(each)
                _report_differences(each, findings)
    write_ups = list(_write_ups(folder, campaign, collected, texts, wishes, findings))
    entry.put(collected)
    kept = None
    if not wishes.is_dry_run:
        kept = entry.write(moment)
        for each in write_ups:
            if each.outcome in {Outcome.NEW, Outcome.TAKEN}:
                write_write_up(folder, each, moment)
    return Collection(tuple(collected), tuple(write_ups), tuple(findings), kept)


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


class _Forms:
    """The forms of a campaign's awards, as its templates print them."""

    def __init__(self, folder: Path, campaign: Campaign) -> None:
        self._contexts = Contexts(campaign, evaluate(campaign))
        templates = load_templates(folder, campaign.documents).usable
        self._templates: dict[str, Template | None] = {}
        self._by_award: dict[str, FormPlan] = {}
        for award in campaign.awards:
            blank = self._contexts.blank_form(award)
            columns = _columns(award)
            candidates = [
                templates[row.template]
                for row in campaign.documents
                if row.scope in _FORM_SCOPES and row.template in templates and _holds(row.condition, blank)
            ]
            plans = [(plan_of_form(award, columns, each, blank), each) for each in dict.fromkeys(candidates)]
            plan, template = max(
                plans or [(plan_of_form(award, columns, None, blank), None)], key=lambda each: len(each[0].sure)
            )
            self._by_award[award.name] = plan
            self._templates[award.name] = template
        self.plans = tuple(self._by_award.values())
        self._shown: dict[int, Mapping[str, str]] = {}

    def shown_in(self, application: Application) -> Mapping[str, str]:
        """Return what an application's form shows as the workbook has it now."""
        if application.row_order not in self._shown:
            self._shown[application.row_order] = self._read_back(application)
        return self._shown[application.row_order]

    def _read_back(self, application: Application) -> Mapping[str, str]:
        template = self._templates[application.award.name]
        values = {column: application.record.text(column) for column in application.record.values}
        if template is None:
            return values
        try:
            data = template.render(self._contexts.application(application))
        except TemplateError:
            return values
        shown = read_forms(form_document(WordFile(data)), self._by_award[application.award.name])
        return {**values, **dict.fromkeys(self._columns_shown(application.award), ""), **(shown[0].values if shown else {})}

    def _columns_shown(self, award: Award) -> tuple[str, ...]:
        plan = self._by_award[award.name]
        of_slots = [column for label in plan.sure for column in plan.slots[label].columns]
        return (*of_slots, *(column for line in plan.outside for column in line.columns))


def _columns(award: Award) -> tuple[Column, ...]:
    """Return the columns of an award's sheet: those declared, and those that staff added."""
    declared = application_sheet(award.short_name, award.kind).columns
    known = {column.header for column in declared}
    return (*declared, *(Column(header) for header in award.columns if header not in known))


def _holds(condition: str, context: Mapping[str, object]) -> bool:
    try:
        return bool(compile_condition(condition, FILTERS).evaluate(context))
    except TemplateError:
        return False
