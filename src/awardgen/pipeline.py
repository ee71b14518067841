"""load → check → rank → plan → render → publish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.campaign import evaluate
from awardgen.checks import (
    analyse_texts,
    analyser_of,
    check_campaign,
    rows_may_be_lost,
    settle,
    texts_to_analyse,
    with_levels,
    without_consequences,
)
from awardgen.collector import all_is_kept
from awardgen.documents import Choice, Contexts, Planner, Views, load_templates, try_out
from awardgen.finding import Severity
from awardgen.layout import OUTPUT_FOLDER
from awardgen.layout_checks import check_layouts
from awardgen.progress import SILENT
from awardgen.publishing import Publisher
from awardgen.publishing.production import Production
from awardgen.report.report import Report
from awardgen.report.stored import stored_report
from awardgen.unchanged import digest_of_campaign
from awardgen.workbook import read_campaign
from awardgen.workers import workers

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from awardgen.campaign import Campaign
    from awardgen.documents import Plan
    from awardgen.finding import Finding
    from awardgen.progress import Progress
    from awardgen.workers import Workers


@dataclass(frozen=True, slots=True)
class Means:
    """What a run may use. jobs: processes, None for one a core. cluster: a Dask scheduler's address."""

    jobs: int | None = None
    cluster: str | None = None
    progress: Progress = SILENT


def check(folder: Path, *, strict: bool = False, means: Means | None = None) -> Report:
    """Find what is wrong in a campaign's tables, write-ups, scores and templates, and write nothing.

    strict: warnings count as errors. Raises AwardgenError where there is no campaign to read.
    """
    means = means or Means()
    with workers(means.jobs, means.cluster) as team:
        campaign, findings, plan, views = _prepare(folder, team, means.progress)
    findings = [*findings, *try_out(plan), *check_layouts(campaign, views.data)]
    return Report(campaign.settings.title, _final(findings, campaign, strict=strict))


def build(  # noqa: PLR0913 - each option of the command
    folder: Path,
    choice: Choice | None = None,
    *,
    strict: bool = False,
    force: bool = False,
    output: str | None = None,
    means: Means | None = None,
) -> Report:
    """Check a campaign and write its documents.

    strict: warnings count as errors. force: documents edited by hand are replaced (a copy is kept).
    output: a folder or URL, where it is not output/. Raises AwardgenError where there is no campaign to read, or the
    choice names what does not exist.
    """
    choice, means = choice or Choice(), means or Means()
    inputs = digest_of_campaign(folder, strict=strict)
    with workers(means.jobs, means.cluster) as team:
        campaign, findings, plan, views = _prepare(folder, team, means.progress)
        choice.refuse_unknown(campaign)
        publisher = Publisher(output or str(folder / OUTPUT_FOLDER), force=force)
        production = Production(publisher, views, team, means.progress)
        try:
            published = production.run([*filter(choice.includes, plan.documents)])
        except BaseException:
            publisher.break_off()
            raise
    findings += production.findings
    if choice.is_all:
        known = {row.name for row in campaign.documents}
        published += publisher.remove_vanished(plan.rows, known, put_away=rows_may_be_lost(findings))
    else:
        publisher.keep_others()
    publisher.finish()
    findings += publisher.findings
    report = Report(campaign.settings.title, _final(findings, campaign, strict=strict), tuple(published))
    # A workbook that was saved in the meantime may have been read before or after.
    is_of_inputs = choice.is_all and inputs == digest_of_campaign(folder, strict=strict)
    publisher.remember(inputs if is_of_inputs else "", stored_report(report))
    return report


def _prepare(folder: Path, team: Workers, progress: Progress) -> tuple[Campaign, list[Finding], Plan, Views]:
    with all_is_kept():
        reading = read_campaign(folder)
        campaign = reading.campaign
        evaluation = evaluate(campaign)
        analyses = analyse_texts(analyser_of(campaign), texts_to_analyse(campaign), team, progress)
        findings = [*reading.findings, *check_campaign(campaign, evaluation, analyses)]
        templates = load_templates(folder, campaign.documents)
        contexts = Contexts(campaign, evaluation, lambda text: analyses(text).length)
        plan = Planner(campaign, evaluation, contexts, templates.usable, findings).plan()
        views = Views(templates.usable, templates.data)
    return campaign, [*findings, *templates.findings, *plan.findings], plan, views


def _final(findings: Iterable[Finding], campaign: Campaign, *, strict: bool) -> tuple[Finding, ...]:
    # Two rows of 文书 that share a template would tell of each of its faults twice.
    settled = settle(without_consequences(dict.fromkeys(findings)), campaign.settlements)
    settled = with_levels(settled, campaign.rule_settings)
    if strict:
        settled = [
            each.with_severity(Severity.ERROR) if each.severity is Severity.WARNING else each
            for each in settled
        ]
    return tuple(settled)
