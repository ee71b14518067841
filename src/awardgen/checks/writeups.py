"""Rules over the write-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.catalogue import writeups
from awardgen.finding import Severity
from awardgen.writeup import MentionContext, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from decimal import Decimal

    from awardgen.campaign import Settings, Window, WrittenText
    from awardgen.checks.case import Case
    from awardgen.finding import Finding
    from awardgen.writeup import Mention


def length_is_about_right(case: Case) -> Iterator[Finding]:
    """1500字左右 (the notice, 五.3): within 字数上浮 and 字数下浮 of 事迹字数."""
    for application in case.campaign.applications:
        if application.write_up is not None:
            count = case.analyses(application.write_up.text).length
            yield from length_findings(
                application.write_up, count, case.campaign.settings, application.number or None
            )


def deeds_lie_in_the_window(case: Case) -> Iterator[Finding]:
    """时间跨度 (the notice, 五.3): every deed of write-up and summary lies in the window."""
    window = case.campaign.settings.window
    for application in case.campaign.applications:
        for written in (application.write_up, application.summary):
            if written is not None and window is not None:
                mentions = case.analyses(written.text).mentions
                yield from time_findings(written, mentions, window, application.number or None)


def write_up_tells_a_deed_in_the_window(case: Case) -> Iterator[Finding]:
    """A write-up dates at least one of its deeds into the window."""
    for application in case.campaign.applications:
        if application.write_up is not None and case.campaign.settings.window is not None:
            mentions = case.analyses(application.write_up.text).mentions
            yield from missing_deed_findings(application.write_up, mentions, application.number or None)


def length_findings(
    written: WrittenText, count: int, settings: Settings, applicant: str | None
) -> Iterator[Finding]:
    """Hold one write-up against the length that is asked for. count: its 字."""
    most = settings.write_up_length * (1 + settings.length_above)
    least = settings.write_up_length * (1 - settings.length_below)
    shown = f"{count}字"
    if count > most:
        message = f"事迹材料{shown}，超过上限{_whole(most)}字，需压缩{count - int(most)}字。"
        yield writeups.WRITE_UP_TOO_LONG.at(written.place, message, applicant=applicant, excerpt=shown)
    elif count < least:
        message = f"事迹材料{shown}，少于下限{_whole(least)}字。"
        yield writeups.WRITE_UP_TOO_SHORT.at(written.place, message, applicant=applicant, excerpt=shown)


def time_findings(
    written: WrittenText, mentions: Iterable[Mention], window: Window, applicant: str | None
) -> Iterator[Finding]:
    """Hold the time mentions of one text against the window."""
    for mention in mentions:
        kind = _KINDS.get(mention.verdict)
        if kind is not None:
            yield kind.at(
                written.place,
                _message(mention, window),
                applicant=applicant,
                start=mention.start,
                end=mention.end,
                excerpt=mention.text,
                first_day=mention.first_day,
                last_day=mention.last_day,
                severity=_severity(mention),
                hint=_hint(mention),
            )


def missing_deed_findings(
    written: WrittenText, mentions: Iterable[Mention], applicant: str | None
) -> Iterator[Finding]:
    """Tell of a write-up of which nothing can be dated into the window."""
    if not any(mention.verdict is Verdict.INSIDE for mention in mentions):
        message = "没有写明哪一件事发生在规定时间内。"
        yield writeups.NO_DEED_IN_WINDOW.at(written.place, message, applicant=applicant)


_KINDS = {
    Verdict.OUTSIDE: writeups.DEED_OUTSIDE_WINDOW,
    Verdict.STRADDLES: writeups.DEED_STRADDLES_WINDOW,
    Verdict.BACKGROUND: writeups.BACKGROUND,
}
_ASIDES = {
    MentionContext.COMPARISON: "用来作比较",
    MentionContext.PLAN: "是今后的打算",
    MentionContext.EARLIER_HONOUR: "顺带提到以前的荣誉",
}


def _severity(mention: Mention) -> Severity | None:
    """Return what weighs less than its kind: a deed outside the window that is only mentioned in passing."""
    return Severity.WARNING if mention.verdict is Verdict.OUTSIDE and mention.context else None


def _hint(mention: Mention) -> str:
    if mention.verdict is Verdict.OUTSIDE and mention.context:
        return f"这里看来{_ASIDES[mention.context]}；不当作申报的事迹就可以保留，并在工作表“核实”中登记。"
    return ""


def _message(mention: Mention, window: Window) -> str:
    shown = f"“{mention.text}”"
    if mention.verdict is Verdict.BACKGROUND:
        return f"{shown}按背景情况处理（{mention.why}）。"
    if not any(year in mention.text for year in (str(mention.first_day.year), str(mention.last_day.year))):
        shown += f"（读作{_days(mention)}）"
    if mention.last_day < window.first_day:
        return f"{shown}早于事迹起始日期{_day(window.first_day)}。"
    if mention.first_day > window.last_day:
        return f"{shown}晚于事迹截止日期{_day(window.last_day)}。"
    return f"{shown}有一部分不在{_day(window.first_day)}至{_day(window.last_day)}之间。"


def _days(mention: Mention) -> str:
    return "至".join(dict.fromkeys((_day(mention.first_day), _day(mention.last_day))))


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _whole(number: Decimal) -> str:
    return format(number.normalize(), "f")
