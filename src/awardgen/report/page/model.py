"""The page as plain values: from what a run knows to what the template shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from awardgen.campaign import name_in_list
from awardgen.finding import Severity
from awardgen.report.page.applicants import Applicants
from awardgen.report.page.documents import document_data
from awardgen.report.page.finding_rows import finding_data
from awardgen.report.page.overview import group_names, group_of, overview_of
from awardgen.report.page.packing import packed
from awardgen.report.page.score_plots import scores_of
from awardgen.report.page.standings import standing_data
from awardgen.report.page.texts import NOTHING, PASSAGES, VERDICTS, pack_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.campaign import Application, Campaign
    from awardgen.checks.analyses import Analyses
    from awardgen.report.page.known import Known, Run
    from awardgen.report.page.overview import Overview
    from awardgen.report.page.score_plots import AwardScores

ROOM: Final = 19_000_000
"""Bytes that the page's data may take: an e-mail or a slow USB stick should still carry it."""

_FRAME: Final = 200_000  # bytes of script, style, overview and plots
_PLACE: Final = 8  # bytes that say where one write-up is


@dataclass(frozen=True, slots=True)
class Page:
    """What the template shows. data, findings, chunks: packed, for the page's own script.

    cut_down, left_out: applications of whose write-up only passages are there, or nothing.
    """

    title: str
    run: Run
    is_whole: bool
    window: str
    overview: Overview
    awards: tuple[str, ...]
    scores: tuple[AwardScores, ...]
    data: str
    findings: str
    chunks: tuple[str, ...]
    cut_down: int
    left_out: int


def page_of(known: Known, room: int = ROOM) -> Page:
    """Make the page of a run. room: bytes for its data."""
    campaign = known.campaign
    applicants = Applicants(campaign)
    findings = packed(finding_data(known.findings, applicants))
    weights: Counter[tuple[int, Severity]] = Counter()
    for each in known.findings:
        index = applicants.of(each)
        if index is not None:
            weights[index, each.severity] += 1
    groups = group_names(campaign)
    data: dict[str, Any] = {
        "window": _window(campaign),
        "limits": _limits(campaign),
        "verdicts": [each.value for each in VERDICTS],
        "awards": [each.name for each in campaign.awards],
        "groups": groups,
        "judges": [each.name for each in campaign.judges],
        "applications": [
            _application(each, campaign, groups, known.analyses, weights, index)
            for index, each in enumerate(campaign.applications)
        ],
        "standings": standing_data(campaign, known.evaluation),
        "documents": document_data(known.documents, applicants),
    }
    rest = len(packed(data)) + _PLACE * len(campaign.applications) + _FRAME
    texts = pack_texts(
        campaign.applications,
        known.analyses,
        lambda index: bool(weights[index, Severity.ERROR] or weights[index, Severity.WARNING]),
        room - len(findings) - rest,
    )
    data["places"] = texts.places
    extents = Counter(place[2] for place in texts.places if place)
    return Page(
        campaign.settings.title or "评选活动",
        known.run,
        known.is_whole,
        _window_text(campaign),
        overview_of(campaign, known.evaluation, known.findings, known.documents, applicants),
        tuple(each.name for each in campaign.awards),
        tuple(scores_of(campaign, known.evaluation)),
        packed(data),
        findings,
        tuple(texts.chunks),
        extents[PASSAGES],
        extents[NOTHING],
    )


def _application(  # noqa: PLR0913, PLR0917 - what a row is made of
    application: Application,
    campaign: Campaign,
    groups: Sequence[str],
    analyses: Analyses,
    weights: Counter[tuple[int, Severity]],
    index: int,
) -> list[Any]:
    """Return a row: number, name, award, group, 字数, mentions by verdict, errors, warnings."""
    awards = [each.name for each in campaign.awards]
    written = [each for each in (application.write_up, application.summary) if each]
    verdicts = Counter(mention.verdict for each in written for mention in analyses(each.text).mentions)
    return [
        application.number,
        name_in_list(application),
        awards.index(application.award.name),
        groups.index(group_of(application)),
        analyses(application.write_up.text).length if application.write_up else None,
        [verdicts[each] for each in VERDICTS],
        weights[index, Severity.ERROR],
        weights[index, Severity.WARNING],
    ]


def _window(campaign: Campaign) -> list[int] | None:
    window = campaign.settings.window
    return [window.first_day.toordinal(), window.last_day.toordinal()] if window else None


def _window_text(campaign: Campaign) -> str:
    window = campaign.settings.window
    if window is None:
        return ""
    first, last = (f"{each.year}年{each.month}月{each.day}日" for each in (window.first_day, window.last_day))
    return f"{first}至{last}"


def _limits(campaign: Campaign) -> list[float]:
    """Return the least, the intended and the most 字."""
    settings = campaign.settings
    aim = settings.write_up_length
    return [float(aim * (1 - settings.length_below)), aim, float(aim * (1 + settings.length_above))]
