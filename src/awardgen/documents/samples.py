"""Contexts made up for trying templates out: every column of every sheet, filled in one way or another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from awardgen.campaign import Scope, YesNo
from awardgen.documents.archive_rows import sample_archive
from awardgen.documents.blank import BLANK
from awardgen.documents.context import AWARD_NAME, GROUP_NAME, LIST_NAMES
from awardgen.documents.digest import scalar
from awardgen.documents.item import Item
from awardgen.documents.printing import PrintedDate, PrintedNumber, PrintedPercent, printable
from awardgen.documents.results import SCORE_LIST
from awardgen.rendering import tag_name
from awardgen.workbook import BASICS, Type, application_sheet
from awardgen.workbook.declared_campaign import AWARDS, GROUPS, JUDGES, PHASES, RUBRIC

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from awardgen.campaign import Campaign, Record
    from awardgen.documents.context import Contexts
    from awardgen.workbook import Sheet


class Look(StrEnum):
    """A way to fill the columns; the value is what a finding calls it."""

    USUAL = "通常的内容"
    EMPTY = "可以留空的格没有填"
    NO_ROWS = "名单里一个也没有"
    ONE_ROW = "名单里只有一个"
    TEXT = "文字里有换行和“<”“&”等符号"
    LONG = "文字很长"
    OWN_TEXT = "自己增加的列里是文字"
    OWN_NUMBER = "自己增加的列里是数字"
    OWN_PERCENT = "自己增加的列里是百分数"
    OWN_DATE = "自己增加的列里是日期"


_DAY: Final = PrintedDate(2011, 6, 20)
_TEXT: Final = "甲"
_AWKWARD: Final = "第一行\n第二行 <甲> & “乙”\t{{ 丙 }}"
_LONG: Final = "事迹突出。" * 600
_WRITTEN: Final = {Type.TEXT, Type.LONG_TEXT, Type.PRINTED_PERIOD}
_TYPED: Final[Mapping[Type, Any]] = {
    Type.WHOLE: 3,
    Type.NUMBER: PrintedNumber("92.5"),
    Type.SCORE: PrintedNumber("92.5"),
    Type.PERCENT: PrintedPercent("0.925"),
    Type.DATE: _DAY,
    Type.YES_NO: YesNo("是"),
    Type.ACCIDENT: YesNo("有"),
}
_OWN: Final[Mapping[Look, Any]] = {
    Look.OWN_TEXT: _AWKWARD,
    Look.OWN_NUMBER: PrintedNumber("92.5"),
    Look.OWN_PERCENT: PrintedPercent("0.925"),
    Look.OWN_DATE: _DAY,
}
_RESULTS: Final[Mapping[str, Any]] = {
    "总分": PrintedNumber("92.5"),
    "名次": 1,
    "获奖": YesNo("是"),
    "附加分": 3,
    "平均分": PrintedNumber("89.5"),
    "排除原因": _TEXT,
}
_OF_KIND: Final[Mapping[type, Any]] = {
    type(each): each for each in (_TEXT, 3, PrintedNumber("92.5"), PrintedPercent("0.925"), _DAY)
}
_ROWS: Final = 3


@dataclass(frozen=True, slots=True)
class _Column:
    """A column under its tag. type: None for one that staff added. usual: what stands in it first, if anything does."""

    tag: str
    type: Type | None
    required: bool
    usual: Any

    def made_up(self) -> _Column:
        """Return the column with a value of its kind, which does not change when a row does."""
        usual = BLANK if self.type else _OF_KIND.get(type(self.usual), self.usual)
        return replace(self, usual=usual)

    def value(self, look: Look) -> Any:  # noqa: ANN401 - a cell holds anything
        if look is Look.EMPTY and not self.required:
            return BLANK
        if self.type is None and self.usual is BLANK:
            return _OWN.get(look, BLANK)
        if self.type in _WRITTEN and look in {Look.TEXT, Look.LONG}:
            return _AWKWARD if look is Look.TEXT else _LONG
        if self.usual is not BLANK or self.type is None:
            return self.usual
        return _TYPED.get(self.type, _TEXT)


class Samples:
    """The sample contexts of one campaign, with the columns that its sheets have, or will have.

    made_up: no value of an application is in them, only others of its kind.
    """

    def __init__(self, campaign: Campaign, contexts: Contexts, *, made_up: bool = False) -> None:
        self._made_up = made_up
        self._campaign = campaign
        self._contexts = contexts
        self._made: dict[Look, Mapping[str, Any]] = {}

    @cached_property
    def looks(self) -> Sequence[Look]:
        """Return the ways that say something about this campaign."""
        every = [*self._application_columns, *(c for each in self._sheets.values() for c in each)]
        is_open = any(each.type is None and each.usual is BLANK for each in every)
        return [look for look in Look if look not in _OWN or is_open]

    def texts(self) -> Iterator[str]:
        """Yield all that the contexts depend on besides 活动设置."""
        for column in self._application_columns:
            yield f"{column.tag} {column.type} {column.required} {scalar(column.usual)}"

    def context(self, scope: Scope, look: Look) -> Mapping[str, Any]:
        """Return what a document of the range would be given."""
        everything = self._everything(look)
        shared = {name: everything[name] for name in self._contexts.campaign()}
        names = self._contexts.known_names(scope)
        award, group = everything["奖项列表"][0], everything["小组列表"][0]
        match scope:
            case Scope.CAMPAIGN:
                return shared
            case Scope.AWARD:
                return {**shared, **{each: award[each] for each in LIST_NAMES}, AWARD_NAME: award}
            case Scope.GROUP:
                return {**shared, **{each: group[each] for each in LIST_NAMES}, GROUP_NAME: group}
            case Scope.ARCHIVE:
                return {**shared, **self._archive(look)}
            case _:
                application = (
                    award["申报列表"][0] if award["申报列表"] else self._application(look, award, group)
                )
                return {**shared, **{each: application[each] for each in application if each in names}}

    def _everything(self, look: Look) -> Mapping[str, Any]:
        if look not in self._made:
            self._made[look] = self._make(look)
        return self._made[look]

    def _make(self, look: Look) -> Mapping[str, Any]:
        settings = self._contexts.campaign()
        typed = {tag_name(each.header): each.type for each in BASICS.settings}
        shown = {
            name: _TYPED.get(typed.get(name, Type.TEXT), _TEXT)
            if value is BLANK and look is Look.USUAL
            else value
            for name, value in settings.items()
        }
        lists = {sheet: self._rows(sheet, look) for sheet in self._sheets}
        award, group = lists[AWARDS.name][0], lists[GROUPS.name][0]
        rows = {Look.NO_ROWS: 0, Look.ONE_ROW: 1}.get(look, _ROWS)
        listed = [self._application(look, award, group) for _ in range(rows)]
        for item in (*lists[AWARDS.name], *lists[GROUPS.name]):
            item.add(dict.fromkeys(LIST_NAMES, listed))
        for item in lists[RUBRIC.name]:
            item.add({"标准列表": self._rows(RUBRIC.name, look)})
        return {
            **shown,
            "奖项列表": lists[AWARDS.name],
            "步骤列表": lists[PHASES.name],
            "细则": lists[RUBRIC.name],
            "小组列表": lists[GROUPS.name],
            "评委列表": lists[JUDGES.name],
        }

    def _archive(self, look: Look) -> Mapping[str, Any]:
        text = {Look.TEXT: _AWKWARD, Look.LONG: _LONG}.get(look, _TEXT)
        return sample_archive(
            self._campaign.archive,
            rows={Look.NO_ROWS: 0, Look.ONE_ROW: 1}.get(look, _ROWS),
            text=text,
            number=3,
            is_empty=look is Look.EMPTY,
        )

    def _rows(self, sheet: str, look: Look) -> list[Item]:
        fields = {column.tag: column.value(look) for column in self._sheets[sheet]}
        printed = next(iter(fields.values()))
        return [Item(fields, str(printed)) for _ in range(_ROWS)]

    def _application(self, look: Look, award: Item, group: Item) -> Item:
        empty = look is Look.EMPTY
        scores = {"评委": _TEXT, "总分": BLANK if empty else _RESULTS["总分"], "去掉": False}
        write_up = {Look.TEXT: _AWKWARD, Look.EMPTY: BLANK}.get(look, _LONG)
        return Item(
            {
                **{column.tag: column.value(look) for column in self._application_columns},
                **(dict.fromkeys(_RESULTS, BLANK) if empty else _RESULTS),
                SCORE_LIST: [] if look is Look.NO_ROWS else [Item(scores, _TEXT)] * _ROWS,
                "事迹材料": write_up,
                "字数": BLANK if empty else len(_LONG),
                AWARD_NAME: award,
                GROUP_NAME: group,
            }
        )

    @cached_property
    def _sheets(self) -> Mapping[str, Sequence[_Column]]:
        campaign = self._campaign
        records: Mapping[str, Sequence[Record]] = {
            AWARDS.name: [each.record for each in campaign.awards],
            PHASES.name: [each.record for each in campaign.phases],
            RUBRIC.name: [each.record for each in campaign.rubric.groups],
            GROUPS.name: [each.record for each in campaign.groups],
            JUDGES.name: [each.record for each in campaign.judges],
        }
        return {
            sheet.name: _columns(sheet, campaign.headers.get(sheet.name, ()), records[sheet.name])
            for sheet in (AWARDS, PHASES, RUBRIC, GROUPS, JUDGES)
        }

    @cached_property
    def _application_columns(self) -> Sequence[_Column]:
        found: dict[str, _Column] = {}
        for award in self._campaign.awards:
            sheet = application_sheet(award.short_name, award.kind)
            records = [each.record for each in self._campaign.applications_for(award)]
            for read in _columns(sheet, award.columns, records):
                column = read.made_up() if self._made_up else read
                if column.tag not in found or found[column.tag].usual is BLANK:
                    found[column.tag] = column
        return tuple(found.values())


def _columns(sheet: Sheet, headers: Iterable[str], records: Sequence[Record]) -> tuple[_Column, ...]:
    declared = {each.header: each for each in sheet.columns}
    return tuple(
        _Column(
            tag_name(header),
            declared[header].type if header in declared else None,
            header in declared and declared[header].required,
            _first_value(header, records),
        )
        for header in dict.fromkeys((*declared, *headers))
    )


def _first_value(header: str, records: Sequence[Record]) -> Any:  # noqa: ANN401
    cells = (each.values.get(header) for each in records)
    values = (printable(cell) for cell in cells if cell is not None)
    return next((value for value in values if value is not BLANK), BLANK)
