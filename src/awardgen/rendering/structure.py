"""Statements that do not pair, and text that would vanish with a {%p …%}."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgen.rendering.faults import FaultKind, fault_at
from awardgen.rendering.locate import CELL, PARAGRAPH, ROW

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from awardgen.rendering.faults import TemplateFault
    from awardgen.rendering.source import PlacedTag

_OPENING: Final = {"for", "if", "macro", "call", "filter", "block", "with", "autoescape", "set", "raw"}
_MIDDLE: Final = {"else": {"if", "for"}, "elif": {"if"}}
_LITERAL: Final = re.compile(r"'(?:\\.|[^'])*'")
_SCOPES: Final = {"p": "段", "tr": "行", "tc": "格"}


def pairing_faults(tags: Sequence[PlacedTag]) -> Iterator[TemplateFault]:
    """Yield a fault for each statement without its partner, where that statement stands."""
    open_tags: list[PlacedTag] = []
    for placed in tags:
        word = placed.tag.word
        if word in _OPENING and not _sets_at_once(placed):
            open_tags.append(placed)
        elif word in _MIDDLE:
            if not open_tags or open_tags[-1].tag.word not in _MIDDLE[word]:
                yield _syntax(placed, f"“{placed.typed}”前面没有与它配对的“{{% if … %}}”")
            else:
                yield from _scope_faults(open_tags[-1], placed)
        elif word.startswith("end"):
            if not open_tags or open_tags[-1].tag.word != word[3:]:
                yield _syntax(placed, f"“{placed.typed}”前面没有与它配对的“{{% {word[3:]} … %}}”")
                return  # whatever follows would be reported for the same slip
            yield from _scope_faults(open_tags.pop(), placed)
    for placed in open_tags:
        word = placed.tag.word
        yield _syntax(placed, f"“{placed.typed}”后面没有与它配对的“{{%{placed.tag.scope} end{word} %}}”")


def lost_text_faults(
    tags: Sequence[PlacedTag], text_beside_tags: Mapping[_Element, str]
) -> Iterator[TemplateFault]:
    """Yield a fault for each text that goes with the paragraph, row or cell of a {%p, {%tr or {%tc tag."""
    for placed in tags:
        container = _container(placed, placed.tag.scope)
        if container is None or placed.tag.kind == "{#":
            continue
        lost = [text_beside_tags.get(each, "") for each in container.iter(PARAGRAPH)]
        beside = [each for each in tags if each is not placed and each.tag.kind != "{#"]
        lost += [each.typed for each in beside if _is_inside(each, container)]
        if text := " ".join("".join(lost).split()):
            scope = _SCOPES[placed.tag.scope]
            message = f"“{placed.typed}”所在的整{scope}会被它取代，同{scope}的“{text[:20]}”会丢失；请让它独占一{scope}"
            yield fault_at(placed.spot, FaultKind.STRUCTURE, message)


def _is_inside(placed: PlacedTag, container: _Element) -> bool:
    paragraph = placed.paragraph
    return paragraph is not None and (paragraph is container or container in paragraph.iterancestors())


def _sets_at_once(placed: PlacedTag) -> bool:
    return placed.tag.word == "set" and "=" in _LITERAL.sub("", placed.tag.code)


def _scope_faults(opened: PlacedTag, placed: PlacedTag) -> Iterator[TemplateFault]:
    if opened.tag.scope != placed.tag.scope:
        message = (
            f"“{placed.typed}”与前面的“{opened.typed}”不成一对；"
            f"两者要同写“{{%{opened.tag.scope}”，或同写“{{%{placed.tag.scope}”"
        )
        yield fault_at(placed.spot, FaultKind.STRUCTURE, message)


def _syntax(placed: PlacedTag, message: str) -> TemplateFault:
    return fault_at(placed.spot, FaultKind.SYNTAX, message)


def _container(placed: PlacedTag, scope: str) -> _Element | None:
    if placed.paragraph is None or scope not in _SCOPES:
        return None
    if scope == "p":
        return placed.paragraph
    return next(placed.paragraph.iterancestors(ROW if scope == "tr" else CELL), None)
