"""How the elements of an official document read. A tag counts as one character that fits anywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgen.layout_checks.model import PRINTED

if TYPE_CHECKING:
    from awardgen.layout_checks.model import Line

_BLANK: Final = r"[\s\u3000]*"
_DIGIT: Final = rf"[\d０-９{PRINTED}]"
_CHINESE: Final = "一二三四五六七八九十百"
_YEAR_DIGIT: Final = "〇○零OoＯ0０一二三四五六七八九"

#: 后集委发〔2010〕15号, rightly written or not: groups opening, year, closing, ordinal (第), serial, sign (号).
NUMBER: Final = re.compile(
    rf"(?P<opening>[〔【［\[（(〈《])(?P<year>{_DIGIT}{{1,5}})年?(?P<closing>[〕】］\]）)〉》])"
    rf"{_BLANK}(?P<ordinal>第?){_BLANK}(?P<serial>{_DIGIT}{{1,6}}){_BLANK}(?P<sign>号?)"
)
#: A line that is nothing but such a number, perhaps with the signer's name behind it.
NUMBER_LINE: Final = re.compile(
    rf"[\w{PRINTED}（）()\s]{{0,20}}?{NUMBER.pattern}([\s\u3000]+签发人.*)?", re.DOTALL
)
#: A day in figures, rightly written or not: groups year, month, day.
ARABIC_DATE: Final = re.compile(r"(?P<year>\d{2,4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日")
SIGNED_DATE: Final = re.compile(r"\d{2,4}\s*[-./．－]\s*\d{1,2}\s*[-./．－]\s*\d{1,2}日?")
CHINESE_DATE: Final = re.compile(
    rf"(?P<year>[{_YEAR_DIGIT}]{{2,4}})年(?P<month>[{_CHINESE}元]{{1,3}})月(?P<day>[{_CHINESE}廿]{{1,4}})日"
)
#: The levels of headings, outermost first: groups ordinal.
LEVELS: Final = (
    re.compile(rf"(?P<ordinal>[{_CHINESE}]{{1,3}}|{PRINTED})[、．.](?=\S)"),
    re.compile(rf"[（(](?P<ordinal>[{_CHINESE}]{{1,3}})[）)]"),
    re.compile(rf"(?P<ordinal>\d{{1,2}}|{PRINTED})[.．、](?!\d)"),
    re.compile(r"[（(](?P<ordinal>\d{1,2})[）)]"),
)
ANNEX_NOTE: Final = re.compile(rf"附{_BLANK}件{_BLANK}(?P<colon>[：:]?){_BLANK}(?P<rest>\S.*)", re.DOTALL)
ANNEX_LABEL: Final = re.compile(rf"附{_BLANK}件{_BLANK}[{_CHINESE}\d{PRINTED}]{{0,3}}(?P<colon>[：:]?)")
ANNEX_ITEM: Final = re.compile(rf"(?P<number>\d{{1,2}}|{PRINTED})(?P<stop>[.．、,，)）：:]?)")
SUBJECT_WORDS: Final = re.compile(rf"主{_BLANK}题{_BLANK}词{_BLANK}(?P<colon>[：:]?)")
COPIES: Final = re.compile(rf"抄{_BLANK}[送报]{_BLANK}(?P<colon>[：:]?)")
IMPRINT: Final = re.compile(r"印发(?!给|的)|共印")
#: What the title of an official document ends with.
GENRES: Final = (
    "通知", "决定", "决议", "命令", "公报", "公告", "通告", "意见", "通报", "报告", "请示", "批复",
    "议案", "函", "纪要", "公示", "方案", "办法", "规定", "细则", "名单", "倡议书", "启事", "要点", "总结",
)  # fmt: skip

_SETTINGS_OF_DATES: Final = ("成文日期", "表彰日期")


def ends_sentence(text: str) -> bool:
    """Whether a text ends in a mark that closes a sentence."""
    return text.rstrip("”’）)").endswith(("。", "！", "？", "；", "!", "?", ";"))


def tag_alone(line: Line, *names: str) -> bool:
    """Whether a line prints one of these settings and hardly anything else."""
    rest = line.text.replace(PRINTED, "").strip()
    return any(name in code for code in line.tags for name in names) and len(rest) <= len("办公室文件：")


def is_number(line: Line) -> bool:
    """Whether a line is a document number and nothing else."""
    return tag_alone(line, "发文字号", "文号") or NUMBER_LINE.fullmatch(line.text) is not None


def is_date(line: Line) -> bool:
    """Whether a line is a day and nothing else."""
    return tag_alone(line, *_SETTINGS_OF_DATES) or any(
        pattern.fullmatch(line.text) for pattern in (ARABIC_DATE, CHINESE_DATE, SIGNED_DATE)
    )
