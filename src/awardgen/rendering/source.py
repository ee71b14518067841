"""From a part's XML to the source that Jinja compiles, with the way back from its lines to the tags."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen.rendering.cells import in_schema_order
from awardgen.rendering.dialect import UnclosedTagError, find_tags
from awardgen.rendering.faults import FaultKind, Spot, fault_at
from awardgen.rendering.locate import TEXT, excerpt, own_texts, paragraphs
from awardgen.rendering.values import encode_template_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from awardgen.rendering.dialect import Tag
    from awardgen.rendering.faults import TemplateFault

# A tag's number, written in blanks that Jinja and docxtpl take for white space inside the tag.
_ZERO, _ONE, _FRAME = "\u2000", "\u2001", "\u2002"
_BITS: Final = 20
_MARK: Final = re.compile(f"{_FRAME}([{_ZERO}{_ONE}]{{{_BITS}}}){_FRAME}")
_MAY_HOLD_TAG: Final = re.compile(r"[{｛][{｛%％#＃]")
_AMPERSAND: Final = re.compile(r"(?<!\\)(?:\\\\)*\\x26")  # as the dialect writes one in a literal
_PROPERTIES: Final = ("creator", "description", "identifier", "language", "lpwstr", "subject", "title")


@dataclass(frozen=True, slots=True)
class PlacedTag:
    """A tag as it was typed and as it was read, its paragraph (None outside paragraphs), and where that is."""

    tag: Tag
    typed: str
    paragraph: _Element | None
    spot: Spot


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
    """

    root: _Element
    part: str
    properties: bool = False
    docxtpls_way: bool = False
    prints_xml: bool = False
    tags: list[PlacedTag] = field(default_factory=list)
    faults: list[TemplateFault] = field(default_factory=list)
    text_beside_tags: dict[_Element, str] = field(default_factory=dict)
    _inside_raw: bool = False

    def read(self) -> None:
        """Find the tags, normalise them, and collect what is wrong with their brackets."""
        for paragraph, place in paragraphs(self.root):
            self._read_paragraph(paragraph, place)
        for element in self.root.iter():
            if element.tag != TEXT:
                self._read_element(element)

    def source(self) -> Source:
        """Return the finished source."""
        from docxtpl import DocxTemplate  # noqa: PLC0415 - it draws in half of python-docx, for 60 ms

        for element in self.root.iter(TEXT):
            element.text = element.text or ""  # <w:t xml:space="preserve"/> would swallow what follows it
        xml = etree.tostring(self.root, encoding="unicode")
        patched = DocxTemplate("").patch_xml(xml)
        pieces = _MARK.split(patched if self.docxtpls_way else in_schema_order(patched))
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
        try:
            found = find_tags(text)
        except UnclosedTagError as error:
            spot = Spot(self.part, place, excerpt(text, error.start, error.start + 2))
            opener = text[error.start : error.start + 2]
            message = f"“{opener}”没有收尾；一个标签要在同一段里以“}}}}”或“%}}”结束"
            self.faults.append(fault_at(spot, FaultKind.SYNTAX, message))
            return
        kept = []
        for tag in found:
            if self._is_text(tag):
                continue
            spot = Spot(self.part, place, excerpt(text, tag.start, tag.end))
            typed = " ".join(text[tag.start : tag.end].split())
            kept.append((tag, self._mark(PlacedTag(tag, typed, paragraph, spot))))
        pieces = list(_pieces(text, kept))
        self.text_beside_tags[paragraph] = "".join(
            text[start:end] for start, end, new in pieces if new is None
        )
        _write_back(texts, pieces)

    def _is_text(self, tag: Tag) -> bool:
        """Between {% raw %} and {% endraw %} tags are ordinary text."""
        was_raw = self._inside_raw
        if tag.word == ("endraw" if was_raw else "raw"):
            self._inside_raw = not was_raw
            return False
        return was_raw

    def _read_element(self, element: _Element) -> None:
        """Tags also work in attributes (a picture's description) and in the texts of fields and charts."""
        if self.properties and etree.QName(element).localname not in _PROPERTIES:
            return
        for name, value in element.items():
            if _MAY_HOLD_TAG.search(str(value)):
                element.set(name, self._read_plain(str(value)))
        if element.text and _MAY_HOLD_TAG.search(element.text):
            element.text = self._read_plain(element.text)

    def _read_plain(self, text: str) -> str:
        try:
            found = find_tags(text)
        except UnclosedTagError:
            return text  # it may be no tag at all
        result, position = [], 0
        for tag in found:
            spot = Spot(self.part, "", excerpt(text, tag.start, tag.end))
            result += [
                text[position : tag.start],
                self._mark(PlacedTag(tag, text[tag.start : tag.end], None, spot)),
            ]
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


def _pieces(text: str, tags: list[tuple[Tag, str]]) -> Iterator[tuple[int, int, str | None]]:
    """Cut a text into (start, end, new text of a tag, or None for what is no tag)."""
    position = 0
    for tag, new in tags:
        yield position, tag.start, None
        yield tag.start, tag.end, new
        position = tag.end
    yield position, len(text), None


def _write_back(texts: list[tuple[_Element | None, str]], pieces: list[tuple[int, int, str | None]]) -> None:
    """Write the pieces into the elements that their characters came from.

    A tag goes into the element where it began, its closing sign into the one where it ended: docxtpl
    then joins the two as it always does.
    """
    spans, position = [], 0
    for element, content in texts:
        spans.append((position, position + len(content), element))
        position += len(content)
    for first, last, element in spans:
        if element is None:
            continue
        result = []
        for start, end, new in pieces:
            if start >= last or end <= first:
                continue
            text = (element.text or "")[max(start, first) - first : min(end, last) - first]
            if new is None:
                result.append(encode_template_text(text))
                continue
            if first <= start:
                result.append(new[:-2])
            if end <= last:
                result.append(new[-2:])
        element.text = "".join(result)
