"""Rules over the rows of 申报.xlsx."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from awardgen.campaign import (
    AwardKind,
    ListOrder,
    Percent,
    characters_without_strokes,
    name_in_list,
    number_key,
)
from awardgen.catalogue import tables
from awardgen.checks.case import excerpt
from awardgen.checks.names import PRIVATE_USE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.campaign import Application
    from awardgen.checks.case import Case
    from awardgen.finding import Finding

_BETWEEN_NAMES = re.compile(r"[、，,；;/\s]+")
_NAMES_KEPT = 1 << 16  # several rules ask the same of each
_TWO_CHARACTER_NAME = re.compile(r"(?<![^、，,；;/\n])([^\W\d_])[ \u3000]+([^\W\d_])(?![^、，,；;/\n])")


def group_is_listed(case: Case) -> Iterator[Finding]:
    """工会小组 of an application or a judge stands in the list of groups."""
    listed = {group.name for group in case.campaign.groups}
    if not listed:
        return
    members = [(each.record, each.group, each.number or None) for each in case.campaign.applications]
    members += [(each.record, each.group, None) for each in case.campaign.judges]
    for record, group, applicant in members:
        if group and group not in listed:
            yield tables.GROUP_UNKNOWN.at(
                record.place("工会小组"),
                f"“{group}”不在工会小组名单中。",
                applicant=applicant,
                excerpt=excerpt(group),
            )


def number_is_used_once(case: Case) -> Iterator[Finding]:
    """编号 names one application, over all sheets; bb-003 is BB-003, as it is in a file name on Windows."""
    first: dict[str, Application] = {}
    for application in case.campaign.applications:
        number = application.number
        earlier = first.setdefault(number_key(number), application) if number else application
        if earlier is not application:
            used = earlier.record.place("编号")
            yield tables.NUMBER_REPEATED.at(
                application.record.place("编号"),
                f"编号{number}已用于工作表“{used.sheet}”{used.cell}。",
                applicant=number,
                excerpt=excerpt(number),
            )


@lru_cache(_NAMES_KEPT)
def names_in(people: str) -> tuple[str, ...]:
    """Split 岗位人员姓名; a space inside a two-character name (王　伟) parts nothing."""
    joined = people.strip()
    if " " in joined or "\u3000" in joined:
        joined = _TWO_CHARACTER_NAME.sub(r"\1\2", joined)
    return tuple(name for name in _BETWEEN_NAMES.split(joined) if name)


@lru_cache(_NAMES_KEPT)
def same_name(name: str) -> str:
    """Return what is the same where a name is: it may be written with a space in it, or with full-width brackets."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def headcount_matches_names(case: Case) -> Iterator[Finding]:
    """岗位总人数 equals the names listed."""
    for application in case.campaign.applications:
        if application.award.kind is not AwardKind.POST or not application.person:
            continue
        headcount = application.record.values.get("岗位总人数")
        names = names_in(application.person)
        listed = len(names)
        if not isinstance(headcount, Decimal) or headcount == listed:
            continue
        # Where a name is listed twice that is told, and the number may be right.
        if headcount != len(set(map(same_name, names))):
            yield tables.HEADCOUNT_DIFFERS.at(
                application.record.place("岗位总人数"),
                f"岗位总人数填了{headcount}，“岗位人员姓名”中列出{listed}人。",
                applicant=application.number or None,
                excerpt=excerpt(str(headcount)),
            )


def satisfaction_reaches_the_floor(case: Case) -> Iterator[Finding]:
    """顾客满意度 reaches 满意度下限 (附件1, 6: 顾客满意度85%以上)."""
    floor = case.campaign.settings.satisfaction_floor
    for application in case.campaign.applications:
        reached = application.satisfaction
        if reached is not None and reached < floor:
            yield tables.SATISFACTION_LOW.at(
                application.record.place("顾客满意度"),
                f"顾客满意度{Percent(reached)}，低于下限{Percent(floor)}。",
                applicant=application.number or None,
                excerpt=excerpt(str(Percent(reached))),
            )


def names_can_be_ordered(case: Case) -> Iterator[Finding]:
    """Every character of a name that is listed by 姓氏笔画 has a place in the order (GF 3003-1999)."""
    for application in case.campaign.applications:
        if application.award.list_order is not ListOrder.STROKES:
            continue
        name = name_in_list(application)
        for character in characters_without_strokes([name], case.campaign.stroke_references):
            if PRIVATE_USE.match(character):
                continue  # that it is no character that others see is told, and settles this too
            column = "岗位名称" if application.award.kind is AwardKind.POST else "岗位人员姓名"
            offset = application.record.text(column).find(character)
            yield tables.STROKES_UNKNOWN.at(
                application.record.place(column),
                f"“{name}”中的“{character}”不在笔画字序表中，无法按姓氏笔画排列。",
                applicant=application.number or None,
                excerpt=character,
                start=offset if offset >= 0 else None,
                end=offset + len(character) if offset >= 0 else None,
            )
