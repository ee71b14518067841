"""Points that are counted in terms and quarters from the reference: 上学期末, 开学初, 本季度."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgen.writeup import patterns, pieces
from awardgen.writeup.expression import Point, Term, TermPart

if TYPE_CHECKING:
    from awardgen.writeup.pieces import Read

SCHOOL_WORDS: Final = (
    "上学",
    "上一学",
    "上个学",
    "本学",
    "这学",
    "这一学",
    "下学",
    "下一学",
    "下个学",
    "新学",
    "第一学",
    "第二学",
    "第1学",
    "第2学",
    "这个学",
    "这一个",
    "秋季",
    "春季",
    "开学",
    "学期",
    "期末",
    "上季度",
    "上个季",
    "上一季",
    "上一个季",
    "本季度",
    "这季度",
    "这个季",
    "这一季",
    "下季度",
    "下个季",
    "下一季",
)
SCHOOL_FIRSTS: Final = frozenset("上本这下新第秋春开学期")
_SENTENCE_STARTS: Final = frozenset(("", "。", "；", ";", "\n"))
_BEFORE_A_TERM: Final = _SENTENCE_STARTS | frozenset(",，、：:在到从至自")


def school_word(text: str, start: int) -> Read | None:  # noqa: PLR0911 - a form a line
    """Read a term, a school year, a quarter, or their beginning or end."""
    if found := patterns.SCHOOL_YEAR_ALONE.match(text, start):
        return Point(term=Term(steps=_steps(found["which"]), whole_year=True)), found.end()
    if (found := patterns.TERM_ALONE.match(text, start)) and text[start - 1 : start] not in (
        "以",
        "晚",
        "早",
    ):
        which, part = found["which"], found["part"]
        if which[0] in "第秋春":
            return Point(term=pieces.term(which, part)), found.end()
        if which == "新学期" and not part:
            return None
        return Point(term=Term(steps=_steps(which), part=pieces.term_part(part))), found.end()
    if found := patterns.OPENING.match(text, start):
        return Point(term=Term(part=TermPart.OPENING)), found.end()
    if found := patterns.QUARTER.match(text, start):
        steps = {"上": -1, "下": 1}.get(found["which"][0], 0)
        return Point(quarter=(steps, found["part"])), found.end()
    if found := patterns.END_OF_TERM.match(text, start):
        before = text[start - 1 : start]
        if before not in (_SENTENCE_STARTS if found["end"] else _BEFORE_A_TERM):
            return None
        return Point(term=Term(part=pieces.term_part(found["part"] or "末"))), found.end()
    return None


def _steps(which: str) -> int:
    return {"上": -1, "下": 1}.get(which[0], 0)
