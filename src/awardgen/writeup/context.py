"""What a clause does with a mention besides telling a deed: compare, plan, name an earlier honour in passing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgen.writeup.clause import REACH
from awardgen.writeup.mention import MentionContext

if TYPE_CHECKING:
    from awardgen.writeup.clause import Clause

_COMPARED_BEFORE: Final = re.compile(
    r"(?:比|较|与|和|同|超过|高于|低于|多于|少于|优于|好于|不如|由|从|对比|相比|比起|相比于|相对于)(?:上一?|该|其)?$"
)
_COMPARED_LASTS: Final = frozenset("比较与和同过于如由从起上一该其")  # what the words before can end with
_COMPARED_AFTER: Final = re.compile(
    r"^[^,，。；]{0,10}(?:相比|同比|比较(?!好|高|多|大|满)|相较|对比)|^(?:的|是|为|仅为?|只有|还是|还)?[^,，。；]{0,6}(?:的水平|的基数|的数字)"
)
_COMPARED_MORE: Final = re.compile(
    r"^[^,，。；]{0,14}(?:增长|增加|提高|上升|下降|减少|降低|提升|节约|翻|多了?|少了?|压缩|增|减|降|高)(?!强)"
)
_WILL_BE: Final = "将(?=[于在建对]|开展|组织|完成|启动|推出|举办|实施|继续|进一步|全面)"
_PLAN: Final = re.compile(
    rf"(?:拟|计划(?!生育|经济|书|单)|{_WILL_BE}|打算|准备(?=在|于)|预计|力争|争取|下一步|今后|明年|有望)"
)
_PLANNED: Final = re.compile(
    r"(?:[，,。]|^)[^,，。]{0,6}(?:打算|拟|想要?(?!不?[到起象着过])|准备|计划|下一?步)[^,，。]{0,30}[,，:：、]|请(?:于|在)$|计划本|(?:于|在)$(?<=请.)|如有异议"
)
# Words that speak of what is to come only where a text comes to its end.
_COMING: Final = re.compile(
    r"(?:[还也又即都均便就必]将|将(?=[要会在于以从由被迎开举建新再正投启推召赴参搬换淘分陆率带]|前往|安排|交付|成立|命名|升级)|(?:[就还也又快]|^|[他她们位人会室校队])要(?![求点么是素领害闻道强])"
    r"|届时|到时候?|等着|正在|打算|准备|筹备|决定$|决定把|要(?=完工|竣工|完成|搬|投|开|建|带|去|换|升|退休|上|回))"
)
# 将 before a verb; before a noun (他将机器修好) it means 把, and the verb's result follows.
_WILL: Final = re.compile(
    "(?<![老大小干强良名虎健])将(?![军近士领才信心])[^,，。]{0,4}(?P<rest>[^,，。]{0,20})"
)
_RESULT: Final = re.compile("[了过到成为给出完好上下回]")
_COUNTED_DOWN: Final = re.compile("(?:离|距|距离)$")
_AFTER_WHICH: Final = re.compile("(?:过了|过完|等|等到|待|待到|到)$")
_DECIDED: Final = re.compile("(?:决定|商定|约定|说好|定于|定在)$")
_FUTURE_STEP: Final = re.compile("就要|就会|要|将|再")
_SOON: Final = re.compile("就要|快要|即将|[还也又]将(?!近)")
_OVER: Final = re.compile("过|已|荣获|评为|获得")
_UNDONE_OR_DONE: Final = re.compile("了|过|已|荣获|评为|完成(?!后)|没|一直|曾")
_DONE: Final = re.compile(r"了|过|已|荣获|评为|完成(?!后)")
_DONE_PLAN: Final = re.compile(
    r"(?:按照?|根据|制定|比(?:原)?|超额|提前|完成)[^,，。]{0,8}计划|比计划|原计划|计划(?:外|提前|工期)"
)
_EARLIER_WORDS: Final = "曾|先后|多次|连续|历年|此前|之前|以往"
_EARLIER: Final = re.compile(_EARLIER_WORDS)
_HONOUR: Final = re.compile(r"(?:评为|获|授予|称号|荣誉|先进|表彰|奖|标兵|立功|当选)")


# Unless one of these stands around a mention, or one of _COMPARED_LASTS before it, only a text's end tells of a plan.
_CUE: Final = re.compile(
    f"打算|拟|想|准备|计划|下一?步|请[于在]|如有异议|{_WILL_BE}|预计|力争|争取|今后|明年|有望|{_EARLIER_WORDS}"
)


class Cues:
    """Where a text holds words without which no clause is a plan or tells of an earlier honour."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places = [found.start() for found in _CUE.finditer(text)]
        self._passed = 0

    def near(self, start: int, end: int) -> bool:
        """Say whether the clause of text[start:end] may have a context; where not, it need not be looked at.

        It is asked of one mention after the other: what lies too far before one does so before all that follow.
        """
        places = self._places
        while self._passed < len(places) and places[self._passed] < start - REACH:
            self._passed += 1
        if self._passed < len(places) and places[self._passed] < end + REACH:
            return True
        return self._text[start - 1 : start] in _COMPARED_LASTS


def _is_coming(clause: Clause) -> bool:
    """Say whether the words around tell of what is still to come."""
    if _COUNTED_DOWN.search(clause.before) and clause.after.startswith(("还有", "只", "不到", "仅")):
        return True
    if _SOON.search(clause.tail[:24]) and not _OVER.search(clause.tail[:40]):
        return True
    rest = clause.tail[len(clause.after) : 40]
    if _UNDONE_OR_DONE.search(clause.after) or (_DONE.search(rest) and "已" not in rest):
        return False
    if _DECIDED.search(clause.before):
        return True
    if _AFTER_WHICH.search(clause.before):
        return bool(_FUTURE_STEP.search(clause.tail[:20]))
    will = _WILL.search(clause.after[:24])
    return bool(_COMING.search(clause.tail[:24]) or (will and not _RESULT.search(will["rest"])))


def context_of(clause: Clause, *, is_cued: bool, is_late: bool) -> MentionContext | None:
    """Return what the clause does with its mention; None where it tells a deed.

    is_cued: it may hold one of the cues. is_late: the mention stands near the end of the text, where plans are told.
    """
    if not is_cued:
        return MentionContext.PLAN if is_late and _is_coming(clause) else None
    before, after, head = clause.before, clause.after, clause.head
    if (
        before[-1:] in _COMPARED_LASTS
        and _COMPARED_BEFORE.search(before)
        and (before.endswith(("比", "较")) or _COMPARED_MORE.search(after) or _COMPARED_AFTER.search(after))
    ):
        return MentionContext.COMPARISON
    near = before[-14:] + "\u3000" + after[:14]
    if (
        (_PLANNED.search(head) and not _DONE.search(after))
        or (_PLAN.search(near) and not _DONE_PLAN.search(near))
        or (is_late and _is_coming(clause))
    ):
        return MentionContext.PLAN
    if _HONOUR.search(after) and (_EARLIER.search(head) or _EARLIER.search(after)):
        return MentionContext.EARLIER_HONOUR
    return None
