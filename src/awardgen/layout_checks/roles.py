"""What each line of a template is: title, body, heading … Told by what it says and by what it stands between."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from awardgen.layout_checks.line_kinds import (
    LONGEST_LIST,
    LONGEST_NAME,
    heading_level,
    is_addressee,
    is_annex_note,
    is_mark,
)
from awardgen.layout_checks.model import PRINTED, Role
from awardgen.layout_checks.patterns import (
    ANNEX_ITEM,
    ANNEX_LABEL,
    COPIES,
    GENRES,
    IMPRINT,
    SUBJECT_WORDS,
    ends_sentence,
    is_date,
    is_number,
    tag_alone,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.layout_checks.model import Line

_HEADINGS: Final = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)
_HEAD_LINES: Final = 12  # the head of a document is no longer


def with_roles(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with their roles."""
    return tuple(replace(line, role=role) for line, role in zip(lines, _Reading(lines).roles(), strict=True))


def is_official(lines: Sequence[Line]) -> bool:
    """Whether a template is an official document (公文), told by the elements that no form and no list has.

    An issuer's mark, a number, subject words or an imprint are enough; so are addressees with a date. A list that is
    handed in has addressees too, but its date is left open for the pen.
    """
    roles = {line.role for line in lines}
    telling = {Role.MARK, Role.NUMBER, Role.SUBJECT_WORDS, Role.COPIES, Role.IMPRINT}
    return bool(roles & telling) or {Role.ADDRESSEE, Role.DATE} <= roles


class _Reading:
    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._roles = [Role.OTHER] * len(lines)

    def roles(self) -> list[Role]:
        annexes = self._annexes()
        head = self._head(annexes)
        date = self._date(head, annexes)
        self._tail(head, date)
        end = self._annex_note(head, date, annexes)
        if date is not None:
            self._signature(head, date)
        if head:  # a text without a head is no document that these rules know
            self._body(head, end)
        return self._roles

    def _annexes(self) -> int:
        """Find where the annexes begin: a line 附件1 alone, on a page of its own or behind the date."""
        dated = False
        first = len(self._lines)
        for index, line in enumerate(self._lines):
            dated = dated or is_date(line)
            alone = ANNEX_LABEL.fullmatch(line.text) is not None and not line.in_box
            if alone and (line.starts_page or dated or index == 0):
                self._roles[index] = Role.ANNEX_LABEL
                first = min(first, index)
        return first

    def _head(self, end: int) -> int:
        """Find mark, number, title and addressees; return where the text behind them begins."""
        lines = self._lines[: min(_HEAD_LINES, end)]
        start = 0
        for index, line in enumerate(lines):
            if is_number(line):
                self._roles[index] = Role.NUMBER
                start = index + 1
                break
        for index, line in enumerate(lines[: start or len(lines)]):
            if self._roles[index] is Role.OTHER and is_mark(line):
                self._roles[index] = Role.MARK
                start = max(start, index + 1)
        texts = [index for index in range(start, len(lines)) if lines[index].columns <= 1]
        addressee = self._addressee(texts)
        before = [index for index in texts if addressee is None or index < addressee]
        title = self._title(before)
        if addressee is None and title:
            addressee = self._addressee_without_colon(title[-1] + 1)
        for index in title:
            self._roles[index] = Role.TITLE
        if addressee is not None:
            self._roles[addressee] = Role.ADDRESSEE
            return addressee + 1
        return title[-1] + 1 if title else start

    def _addressee(self, candidates: list[int]) -> int | None:
        for index in candidates:
            line = self._lines[index]
            if is_addressee(line):
                return index
            if ends_sentence(line.text) or heading_level(line) is not None:
                return None
        return None

    def _title(self, candidates: list[int]) -> list[int]:
        """Return the lines of the title: the first that do not read like the text, up to the one that names a genre."""
        found: list[int] = []
        for index in candidates:
            line = self._lines[index]
            if ends_sentence(line.text) or heading_level(line) is not None or line.text.endswith(("：", ":")):
                break
            found.append(index)
            if tag_alone(line, "标题") or line.text.rstrip("》”）)").endswith(GENRES):
                return found
        centred = [index for index in found if self._lines[index].alignment == "center"]
        return [index for index in found if centred and index <= centred[-1]]

    def _addressee_without_colon(self, index: int) -> int | None:
        if index + 1 >= len(self._lines):
            return None
        line, following = self._lines[index], self._lines[index + 1]
        plain = line.text[-1:].isalnum() or line.text.endswith(PRINTED)
        flush = line.indent < 1 and line.alignment not in ("center", "right")
        is_one = plain and flush and len(line.text) <= LONGEST_NAME and heading_level(line) is None
        before_text = ends_sentence(following.text) or following.text.endswith(("：", ":"))
        return index if is_one and before_text and not is_date(line) else None

    def _date(self, start: int, end: int) -> int | None:
        for index in range(start, end):
            if self._roles[index] is Role.OTHER and is_date(self._lines[index]):
                self._roles[index] = Role.DATE
                return index
        return None

    def _tail(self, start: int, date: int | None) -> None:
        for index in range(start if date is None else date + 1, len(self._lines)):
            text = self._lines[index].text
            if self._roles[index] is not Role.OTHER:
                continue
            if SUBJECT_WORDS.match(text):
                self._roles[index] = Role.SUBJECT_WORDS
            elif COPIES.match(text):
                self._roles[index] = Role.COPIES
            elif IMPRINT.search(text) and len(text) <= LONGEST_LIST and not ends_sentence(text):
                self._roles[index] = Role.IMPRINT

    def _annex_note(self, start: int, date: int | None, annexes: int) -> int:
        """Find 附件：… with the lines that go on with it; return where the body ends."""
        end = annexes if date is None else date
        for index in range(start, annexes):
            line = self._lines[index]
            is_free = self._roles[index] is Role.OTHER and not line.starts_page and line.columns <= 1
            if not (is_free and is_annex_note(line.text)):
                continue
            self._roles[index] = Role.ANNEX_NOTE
            end = min(end, index)
            for following in range(index + 1, annexes):
                item = ANNEX_ITEM.match(self._lines[following].text)
                if self._roles[following] is not Role.OTHER or item is None or not item["stop"]:
                    break
                self._roles[following] = Role.ANNEX_NOTE
            break
        others = (Role.SUBJECT_WORDS, Role.COPIES, Role.IMPRINT)
        return min([end, *(index for index in range(start, annexes) if self._roles[index] in others)])

    def _signature(self, start: int, date: int) -> None:
        index = date - 1
        while index > start and self._roles[index] is Role.OTHER and self._lines[index].in_box:
            index -= 1  # a seal laid over it
        if index <= start or self._roles[index] is not Role.OTHER:
            return
        line = self._lines[index]
        aside = line.alignment in ("right", "center") or line.indent > 4  # noqa: PLR2004 - characters
        names = aside or tag_alone(line, "机关")
        if names and len(line.text) <= LONGEST_NAME and not ends_sentence(line.text):
            self._roles[index] = Role.SIGNATURE

    def _body(self, start: int, end: int) -> None:
        for index in range(start, end):
            line = self._lines[index]
            if self._roles[index] is not Role.OTHER or line.columns > 1 or line.in_box:
                continue
            level = heading_level(line)
            if level is not None:
                self._roles[index] = _HEADINGS[level]
            elif line.alignment not in ("center", "right"):
                self._roles[index] = Role.BODY
