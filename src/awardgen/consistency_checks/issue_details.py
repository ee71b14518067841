"""Rules over the notice itself: its mark, and the number, dates and print run where they are typed."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from awardgen.campaign import Scope
from awardgen.catalogue import consistency as kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.consistency_checks.passage import Passage
    from awardgen.consistency_checks.wording import DocumentText, Wording
    from awardgen.finding import Finding

_NUMBER: Final = re.compile(
    r"(?P<issuer>[\u4e00-\u9fffA-Za-z]{2,12})[〔【［\[（(](?P<year>\d{4})[〕】］\]）)]第?\d{1,4}号"
)
_DATE: Final = re.compile(
    r"(?:\d{4}|[〇○零Oo一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
_PRINTED: Final = re.compile(rf"(?P<date>{_DATE.pattern})印发")
_COPIES: Final = re.compile(r"共?印(?P<count>\d+)份")


def notice_has_a_mark(wording: Wording) -> Iterator[Finding]:
    """Above a number stands the issuer's mark; with paper that bears it already, nothing does."""
    settings = wording.campaign.settings
    for document in wording.documents:
        first = document.passages[0] if document.passages and document.is_filled else None
        found = _NUMBER.fullmatch(first.text) if first is not None else None
        if first is None or found is None:
            continue
        message = f"发文字号“{first.text}”之上没有发文机关标志。"
        if "发文机关标志" in settings.places and not settings.values.get("发文机关标志"):
            yield kinds.MARK_MISSING.at(settings.places["发文机关标志"], message)
            return
        yield kinds.MARK_MISSING.at(first.place, f"{first.where}：{message}", excerpt=first.text)


def notice_bears_its_number_and_dates(wording: Wording) -> Iterator[Finding]:
    """Each number, date and print run that is typed into the notice is that of 基本信息."""
    values = wording.campaign.settings.values
    for document in wording.documents:
        if not _is_the_notice(wording, document):
            continue
        number = "".join(str(values.get("发文字号") or "").split())
        dated, printed, copies = (values.get(name) for name in ("成文日期", "印发日期", "印数"))
        numbered = False
        for passage in document.passages:
            text = passage.text
            if not numbered and (found := _NUMBER.fullmatch(text)):
                numbered = True
                if number and text != number:
                    yield from _differs(passage, (0, len(text)), "发文字号", number)
            if _DATE.fullmatch(text):
                yield from _date_differs(wording, passage, (0, len(text)), "成文日期", dated)
            for found in _PRINTED.finditer(text):
                yield from _date_differs(wording, passage, found.span("date"), "印发日期", printed)
            for found in _COPIES.finditer(text):
                if copies is not None and found["count"] != str(copies):
                    span = found.span("count")
                    yield from _differs(passage, span, "印数", str(copies))
    yield from _cited_numbers(wording)


def _cited_numbers(wording: Wording) -> Iterator[Finding]:
    """Where the notice is cited by its title, it is cited by its number."""
    values = wording.campaign.settings.values
    title, number = ("".join(str(values.get(name) or "").split()) for name in ("通知标题", "发文字号"))
    if not title or not number:
        return
    pattern = re.compile(rf"《{re.escape(title)}》[（(](?P<number>{_NUMBER.pattern})[）)]")
    for passage in wording.passages:
        for found in pattern.finditer(passage.text):
            if found["number"] != number:
                span = found.span("number")
                yield from _differs(passage, span, "发文字号", number)


def _is_the_notice(wording: Wording, document: DocumentText) -> bool:
    if document.row.scope is not Scope.CAMPAIGN or not document.is_filled:
        return False
    title = "".join(str(wording.campaign.settings.values.get("通知标题") or "").split())
    head = "".join(each.text for each in document.passages[:8])
    return bool(title) and title in head


def _date_differs(
    wording: Wording, passage: Passage, span: tuple[int, int], name: str, wanted: object
) -> Iterator[Finding]:
    written = passage.text[span[0] : span[1]]
    period = next(wording.periods.periods(written), None)
    if isinstance(wanted, date) and period is not None and period.last_day != wanted:
        yield from _differs(passage, span, name, f"{wanted:%Y-%m-%d}")


def _differs(passage: Passage, span: tuple[int, int], name: str, wanted: str) -> Iterator[Finding]:
    message = f"{name}写的是{passage.text[span[0] : span[1]]}，设置中是{wanted}。"
    yield from passage.findings(kinds.ISSUE_DETAILS_DIFFER, *span, message)
