"""What a template can say: the names that each range of documents offers."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from awardgen.campaign import Scope
from awardgen.documents.application_item import ApplicationItem, ApplicationNames, tags_of
from awardgen.documents.archive_rows import archive_fields, archive_names
from awardgen.documents.blank import BLANK
from awardgen.documents.item import Item
from awardgen.documents.keys import application_keys
from awardgen.documents.layers import Layers
from awardgen.documents.printing import printable
from awardgen.documents.results import RESULT_NAMES, RESULTS, SCORE_LIST, ScoreLists
from awardgen.rendering import tag_name
from awardgen.workbook import application_sheet
from awardgen.workbook.declared_campaign import GROUPS
from awardgen.writeup import length

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from awardgen.campaign import (
        Application,
        Award,
        Campaign,
        Evaluation,
        Outcome,
        Record,
        RubricGroup,
        UnionGroup,
    )
    from awardgen.documents.application_item import Makers
    from awardgen.documents.archive_rows import ArchiveRows
    from awardgen.documents.blank import Blank
    from awardgen.documents.item import Notes

Fields = dict[str, Any]

WINNERS = "获奖列表"
RECOMMENDED = "推荐列表"
LIST_NAMES = ("申报列表", RECOMMENDED, WINNERS)
PROBLEMS = "问题列表"
WRITE_UP_NAMES = ("事迹材料", "字数")
AWARD_NAME, GROUP_NAME = "奖项", "小组"


class Contexts:
    """The contexts of one campaign. Every item is made once and shared by all documents.

    count: text → 字数. notes: of an application's row, where there are any.
    """

    def __init__(
        self,
        campaign: Campaign,
        evaluation: Evaluation,
        count: Callable[[str], int] = length,
        notes: Callable[[Application], Notes | None] = lambda _: None,
    ) -> None:
        self.notes = notes
        self._count = count
        self._campaign = campaign
        self._evaluation = evaluation
        self._awards = {
            award.name: _row(award.record, award.name, f"{AWARD_NAME}/{award.name}")
            for award in campaign.awards
        }
        self._groups = {
            group.name: _row(group.record, group.name, _group_identity(group.name))
            for group in campaign.groups
        }
        self._unlisted: dict[str, Item] = {}
        names, keys = ApplicationNames(self._blank_application, self._makers()), application_keys(campaign)
        self._applications = {
            each.row_order: ApplicationItem(each, names, f"申报/{keys[each.row_order]}", notes(each))
            for each in campaign.applications
        }
        winners = {each.row_order for award in evaluation.awards for each in award.winners}
        for award in evaluation.awards:
            listed = self._lists(campaign.applications_for(award.award), award.winners)
            self._awards[award.award.name].add(listed)
        members = members_by_group(campaign)
        for name, item in self._groups.items():
            of_group = members.get(name, ())
            item.add(self._lists(of_group, [each for each in of_group if each.row_order in winners]))

    def campaign(self) -> Mapping[str, Any]:
        """Return what every range offers."""
        return self._shared

    def award(self, award: Award) -> Mapping[str, Any]:
        item = self._awards[award.name]
        return Layers(self._shared, {**{each: item[each] for each in LIST_NAMES}, AWARD_NAME: item})

    def group(self, group: UnionGroup, problems: Sequence[Item] = ()) -> Mapping[str, Any]:
        """Return what a group's documents can say. problems: its 问题列表, which only `check` knows."""
        item = self._groups[group.name]
        lists = {each: item[each] for each in LIST_NAMES}
        return Layers(self._shared, {**lists, GROUP_NAME: item, PROBLEMS: list(problems)})

    def application(self, application: Application) -> Mapping[str, Any]:
        return Layers(self._shared, self._applications[application.row_order])

    def blank_form(self, award: Award) -> Mapping[str, Any]:
        """Return what a form offers that is handed out: the award is real, every column is empty."""
        return Layers(self._shared, {**self._blank_application, AWARD_NAME: self._awards[award.name]})

    def archive(self, rows: ArchiveRows) -> Mapping[str, Any]:
        """Return what the documents of the archive can say."""
        return Layers(self._shared, archive_fields(rows))

    def known_names(self, scope: Scope) -> frozenset[str]:
        """Return the names that a template of the range may use."""
        more: Iterable[str] = ()
        if scope is Scope.AWARD:
            more = (*LIST_NAMES, AWARD_NAME)
        elif scope is Scope.GROUP:
            more = (*LIST_NAMES, GROUP_NAME, PROBLEMS)
        elif scope in {Scope.APPLICATION, Scope.BLANK_FORM}:
            more = (*self._blank_application, AWARD_NAME)
        elif scope is Scope.ARCHIVE:
            more = archive_names(self._campaign.archive)
        return frozenset((*self._shared, *more))

    @cached_property
    def _shared(self) -> Fields:
        campaign = self._campaign
        settings = {tag_name(name): printable(value) for name, value in campaign.settings.values.items()}
        return {
            **settings,
            "奖项列表": list(self._awards.values()),
            "步骤列表": [_row(phase.record, phase.name) for phase in campaign.phases],
            "细则": [_rubric_group(group) for group in campaign.rubric.groups],
            "小组列表": list(self._groups.values()),
            "评委列表": [_row(judge.record, judge.name) for judge in campaign.judges],
        }

    @cached_property
    def _blank_application(self) -> Fields:
        """Every column of every award's sheet, so that one template can serve posts and persons."""
        columns = [
            header
            for award in self._campaign.awards
            for header in (*application_sheet(award.short_name, award.kind).headers, *award.columns)
        ]
        names = [*(tag_name(header) for header in columns), *RESULT_NAMES, *WRITE_UP_NAMES, GROUP_NAME]
        return dict.fromkeys(names, BLANK)

    def _lists(self, members: Iterable[Application], winners: Iterable[Application]) -> Fields:
        members = list(members)
        return {
            "申报列表": [self._applications[each.row_order] for each in members],
            "推荐列表": [self._applications[each.row_order] for each in members if each.recommended],
            "获奖列表": [self._applications[each.row_order] for each in winners],
        }

    def _makers(self) -> Makers:
        """Return how what does not stand in an application's row is made."""
        outcomes, scores = self._evaluation.outcomes, ScoreLists(self._campaign.judges)

        def made_of_outcome(result: Callable[[Outcome], Any]) -> Callable[[Application], Any]:
            return lambda application: result(outcomes[application.row_order])

        return {
            **{name: made_of_outcome(result) for name, result in RESULTS.items()},
            SCORE_LIST: made_of_outcome(scores.of),
            AWARD_NAME: lambda application: self._awards[application.award.name],
            GROUP_NAME: self._group_of,
            "事迹材料": lambda application: printable(_write_up(application)),
            "字数": self._length_of,
        }

    def _length_of(self, application: Application) -> int | Blank:
        text = _write_up(application)
        return BLANK if text is None else self._count(text)

    def _group_of(self, application: Application) -> Item | Blank:
        """Return the group; one that is not listed has its name and nothing else."""
        name = application.group
        if not name:
            return BLANK
        return self._groups.get(name) or self._unlisted_group(name)

    def _unlisted_group(self, name: str) -> Item:
        if name not in self._unlisted:
            columns = (*GROUPS.headers, *self._campaign.headers.get(GROUPS.name, ()))
            fields = dict.fromkeys([*(tag_name(header) for header in columns), *LIST_NAMES], BLANK)
            named = {**fields, tag_name(GROUPS.name): name}
            self._unlisted[name] = Item(named, name, _group_identity(name))
        return self._unlisted[name]


def members_by_group(campaign: Campaign) -> Mapping[str, list[Application]]:
    """Return group → its applications, in the order of the workbook."""
    members: defaultdict[str, list[Application]] = defaultdict(list)
    for each in campaign.applications:
        members[each.group].append(each)
    return members


def _group_identity(name: str) -> str:
    return f"{GROUP_NAME}/{name}"


def _write_up(application: Application) -> str | None:
    return application.write_up.text if application.write_up else None


def _columns(record: Record) -> Fields:
    return {tag: printable(record.values[header]) for tag, header in tags_of(record).items()}


def _row(record: Record, printed: str, identity: str = "") -> Item:
    return Item(_columns(record), printed, identity)


def _rubric_group(group: RubricGroup) -> Item:
    fields = _columns(group.record)
    fields["通知称谓"] = group.notice_name
    fields["标准列表"] = [_row(each.record, each.text) for each in group.criteria]
    return Item(fields, group.name)
