"""The words in which every report tells of documents and time mentions."""

from __future__ import annotations

from awardgen.publishing.published import Status
from awardgen.writeup.mention import Verdict

STATUS_LABELS = {
    Status.BUILT: "已生成",
    Status.UNCHANGED: "没有变化",
    Status.KEPT: "保留原文件",
    Status.WITHHELD: "暂不生成",
    Status.REMOVED: "已删除",
}
VERDICT_LABELS = {
    Verdict.INSIDE: "在规定时间内",
    Verdict.OUTSIDE: "不在规定时间内",
    Verdict.STRADDLES: "部分不在规定时间内",
    Verdict.BACKGROUND: "背景，不计",
}
