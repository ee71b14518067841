"""The annexes as the notice announces them and as they are: 附件：1.…… and the pages that begin with 附件1."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from awardgen.campaign import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from awardgen.consistency_checks.passage import Passage
    from awardgen.consistency_checks.wording import DocumentText, Wording

_DIGITS: Final = "一二三四五六七八九十"
_NUMBER: Final = rf"\d{{1,2}}|[{_DIGITS}]{{1,2}}"
_LABEL: Final = re.compile(rf"附件(?P<number>{_NUMBER})?[：:]?")
_FIRST: Final = re.compile(
    rf"附件(?:[：:]|(?=\d+[.．、]))(?:(?P<number>{_NUMBER})[.．、：:)）])?(?P<name>.+)"
)
_NUMBERED_FIRST: Final = re.compile(rf"附件(?P<number>{_NUMBER})[：:.．、](?P<name>.+)")
_NEXT: Final = re.compile(rf"(?:附件)?(?P<number>{_NUMBER})[.．、：:)）](?P<name>\D.+)")
_SENTENCE: Final = re.compile(r"[。；！？]")
_GENRE: Final = re.compile(
    r"(?:[表书单则法案准册求]|名单|标准|说明|要求|规定|意见|模板|样式|范本)(?:（[^（）]*）)?$"
)
_MOST_TITLE_LINES: Final = 3
_LONGEST: Final = 60
_DECORATION: Final = re.compile(r"[“”‘’\"'《》「」〈〉\s]|[（(][^（()）]*[）)]$|[。；]$")
_UNIT: Final = re.compile(r"^.{0,18}?(?:集团|公司|大学|学院|学校|中心|工会|委员会|处|部|局|院|校|年度?|届)$")


@dataclass(frozen=True)
class Announced:
    """One annex in the 附件说明 of a notice; number: None where there is one annex alone, without a number."""

    number: int | None
    name: str
    passage: Passage
    number_span: tuple[int, int]
    name_span: tuple[int, int]


@dataclass(frozen=True)
class Annex:
    """A page that begins with 附件2. award: the name of the award whose form it is, empty for none."""

    number: int | None
    title: str
    label: Passage
    award: str


def announced(wording: Wording) -> list[Announced]:
    """Return the 附件说明 of the first document that has one."""
    for document in wording.documents:
        if document.row.scope is Scope.CAMPAIGN and (found := list(_announced_in(document.passages))):
            return found
    return []


def annexes(wording: Wording) -> list[Annex]:
    """Return the annexes that documents of the campaign are, each title once."""
    found: dict[tuple[int | None, str], Annex] = {}
    for document in wording.documents:
        if document.is_filled:
            for annex in _annexes_in(document):
                found.setdefault((annex.number, plain_title(annex.title)), annex)
    return list(found.values())


def are_same(one: str, other: str) -> bool:
    """Whether two titles are the same but for quotes, brackets at the end, and the unit or year in front."""
    shorter, longer = sorted((plain_title(one), plain_title(other)), key=len)
    if not shorter or not longer.endswith(shorter):
        return False
    front = longer[: len(longer) - len(shorter)]
    return not front or _UNIT.match(front) is not None


@lru_cache(maxsize=1024)
def plain_title(title: str) -> str:
    """Return a title without its marks."""
    plain = _DECORATION.sub("", title)
    return plain.replace("、", "").replace("和", "")


def as_number(written: str | None) -> int | None:
    """Read 2 or 二."""
    if not written:
        return None
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.partition("十")
    digits = [_DIGITS.index(each) + 1 if each else 0 for each in (tens, ones)]
    return (digits[0] or 1) * 10 + digits[1] if ten else digits[0]


def _announced_in(passages: Sequence[Passage]) -> Iterator[Announced]:
    started = False
    for passage in passages:
        for start, line in _lines(passage):
            pattern = _NEXT if started else _NUMBERED_FIRST
            match = pattern.fullmatch(line) or (None if started else _FIRST.fullmatch(line))
            if match is None or len(line) > _LONGEST or _SENTENCE.search(line[:-1]) or passage.columns > 1:
                if started:
                    return
                continue
            started = True
            number_span, name_span = (
                (start + match.start(group), start + match.end(group)) for group in ("number", "name")
            )
            yield Announced(as_number(match["number"]), match["name"], passage, number_span, name_span)


def _lines(passage: Passage) -> Iterator[tuple[int, str]]:
    """Yield the lines of a passage without white space, each with where it starts in the passage's text."""
    start = 0
    for line in passage.typed.split("\n"):
        plain = "".join(line.split())
        if plain:
            yield start, plain
        start += len(plain)


def _annexes_in(document: DocumentText) -> Iterator[Annex]:
    passages = document.passages
    for index, passage in enumerate(passages):
        label = _LABEL.fullmatch(passage.text)
        if label is None or passage.columns > 1:
            continue
        title = ""
        for following in passages[index + 1 : index + 1 + _MOST_TITLE_LINES]:
            if following.columns > 1 or _SENTENCE.search(following.text) or len(following.text) > _LONGEST:
                break
            title += following.text
            if _GENRE.search(title):
                break
        if _GENRE.search(title):
            yield Annex(as_number(label["number"]), title, passage, document.key)
