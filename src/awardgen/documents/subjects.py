"""What each range of documents has a file for: the campaign, an award, a group, an application, a blank form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from awardgen.campaign import Scope
from awardgen.documents.context import RECOMMENDED, WINNERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from awardgen.campaign import Application, Campaign, Evaluation
    from awardgen.documents.context import Contexts


@dataclass(frozen=True, slots=True)
class Subject:
    """What one file is for.

    application: the one it is about, None for a list. applications: those among which its
        lists choose, for an application those of its award.
    winners: the row orders of those who win.
    """

    key: str
    context: Mapping[str, Any]
    application: Application | None = None
    applications: tuple[Application, ...] = ()
    winners: frozenset[int] = frozenset()

    @property
    def applicant(self) -> str | None:
        """Return the 编号 it belongs to."""
        return (self.application.number or None) if self.application else None

    def listed(self, list_name: str) -> Iterator[Application]:
        """Return the applications that a list of the subject holds."""
        for each in self.applications:
            if list_name == WINNERS:
                holds = each.row_order in self.winners
            else:
                holds = list_name != RECOMMENDED or bool(each.recommended)
            if holds:
                yield each


class Subjects:
    """The subjects of one campaign."""

    def __init__(self, campaign: Campaign, evaluation: Evaluation, contexts: Contexts) -> None:
        self._campaign = campaign
        self._contexts = contexts
        self._keys = _keys(campaign)
        self._winners = frozenset(each.row_order for award in evaluation.awards for each in award.winners)

    def of_scope(self, scope: Scope) -> Iterator[Subject]:
        """Return the subjects of a range, in the order of the workbooks."""
        contexts, campaign = self._contexts, self._campaign
        if scope is Scope.CAMPAIGN:
            yield self._list("", contexts.campaign(), campaign.applications)
        elif scope is Scope.AWARD:
            for award in campaign.awards:
                yield self._list(award.name, contexts.award(award), campaign.applications_for(award))
        elif scope is Scope.GROUP:
            for group in campaign.groups:
                members = tuple(each for each in campaign.applications if each.group == group.name)
                yield self._list(group.name, contexts.group(group), members)
        elif scope is Scope.BLANK_FORM:
            for award in campaign.awards:
                yield Subject(award.name, contexts.blank_form(award))
        else:
            of_award = {award.name: campaign.applications_for(award) for award in campaign.awards}
            for each in campaign.applications:
                key, context = self._keys[each.row_order], contexts.application(each)
                yield Subject(key, context, each, of_award[each.award.name], self._winners)

    def _list(self, key: str, context: Mapping[str, Any], members: tuple[Application, ...]) -> Subject:
        return Subject(key, context, None, members, self._winners)


def _keys(campaign: Campaign) -> Mapping[int, str]:
    """Return row order → 编号, or where the row stands if it has none or that of an earlier one."""
    keys: dict[int, str] = {}
    taken: set[str] = set()
    for each in campaign.applications:
        row = f"{each.record.source.sheet}第{each.record.row}行"
        keys[each.row_order] = each.number if each.number and each.number not in taken else row
        taken.add(each.number)
    return keys
