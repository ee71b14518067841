"""What each range of documents has a file for: the campaign, an award, a group, an application, a blank form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from awardgen.campaign import Scope
from awardgen.documents.context import RECOMMENDED, WINNERS, members_by_group
from awardgen.documents.keys import application_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from awardgen.campaign import Application, Campaign, Evaluation
    from awardgen.documents.context import Contexts
    from awardgen.documents.item import Notes


@dataclass(frozen=True, eq=False)
class Members:
    """The applications among which a subject's lists choose. winners: the row orders of those who win.

    Documents with the same lists share one, so that what is found out about it need not be found out again.
    """

    applications: Sequence[Application] = ()
    winners: frozenset[int] = frozenset()

    def listed(self, list_name: str) -> Iterator[Application]:
        """Return the applications that a list holds."""
        for each in self.applications:
            if list_name == WINNERS:
                holds = each.row_order in self.winners
            else:
                holds = list_name != RECOMMENDED or bool(each.recommended)
            if holds:
                yield each


class Subject(NamedTuple):
    """What one file is for.

    application: the one it is about, None for a list. members: those that are listed, for an application those of
        its award. notes: of the application's row.
    """

    key: str
    context: Mapping[str, Any]
    members: Members
    application: Application | None = None
    notes: Notes | None = None

    @property
    def applicant(self) -> str | None:
        """Return the 编号 it belongs to."""
        return (self.application.number or None) if self.application else None


class Subjects:
    """The subjects of one campaign."""

    def __init__(self, campaign: Campaign, evaluation: Evaluation, contexts: Contexts) -> None:
        self._campaign = campaign
        self._contexts = contexts
        self._winners = frozenset(each.row_order for award in evaluation.awards for each in award.winners)

    def of_scope(self, scope: Scope) -> Iterable[Subject]:
        """Return the subjects of a range, in the order of the workbooks."""
        match scope:
            case Scope.CAMPAIGN:
                members = self._members(self._campaign.applications)
                return [Subject("", self._contexts.campaign(), members)]
            case Scope.AWARD:
                return [
                    Subject(award.name, self._contexts.award(award), self._of_award[award.name])
                    for award in self._campaign.awards
                ]
            case Scope.GROUP:
                return self._groups()
            case Scope.BLANK_FORM:
                return [
                    Subject(award.name, self._contexts.blank_form(award), Members())
                    for award in self._campaign.awards
                ]
            case Scope.APPLICATION:
                return self._applications
            case Scope.ARCHIVE:  # nothing is known of it before the rest is built
                return ()

    def _groups(self) -> Iterator[Subject]:
        of_group = members_by_group(self._campaign)
        for group in self._campaign.groups:
            members = self._members(of_group.get(group.name, ()))
            yield Subject(group.name, self._contexts.group(group), members)

    @cached_property
    def _applications(self) -> Sequence[Subject]:
        keys = application_keys(self._campaign)
        return [
            Subject(
                keys[each.row_order],
                self._contexts.application(each),
                self._of_award[each.award.name],
                each,
                self._contexts.notes(each),
            )
            for each in self._campaign.applications
        ]

    @cached_property
    def _of_award(self) -> Mapping[str, Members]:
        return {
            award.name: self._members(self._campaign.applications_for(award))
            for award in self._campaign.awards
        }

    def _members(self, applications: Sequence[Application]) -> Members:
        return Members(applications, self._winners)
