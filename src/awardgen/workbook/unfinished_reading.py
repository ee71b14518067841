"""A campaign of which all but 评分 is read, and how that is read and put to it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from awardgen.campaign import Application, Record, SheetSource
from awardgen.collector import all_is_kept
from awardgen.workbook.declared_entries import BONUS_EVIDENCE, SCORE_WORKBOOK, SCORES, score_sheet
from awardgen.workbook.entries import evidence_from, score_rows_from
from awardgen.workbook.identities import KnownNames
from awardgen.workbook.reader import Reader
from awardgen.workbook.similar import report_unread

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from awardgen.campaign import Campaign, Evidence, ScoreRow
    from awardgen.finding import Finding
    from awardgen.workbook.ahead import OpenedAhead
    from awardgen.workbook.identities import KnownNumbers

_NO_RECORD = Record({}, SheetSource("", "", {}), 0)


@dataclass(frozen=True, slots=True)
class ReadScores:
    """What 评分 holds. findings, headers: of its sheets."""

    scores: Sequence[ScoreRow] = ()
    evidence: Sequence[Evidence] = ()
    findings: Sequence[Finding] = ()
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """A campaign as read.

    findings: what is wrong in cells, one by one; rules over several cells are not here. scores: what of it all stands
    in 评分.
    """

    campaign: Campaign
    findings: tuple[Finding, ...]
    scores: ReadScores


@dataclass(frozen=True, slots=True)
class UnfinishedReading:
    """A campaign without its scores, of which there are many: whoever has work with the rest can begin it."""

    campaign: Campaign
    _reader: Reader
    _known: KnownNumbers

    @property
    def folder(self) -> Path:
        """The campaign's."""
        return self._reader.folder

    def scores(self, ahead: OpenedAhead | None = None) -> ReadScores:
        """Read the scores, which may be done more than once. ahead: may have begun to open 评分."""
        with all_is_kept():
            reader = Reader(self._reader.folder)
            return _read_scores(self.campaign, reader, self._known, ahead)

    def for_scores(self) -> UnfinishedReading:
        """Return as much of it as 评分 is held against: without write-ups and cells it is little to send."""
        applications = tuple(
            Application(_NO_RECORD, each.award, each.number, each.row_order, each.group, "", "")
            for each in self.campaign.applications
        )
        campaign = replace(self.campaign, applications=applications)
        return UnfinishedReading(campaign, Reader(self._reader.folder), self._known)

    def finish(self, read: ReadScores | None = None) -> Reading:
        """Return the campaign with its scores. read: these, where they are known."""
        known = self._known
        if read is None:
            read = self.scores()
        settlements = (replace(each, number=known.spelled(each.number)) for each in self.campaign.settlements)
        campaign = replace(
            self.campaign,
            settlements=tuple(settlements),
            headers={**self._reader.headers, **read.headers},
            scores=read.scores,
            evidence=read.evidence,
        )
        findings = (*self._reader.findings, *read.findings)
        return Reading(campaign, tuple(_belonging(each, known) for each in findings), read)


def _belonging(finding: Finding, known: KnownNumbers) -> Finding:
    """Return a finding under the 编号 of its application, whichever way the row of the finding spells it."""
    applicant = finding.applicant and known.spelled(finding.applicant)
    return finding if applicant == finding.applicant else replace(finding, applicant=applicant)


def _read_scores(
    campaign: Campaign, reader: Reader, known: KnownNumbers, ahead: OpenedAhead | None
) -> ReadScores:
    book = reader.later_book(SCORE_WORKBOOK, ahead)
    if book is None:
        return ReadScores(findings=reader.findings)
    names = (SCORES.name, BONUS_EVIDENCE.name)
    report_unread(book, (SCORES, BONUS_EVIDENCE), reader.findings)
    criteria = campaign.rubric.criteria
    scored = reader.later_table(
        book, score_sheet(dict.fromkeys(each.number for each in criteria if each.number))
    )
    thanked = reader.later_table(book, BONUS_EVIDENCE)
    tables_read = ((SCORES, scored), (BONUS_EVIDENCE, thanked))
    if not scored.records:
        reader.report_not_reached(book, SCORES.name, names)
    elif not thanked.records:
        reader.report_not_reached(book, BONUS_EVIDENCE.name, names)
    return ReadScores(
        score_rows_from(scored, criteria, known, KnownNames(each.name for each in campaign.judges)),
        evidence_from(thanked.records, known),
        reader.findings,
        {sheet.name: table.headers for sheet, table in tables_read if table.headers},
    )
