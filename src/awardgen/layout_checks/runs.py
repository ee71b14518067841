"""The text of one paragraph, cut where its type changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.layout_checks.formats import WORD, laid_over, number, run_properties, value
from awardgen.layout_checks.model import PRINTED, Face, Span
from awardgen.rendering import UnclosedTagError, find_tags, own_texts

if TYPE_CHECKING:
    from lxml.etree import _Element

    from awardgen.layout_checks.branches import Branches
    from awardgen.layout_checks.formats import Properties
    from awardgen.layout_checks.styles import StyleSheet

_NO_SIZE = 20  # half-points, where nothing at all sets one


@dataclass(frozen=True, slots=True)
class Printed:
    """What a paragraph prints.

    tags: the codes of the tags that print. vanishes: it holds a tag of its own kind ({%p …%}) and leaves with it.
    stands: no part of it, or one that prints, is in a branch for this edition.
    """

    typed: str
    spans: tuple[Span, ...]
    tags: tuple[str, ...]
    vanishes: bool
    stands: bool


def face_of(properties: Properties) -> Face:
    """Return the type that a run's properties give."""
    return Face(
        properties.get("font", ""),
        number(properties.get("sz", ""), _NO_SIZE) / 2,
        properties.get("color", ""),
        number(properties.get("spacing", "")) / 20,
    )


def run_face(run: _Element | None, base: Properties, styles: StyleSheet) -> Properties:
    """Return the properties that hold in a run of a paragraph whose style gives `base`."""
    own = run_properties(run.find(f"{WORD}rPr") if run is not None else None, styles.themes)
    return laid_over(laid_over(base, styles.of_run(own.get("rStyle", ""))), own)


def read_runs(paragraph: _Element, base: Properties, styles: StyleSheet, branches: Branches) -> Printed:
    """Read a paragraph's text, and go on in `branches` behind its tags."""
    pieces = _pieces(paragraph, base, styles)
    typed = "".join(text for text, _ in pieces)
    stood = branches.may_print
    spans: list[Span] = []
    tags: list[str] = []
    vanishes = False
    position = 0
    try:
        found = find_tags(typed)
    except UnclosedTagError:
        found = []
    for tag in found:
        if branches.may_print:
            spans += _cut(pieces, position, tag.start)
        vanishes = vanishes or tag.scope in ("p", "tr", "tc")
        if tag.kind == "{%":
            branches.enter(tag)
        elif tag.kind == "{{" and branches.may_print:
            tags.append(tag.code)
            spans += [Span(PRINTED, span.face) for span in _cut(pieces, tag.start, tag.start + 1)]
        position = tag.end
    if branches.may_print:
        spans += _cut(pieces, position, len(typed))
    stands = stood if not found else bool(spans) or (stood and branches.may_print)
    return Printed(typed, tuple(_joined(spans)), tuple(tags), vanishes, stands)


def _pieces(paragraph: _Element, base: Properties, styles: StyleSheet) -> list[tuple[str, Face]]:
    pieces: list[tuple[str, Face]] = []
    face = face_of(base)
    for element, text in own_texts(paragraph):
        run = element.getparent() if element is not None else None
        if run is not None:
            properties = run_face(run, base, styles)
            if properties.get("vanish") == "1":
                continue
            face = face_of(properties)
        pieces.append((text, face))
    return pieces


def _cut(pieces: list[tuple[str, Face]], start: int, end: int) -> list[Span]:
    cut, position = [], 0
    for text, face in pieces:
        part = text[max(start - position, 0) : max(end - position, 0)]
        if part:
            cut.append(Span(part, face))
        position += len(text)
    return cut


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].face == span.face:
            span = Span(joined.pop().text + span.text, span.face)  # noqa: PLW2901 - it grows
        joined.append(span)
    return joined


def paragraph_style(paragraph: _Element) -> str:
    """Return the identifier of a paragraph's style; empty for the default one."""
    return value(paragraph.find(f"{WORD}pPr/{WORD}pStyle"))
