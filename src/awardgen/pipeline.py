"""load → check → rank → plan → render → publish."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from awardgen.checks.consequences import rows_may_be_lost, without_consequences
from awardgen.checks.rule_levels import with_levels
from awardgen.checks.settlement import settle
from awardgen.collector import all_is_kept, what_is_there_is_kept
from awardgen.documents import (
    Choice,
    print_sets,
    problems_by_group,
)
from awardgen.finding import Severity
from awardgen.layout import OUTPUT_FOLDER
from awardgen.means import Means
from awardgen.memory.campaign import CampaignMemory
from awardgen.preparation import Conclusion, prepare_with
from awardgen.publishing import Publisher
from awardgen.publishing.production import Production
from awardgen.report.page.documents import listed_as_planned, listed_as_published
from awardgen.report.page.known import Run
from awardgen.report.page.standing import PAGE
from awardgen.report.report import Report
from awardgen.report.stored import stored_report
from awardgen.unchanged import get_ready, inputs_of_campaign

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from awardgen.campaign import Campaign
    from awardgen.finding import Finding
    from awardgen.publishing.folder import Folder
    from awardgen.report.page.known import Known
    from awardgen.unchanged import Beginning


def check(
    folder: Path,
    *,
    strict: bool = False,
    copies: bool = False,
    page: bool = False,
    means: Means | None = None,
) -> Report:
    """Find what is wrong in a campaign's tables, write-ups, scores and templates.

    strict: warnings count as errors. copies: write into output/检查/ what was found, for those who mend it. page:
    write output/报告.html. Nothing is written without. Raises AwardgenError where there is no campaign to read.
    """
    means = means or Means()
    looked_at = partial(inputs_of_campaign, folder, strict=strict)
    inputs = looked_at()
    memory = CampaignMemory(inputs)
    with means.workers() as team:
        get_ready(folder, team)
        prepared = prepare_with(folder, memory, team, means.progress, in_full=page)
        analyses, findings, now = Conclusion(prepared, looked_at).drawn()
    memory.keep(now)
    campaign, plan, templates = prepared.campaign, prepared.plan, prepared.views.data
    from awardgen.consistency_checks import check_consistency  # noqa: PLC0415 - `build` needs neither
    from awardgen.layout_checks import check_layouts  # noqa: PLC0415

    findings += [
        *prepared.trial.findings(plan),
        *check_consistency(campaign, plan, templates),
        *check_layouts(campaign, templates),
    ]
    title, told = campaign.settings.title, _final(findings, campaign, strict=strict)
    paths: tuple[str, ...] = ()
    if copies:
        from awardgen.report.copies import fill_slips, hold_results  # noqa: PLC0415 - only here openpyxl is needed

        slips = fill_slips(prepared.planner.plan_slips(problems_by_group(campaign, told)))
        told += weighed(slips.findings, campaign, strict=strict)
        held = hold_results(folder, title or folder.name, told, slips.files)
        told += weighed(held.findings, campaign, strict=strict)
        paths = held.paths
    report = Report(title, told, copies=paths)
    if not page:
        return report

    def known_of_check(place: Folder) -> Known:
        return prepared.known(Run.CHECK, analyses, told, listed_as_planned(plan, place))

    digest = inputs.digest if inputs == now else ""
    return _with_page(report, folder, None, known_of_check, digest, campaign, strict=strict)


def build(  # noqa: PLR0913 - each option of the command
    folder: Path,
    choice: Choice | None = None,
    *,
    strict: bool = False,
    force: bool = False,
    output: str | None = None,
    for_paper: bool = False,
    page: bool = False,
    means: Means | None = None,
    begun: Beginning | None = None,
) -> Report:
    """Check a campaign and write its documents.

    strict: warnings count as errors. force: documents edited by hand are replaced (a copy is kept).
    output: a folder or URL, where it is not output/. for_paper: the report says what is printed together. page: write
    报告.html there too. begun: the run with these options, where it has begun. Raises AwardgenError where there is no
    campaign to read, or the choice names what does not exist.
    """
    choice, means = choice or Choice(), means or Means()
    looked_at = partial(inputs_of_campaign, folder, strict=strict)
    inputs = begun.inputs if begun else looked_at()
    memory = CampaignMemory(inputs)
    with means.workers() as team:
        if begun is None:
            get_ready(folder, team)
        else:
            begun.get_ready(team)
        ahead = begun.ahead if begun else None
        prepared = prepare_with(folder, memory, team, means.progress, in_full=page, ahead=ahead)
        campaign, plan = prepared.campaign, prepared.plan
        choice.refuse_unknown(campaign)
        choice.refuse_slips(prepared.planner.slips)
        with all_is_kept():
            location = output or str(folder / OUTPUT_FOLDER)
            publisher = begun.publisher if begun else Publisher(location, force=force)
        production = Production(publisher, prepared.views, team, means.progress)
        try:
            with what_is_there_is_kept():
                conclusion = Conclusion(prepared, looked_at)
                published = production.run([*filter(choice.includes, plan.documents)], conclusion.draw)
                analyses, findings, now = conclusion.drawn()
                team.dismiss()
        except BaseException:
            publisher.break_off()
            raise
    with all_is_kept():
        findings += production.findings
        if choice.is_all:
            known = {row.name for row in campaign.documents}
            published += publisher.remove_vanished(plan.rows, known, put_away=rows_may_be_lost(findings))
        else:
            publisher.keep_others()
        publisher.finish()
        findings += publisher.findings
        told = _final(findings, campaign, strict=strict)
        sets = print_sets(campaign, plan.documents) if for_paper else {}
        report = Report(campaign.settings.title, told, tuple(published), print_sets=sets)
        memory.keep(now)
        # A workbook that was saved in the meantime may have been read before or after.
        is_of_inputs = choice.is_all and inputs == now
        digest = inputs.digest if is_of_inputs else ""
        publisher.remember(digest, stored_report(report))
    if not page:
        return report

    def known_of_build(_: Folder) -> Known:
        listed = listed_as_published(published)
        return prepared.known(Run.BUILD, analyses, report.findings, listed, is_whole=choice.is_all)

    return _with_page(report, folder, output, known_of_build, digest, campaign, strict=strict)


def _with_page(  # noqa: PLR0913, PLR0917 - what the page is made of, and where it goes
    report: Report,
    folder: Path,
    output: str | None,
    known_of: Callable[[Folder], Known],
    inputs: str,
    campaign: Campaign,
    *,
    strict: bool,
) -> Report:
    """Write the page of a run, and say where it lies."""
    from awardgen.report.page.writing import write_page  # noqa: PLC0415 - a run without it needs none of that

    found = write_page(output or str(folder / OUTPUT_FOLDER), known_of, inputs)
    told = report.findings + weighed(found, campaign, strict=strict)
    return replace(report, findings=told, page=None if found else f"{output or OUTPUT_FOLDER}/{PAGE}")


def _final(findings: Iterable[Finding], campaign: Campaign, *, strict: bool) -> tuple[Finding, ...]:
    # Two rows of 文书 that share a template would tell of each of its faults twice.
    settled = settle(without_consequences(dict.fromkeys(findings)), campaign.settlements)
    return weighed(settled, campaign, strict=strict)


def weighed(findings: Iterable[Finding], campaign: Campaign, *, strict: bool) -> tuple[Finding, ...]:
    """Give findings the weight that the campaign wants for their kinds; the command line has the last word."""
    weighed = with_levels(findings, campaign.rule_settings)
    if strict:
        weighed = [
            each.with_severity(Severity.ERROR) if each.severity is Severity.WARNING else each
            for each in weighed
        ]
    return tuple(weighed)
