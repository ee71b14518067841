"""Which documents must not be written: those that a faulty cell or an unsettled list would make false."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from awardgen.campaign import number_key
from awardgen.catalogue import scores
from awardgen.documents.context import LIST_NAMES, WINNERS, WRITE_UP_NAMES
from awardgen.rendering import tag_name
from awardgen.workbook import CAMPAIGN_WORKBOOK

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from awardgen.campaign import Application, Campaign, Evaluation
    from awardgen.documents.subjects import Members, Subject
    from awardgen.finding import Finding

WINS = "获奖"


class Withholding:
    """What stands against the documents of one campaign.

    An application's faulty cell forbids its own documents, and each list that prints that column of it. An award
    whose ranking is not settled (a tie across the quota line, scores that could belong to another row) forbids
    the lists of its winners.
    """

    def __init__(self, campaign: Campaign, evaluation: Evaluation, findings: Iterable[Finding]) -> None:
        findings = [
            each for each in findings if each.kind.withholds and each.kind is not scores.TIE_ACROSS_QUOTA
        ]
        self._faulty = _faulty_tags(campaign, findings)
        self._faulty_lists = _faulty_lists(findings)
        self._tied = {each.row_order for award in evaluation.awards for each in award.open_tie}
        self._unsettled = self._tied | _unidentified(campaign)
        self._false_lists: dict[tuple[Members, frozenset[str]], bool] = {}

    def forbids(self, subject: Subject, names: frozenset[str]) -> bool:
        """Whether a document for the subject that uses these names would be false."""
        if subject.application is not None and subject.application.row_order in self._faulty:
            return True
        if self._faulty_lists and any(
            not lists.isdisjoint(names) and not columns.isdisjoint(names)
            for lists, columns in self._faulty_lists
        ):
            return True
        if names.isdisjoint(LIST_NAMES):
            return False
        key = (subject.members, names)
        if key not in self._false_lists:
            self._false_lists[key] = self._forbids_lists(*key)
        return self._false_lists[key]

    def _forbids_lists(self, members: Members, names: frozenset[str]) -> bool:
        if WINNERS in names and any(each.row_order in self._unsettled for each in members.applications):
            return True
        return bool(self._faulty) and any(
            not self._faulty.get(each.row_order, frozenset()).isdisjoint(names)
            for name in LIST_NAMES
            if name in names
            for each in members.listed(name)
        )

    def leaves_open(self, subject: Subject, names: Collection[str]) -> bool:
        """Whether a condition that asks who wins cannot be answered yet for the subject's application."""
        return (
            WINS in names and subject.application is not None and subject.application.row_order in self._tied
        )


def _faulty_tags(campaign: Campaign, findings: Collection[Finding]) -> Mapping[int, frozenset[str]]:
    """Return row order → the tags of the columns in which a finding withholds.

    A finding in a cell belongs to the application of its row, one in a file to that of its 编号.
    """
    if not findings:
        return {}
    rows = {(each.record.source.sheet, each.record.row): each for each in campaign.applications}
    numbers = {each.number: each for each in reversed(campaign.applications)}
    faulty: defaultdict[int, set[str]] = defaultdict(set)
    for finding in findings:
        place = finding.place
        if place.cell:
            application = rows.get((place.sheet or "", int(re.sub(r"\D", "", place.cell))))
            of_applications = application is not None and application.record.source.file == place.file
            tags: tuple[str, ...] = (tag_name(place.column or ""),)
        else:
            application = numbers.get(finding.applicant or "")
            of_applications = application is not None
            tags = WRITE_UP_NAMES
        if application is not None and of_applications:
            faulty[application.row_order].update(tags)
    return {row: frozenset(tags) for row, tags in faulty.items()}


_LISTS = {
    "奖项": frozenset({"奖项列表", "奖项"}),
    "实施步骤": frozenset({"步骤列表"}),
    "评选细则": frozenset({"细则"}),
    "工会小组": frozenset({"小组列表", "小组"}),
    "评委": frozenset({"评委列表", "得分列表"}),
}
"""Sheet of 活动设置 → the names under which templates get its rows; printed alone, a row prints its first column."""


def _faulty_lists(findings: Iterable[Finding]) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return, for each fault in a sheet of 活动设置, the names of its rows and those that print the faulty column."""
    faulty = []
    for finding in findings:
        lists = _LISTS.get(finding.place.sheet or "")
        if lists is not None and CAMPAIGN_WORKBOOK.name in (finding.place.file or ""):
            column = finding.place.column or ""
            printed = lists if column in {finding.place.sheet, "步骤"} else frozenset()
            faulty.append((lists, printed | {tag_name(column)}))
    return faulty


def _unidentified(campaign: Campaign) -> set[int]:
    """Return the row orders of the applications whose scores could be another's, or nobody's."""
    same: defaultdict[str, list[Application]] = defaultdict(list)
    for each in campaign.applications:
        same[number_key(each.number)].append(each)
    return {each.row_order for number, rows in same.items() if not number or len(rows) > 1 for each in rows}
