"""load → check → rank → plan → render → publish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.campaign import evaluate
from awardgen.checks import check_campaign, rows_may_be_lost, settle, without_consequences
from awardgen.documents import Choice, Contexts, Planner, load_templates, render, try_out
from awardgen.finding import Severity
from awardgen.publishing import Publisher
from awardgen.report.report import Report
from awardgen.workbook import read_campaign

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from awardgen.campaign import Campaign
    from awardgen.documents import Plan
    from awardgen.finding import Finding

OUTPUT_FOLDER = "output"


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
    choice.refuse_unknown(campaign)
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
        known = {row.name for row in campaign.documents}
        published.extend(publisher.remove_vanished(plan.rows, known, put_away=rows_may_be_lost(findings)))
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
    settled = settle(without_consequences(dict.fromkeys(findings)), campaign.settlements)
    if strict:
        settled = [
            each.with_severity(Severity.ERROR) if each.severity is Severity.WARNING else each
            for each in settled
        ]
    return tuple(settled)
