"""Rules over the annexes: their numbers, their titles, and where the text points to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgen.catalogue import consistency as kinds
from awardgen.consistency_checks.annexes import (
    annexes,
    announced,
    are_same,
    as_number,
    plain_title,
)
from awardgen.consistency_checks.award_names import corrected

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from awardgen.campaign import Award
    from awardgen.consistency_checks.annexes import Annex, Announced
    from awardgen.consistency_checks.passage import Passage
    from awardgen.consistency_checks.wording import Wording
    from awardgen.finding import Finding

_CITED: Final = re.compile(
    r"(?P<name>[^，。；：（(）)]{0,40})[（(]?(?:见|详见|参见|按)?附件(?P<number>\d{1,2}|[一二三四五六七八九十])(?!\d)"
)
_OF_ANOTHER_PAPER: Final = re.compile(r"号[^，。；]{0,12}$|[（(][^（()）]*号[^（()）]{0,12}$")
_LEAST_NAME: Final = 3


def annexes_are_numbered_in_order(wording: Wording) -> Iterator[Finding]:
    """Annexes are announced in order from 1, and no two of them have one number."""
    for count, item in enumerate(announced(wording), 1):
        if item.number is None or item.number == count:
            continue
        message = f"附件说明第{count}项的序号是{item.number}，应为{count}。"
        award = _award_of(wording, item)
        if award is None:
            yield from item.passage.findings(kinds.ANNEX_NUMBER_WRONG, *item.number_span, message)
        else:
            place = award.record.place("附件号")
            yield kinds.ANNEX_NUMBER_WRONG.at(place, message, excerpt=award.record.text("附件号"))
        return
    first: dict[int, Annex] = {}
    for annex in annexes(wording):
        if annex.number is None:
            continue
        other = first.setdefault(annex.number, annex)
        if other is not annex and not are_same(other.title, annex.title):
            message = f"“{annex.title}”和“{other.title}”都是附件{annex.number}。"
            yield from _at_label(wording, annex, message)


def annexes_bear_the_titles_announced(wording: Wording) -> Iterator[Finding]:
    """Each annex has the title and the number with which it is announced."""
    items, found = announced(wording), annexes(wording)
    if not items or _order_is_told_of(wording):
        return
    awards = wording.campaign.awards
    matched: set[int] = set()
    for count, item in enumerate(items, 1):
        name = corrected(item.name, awards)
        number = item.number or count
        same = [each for each in found if are_same(name, corrected(each.title, awards))]
        numbered = [each for each in found if (each.number or 1) == number]
        matched.update(id(each) for each in (*same, *numbered))
        if same and number not in {each.number or 1 for each in same}:
            message = f"“{item.name}”在附件说明中是附件{number}，首页印的是附件{same[0].number}。"
            if _award_named(wording, same[0].award) and same[0].label.comes_from_a_cell(2, 3):
                yield from _at_label(wording, same[0], message)
            else:
                yield from item.passage.findings(kinds.ANNEX_NUMBER_WRONG, *item.name_span, message)
        elif numbered and not same:
            message = f"附件说明写作“{item.name}”，附件{number}的标题是“{numbered[0].title}”。"
            yield from item.passage.findings(kinds.ANNEX_TITLE_DIFFERS, *item.name_span, message)
    for annex in found:
        if id(annex) not in matched and annex.number is not None:
            message = f"附件说明中没有附件{annex.number}“{annex.title}”。"
            yield from _at_label(wording, annex, message)


def annexes_cited_exist(wording: Wording) -> Iterator[Finding]:
    """《优质服务示范岗申报表》（附件2） points to the annex of that name."""
    items = announced(wording)
    if _order_is_told_of(wording):
        return
    awards = wording.campaign.awards
    titles = {each.number or 1: each.title for each in annexes(wording)}
    titles |= {each.number or count: each.name for count, each in enumerate(items, 1)}
    titles = {number: plain_title(corrected(title, awards)) for number, title in titles.items()}
    if not titles:
        return
    for passage in wording.passages:
        if _announces(passage, items):
            continue
        for cited in _CITED.finditer(passage.text):
            number = as_number(cited["number"])
            span = cited.start("number") - 2, cited.end("number")
            if _OF_ANOTHER_PAPER.search(passage.text[: span[0]]):
                continue
            meant = _meant(corrected(cited["name"], awards), titles)
            if meant is not None and meant != number:
                message = f"“{titles[meant]}”是附件{meant}，这里写作附件{number}。"
                yield from passage.findings(kinds.ANNEX_NUMBER_WRONG, *span, message)
            elif meant is None and items and number not in titles:
                yield from passage.findings(kinds.ANNEX_NUMBER_WRONG, *span, f"通知没有附件{number}。")


def _announces(passage: Passage, items: list[Announced]) -> bool:
    return any(item.passage is passage for item in items) or passage.text.startswith("附件")


def _meant(name: str, titles: Mapping[int, str]) -> int | None:
    """Return the number of the annex whose title a text ends with; None where none or several may be meant."""
    plain = plain_title(name)
    quoted = re.search(r"[《“]([^《》“”]{3,})[》”]$", name)
    fitting = [
        number
        for number, title in titles.items()
        if are_same(plain, title)
        or any(
            plain.endswith(title[cut:])
            for cut in range(max(len(title) - _LEAST_NAME, 0))
            if _is_front(title[:cut])
        )
        or (quoted is not None and title.endswith(plain_title(quoted[1])))
    ]
    return fitting[0] if len(fitting) == 1 else None


def _is_front(front: str) -> bool:
    return not front or front.endswith(
        ("集团", "公司", "大学", "学院", "工会", "委员会", "中心", "处", "年", "年度")
    )


def _order_is_told_of(wording: Wording) -> bool:
    return next(annexes_are_numbered_in_order(wording), None) is not None


def _award_of(wording: Wording, item: Announced) -> Award | None:
    """Return the award whose 附件号 printed an item's number."""
    if item.number_span[0] < 0 or not item.passage.comes_from_a_cell(*item.number_span):
        return None
    return next((each for each in wording.campaign.awards if each.name in item.name), None)


def _award_named(wording: Wording, name: str) -> Award | None:
    return next((each for each in wording.campaign.awards if each.name == name), None)


def _at_label(wording: Wording, annex: Annex, message: str) -> Iterator[Finding]:
    """Yield a finding at the 附件号 that a label prints, else at the label."""
    award = _award_named(wording, annex.award)
    if award is not None and annex.label.values:
        place = award.record.place("附件号")
        yield kinds.ANNEX_NUMBER_WRONG.at(place, message, excerpt=award.record.text("附件号"))
    else:
        yield from annex.label.findings(kinds.ANNEX_NUMBER_WRONG, 0, len(annex.label.text), message)
