from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from awardgen.campaign.record import Record


class AwardKind(StrEnum):
    """类型: to whom an award is given."""

    POST = "岗位"
    INDIVIDUAL = "个人"


class ListOrder(StrEnum):
    """名单排序: how the winners stand in the award list."""

    RANK = "名次"
    GROUP = "小组顺序"
    STROKES = "姓氏笔画"


@dataclass(frozen=True, slots=True)
class Award:
    """One 奖项.

    short_name: 简称, also the name of its sheet in 申报.xlsx.
    quota: 名额, how many may win; None where none is set.
    columns: the headers of its sheet, in order; empty where the sheet is not there yet.
    """

    record: Record
    name: str
    short_name: str
    kind: AwardKind
    quota: int | None
    list_order: ListOrder
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phase:
    """One 步骤 of the campaign; its 印出时间 is printed as typed, the days are for checks."""

    record: Record
    name: str


@dataclass(frozen=True, slots=True)
class UnionGroup:
    """One 工会小组."""

    record: Record
    name: str


@dataclass(frozen=True, slots=True)
class Judge:
    """One 评委. group: the name of the 工会小组 the judge belongs to, empty for none."""

    record: Record
    name: str
    group: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One row of 文书: a kind of Word file that the campaign produces.

    archived_with: 归档, the row with whose files its own are one 件 in the archive, or that they are not archived.
    """

    record: Record
    name: str
    template: str
    scope: Scope
    condition: str
    file_name: str
    archived_with: str = ""


class Scope(StrEnum):
    """范围: for what one file each is made."""

    CAMPAIGN = "活动"
    AWARD = "奖项"
    GROUP = "小组"
    APPLICATION = "申报"
    BLANK_FORM = "空表"
    ARCHIVE = "归档"
