"""What a clause does with a mention besides telling a deed: compare, plan, name an earlier honour in passing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from awardgen.writeup.mention import MentionContext

if TYPE_CHECKING:
    from awardgen.writeup.clause import Clause

_COMPARED_BEFORE = re.compile(
    r"(?:比|较|与|和|同|超过|高于|低于|多于|少于|优于|好于|不如|由|从|对比|相比|比起|相比于|相对于)(?:上一?|该|其)?$"
)
_COMPARED_AFTER = re.compile(
    r"^[^,，。；]{0,10}(?:相比|同比|比较(?!好|高|多|大|满)|相较|对比)|^(?:的|是|为|仅为?|只有|还是|还)?[^,，。；]{0,6}(?:的水平|的基数|的数字)"
)
_COMPARED_MORE = re.compile(
    r"^[^,，。；]{0,14}(?:增长|增加|提高|上升|下降|减少|降低|提升|节约|翻|多了?|少了?|压缩|增|减|降|高)(?!强)"
)
_PLAN = re.compile(
    r"(?:拟|计划(?!生育|经济|书|单)|将于|将在|将(?=开展|组织|建|完成|启动|推出|举办|实施|对|继续|进一步|全面)|打算|准备(?=在|于)|预计|力争|争取|下一步|今后|明年|有望|目标是)"
)
_PLANNED = re.compile(
    r"(?:[，,。]|^)[^,，。]{0,6}(?:打算|拟|想要?(?!不到)|准备|计划|下一?步)[^,，。]{0,30}[,，:：、]|请(?:于|在)$|计划本|(?:于|在)$(?<=请.)|如有异议"
)
_DONE = re.compile(r"了|过|已|荣获|评为|完成(?!后)")
_DONE_PLAN = re.compile(
    r"(?:按照?|根据|制定|比(?:原)?|超额|提前|完成)[^,，。]{0,8}计划|比计划|原计划|计划(?:外|提前|工期)"
)
_EARLIER = re.compile(r"(?:曾|先后|多次|连续|历年|此前|之前|以往)")
_HONOUR = re.compile(r"(?:评为|获|授予|称号|荣誉|先进|表彰|奖|标兵|立功|当选)")


def context_of(clause: Clause) -> MentionContext | None:
    """Return what the clause does with its mention; None where it tells a deed."""
    if _COMPARED_BEFORE.search(clause.before) and (
        _COMPARED_MORE.search(clause.after)
        or _COMPARED_AFTER.search(clause.after)
        or clause.before.endswith(("比", "较"))
    ):
        return MentionContext.COMPARISON
    if _COMPARED_AFTER.search(clause.after) and _COMPARED_BEFORE.search(clause.before):
        return MentionContext.COMPARISON
    if _PLANNED.search(clause.head) and not _DONE.search(clause.after):
        return MentionContext.PLAN
    near = clause.before[-14:] + "\u3000" + clause.after[:14]
    if _PLAN.search(near) and not _DONE_PLAN.search(near):
        return MentionContext.PLAN
    if _HONOUR.search(clause.after) and (_EARLIER.search(clause.head) or _EARLIER.search(clause.after)):
        return MentionContext.EARLIER_HONOUR
    return None
