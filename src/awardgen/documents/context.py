"""What a template can say: the names that each range of documents offers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from awardgen.campaign import Scope, YesNo, rounded
from awardgen.documents.blank import BLANK
from awardgen.documents.item import Item
from awardgen.documents.printing import number, printable
from awardgen.rendering import tag_name
from awardgen.workbook import application_sheet
from awardgen.workbook.declared_campaign import GROUPS
from awardgen.writeup import length

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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
    from awardgen.documents.blank import Blank

Fields = dict[str, Any]

WINNERS = "获奖列表"
RECOMMENDED = "推荐列表"
LIST_NAMES = ("申报列表", RECOMMENDED, WINNERS)
RESULT_NAMES = ("总分", "名次", "获奖", "附加分", "平均分", "得分列表", "排除原因")
WRITE_UP_NAMES = ("事迹材料", "字数")
AWARD_NAME, GROUP_NAME = "奖项", "小组"


class Layers(Mapping[str, Any]):
    """What every range offers, with what one application has laid over it; ten thousand copies would take room."""

    __slots__ = ("_over", "_under")

    def __init__(self, under: Mapping[str, Any], over: Mapping[str, Any]) -> None:
        self._under = under
        self._over = over

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - a context holds anything
        return self._over[name] if name in self._over else self._under[name]

    def __contains__(self, name: object) -> bool:
        return name in self._over or name in self._under

    def __iter__(self) -> Iterator[str]:
        return iter({**self._under, **self._over})

    def __len__(self) -> int:
        return len({**self._under, **self._over})


class Contexts:
    """The contexts of one campaign. Every item is made once and shared by all documents.

    count: text → 字数.
    """

    def __init__(
        self, campaign: Campaign, evaluation: Evaluation, count: Callable[[str], int] = length
    ) -> None:
        self._count = count
        self._campaign = campaign
        self._evaluation = evaluation
        self._awards = {award.name: _row(award.record, printed=award.name) for award in campaign.awards}
        self._groups = {group.name: _row(group.record, printed=group.name) for group in campaign.groups}
        self._applications = {
            each.row_order: Item(self._of_application(each)) for each in campaign.applications
        }
        winners = {each.row_order for award in evaluation.awards for each in award.winners}
        for award in evaluation.awards:
            listed = self._lists(campaign.applications_for(award.award), award.winners)
            self._awards[award.award.name].add(listed)
        for name, item in self._groups.items():
            members = [each for each in campaign.applications if each.group == name]
            item.add(self._lists(members, [each for each in members if each.row_order in winners]))

    def campaign(self) -> Mapping[str, Any]:
        """Return what every range offers."""
        return self._shared

    def award(self, award: Award) -> Mapping[str, Any]:
        item = self._awards[award.name]
        return {**self._shared, **{each: item[each] for each in LIST_NAMES}, AWARD_NAME: item}

    def group(self, group: UnionGroup) -> Mapping[str, Any]:
        item = self._groups[group.name]
        return {**self._shared, **{each: item[each] for each in LIST_NAMES}, GROUP_NAME: item}

    def application(self, application: Application) -> Mapping[str, Any]:
        return Layers(self._shared, self._applications[application.row_order])

    def blank_form(self, award: Award) -> Mapping[str, Any]:
        """Return what a form offers that is handed out: the award is real, every column is empty."""
        return {**self._shared, **self._blank_application, AWARD_NAME: self._awards[award.name]}

    def known_names(self, scope: Scope) -> frozenset[str]:
        """Return the names that a template of the range may use."""
        more: Iterable[str] = ()
        if scope is Scope.AWARD:
            more = (*LIST_NAMES, AWARD_NAME)
        elif scope is Scope.GROUP:
            more = (*LIST_NAMES, GROUP_NAME)
        elif scope in {Scope.APPLICATION, Scope.BLANK_FORM}:
            more = (*self._blank_application, AWARD_NAME)
        return frozenset((*self._shared, *more))

    @cached_property
    def _shared(self) -> Fields:
        campaign = self._campaign
        settings = {tag_name(name): printable(value) for name, value in campaign.settings.values.items()}
        return {
            **settings,
            "奖项列表": list(self._awards.values()),
            "步骤列表": [_row(phase.record, printed=phase.name) for phase in campaign.phases],
            "细则": [_rubric_group(group) for group in campaign.rubric.groups],
            "小组列表": list(self._groups.values()),
            "评委列表": [_row(judge.record, printed=judge.name) for judge in campaign.judges],
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

    def _of_application(self, application: Application) -> Fields:
        write_up = application.write_up.text if application.write_up else None
        return {
            **self._blank_application,
            **_columns(application.record),
            **self._results(self._evaluation.outcomes[application.row_order]),
            AWARD_NAME: self._awards[application.award.name],
            GROUP_NAME: self._group_of(application),
            "事迹材料": printable(write_up),
            "字数": BLANK if write_up is None else self._count(write_up),
        }

    def _group_of(self, application: Application) -> Item | Blank:
        """Return the group; one that is not listed has its name and nothing else."""
        name = application.group
        if not name:
            return BLANK
        columns = (*GROUPS.headers, *self._campaign.headers.get(GROUPS.name, ()))
        unlisted = dict.fromkeys([*(tag_name(header) for header in columns), *LIST_NAMES], BLANK)
        return self._groups.get(name) or Item({**unlisted, tag_name(GROUPS.name): name}, name)

    def _results(self, outcome: Outcome) -> Fields:
        score = outcome.standing.score
        total_of = {each.row.judge: each for each in score.judge_totals}
        if score.total is None and outcome.standing.application.decision is None:
            wins: Any = BLANK
        else:
            wins = BLANK if outcome.wins is None else YesNo("是" if outcome.wins else "否")
        return {
            "总分": BLANK if score.total is None else number(score.total),
            "名次": BLANK if outcome.standing.rank is None else outcome.standing.rank,
            "获奖": wins,
            "附加分": BLANK if score.mean is None else number(score.bonus),
            "平均分": BLANK if score.mean is None else number(rounded(score.mean)),
            "得分列表": [
                Item(
                    {
                        "评委": judge.name,
                        "总分": number(total_of[judge.name].total) if judge.name in total_of else BLANK,
                        "去掉": judge.name in total_of and total_of[judge.name].dropped,
                    },
                    judge.name,
                )
                for judge in self._campaign.judges
            ],
            "排除原因": outcome.standing.exclusion or BLANK,
        }


def _columns(record: Record) -> Fields:
    columns: Fields = {}
    for header, value in record.values.items():
        # Of two headers that give one tag (a finding) the first keeps it.
        columns.setdefault(tag_name(header), printable(value))
    return columns


def _row(record: Record, *, printed: str) -> Item:
    return Item(_columns(record), printed)


def _rubric_group(group: RubricGroup) -> Item:
    fields = _columns(group.record)
    fields["通知称谓"] = group.notice_name
    fields["标准列表"] = [_row(each.record, printed=each.text) for each in group.criteria]
    return Item(fields, group.name)
