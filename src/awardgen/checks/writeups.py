"""Rules over the write-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.catalogue import writeups
from awardgen.writeup import Verdict, analyse, length

if TYPE_CHECKING:
    from collections.abc import Iterator
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
            yield from length_findings(
                application.write_up, case.campaign.settings, application.number or None
            )


def deeds_lie_in_the_window(case: Case) -> Iterator[Finding]:
    """时间跨度 (the notice, 五.3): every deed of write-up and summary lies in the window."""
    for application in case.campaign.applications:
        for written in (application.write_up, application.summary):
            if written is not None:
                yield from time_findings(written, case.campaign.settings, application.number or None)


def length_findings(written: WrittenText, settings: Settings, applicant: str | None) -> Iterator[Finding]:
    """Hold one write-up against the length that is asked for."""
    most = settings.write_up_length * (1 + settings.length_above)
    least = settings.write_up_length * (1 - settings.length_below)
    count = length(written.text)
    shown = f"{count}字"
    if count > most:
        message = f"事迹材料{shown}，超过上限{_whole(most)}字，需压缩{count - int(most)}字。"
        yield writeups.WRITE_UP_TOO_LONG.at(written.place, message, applicant=applicant, excerpt=shown)
    elif count < least:
        message = f"事迹材料{shown}，少于下限{_whole(least)}字。"
        yield writeups.WRITE_UP_TOO_SHORT.at(written.place, message, applicant=applicant, excerpt=shown)


def time_findings(written: WrittenText, settings: Settings, applicant: str | None) -> Iterator[Finding]:
    """Hold the time mentions of one text against the window; without a window there is nothing to say."""
    window = settings.window
    if window is None:
        return
    for mention in analyse(written.text, window, settings.reference or window.last_day).mentions:
        if mention.verdict in _KINDS:
            yield _KINDS[mention.verdict].at(
                written.place,
                _message(mention, window),
                applicant=applicant,
                start=mention.start,
                end=mention.end,
                excerpt=mention.text,
                first_day=mention.first_day,
                last_day=mention.last_day,
            )


_KINDS = {
    Verdict.OUTSIDE: writeups.DEED_OUTSIDE_WINDOW,
    Verdict.STRADDLES: writeups.DEED_STRADDLES_WINDOW,
}


def _message(mention: Mention, window: Window) -> str:
    if mention.last_day < window.first_day:
        return f"“{mention.text}”早于事迹起始日期{_day(window.first_day)}。"
    if mention.first_day > window.last_day:
        return f"“{mention.text}”晚于事迹截止日期{_day(window.last_day)}。"
    return f"“{mention.text}”有一部分不在{_day(window.first_day)}至{_day(window.last_day)}之间。"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _whole(number: Decimal) -> str:
    return format(number.normalize(), "f")
