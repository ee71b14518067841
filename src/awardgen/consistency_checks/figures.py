"""Rules over figures in the texts that the settings fix: 字数, 附加分, 满意度, 名额."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from awardgen.catalogue import consistency as kinds
from awardgen.consistency_checks.numerals import NUMERAL, as_decimal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.campaign import Award
    from awardgen.consistency_checks.passage import Passage
    from awardgen.consistency_checks.wording import Wording
    from awardgen.finding import Finding, Kind

_LENGTH: Final = re.compile(
    r"(?P<number>\d{3,5}|[一二两三四五]千[一二三四五六七八九]?百?)"
    r"(?:字?(?:[—\-－~～]+|至|到)(?P<upper>\d{3,5}))?个?字(?![号体第])"
)
#: What a number of characters may be asked of. The write-up is one, the others are none of the settings' business.
_PAPER: Final = re.compile(
    r"(?P<other>(?:总结|调研|宣传|图片|视频|证明|评审|汇报|推荐)材料|工作总结|简要事迹|事迹(?:简介|摘要|简况|概要)|主要事迹(?!材料)|简介|"
    r"摘要|简历|意见|理由|总结|心得|论文|新闻|稿件|标题|寄语|感言|评语|颁奖词)|(?P<write_up>事迹|材料)"
)
_EACH: Final = re.compile(
    rf"每[件次封面项条起人份个](?:可)?[加奖计记得]?(?:附加)?(?:分)?[加计]?(?P<number>{NUMERAL})分"
)
_MOST: Final = re.compile(
    rf"(?:最高|最多|上限|累计|合计|总共|总分|封顶)?(?:附加分)?(?:不(?:得)?超过|不高于|最高(?:加|为|得|计)?|最多(?:加|为)?|上限为?|以内?)"
    rf"(?P<number>{NUMERAL})分|(?P<capped>{NUMERAL})分封顶"
)
_BONUS: Final = re.compile(r"附加分|加分|奖励分|每[件次封面项条起][^，。；]{0,4}[加奖计记]")
_SATISFACTION: Final = re.compile(
    rf"满意[度率](?:均|应|须|要|需|必须|应当)?(?:达到?|不低于|不得?少于|在|为|高于|超过|≥|>=)?(?:百分之(?P<spoken>{NUMERAL})|(?P<number>\d{{1,3}}(?:\.\d+)?)[%％])"
)
_BETTER: Final = re.compile(r"优先|加分|奖励|优秀等|另加|酌情")
_COUNTER: Final = r"(?:个|名|位|人|岗|项)"
_FIGURES: Final = ("number", "capped", "spoken", "behind", "before")
#: What each group may put forward, and what is awarded: the nearer of the two before a number tells which it is.
_NOMINATION: Final = re.compile(
    r"(?P<nominated>每|各(?:单位|部门|工会|小组|学院|支部|分会)|推荐|上报|限报|可申报|报送)"
    r"|(?P<awarded>评选|评出|评定|表彰|授予|名额|设立|产生|确定)"
)
_PAPER_BEHIND: Final = re.compile(
    r"(?:左右|以内|以上|以下)?的?(?:先进|个人|主要|典型|书面|文字)*(?:事迹|材料)(?!简介|摘要|概要)"
)


def length_is_that_of_the_settings(wording: Wording) -> Iterator[Finding]:
    """1500字左右 is 事迹字数, or the upper or lower limit that its allowances give."""
    settings = wording.campaign.settings
    if "事迹字数" in settings.values and settings.values["事迹字数"] is None:
        return
    length = Decimal(settings.write_up_length)
    limits = length * (1 - settings.length_below), length * (1 + settings.length_above)
    for passage in wording.passages:
        for start, sentence in passage.sentences():
            for found in _LENGTH.finditer(sentence):
                if not _is_of_the_write_up(sentence, found):
                    continue
                number = as_decimal(found["number"])
                upper = as_decimal(found["upper"]) if found["upper"] else number
                if (number < upper and number <= length <= upper) or number in (length, *limits):
                    continue
                message = f"写的是{found[0]}，设置中的事迹字数是{settings.write_up_length}字。"
                yield from _found(kinds.LENGTH_DIFFERS, passage, start, found, message)


def bonus_is_that_of_the_settings(wording: Wording) -> Iterator[Finding]:
    """每件加1分，最高不超过10分 is what scoring does."""
    settings = wording.campaign.settings
    given = settings.values.get("附加分每件"), settings.values.get("附加分上限")
    for passage in wording.passages:
        for start, sentence in passage.sentences():
            if not _BONUS.search(sentence):
                continue
            each = list(_EACH.finditer(sentence))
            amounts = {as_decimal(found["number"]) for found in each}
            if given[0] is not None and settings.bonus_each not in amounts:
                for found in each:
                    message = f"写的是“{found[0]}”，设置中的附加分每件是{settings.bonus_each}分。"
                    yield from _found(kinds.BONUS_DIFFERS, passage, start, found, message)
            for found in _MOST.finditer(sentence):
                most = as_decimal(found["number"] or found["capped"])
                clause = re.split(r"[，、]", sentence[: found.start()])[-1]
                if given[1] is not None and most != settings.bonus_limit and "扣" not in clause:
                    message = f"写的是“{found[0]}”，设置中的附加分上限是{settings.bonus_limit}分。"
                    yield from _found(kinds.BONUS_DIFFERS, passage, start, found, message)


def satisfaction_is_that_of_the_settings(wording: Wording) -> Iterator[Finding]:
    """顾客满意度85%以上 is 满意度下限; a higher one may earn something more."""
    settings = wording.campaign.settings
    if settings.values.get("满意度下限") is None:
        return
    for passage in wording.passages:
        for start, sentence in passage.sentences():
            for found in _SATISFACTION.finditer(sentence):
                share = as_decimal(found["number"] or found["spoken"]) / 100
                if share != settings.satisfaction_floor and not _BETTER.search(sentence):
                    floor = format((settings.satisfaction_floor * 100).normalize(), "f")
                    message = f"写的是“{found[0]}”，设置中的满意度下限是{floor}%。"
                    yield from _found(kinds.SATISFACTION_DIFFERS, passage, start, found, message)


def quotas_are_those_of_the_awards(wording: Wording) -> Iterator[Finding]:
    """评选“优质服务示范岗”3个 is the award's 名额; what each group may put forward is another number."""
    for award in wording.campaign.awards:
        if award.quota is None:
            continue
        pattern = _quota_pattern(award)
        for passage in wording.passages:
            for start, sentence in passage.sentences():
                for found in pattern.finditer(sentence):
                    number = as_decimal(found["behind"] or found["before"])
                    verbs = list(_NOMINATION.finditer(sentence[: found.end()]))
                    if number == award.quota or (verbs and verbs[-1]["nominated"]):
                        continue
                    message = f"写的是“{found[0]}”，工作表“奖项”中的名额是{award.quota}。"
                    yield from _found(kinds.QUOTA_DIFFERS, passage, start, found, message)


def _is_of_the_write_up(sentence: str, found: re.Match[str]) -> bool:
    papers = list(_PAPER.finditer(sentence[: found.start()]))
    return _PAPER_BEHIND.match(sentence, found.end()) is not None or bool(papers and not papers[-1]["other"])


def _quota_pattern(award: Award) -> re.Pattern[str]:
    names = "|".join(re.escape("".join(name.split())) for name in (award.name, award.short_name) if name)
    return re.compile(
        rf"(?:{names})[”》’]?(?:名额|共|计|各|为|不超过|[：:（(]){{0,2}}(?P<behind>{NUMERAL}){_COUNTER}"
        rf"|(?P<before>{NUMERAL}){_COUNTER}(?:集团|校级)?[“《‘]?(?:{names})"
    )


def _found(kind: Kind, passage: Passage, start: int, found: re.Match[str], message: str) -> Iterator[Finding]:
    """Yield a finding about a figure that is typed; one that a tag prints is a count or the setting itself."""
    figure = next(name for name in _FIGURES if found.groupdict().get(name) is not None)
    if not passage.comes_from_a_cell(start + found.start(figure), start + found.end(figure)):
        yield from passage.findings(kind, start + found.start(), start + found.end(), message)
