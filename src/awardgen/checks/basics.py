"""Rules over what 基本信息, 奖项 and 评选细则 say of each other."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Final

from awardgen.catalogue import consistency as kinds
from awardgen.checks.case import excerpt
from awardgen.finding import NOWHERE, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.campaign import Campaign
    from awardgen.checks.case import Case
    from awardgen.finding import Finding

_NUMBER_YEAR: Final = re.compile(r"[〔【［\[（(]\s*(\d{4})\s*[〕】］\]）)]")
_YEAR: Final = re.compile(r"(?:19|20)\d{2}")


def years_agree(case: Case) -> Iterator[Finding]:
    """发文字号 has the year of 成文日期; 活动年度 is a year in which something of the campaign lies."""
    settings = case.campaign.settings
    dated, printed = settings.values.get("成文日期"), settings.values.get("印发日期")
    if not isinstance(dated, date) or (isinstance(printed, date) and printed < dated):
        return  # the days themselves are in doubt, which is told of there
    number = str(settings.values.get("发文字号") or "")
    found = _NUMBER_YEAR.search(number)
    if found is not None and int(found[1]) != dated.year:
        message = f"发文字号“{number}”是{found[1]}年的，成文日期是{dated:%Y-%m-%d}。"
        yield kinds.NUMBER_YEAR_DIFFERS.at(settings.places.get("发文字号", NOWHERE), message, excerpt=number)
    campaign_year = str(settings.values.get("活动年度") or "")
    years = {int(each) for each in _YEAR.findall(campaign_year)}
    known = _years_of(case.campaign) | {dated.year}
    if years and not years & known:
        message = f"活动年度是{campaign_year}，成文、事迹和实施步骤在{_listed(known)}年。"
        place = settings.places.get("活动年度", NOWHERE)
        yield kinds.NUMBER_YEAR_DIFFERS.at(place, message, excerpt=campaign_year)


def quota_leaves_a_choice(case: Case) -> Iterator[Finding]:
    """名额 is not above the number of applications, once these are in."""
    campaign = case.campaign
    counts = Counter(each.award.name for each in campaign.applications)
    for award in campaign.awards:
        count = counts[award.name]
        if award.quota is None or not 0 < count < award.quota:
            continue
        numbers = {each.number for each in campaign.applications_for(award)}
        is_complete = any(each.number in numbers for each in campaign.scores)
        yield kinds.QUOTA_ABOVE_APPLICATIONS.at(
            award.record.place("名额"),
            f"“{award.name}”名额{award.quota}，申报只有{count}份。",
            excerpt=excerpt(award.record.text("名额")),
            severity=None if is_complete else Severity.INFO,
        )


def groups_keep_their_names(case: Case) -> Iterator[Finding]:
    """项目 and 通知称谓 have something in common by which a reader knows them for the same."""
    for group in case.campaign.rubric.groups:
        if group.notice_name and not is_recognisable(group.notice_name, group.name):
            yield kinds.GROUP_NAMES_DIFFER.at(
                group.record.place("通知称谓"),
                f"评选细则中叫“{group.name}”，通知中叫“{group.notice_name}”。",
                excerpt=excerpt(group.notice_name),
            )


def is_recognisable(name: str, other: str) -> bool:
    """Whether two names have two characters in a row in common, by which a reader knows them for the same."""
    pairs = {other[index : index + 2] for index in range(len(other) - 1)}
    return name == other or any(pair in name for pair in pairs)


def _years_of(campaign: Campaign) -> set[int]:
    window = campaign.settings.window
    days = [each for phase in campaign.phases for each in phase.record.values.values()]
    ends = (window.first_day, window.last_day) if window else ()
    return {day.year for day in (*days, *ends) if isinstance(day, date)}


def _listed(years: set[int]) -> str:
    return "、".join(map(str, sorted(years)))
