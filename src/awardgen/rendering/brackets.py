"""The tags of a text and the brackets that belong to none: read to the end, whatever is wrong on the way."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgen.rendering.dialect import CLOSERS, OPENER, find_end, literal_end, read_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.rendering.dialect import Tag

_CLOSING: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_CLOSER: Final = re.compile(r"[}｝%％#＃][}｝]")
_SINGLE_CLOSER: Final = re.compile(r"[^{}｛｝]*[}｝]")
_SINGLE_OPENER: Final = re.compile(r"[{｛][^{}｛｝]*$")
_HALF_STATEMENT: Final = re.compile(r"(?:[{｛]\s*[%％]?|[%％])(?P<body>\s*[a-z]+\b[^{}｛｝%％]*)$")
_DOUBLED: Final = re.compile(r"[%％](?P<body>.*)[%％]", re.DOTALL)
_LONGEST_TAG: Final = 200


@dataclass(frozen=True, slots=True)
class Slip:
    """A bracket without its partner.

    start, end: what the message is about.
    is_open: a tag begins here and never ends; otherwise it is a closing sign that closes nothing.
    meant: the statement that it seems to be, so that its partner is not called lonely.
    """

    start: int
    end: int
    message: str
    is_open: bool = True
    meant: Tag | None = None


def read_text(text: str) -> tuple[list[Tag], list[Slip]]:
    """Return the tags of a text, and its brackets that make no tag, each in order."""
    tags: list[Tag] = []
    slips: list[Slip] = []
    position = 0
    while opener := OPENER.search(text, position):
        slips += _stray(text, position, opener.start(), follows_slip=_ends_open(slips, tags))
        kind = unicodedata.normalize("NFKC", opener.group())
        end = _end_of_tag(text, opener.end(), kind)
        if end is None:
            slips.append(_unclosed(text, opener, kind))
            position = slips[-1].end
        elif kind == "{{" and (doubled := _DOUBLED.fullmatch(text, opener.end(), end)):
            position = end + 2
            slips.append(_doubled(text[opener.start() : position], opener.start(), position, doubled["body"]))
        else:
            tags.append(read_tag(kind, opener.start(), end + 2, text[opener.end() : end]))
            position = end + 2
    slips += _stray(text, position, len(text), follows_slip=_ends_open(slips, tags))
    return tags, slips


def _ends_open(slips: list[Slip], tags: list[Tag]) -> bool:
    """Tell whether the last bracket was one that is never closed: a closing sign behind it is its."""
    return bool(slips and slips[-1].is_open and (not tags or tags[-1].end <= slips[-1].start))


def _end_of_tag(text: str, start: int, kind: str) -> int | None:
    """Return where a tag's closing sign begins; another tag that begins before it shows that there is none."""
    end = find_end(text, start, kind)
    if kind == "{#" or end is None:
        return end
    inner = _next_opener(text, start, end)
    if inner is None:
        return end
    # A quote that is never closed hides the tag's own end.
    plain = text.find(_CLOSING[kind], start, inner)
    return plain if plain >= 0 else None


def _next_opener(text: str, start: int, end: int) -> int | None:
    position = start
    while position < end:
        if OPENER.match(text, position):
            return position
        if text[position] in CLOSERS:
            position = literal_end(text, position) or position
        position += 1
    opener = OPENER.search(text, start, end)
    return None if opener is None or _is_in_literal(text, start, opener.start()) else opener.start()


def _is_in_literal(text: str, start: int, place: int) -> bool:
    position = start
    while position < place:
        end = literal_end(text, position) if text[position] in CLOSERS else None
        if end is not None and position < place < end:
            return True
        position = (end or position) + 1
    return False


def _unclosed(text: str, opener: re.Match[str], kind: str) -> Slip:
    typed, closing, start = opener.group(), _CLOSING[kind], opener.start()
    following = OPENER.search(text, opener.end())
    limit = min(following.start() if following else len(text), opener.end() + _LONGEST_TAG)
    if kind != "{#":
        wrong = _CLOSER.search(text, opener.end(), limit)
        if wrong:
            message = f"“{text[start : wrong.end()]}”以“{typed}”开头，应以“{closing}”收尾，却写成了“{wrong.group()}”"
            return _open(text, opener, kind, wrong.start(), wrong.end(), message)
        single = _SINGLE_CLOSER.match(text, opener.end(), limit)
        if single:
            message = f"“{text[start : single.end()]}”没有写完，应以“{closing}”收尾"
            return _open(text, opener, kind, single.end() - 1, single.end(), message)
    message = f"“{typed}”没有收尾；一个标签要在同一段里以“{closing}”结束"
    return _open(text, opener, kind, limit, opener.end(), message)


def _open(text: str, opener: re.Match[str], kind: str, body_end: int, end: int, message: str) -> Slip:  # noqa: PLR0913, PLR0917
    body = re.split(r"[%％}｝]", text[opener.end() : body_end], maxsplit=1)[0]
    meant = read_tag(kind, opener.start(), end, body) if kind == "{%" else None
    return Slip(opener.start(), end, message, meant=meant)


def _doubled(typed: str, start: int, end: int, body: str) -> Slip:
    message = f"“{typed}”多了一层花括号，应写“{{%{body}%}}”"
    return Slip(start, end, message, meant=read_tag("{%", start, end, body))


def _stray(text: str, start: int, end: int, *, follows_slip: bool) -> Iterator[Slip]:
    for found in _CLOSER.finditer(text, start, end):
        if follows_slip:
            follows_slip = False
            continue
        sign = found.group()
        closing = unicodedata.normalize("NFKC", sign)
        opening = closing[::-1].replace("}", "{")
        is_statement = closing == "%}"
        single = (_HALF_STATEMENT if is_statement else _SINGLE_OPENER).search(text, start, found.start())
        if single:
            typed = text[single.start() : found.end()]
            message = f"“{typed}”不是标签，会照样印出；应以“{opening}”开头"
            meant = read_tag(opening, single.start(), found.end(), single["body"]) if is_statement else None
            yield Slip(single.start(), found.end(), message, is_open=is_statement, meant=meant)
        else:
            message = f"“{sign}”前面没有与它配对的“{opening}”，会照样印出"
            yield Slip(found.start(), found.end(), message, is_open=False)
