"""Rules over the times that the texts name: of the deeds, the phases, the deadline, and the year."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from awardgen.catalogue import consistency as kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.checks.periods import Period
    from awardgen.consistency_checks.passage import Passage
    from awardgen.consistency_checks.wording import Wording
    from awardgen.finding import Finding, Kind

_DEEDS: Final = re.compile(r"事迹|业绩|材料|表现")
_SPAN_BEFORE: Final = re.compile(
    r"(?:时间(?:跨度|范围|段|界限|区间|限)?|跨度|起止时间|时限|期限|期间)(?:限)?(?:为|是|在|自|从|：|:|限于|限定为|应为|应在){0,2}[（(]?$"
)
_SPAN_BEHIND: Final = re.compile(r"[）)]?(?:期间|内|之间|以来)?的?(?:主要|先进|突出|工作)?(?:事迹|业绩|表现)")
_ABOUT_HANDING_IN: Final = re.compile(r"报送|上报|提交|交到|送交|报到|截止|评选|公示|报名|前报")
_BRACKETED: Final = re.compile(r"[（(](?P<inner>[^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)*)[）)]")
_DEADLINE_BEFORE: Final = re.compile(
    r"(?:申报|报名|材料报送|报送|受理)?(?:的)?截(?:止|至)(?:时间|日期)?(?:为|是|到|至|于|：|:){0,2}$"
)
_ABOUT_APPLYING: Final = re.compile(r"申报|报名|报送|材料|申请")
_DEADLINE_BEHIND: Final = re.compile(
    r"(?:[（(][^（()）]*[）)])?(?:下午|上午|中午)?\d*[时点:：]?\d*(?:截止|为止|止)"
)
_YEAR: Final = re.compile(r"(?<![\d—\-－~～至])(?P<year>(?:19|20)\d{2})(?P<word>年度|年)(?![—\-－~～至])")
_OTHER_YEAR: Final = re.compile(
    r"曾|已|往年|去年|上年|上一?年|历年|荣获|获得|以来|连续|另行|下一?年|明年|年以前|依据|根据|按照"
)


def window_is_that_of_the_settings(wording: Wording) -> Iterator[Finding]:
    """时间跨度为2010年9月至2011年6月 is the window by which deeds are judged."""
    window = wording.campaign.settings.window
    if window is None:
        return
    for passage in wording.passages:
        for start, sentence in passage.sentences():
            if not _DEEDS.search(sentence):
                continue
            for period in wording.periods.periods(sentence):
                before, behind = sentence[: period.start], sentence[period.end :]
                is_span = _SPAN_BEFORE.search(before) or _SPAN_BEHIND.match(behind)
                if not (is_span and period.is_range) or _ABOUT_HANDING_IN.search(before[-12:]):
                    continue
                if not (period.begins_on(window.first_day) and period.ends_on(window.last_day)):
                    span = f"{window.first_day:%Y-%m-%d}至{window.last_day:%Y-%m-%d}"
                    message = f"写的是{period.text}，设置中的事迹时间是{span}。"
                    yield from _at(kinds.WINDOW_TEXT_DIFFERS, passage, start, period, message)


def phases_have_the_days_of_the_settings(wording: Wording) -> Iterator[Finding]:
    """宣传发动（2010年9月1日—9月30日） has the days of that phase."""
    for phase in wording.campaign.phases:
        first, last = phase.record.values.get("开始日期"), phase.record.values.get("结束日期")
        if not isinstance(first, date) or not isinstance(last, date) or not phase.name:
            continue
        name = re.escape("".join(phase.name.split()))
        pattern = re.compile(
            rf"(?<![^\W\d_为在从于和及即、至到入是]){name}(?:阶段)?[”]?(?={_BRACKETED.pattern})"
        )
        for passage in wording.passages:
            for found in pattern.finditer(passage.text):
                inner = found.start("inner"), found.end("inner")
                period = wording.periods.whole(found["inner"])
                if period is None or (period.begins_on(first) and period.ends_on(last)):
                    continue
                message = (
                    f"步骤“{phase.name}”写的是{found['inner']}，设置中是{first:%Y-%m-%d}至{last:%Y-%m-%d}。"
                )
                yield from passage.findings(kinds.PHASE_TIME_DIFFERS, *inner, message)


def deadline_is_that_of_the_settings(wording: Wording) -> Iterator[Finding]:
    """申报截止时间为2011年6月20日 is 申报截止日期. What else is handed in by some day has no setting."""
    deadline = wording.campaign.settings.reference
    if deadline is None:
        return
    for passage in wording.passages:
        for start, sentence in passage.sentences():
            if not _ABOUT_APPLYING.search(sentence) or not {"截", "止"}.intersection(sentence):
                continue
            for period in wording.periods.periods(sentence):
                before, behind = sentence[: period.start], sentence[period.end :]
                told = _DEADLINE_BEFORE.search(before) or _DEADLINE_BEHIND.match(behind)
                if told and period.last_exact and not period.is_range and period.last_day != deadline:
                    message = f"写的截止日期是{period.text}，设置中的申报截止日期是{deadline:%Y-%m-%d}。"
                    yield from _at(kinds.ISSUE_DETAILS_DIFFER, passage, start, period, message)


def year_is_that_of_the_campaign(wording: Wording) -> Iterator[Finding]:
    """2010年度“优质服务示范岗” in a campaign of 2011 was left from the year before."""
    told = re.fullmatch(
        r"((?:19|20)\d{2})年?度?", str(wording.campaign.settings.values.get("活动年度") or "").strip()
    )
    if told is None:
        return
    names = [
        re.escape("".join(name.split()))
        for award in wording.campaign.awards
        for name in (award.name, award.short_name)
        if name
    ]
    about = re.compile(
        rf"(?:集团|后勤|工会|全校|我校|校级|校|学校|的)*[“《‘]?(?:{'|'.join(names)})"
        r"|(?:集团|后勤|工会|全校|我校|校级|校)*(?:的)?(?:先进|优秀|评优|表彰|评选|推荐|创建)"
    )
    for passage in wording.passages:
        for start, sentence in passage.sentences():
            for found in _YEAR.finditer(sentence):
                follows = about.match(sentence, found.end())
                is_of_award = follows is not None and (
                    found["word"] == "年度" or _names_an_award(follows[0], names)
                )
                if found["year"] != told[1] and is_of_award and not _OTHER_YEAR.search(sentence):
                    message = f"写的是“{found[0]}”，活动年度是{told[1]}。"
                    span = start + found.start(), start + found.end()
                    yield from passage.findings(kinds.YEAR_LEFT_OVER, *span, message)


def _names_an_award(text: str, names: list[str]) -> bool:
    return any(re.search(name, text) for name in names)


def _at(kind: Kind, passage: Passage, start: int, period: Period, message: str) -> Iterator[Finding]:
    yield from passage.findings(kind, start + period.start, start + period.end, message)
