"""load → check → rank → plan → render → publish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.campaign import evaluate
from awardgen.checks import check_campaign, settle
from awardgen.documents import Contexts, Planner, load_templates, render, try_out
from awardgen.errors import AwardgenError
from awardgen.finding import Severity
from awardgen.publishing import Publisher
from awardgen.workbook import read_campaign

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from awardgen.campaign import Campaign
    from awardgen.documents import Plan, PlannedDocument
    from awardgen.finding import Finding
    from awardgen.publishing import PublishedDocument

OUTPUT_FOLDER = "output"


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found and what it wrote. documents: empty after a mere check."""

    campaign: Campaign
    findings: tuple[Finding, ...]
    documents: tuple[PublishedDocument, ...] = ()

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def has_errors(self) -> bool:
        return self.count(Severity.ERROR) > 0


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a campaign to build: rows of 文书 and numbers of applications; empty means all."""

    documents: Collection[str] = ()
    numbers: Collection[str] = ()

    def includes(self, document: PlannedDocument) -> bool:
        if self.numbers and document.applicant not in self.numbers:
            return False
        return not self.documents or document.row.name in self.documents

    @property
    def is_all(self) -> bool:
        return not self.documents and not self.numbers


def check(folder: Path, *, strict: bool = False) -> Report:
    """Find what is wrong in a campaign's tables, write-ups, scores and templates, and write nothing.

    strict: warnings count as errors. Raises AwardgenError where there is no campaign to read.
    """
    campaign, findings, plan = _prepare(folder)
    findings = [*findings, *try_out(plan)]
    return Report(campaign, _final(findings, campaign, strict=strict))


def build(folder: Path, choice: Choice | None = None, *, strict: bool = False, force: bool = False) -> Report:
    """Check a campaign and write its documents into output/.

    strict: warnings count as errors. force: documents edited by hand are replaced (a copy is kept).
    Raises AwardgenError where there is no campaign to read, or the choice names what does not exist.
    """
    choice = choice or Choice()
    campaign, findings, plan = _prepare(folder)
    _refuse_unknown(choice, campaign)
    publisher = Publisher(folder / OUTPUT_FOLDER, force=force)
    published = []
    for document in filter(choice.includes, plan.documents):
        rendered = render(document)
        findings.extend(rendered.findings)
        if rendered.data is None:
            published.append(publisher.withhold(document))
        else:
            published.append(publisher.publish(document, rendered.data))
    if choice.is_all:
        published.extend(publisher.remove_vanished(plan.rows, {row.name for row in campaign.documents}))
    else:
        publisher.keep_others()
    publisher.finish()
    findings.extend(publisher.findings)
    return Report(campaign, _final(findings, campaign, strict=strict), tuple(published))


def _prepare(folder: Path) -> tuple[Campaign, list[Finding], Plan]:
    reading = read_campaign(folder)
    campaign = reading.campaign
    evaluation = evaluate(campaign)
    findings = [*reading.findings, *check_campaign(campaign, evaluation)]
    templates = load_templates(folder, campaign.documents)
    contexts = Contexts(campaign, evaluation)
    plan = Planner(campaign, evaluation, contexts, templates.usable, findings).plan()
    return campaign, [*findings, *templates.findings, *plan.findings], plan


def _final(findings: Iterable[Finding], campaign: Campaign, *, strict: bool) -> tuple[Finding, ...]:
    # Two rows of 文书 that share a template would tell of each of its faults twice.
    settled = settle(dict.fromkeys(findings), campaign.settlements)
    if strict:
        settled = [
            each.with_severity(Severity.ERROR) if each.severity is Severity.WARNING else each
            for each in settled
        ]
    return tuple(settled)


def _refuse_unknown(choice: Choice, campaign: Campaign) -> None:
    rows = [row.name for row in campaign.documents]
    numbers = {application.number for application in campaign.applications}
    for wanted, known, what in ((choice.documents, rows, "文书"), (choice.numbers, numbers, "编号")):
        missing = [each for each in wanted if each not in known]
        if missing:
            message = f"没有这个{what}：{'、'.join(missing)}。"
            tip = f"可选的文书有：{'、'.join(rows)}。" if what == "文书" else "请核对申报.xlsx中的编号。"
            raise AwardgenError(message, tip)
