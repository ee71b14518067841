"""Rules over the write-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.catalogue import writeups
from awardgen.writeup import Verdict, analyse, length

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from awardgen.campaign import Application, Settings, Window, WrittenText
    from awardgen.checks.case import Case
    from awardgen.finding import Finding
    from awardgen.writeup import Mention


def length_is_about_right(case: Case) -> Iterator[Finding]:
    """1500字左右 (the notice, 五.3): within 字数上浮 and 字数下浮 of 事迹字数."""
    settings = case.campaign.settings
    most = settings.write_up_length * (1 + settings.length_above)
    least = settings.write_up_length * (1 - settings.length_below)
    for application in case.campaign.applications:
        written = application.write_up
        if written is None:
            continue
        count = length(written.text)
        applicant = application.number or None
        if count > most:
            yield writeups.WRITE_UP_TOO_LONG.at(
                written.place,
                f"事迹材料{count}字，超过上限{_whole(most)}字，需压缩{count - int(most)}字。",
                applicant=applicant,
                excerpt=f"{count}字",
            )
        elif count < least:
            yield writeups.WRITE_UP_TOO_SHORT.at(
                written.place,
                f"事迹材料{count}字，少于{_whole(least)}字。",
                applicant=applicant,
                excerpt=f"{count}字",
            )


def deeds_lie_in_the_window(case: Case) -> Iterator[Finding]:
    """时间跨度 (the notice, 五.3): every deed of write-up and summary lies in the window."""
    settings = case.campaign.settings
    if settings.window is None:
        return
    for application in case.campaign.applications:
        for written in (application.write_up, application.summary):
            if written is not None:
                yield from _mentions_outside(application, written, settings.window, settings)


def _mentions_outside(
    application: Application, written: WrittenText, window: Window, settings: Settings
) -> Iterator[Finding]:
    reference = settings.reference or window.last_day
    for mention in analyse(written.text, window, reference).mentions:
        if mention.verdict in _KINDS:
            yield _KINDS[mention.verdict].at(
                written.place,
                _message(mention, window),
                applicant=application.number or None,
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
