"""The tags of a part alone, one a line, with what cannot be read mended: so that all the rest can be looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jinja2.exceptions import TemplateSyntaxError

from awardgen.rendering.anything import NAME
from awardgen.rendering.dialect import tag_name
from awardgen.rendering.faults import Spot
from awardgen.rendering.syntax import MERGING, MIDDLE, OPENING, PRINTING, sets_at_once, word_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from jinja2 import Environment, nodes

    from awardgen.rendering.dialect import Tag
    from awardgen.rendering.pairing import Pairs
    from awardgen.rendering.source import PlacedTag

_TARGETS: Final = re.compile(r"[%％]\W*(?:(?:tr|tc|p|r)\s+)?\w+\s+((?:[^\W\d]\w*\s*,\s*)*[^\W\d]\w*)")


@dataclass(frozen=True, slots=True)
class Outline:
    """What a part's tags say.

    code: a source of Jinja's in which tag n stands on line n + 1. whole_runs: the lines of {{r …}} and the like, which
    print pieces of a document and not text.
    """

    part: str
    tags: tuple[PlacedTag, ...]
    code: str
    whole_runs: frozenset[int]

    def tree(self, environment: Environment) -> nodes.Template | None:
        """Return the syntax tree; None in the odd case that the mended tags cannot be read together."""
        try:
            return environment.parse(self.code)
        except TemplateSyntaxError:
            return None

    def spot_at(self, line: int | None) -> Spot:
        return self.tags[line - 1].spot if line and line <= len(self.tags) else Spot(self.part)


def outline_of(part: str, tags: Sequence[PlacedTag], pairs: Pairs, unreadable: AbstractSet[int]) -> Outline:
    """Return the outline of a part. unreadable: the numbers of tags that Jinja cannot read."""
    writer = _Writer(tags, pairs, unreadable)
    lines = [writer.line(number) for number in range(len(tags))]
    code = "\n".join([*lines, writer.missing_ends(len(tags))])
    whole = (number for number, placed in enumerate(tags, 1) if placed.tag.kind == "{{" and placed.tag.scope)
    return Outline(part, tuple(tags), code, frozenset(whole))


class _Writer:
    def __init__(self, tags: Sequence[PlacedTag], pairs: Pairs, mended: AbstractSet[int]) -> None:
        self._tags = tags
        self._pairs = pairs
        self._mended = mended
        self._opened_as: dict[int, str] = {}

    def line(self, number: int) -> str:
        return self.missing_ends(number) + self._statement(number).replace("\n", " ")

    def missing_ends(self, number: int) -> str:
        return "".join(self._end_of(each) for each in self._pairs.missing_ends.get(number, ()))

    def _end_of(self, opened: int) -> str:
        word = self._opened_as.get(opened, "")
        return f"{{% end{word} %}}" if word else ""

    def _statement(self, number: int) -> str:
        tag = self._tags[number].tag
        word = word_of(tag)
        is_mended = number in self._mended
        if number in self._pairs.ends:
            return self._end_of(self._pairs.ends[number])
        if word in OPENING and not (word == "set" and (is_mended or sets_at_once(tag))):
            opened_as, statement = _opening(self._tags[number], word, is_mended=is_mended)
            self._opened_as[number] = opened_as
            return statement
        if word in MIDDLE:
            return "" if number in self._pairs.lonely else self._middle(number, word, is_mended=is_mended)
        if is_mended:
            return (
                "".join(f"{{% set {name} = {NAME} %}}" for name in _targets(self._tags[number]))
                if word == "set"
                else ""
            )
        return _single(tag, word)

    def _middle(self, number: int, word: str, *, is_mended: bool) -> str:
        opened = next((each for each, partners in self._pairs.partners.items() if number in partners), None)
        if opened is None or (opened in self._mended and self._opened_as.get(opened) != "for"):
            return ""
        if not is_mended:
            return f"{{%{self._tags[number].tag.code}%}}"
        return "{% else %}" if word == "else" else f"{{% elif {NAME} %}}"


def _opening(placed: PlacedTag, word: str, *, is_mended: bool) -> tuple[str, str]:
    """Return the word that the statement's end has in the outline, and the statement."""
    if word == "raw":
        return "", ""
    if is_mended and word == "for":
        return "for", f"{{% for {', '.join(_targets(placed)) or 'x'} in {NAME} %}}"
    if is_mended or word == "block":
        known = "".join(
            f"{{% set {name} = {NAME} %}}" for name in _targets(placed) if word in {"macro", "with"}
        )
        return "if", f"{known}{{% if true %}}"
    return word, f"{{%{placed.tag.code}%}}"


def _single(tag: Tag, word: str) -> str:
    if tag.kind == "{{":
        return f"{{{{{tag.code}}}}}"
    if word in PRINTING:
        return f"{{{{{tag.code.lstrip()[len(word) :]}}}}}"
    if word in MERGING:
        return "{{ loop.first }}"
    return f"{{%{tag.code}%}}" if word == "set" else ""


def _targets(placed: PlacedTag) -> list[str]:
    """Return the names that an unreadable statement seems to define."""
    found = _TARGETS.search(f"%{placed.tag.code}" if placed.is_meant else placed.typed)
    return [tag_name(name) for name in found[1].split(",")] if found else []
