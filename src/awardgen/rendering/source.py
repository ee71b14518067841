"""From a part's XML to the source that Jinja compiles, with the way back from its lines to the tags."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen.rendering.brackets import Slip, read_text
from awardgen.rendering.cells import in_schema_order
from awardgen.rendering.dialect import OPENER, UnclosedTagError, find_tags
from awardgen.rendering.faults import FaultKind, Spot, fault_at
from awardgen.rendering.locate import (
    DELETED_TEXT,
    MOVED_AWAY,
    PARAGRAPH,
    TEXT,
    excerpt,
    own_texts,
    paragraphs,
)
from awardgen.rendering.patching import patched, patched_by_docxtpl
from awardgen.rendering.paths import way_down
from awardgen.rendering.run_texts import Elements, cut, write_back
from awardgen.rendering.values import encode_template_text

if TYPE_CHECKING:
    from lxml.etree import _Element

    from awardgen.rendering.dialect import Tag
    from awardgen.rendering.faults import TemplateFault

# A tag's number, written in blanks that Jinja and docxtpl take for white space inside the tag.
_ZERO, _ONE, _FRAME = "\u2000", "\u2001", "\u2002"
_BITS: Final = 20
_MARK: Final = re.compile(f"{_FRAME}([{_ZERO}{_ONE}]{{{_BITS}}}){_FRAME}")
_MAY_HOLD_TAG: Final = re.compile(r"[{｛][{｛%％#＃]")
_AMPERSAND: Final = re.compile(r"(?<!\\)(?:\\\\)*\\x26")  # as the dialect writes one in a literal
FILLED_PROPERTIES: Final = ("creator", "description", "identifier", "language", "lpwstr", "subject", "title")


@dataclass(frozen=True, slots=True)
class PlacedTag:
    """A tag as it was typed and as it was read.

    paragraph: the one in whose text it stands, None for a tag elsewhere.
    first, last: the elements in which it begins and ends.
    is_meant: it is no tag, for want of a bracket that has its own fault, but seems to be meant for this one.
    """

    tag: Tag
    typed: str
    paragraph: _Element | None
    spot: Spot
    first: _Element
    last: _Element
    is_meant: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """What Jinja compiles.

    lines: (first line, number in `tags`) in order, for each tag in the source.
    """

    code: str
    tags: tuple[PlacedTag, ...]
    lines: tuple[tuple[int, int], ...]
    part: str

    def spot_at(self, line: int | None) -> Spot:
        """Return the place of the tag on a line of `code`."""
        position = bisect_right(self.lines, (line or 0, len(self.tags)))
        return self.tags[self.lines[position - 1][1]].spot if position else Spot(self.part)


@dataclass(slots=True)
class SourceBuilder:
    """Reads one part: rewrites its tags in place, and remembers where each stood.

    root: the part's XML, which is changed.
    docxtpls_way: a tab inside a tag is dropped, and a cell's format has docxtpl's order.
    prints_xml: values are printed as XML, so that an & in a literal has to be written as one.
    text_beside_tags: of each paragraph, what is no tag.
    text_in_runs: each tag that takes the place of its run, and what else stands there.
    tags: in the order in which they are found; meant: those that are none for want of a bracket.
    """

    root: _Element
    part: str
    properties: bool = False
    docxtpls_way: bool = False
    prints_xml: bool = False
    tags: list[PlacedTag] = field(default_factory=list)
    faults: list[TemplateFault] = field(default_factory=list)
    text_beside_tags: dict[_Element, str] = field(default_factory=dict)
    text_in_runs: list[tuple[PlacedTag, str]] = field(default_factory=list)
    meant: list[PlacedTag] = field(default_factory=list)
    _places: dict[_Element, str] = field(default_factory=dict)
    _inside_raw: bool = False
    _awaits_closer: bool = False

    def read(self) -> None:
        """Find the tags, normalise them, and collect what is wrong with their brackets."""
        for paragraph, place in paragraphs(self.root):
            self._places[paragraph] = place
            self._read_paragraph(paragraph, place)
        if not self.docxtpls_way:
            self._take_out_deleted()
        for element in self.root.iter():
            if element.tag != TEXT:
                self._read_element(element)

    def in_order(self) -> list[PlacedTag]:
        """Return the tags, and what is meant for one, as they follow each other in the part's XML."""
        order = {element: position for position, element in enumerate(self.root.iter())}
        return sorted(
            [*self.tags, *self.meant], key=lambda placed: (order[placed.first], placed.spot.start or 0)
        )

    def source(self) -> Source:
        """Return the finished source."""
        for element in self.root.iter(TEXT):
            element.text = element.text or ""  # <w:t xml:space="preserve"/> would swallow what follows it
        xml = etree.tostring(self.root, encoding="unicode")
        source = patched_by_docxtpl(xml) if self.docxtpls_way else in_schema_order(patched(xml))
        pieces = _MARK.split(source)
        lines, line = [], 1
        for text, number in zip(pieces[::2], pieces[1::2], strict=False):
            line += text.count("\n") + 1
            lines.append((line, _number(number)))
        code = "".join(f"{text}\n" for text in pieces[:-1:2]) + pieces[-1]
        return Source(code, tuple(self.tags), tuple(lines), self.part)

    def _read_paragraph(self, paragraph: _Element, place: str) -> None:
        texts = list(own_texts(paragraph))
        if self.docxtpls_way:
            texts = [each for each in texts if each[0] is not None]
        text = "".join(content for _, content in texts)
        elements = Elements(texts)
        kept = []
        tags, slips = read_text(text)
        pieces_of_text: list[Tag | Slip] = sorted([*tags, *slips], key=lambda each: each.start)
        for found in pieces_of_text:
            spot = Spot(self.part, place, excerpt(text, found.start, found.end), found.start, found.end)
            first, last = elements.at(found.start), elements.at(found.end - 1)
            typed = " ".join(text[found.start : found.end].split())
            if isinstance(found, Slip):
                self._report(found, spot)
                if found.meant and not self._inside_raw:
                    meant = PlacedTag(found.meant, typed, paragraph, spot, first, last, is_meant=True)
                    self.meant.append(meant)
            elif not self._is_text(found):
                self._awaits_closer = False
                placed = PlacedTag(found, typed, paragraph, spot, first, last)
                is_split = not self.docxtpls_way and way_down(first, last) != way_down(last, first)
                kept.append((found, self._mark(placed), is_split))
                if found.scope == "r":
                    self.text_in_runs.append((placed, elements.beside(text, found.start, found.end)))
        pieces = list(cut(text, kept))
        self.text_beside_tags[paragraph] = "".join(
            text[start:end] for start, end, new, _ in pieces if new is None
        )
        write_back(texts, pieces)

    def _report(self, slip: Slip, spot: Spot) -> None:
        """Report a bracket without its partner. The closing sign of a tag that is open is no second fault."""
        if self._inside_raw or (self.docxtpls_way and not slip.is_open):
            return
        is_explained = self._awaits_closer and not slip.is_open
        self._awaits_closer = slip.is_open and slip.end - slip.start == len("{{")
        if not is_explained:
            kind = FaultKind.SYNTAX if slip.is_open else FaultKind.STRAY
            self.faults.append(fault_at(spot, kind, slip.message))

    def _take_out_deleted(self) -> None:
        """Make ordinary text of tags that a tracked change has taken away."""
        for element in [*self.root.iter(DELETED_TEXT)]:
            self._take_out(element)
        for moved in self.root.iter(MOVED_AWAY):
            for element in moved.iter(TEXT):
                self._take_out(element)

    def _take_out(self, element: _Element) -> None:
        text = element.text or ""
        if found := OPENER.search(text):
            spot = Spot(self.part, self._place_of(element), excerpt(text, found.start(), found.end()))
            message = "这个标签在修订时删去的文字里，不会填写；请接受或拒绝这处修订"
            self.faults.append(fault_at(spot, FaultKind.UNFILLED, message))
        element.text = encode_template_text(text)

    def _place_of(self, element: _Element) -> str:
        paragraph = next(element.iterancestors(PARAGRAPH), None)
        return "" if paragraph is None else self._places.get(paragraph, "")

    def _is_text(self, tag: Tag) -> bool:
        """Between {% raw %} and {% endraw %} tags are ordinary text."""
        was_raw = self._inside_raw
        if tag.word == ("endraw" if was_raw else "raw"):
            self._inside_raw = not was_raw
            return False
        return was_raw

    def _read_element(self, element: _Element) -> None:
        """Tags also work in attributes (a picture's description) and in the texts of fields and charts."""
        if self.properties and etree.QName(element).localname not in FILLED_PROPERTIES:
            return
        for name, value in element.items():
            if _MAY_HOLD_TAG.search(str(value)):
                element.set(name, self._read_plain(str(value), element))
        if element.text and _MAY_HOLD_TAG.search(element.text):
            element.text = self._read_plain(element.text, element)

    def _read_plain(self, text: str, element: _Element) -> str:
        try:
            found = find_tags(text)
        except UnclosedTagError:
            return text  # it may be no tag at all
        result, position = [], 0
        for tag in found:
            spot = Spot(self.part, self._place_of(element), excerpt(text, tag.start, tag.end))
            placed = PlacedTag(tag, text[tag.start : tag.end], None, spot, element, element)
            result += [text[position : tag.start], self._mark(placed)]
            position = tag.end
        return "".join([*result, text[position:]])

    def _mark(self, placed: PlacedTag) -> str:
        self.tags.append(placed)
        bits = f"{len(self.tags) - 1:0{_BITS}b}".replace("0", _ZERO).replace("1", _ONE)
        if placed.tag.kind == "{#":  # gone before anything can go wrong in it
            return placed.tag.text
        text = placed.tag.with_mark(f"{_FRAME}{bits}{_FRAME}")
        return _AMPERSAND.sub(r"\g<0>amp;", text) if self.prints_xml and placed.tag.kind == "{{" else text


def _number(bits: str) -> int:
    return int(bits.replace(_ZERO, "0").replace(_ONE, "1"), 2)
