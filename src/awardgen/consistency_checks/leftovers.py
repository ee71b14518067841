"""What was to be filled in and was not: ××, 【】, 某某, and tags that print nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgen.campaign import Scope
from awardgen.catalogue import consistency as kinds
from awardgen.rendering import tag_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.consistency_checks.wording import Wording
    from awardgen.finding import Finding

_SIGNS: Final = re.compile(
    r"×{2,}|[*＊]{2,}|[?？]{2,}|(?<![A-Za-z0-9./@_-])[xX]{2,}(?![A-Za-z0-9./@_-])|[○〇]{3,}|某某|△{2,}"
    r"|(?<=[年第〕】\]])×(?=[月日号])|(?<=年)×月|[（(](?:此处|请在此|待填|待定|待补|填写)[^（()）]{0,12}[）)]|(?i:todo|tbd)(?![a-z])"
)
_BRACKETS: Final = re.compile(r"[【\[]([^【】\[\]]{0,20})[】\]]")
_TO_FILL_IN: Final = re.compile(r"×|\*|＊|待|填|请|此处|插入|替换|补充|某|…|\.\.\.|_|^[xX]+$")
_FIELD: Final = re.compile(
    r"(?:姓名|名称|日期|时间|地点|电话|联系人|单位|部门|金额|数量|人数|年份|文号|标题|内容|奖项|学校|学院|公司)$"
)
_EXPLAINS: Final = re.compile(r"说明|须知|备注|提示|注意|注$|要求$|示例")
_EXAMPLE: Final = re.compile(
    r"如[：:“《]?[^，。；]{0,20}$|例如|示例|样例|格式|样式|式样|例[：:]|写作|写成|写法"
)
_EMPTY_PAIR: Final = re.compile(r"“”|《》|〔〕|（）|\(\)|「」")
_UNIT: Final = re.compile(r"[份分字名个人件次年月日%％号位]")


def nothing_is_left_to_fill_in(wording: Wording) -> Iterator[Finding]:
    """No text holds a sign that stands for something still to be filled in; examples in a form may."""
    for passage in wording.passages:
        for start, end in _left(passage.text):
            message = f"还有“{passage.text[start:end]}”没有填写或删去。"
            yield from passage.findings(kinds.PLACEHOLDER_LEFT, start, end, message)


def sentences_have_their_values(wording: Wording) -> Iterator[Finding]:
    """No setting that is empty leaves a gap in a sentence: 共印份, 《》. A form that is handed out may have gaps."""
    settings = wording.campaign.settings
    names = {tag_name(name): name for name in settings.values}
    for document in wording.documents:
        if not document.is_filled or document.row.scope in {Scope.APPLICATION, Scope.GROUP}:
            continue
        for passage in document.passages:
            for value in passage.values:
                if passage.typed[value.start : value.end].strip():
                    continue
                name = value.code.split("|")[0].strip()
                if document.row.scope is Scope.BLANK_FORM and name not in names:
                    continue
                gap = _gap(passage.typed[: value.start], passage.typed[value.end :])
                if gap:
                    message = f"标签{{{{ {value.code} }}}}没有内容，印成“{gap}”。"
                    place = settings.places.get(names.get(name, ""), passage.place)
                    told = message if place is not passage.place else f"{passage.where}：{message}"
                    yield kinds.VALUE_MISSING.at(place, told, excerpt=gap)


def _left(text: str) -> Iterator[tuple[int, int]]:
    for found in _SIGNS.finditer(text):
        if not _is_example(text, found.start(), found.end()):
            yield found.start(), found.end()
    for found in _BRACKETS.finditer(text):
        inner = found[1]
        if found[0][0] == "[" and not inner:
            continue  # a box to tick
        if _SIGNS.search(inner) or _EXPLAINS.search(inner) or re.fullmatch(r"\d+", inner):
            continue
        goes_on = text[found.end() :].strip("：:，。")
        is_heading = found.start() == 0 and bool(goes_on) and not _TO_FILL_IN.search(inner)
        if is_heading and inner:
            continue
        asks = not inner or _TO_FILL_IN.search(inner) or _FIELD.search(inner)
        if asks and not _is_example(text, found.start(), found.end()):
            yield found.start(), found.end()


def _is_example(text: str, start: int, end: int) -> bool:
    """Whether a sign stands in an example of how to write something."""
    sentence = re.split(r"[。；]", text[:start])[-1]
    return _EXAMPLE.search(sentence) is not None or text[end : end + 2] in ("样式", "格式")


def _gap(before: str, behind: str) -> str:
    """Return what is printed around a tag that prints nothing, where it reads like a gap; else empty."""
    pair = before[-1:] + behind[:1]
    if _EMPTY_PAIR.fullmatch(pair):
        return (before[-6:] + behind[:1]).strip()
    if before[-1:].strip() and before[-1:] not in "。；，、）" and _UNIT.match(behind):
        return (before[-6:] + behind[:4]).strip()
    return ""
