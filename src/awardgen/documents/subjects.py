"""What each range of documents has a file for: the campaign, an award, a group, an application, a blank form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from awardgen.campaign import Scope
from awardgen.catalogue import scores

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from awardgen.campaign import Application, Campaign, Evaluation
    from awardgen.documents.context import Contexts
    from awardgen.finding import Finding


@dataclass(frozen=True, slots=True)
class Subject:
    """What one file is for.

    is_forbidden: its own cells forbid it. has_open_tie: who wins among its applications is not settled.
    """

    key: str
    context: Mapping[str, Any]
    applicant: str | None = None
    is_forbidden: bool = False
    has_open_tie: bool = False


class Subjects:
    """The subjects of one campaign.

    findings: of the tables and write-ups; those that withhold forbid the documents of their application.
    """

    def __init__(
        self, campaign: Campaign, evaluation: Evaluation, contexts: Contexts, findings: Iterable[Finding]
    ) -> None:
        self._campaign = campaign
        self._contexts = contexts
        self._keys = _keys(campaign)
        self._forbidden = _forbidden_applications(campaign, findings)
        self._open_ties = {
            award.award.name: [each.group for each in award.open_tie]
            for award in evaluation.awards
            if award.open_tie
        }

    def of_scope(self, scope: Scope) -> Iterator[Subject]:
        """Return the subjects of a range, in the order of the workbooks."""
        contexts, campaign = self._contexts, self._campaign
        if scope is Scope.CAMPAIGN:
            yield Subject("", contexts.campaign(), has_open_tie=bool(self._open_ties))
        elif scope is Scope.AWARD:
            for award in campaign.awards:
                has_open_tie = award.name in self._open_ties
                yield Subject(award.name, contexts.award(award), has_open_tie=has_open_tie)
        elif scope is Scope.GROUP:
            for group in campaign.groups:
                has_open_tie = any(group.name in groups for groups in self._open_ties.values())
                yield Subject(group.name, contexts.group(group), has_open_tie=has_open_tie)
        elif scope is Scope.BLANK_FORM:
            for award in campaign.awards:
                yield Subject(award.name, contexts.blank_form(award))
        else:
            for application in campaign.applications:
                yield self._of_application(application)

    def _of_application(self, application: Application) -> Subject:
        return Subject(
            self._keys[application.row_order],
            self._contexts.application(application),
            application.number or None,
            is_forbidden=application.row_order in self._forbidden,
            has_open_tie=application.award.name in self._open_ties,
        )


def _keys(campaign: Campaign) -> Mapping[int, str]:
    """Return row order → 编号, or where the row stands if it has none or that of an earlier one."""
    keys: dict[int, str] = {}
    taken: set[str] = set()
    for each in campaign.applications:
        row = f"{each.record.source.sheet}第{each.record.row}行"
        keys[each.row_order] = each.number if each.number and each.number not in taken else row
        taken.add(each.number)
    return keys


def _forbidden_applications(campaign: Campaign, findings: Iterable[Finding]) -> frozenset[int]:
    """Return the row orders of the applications whose documents a finding withholds.

    A finding in a cell of an application's row belongs to that row; one in a file to its 编号. An open tie
    stands in such a cell too, but makes only the award list false.
    """
    cells = set()
    numbers = set()
    for finding in findings:
        # A tie stands at an applicant's cell, but what it withholds is the award list.
        if not finding.kind.withholds or finding.kind is scores.TIE_ACROSS_QUOTA:
            continue
        if finding.place.cell:
            cells.add((finding.place.file, finding.place.sheet, int(re.sub(r"\D", "", finding.place.cell))))
        elif finding.applicant:
            numbers.add(finding.applicant)
    return frozenset(
        each.row_order
        for each in campaign.applications
        if (each.record.source.file, each.record.source.sheet, each.record.row) in cells
        or each.number in numbers
    )
