"""Rules over the order of events: the phases of 实施步骤, the notice, the window of the deeds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from awardgen.catalogue import consistency as kinds
from awardgen.checks.case import excerpt
from awardgen.checks.periods import PeriodReader
from awardgen.finding import NOWHERE, Severity
from awardgen.writeup import is_day_off

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.campaign import Campaign, Phase
    from awardgen.checks.case import Case
    from awardgen.finding import Finding

_DAY: Final = timedelta(days=1)
#: A phase in which the deeds are done, and phases that are none though they use such a word.
_DEEDS: Final = re.compile(r"创建|争创|开展|实施|践行|活动阶段|比武|练兵")
_NOT_DEEDS: Final = re.compile(r"总结|动员|部署|启动|发动|宣传|考核|验收|评|表彰|公示|申报|推荐|检查|方案")
#: What may lie within another phase, and what comes later on a day of its own.
_WITHIN: Final = re.compile(r"中期|期中|检查|督查|督导|宣传|公示|申报|推荐|报名|自查|自评|整改")
#: Working days by which 3月下旬 or 4月 may miss what comes before and after it.
_ABOUT: Final = 5
_MONTH: Final = 28  # days: a window that starts with the month in which the campaign starts is usual
_LATER: Final = re.compile(r"表彰|颁奖|命名|公示|公布|总结|通报|推广|授牌")


@dataclass(frozen=True, slots=True)
class _Dated:
    """A phase whose days are known and run forward. is_exact: 印出时间 names days, or is not there."""

    phase: Phase
    first_day: date
    last_day: date
    is_exact: bool


def printed_time_suits_the_days(case: Case) -> Iterator[Finding]:
    """印出时间 names the days of 开始日期 and 结束日期."""
    reader = PeriodReader(case.printed_times)
    for phase in case.campaign.phases:
        column, message = _mismatch(phase, reader)
        if column:
            place = phase.record.place(column)
            yield kinds.PRINTED_TIME_DIFFERS.at(place, message, excerpt=excerpt(phase.record.text(column)))


def phases_follow_one_another(case: Case) -> Iterator[Finding]:
    """A phase starts when the one before it is over, on the next working day at the latest."""
    dated = {each.phase.record.row: each for each in _dated(case)}
    for before, after in pairwise(dated.get(phase.record.row) for phase in case.campaign.phases):
        if before is None or after is None:
            continue
        place = after.phase.record.place("开始日期")
        names = f"“{before.phase.name}”{_span(before)}，“{after.phase.name}”{_span(after)}"
        text = excerpt(after.phase.record.text("开始日期") or after.phase.record.text("印出时间"))
        missed = _working_days(before.last_day, after.first_day)
        if after.first_day < before.first_day:
            yield kinds.PHASE_OUT_OF_ORDER.at(place, f"{names}，后一步开始得更早。", excerpt=text)
        elif after.first_day <= before.last_day:
            within = after.last_day <= before.last_day and _WITHIN.search(after.phase.name)
            severity = Severity.INFO if within else None
            yield kinds.PHASES_OVERLAP.at(place, f"{names}，时间重叠。", excerpt=text, severity=severity)
        elif missed > (0 if before.is_exact and after.is_exact else _ABOUT):
            severity = Severity.INFO if _LATER.search(after.phase.name) else None
            message = f"{names}，中间空着{missed}个工作日。"
            yield kinds.PHASES_LEAVE_GAP.at(place, message, excerpt=text, severity=severity)


def phases_start_with_the_notice(case: Case) -> Iterator[Finding]:
    """The campaign starts when its notice is out; the source's own started a fortnight before."""
    settings = case.campaign.settings
    dated, phases = settings.values.get("成文日期"), _in_order(case)
    if not isinstance(dated, date) or not phases or _dated_after_printing(case.campaign):
        return
    first = min(phases, key=lambda each: each.first_day)
    if first.first_day < dated:
        over = first.last_day < dated
        message = (
            f"“{first.phase.name}”{_span(first)}，"
            f"{'在通知成文以前就结束了' if over else '早于通知开始'}（成文日期{dated:%Y-%m-%d}）。"
        )
        place = settings.places.get("成文日期", NOWHERE) if over else first.phase.record.place("开始日期")
        severity = Severity.WARNING if over else None
        day = dated if over else first.first_day
        yield kinds.STARTED_BEFORE_NOTICE.at(place, message, excerpt=f"{day}", severity=severity)


def window_suits_the_phases(case: Case) -> Iterator[Finding]:
    """The deeds lie in the phase in which they are to be done, where there is one."""
    settings, phases = case.campaign.settings, _in_order(case)
    window = settings.window
    deeds = [
        each for each in phases if _DEEDS.search(each.phase.name) and not _NOT_DEEDS.search(each.phase.name)
    ]
    if window is None or not deeds:
        return
    first, last = min(each.first_day for each in deeds), max(each.last_day for each in deeds)
    begins, ends = min(each.first_day for each in phases), max(each.last_day for each in phases)
    names = "、".join(f"“{each.phase.name}”" for each in deeds)
    deeds_span = f"{names}（{first:%Y-%m-%d}至{last:%Y-%m-%d}）"
    early, late = "事迹起始日期", "事迹截止日期"
    severity = None
    if window.last_day < first or window.first_day > last:
        column = late if window.last_day < first else early
        what = f"与{deeds_span}没有重合"
    elif (begins - window.first_day).days >= _MONTH or window.first_day > first:
        column = early
        what = f"早于活动开始（{begins:%Y-%m-%d}）" if window.first_day < first else f"晚于{deeds_span}的开始"
    elif window.last_day > ends or window.last_day < last:
        column = late
        what = f"晚于活动结束（{ends:%Y-%m-%d}）" if window.last_day > ends else f"早于{deeds_span}的结束"
    elif window.last_day > last:
        column, severity = late, Severity.INFO
        what = f"晚于{deeds_span}的结束，伸进了后面的步骤"
    else:
        return
    day = window.first_day if column == early else window.last_day
    place = settings.places.get(column, NOWHERE)
    yield kinds.WINDOW_AGAINST_PHASES.at(
        place, f"{column}{day:%Y-%m-%d}{what}。", excerpt=f"{day}", severity=severity
    )


def notice_is_dated_before_it_is_printed(case: Case) -> Iterator[Finding]:
    """成文日期 is not later than 印发日期."""
    values, places = case.campaign.settings.values, case.campaign.settings.places
    if _dated_after_printing(case.campaign):
        dated, printed = values["成文日期"], values["印发日期"]
        message = f"成文日期{dated:%Y-%m-%d}晚于印发日期{printed:%Y-%m-%d}。"
        place = places.get("成文日期", NOWHERE)
        yield kinds.DATED_AFTER_PRINTING.at(place, message, excerpt=f"{dated}")


def _dated_after_printing(campaign: Campaign) -> bool:
    dated, printed = (campaign.settings.values.get(name) for name in ("成文日期", "印发日期"))
    return isinstance(dated, date) and isinstance(printed, date) and dated > printed


def _mismatch(phase: Phase, reader: PeriodReader) -> tuple[str, str]:
    """Return the column to mend and what is wrong; empty where nothing is."""
    record = phase.record
    first, last = record.values.get("开始日期"), record.values.get("结束日期")
    period = reader.whole(record.text("印出时间"))
    if period is None or (isinstance(first, date) and isinstance(last, date) and last < first):
        return "", ""
    for column, day, suits, printed in (
        ("开始日期", first, period.begins_on, period.first_day),
        ("结束日期", last, period.ends_on, period.last_day),
    ):
        # Within a month that is printed as a whole, the days for the checks may be any.
        if isinstance(day, date) and not suits(day):
            text = f"步骤“{phase.name}”的{column}是{day:%Y-%m-%d}，印出时间“{period.text}”读作{printed:%Y-%m-%d}。"
            return column, text
    return "", ""


def _dated(case: Case) -> list[_Dated]:
    """Return the phases whose days are known and agree with what is printed, in their order."""
    reader = PeriodReader(case.printed_times)
    found = []
    for phase in case.campaign.phases:
        if _mismatch(phase, reader)[0]:
            continue  # told of by itself; nobody knows which of the two is right
        first, last = phase.record.values.get("开始日期"), phase.record.values.get("结束日期")
        period = reader.whole(phase.record.text("印出时间"))
        if first is None and last is None and period is not None and period.has_year:
            first, last = period.first_day, period.last_day
        if isinstance(first, date) and isinstance(last, date) and first <= last:
            is_exact = period is None or (period.first_exact and period.last_exact)
            found.append(_Dated(phase, first, last, is_exact))
    return found


def _in_order(case: Case) -> list[_Dated]:
    """Return the phases if all their days can be relied on; none where some are told of as wrong."""
    reader = PeriodReader(case.printed_times)
    found = _dated(case)
    is_doubtful = any(_mismatch(phase, reader)[0] for phase in case.campaign.phases) or any(
        after.first_day < before.first_day for before, after in pairwise(found)
    )
    return [] if is_doubtful else found


def _working_days(last_day: date, first_day: date) -> int:
    """Count the working days between two days."""
    days = range(1, (first_day - last_day).days)
    return sum(1 for after in days if not is_day_off(last_day + after * _DAY))


def _span(dated: _Dated) -> str:
    return f"{dated.first_day:%Y-%m-%d}至{dated.last_day:%Y-%m-%d}"
