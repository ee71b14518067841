"""load → check → rank → plan: all of a run that comes before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from awardgen import likeness_under_way
from awardgen.campaign import evaluate
from awardgen.checks.analyses import AnalysesUnderWay, analyser_of, texts_to_analyse
from awardgen.checks.periods import analyser_of_periods, printed_times
from awardgen.checks.rules import check_campaign, check_tables
from awardgen.collector import all_is_kept
from awardgen.documents import Contexts, Planner, Samples, Trial, Views, load_templates
from awardgen.fingerprint import Inputs
from awardgen.likeness_under_way import LikenessUnderWay
from awardgen.memory.campaign import CampaignMemory
from awardgen.progress import SILENT
from awardgen.report.page.known import Known
from awardgen.scores_under_way import ScoresUnderWay
from awardgen.workbook import begin_reading, promises_many
from awardgen.workers import workers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from awardgen.campaign import Campaign, Evaluation
    from awardgen.checks.analyses import Analyses
    from awardgen.checks.case import Checked
    from awardgen.documents import Plan
    from awardgen.finding import Finding
    from awardgen.progress import Progress
    from awardgen.report.page.documents import Listed
    from awardgen.report.page.known import Run
    from awardgen.workbook import OpenedAhead
    from awardgen.workers import Workers


@dataclass(frozen=True, slots=True)
class Prepared:
    """A campaign with the plan of its documents. No finding in a write-up's text withholds one, so it need not wait."""

    campaign: Campaign
    planner: Planner
    plan: Plan
    views: Views
    trial: Trial
    _evaluation: Evaluation
    _read: Sequence[Finding]
    _checked: Checked
    analyses: AnalysesUnderWay
    _of_templates: Sequence[Finding]

    def findings(self, analyses: Analyses) -> list[Finding]:
        checked = check_campaign(self.campaign, self._evaluation, analyses, self._checked)
        return [*self._read, *checked, *self._of_templates, *self.plan.findings]

    def known(
        self,
        run: Run,
        analyses: Analyses,
        findings: Sequence[Finding],
        documents: Sequence[Listed],
        *,
        is_whole: bool = True,
    ) -> Known:
        """Return what the page is made of."""
        return Known(run, self.campaign, self._evaluation, analyses, findings, documents, is_whole)


class Drawn(NamedTuple):
    """What the write-ups tell, what all rules find, and the campaign's files as they are when all of it is read."""

    analyses: Analyses
    findings: list[Finding]
    inputs: Inputs


class Conclusion:
    """What is drawn from a campaign when others have read its write-ups, or in the end. inputs: looks at its files."""

    def __init__(self, prepared: Prepared, inputs: Callable[[], Inputs]) -> None:
        self._prepared = prepared
        self._inputs = inputs
        self._drawn: Drawn | None = None

    def draw(self) -> None:
        """Draw it where nobody has to be waited for, unless it is drawn."""
        if self._drawn is None and self._prepared.analyses.are_done():
            self.drawn()

    def drawn(self) -> Drawn:
        if self._drawn is None:
            analyses = self._prepared.analyses.finish()
            self._drawn = Drawn(analyses, self._prepared.findings(analyses), self._inputs())
        return self._drawn


def prepare(folder: Path, progress: Progress = SILENT) -> Prepared:
    """Read, check and plan a campaign; remember nothing of it. Raises AwardgenError where there is none to read."""
    with workers(1) as team:
        return prepare_with(folder, CampaignMemory(Inputs()), team, progress, in_full=False)


def prepare_with(  # noqa: PLR0913 - what is read, and by whom
    folder: Path,
    memory: CampaignMemory,
    team: Workers,
    progress: Progress,
    *,
    in_full: bool,
    ahead: OpenedAhead | None = None,
) -> Prepared:
    """Read and plan a campaign.

    in_full: write-ups are shown, so that every mention in them is needed. ahead: workbooks that are being opened.
    """
    with all_is_kept():
        reading = begin_reading(folder, ahead)
        if promises_many(folder):
            # Where they have not had 评分 to open since the beginning; sooner they would be in the way of 申报.
            team.get_ready(likeness_under_way.load)
        scores = ScoresUnderWay(reading, memory.scores(reading.campaign), team)
        times = _printed_times(reading.campaign, team)
        texts = texts_to_analyse(reading.campaign)
        analyses = AnalysesUnderWay(analyser_of(reading.campaign), texts, team, progress, in_full=in_full)
        # A process that is at the scores would come to it too late.
        others = team if scores.is_known else None
        imprints = memory.imprints(reading.campaign)
        likeness = LikenessUnderWay(reading.campaign, imprints, analyses.missing, others)
        # What others are at is asked for after the rest, of which what needs no scores comes first.
        of_templates = memory.templates()
        templates = of_templates.load(lambda: load_templates(folder, reading.campaign.documents))
        checked = dict(likeness.checked_here())
        scored = scores.finish(analyses.work_until)
        read = reading.finish(scored.read)
        campaign = read.campaign
        evaluation = evaluate(campaign, scored.scores)
        checked |= scored.found
        rows = memory.rows(campaign, evaluation)
        contexts = Contexts(campaign, evaluation, analyses.length, rows.of)
        checked |= check_tables(campaign, evaluation, scored.found, times.finish())
        checked |= likeness.checked_elsewhere()
        found = [*read.findings, *chain.from_iterable(checked.values())]
        unknown = of_templates.unknown(Samples(campaign, contexts, made_up=True))
        planner = Planner(
            campaign, evaluation, contexts, templates.usable, found, templates.examinations, unknown
        )
        plan = planner.plan()
        views = Views(templates.usable, templates.data)
        trial = Trial(folder, campaign, templates, Samples(campaign, contexts))
    return Prepared(
        campaign,
        planner,
        plan,
        views,
        trial,
        evaluation,
        read.findings,
        checked,
        analyses,
        templates.findings,
    )


def _printed_times(campaign: Campaign, team: Workers) -> AnalysesUnderWay:
    """Begin to read where the campaign prints the times of its phases: in full, and remembered like write-ups."""
    return AnalysesUnderWay(
        analyser_of_periods(campaign), printed_times(campaign), team, SILENT, in_full=True
    )
