"""The first look: how many applications, what is wrong with them, what was written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.finding import Severity
from awardgen.report.page.documents import STATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from awardgen.campaign import Application, Campaign, Evaluation
    from awardgen.finding import Finding
    from awardgen.report.page.applicants import Applicants
    from awardgen.report.page.documents import Listed

NO_GROUP = "（没有填小组）"


@dataclass(frozen=True, slots=True)
class AwardLine:
    """One award. scored: applications with a total. winners: None while a tie across the quota is open."""

    name: str
    quota: int | None
    applications: int
    scored: int
    vetoed: int
    winners: int | None


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group.

    is_listed: it stands in the sheet 工会小组. applications: of each award, in their order. doubtful: its applications
    with an error or warning.
    """

    name: str
    is_listed: bool
    applications: tuple[int, ...]
    errors: int
    warnings: int
    doubtful: int


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One row of 文书. counts: of its files, by what became of them, as in the overview's states."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CodeLine:
    """One kind of finding that came up."""

    severity: Severity
    code: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first tab shows. settled: findings that a person looked at already."""

    applications: int
    errors: int
    warnings: int
    infos: int
    settled: int
    states: tuple[tuple[str, int], ...]
    awards: tuple[AwardLine, ...]
    groups: tuple[GroupLine, ...]
    documents: tuple[DocumentLine, ...]
    codes: tuple[CodeLine, ...]


def overview_of(
    campaign: Campaign,
    evaluation: Evaluation,
    findings: Sequence[Finding],
    documents: Sequence[Listed],
    applicants: Applicants,
) -> Overview:
    """Count everything once."""
    severities = Counter(each.severity for each in findings)
    states = Counter(each.state for each in documents)
    present = [each for each in STATES if states[each]]
    by_document = Counter((each.document, each.state) for each in documents)
    names = dict.fromkeys(each.document for each in documents)
    return Overview(
        len(campaign.applications),
        severities[Severity.ERROR],
        severities[Severity.WARNING],
        severities[Severity.INFO],
        sum(each.settled for each in findings),
        tuple((each, states[each]) for each in present),
        tuple(_award_lines(evaluation)),
        tuple(_group_lines(campaign, findings, applicants)),
        tuple(DocumentLine(name, tuple(by_document[name, each] for each in present)) for name in names),
        tuple(_code_lines(findings)),
    )


def _award_lines(evaluation: Evaluation) -> Iterable[AwardLine]:
    for each in evaluation.awards:
        standings = [outcome.standing for outcome in each.outcomes]
        yield AwardLine(
            each.award.name,
            each.award.quota,
            len(standings),
            sum(standing.score.total is not None for standing in standings),
            sum(standing.is_vetoed for standing in standings),
            None if each.open_tie else len(each.winners),
        )


def _group_lines(
    campaign: Campaign, findings: Sequence[Finding], applicants: Applicants
) -> Iterable[GroupLine]:
    counts: Counter[tuple[str, Severity]] = Counter()
    doubtful: set[int] = set()
    for finding in findings:
        index = applicants.of(finding)
        if index is not None and finding.severity is not Severity.INFO:
            counts[group_of(applicants.all[index]), finding.severity] += 1
            doubtful.add(index)
    members = Counter((group_of(each), each.award.name) for each in campaign.applications)
    troubled = Counter(group_of(applicants.all[index]) for index in doubtful)
    listed = {each.name for each in campaign.groups}
    for name in group_names(campaign):
        yield GroupLine(
            name,
            name in listed,
            tuple(members[name, award.name] for award in campaign.awards),
            counts[name, Severity.ERROR],
            counts[name, Severity.WARNING],
            troubled[name],
        )


def group_names(campaign: Campaign) -> list[str]:
    """Return the groups in the order of their sheet, then those that only stand with an application."""
    listed = [each.name for each in campaign.groups]
    return list(dict.fromkeys((*listed, *map(group_of, campaign.applications))))


def group_of(application: Application) -> str:
    """Return the group under which an application is counted."""
    return application.group or NO_GROUP


def _code_lines(findings: Sequence[Finding]) -> list[CodeLine]:
    counts = Counter((each.severity, each.kind) for each in findings)
    order = list(Severity)
    lines = [CodeLine(severity, kind.code, kind.name, count) for (severity, kind), count in counts.items()]
    return sorted(lines, key=lambda each: (order.index(each.severity), -each.count, each.code))
