"""Rules about the characters of names."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from awardgen.catalogue import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.campaign import Record
    from awardgen.checks.case import Case
    from awardgen.finding import Finding

PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_RADICAL = "\u2e80-\u2fd5"
_COMPATIBLE = (
    "\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufaff\U0002f800-\U0002fa1f"
)
"""Without the twelve of the block (U+FA0E, U+FA0F, …) that are ideographs of their own."""
_KANA = "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff"
_UNSEEN = "\u00ad\u200c\u200d\u2060\ufe00-\ufe0f\U000e0100-\U000e01ef"
_IN_PLACE_OF = "\ufffd□■◇◆?？"
_OTHER_SCRIPTS = "\u0370-\u03ff\u0400-\u04ff"
_ODD = re.compile(
    f"[{PRIVATE_USE.pattern[1:-1]}{_RADICAL}{_COMPATIBLE}{_KANA}{_UNSEEN}{_IN_PLACE_OF}{_OTHER_SCRIPTS}]"
)
_LOOKS_LIKE = {
    "ニ": "二",
    "ハ": "八",
    "ロ": "口",
    "カ": "力",
    "エ": "工",
    "タ": "夕",
    "ト": "卜",
    "ー": "一",
    "⺟": "母",
    "⻳": "龟",
}


def names_are_of_plain_characters(case: Case) -> Iterator[Finding]:
    """A name is written with characters that everybody sees: none of one's own making, none that only look alike."""
    campaign = case.campaign
    for application in campaign.applications:
        for column in ("岗位人员姓名", "岗位名称"):
            yield from _about(application.record, column, application.number or None)
    for judge in campaign.judges:
        yield from _about(judge.record, "评委", None)
    for group in campaign.groups:
        for column in ("工会小组", "负责人"):
            yield from _about(group.record, column, None)


def _about(record: Record, column: str, applicant: str | None) -> Iterator[Finding]:
    text = record.text(column)
    if text.isascii():
        return
    for found in _ODD.finditer(text):
        character = found[0]
        yield tables.CHARACTER_ODD.at(
            record.place(column),
            f"“{column}”的第{found.start() + 1}个字符“{character}”（U+{ord(character):04X}）{_why(character)}。",
            applicant=applicant,
            start=found.start(),
            end=found.end(),
            excerpt=character,
        )


def _why(character: str) -> str:
    if PRIVATE_USE.match(character):
        return "是自造字，换一台电脑就可能印不出来，或者印成别的字"
    if re.match(f"[{_UNSEEN}]", character):
        return "看不见，却会使同一个姓名对不上"
    if re.match(f"[{_IN_PLACE_OF}]", character):
        return "看来是代替打不出的字"
    meant = _LOOKS_LIKE.get(character) or unicodedata.normalize("NFKC", character)
    if meant != character:
        return f"不是“{meant}”（U+{ord(meant[0]):04X}），只是样子相同"
    return "不是汉字，只是样子像"
