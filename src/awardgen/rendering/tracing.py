"""Which paragraph of a template each paragraph of a document comes from, and which of its words a tag has printed.

A traced template has marks in its text: the number of the paragraph at its head, and signs around each tag that
prints. They are noncharacters of Unicode, which no value and no text of a template holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen.opc import Packer, deflate
from awardgen.rendering.dialect import UnclosedTagError, find_tags
from awardgen.rendering.locate import CELL, ROW, WORD, own_texts, paragraphs
from awardgen.rendering.package import parts_with_text, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element


_PARAGRAPH, _END, _OPEN, _CLOSE = "\ufde0", "\ufde1", "\ufde2", "\ufde3"
_MARK: Final = re.compile(f"{_PARAGRAPH}(\\d+){_END}|{_OPEN}(\\d+){_END}|({_CLOSE})")
_TAG: Final = re.compile(r"[{｛][{｛%％#＃].*?[}｝%％#＃][}｝]", re.DOTALL)
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TABLE: Final = f"{WORD}tbl"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class TracedValue:
    """What a tag has printed at [start, end) of a paragraph's text. code: the inside of the tag."""

    start: int
    end: int
    code: str

    def moved(self, distance: int) -> TracedValue:
        return TracedValue(self.start + distance, self.end + distance, self.code)


@dataclass(frozen=True, slots=True)
class TracedParagraph:
    """A paragraph of a document.

    part, place: of the paragraph of the template it comes from, 正文 and 第3段.
    text: as printed, a line break as a line feed.
    cell: counts the cells of the document's tables, None outside; columns: of the table, 0 outside.
    """

    part: str
    place: str
    text: str
    values: tuple[TracedValue, ...] = ()
    cell: int | None = None
    columns: int = 0


class Trace:
    """A template with marks. data: the marked template, to be filled in like any other."""

    def __init__(self, template: bytes) -> None:
        """Mark a template. Raise TemplateError where it is no Word document."""
        package = unpack(template)
        self._origins: list[tuple[str, str]] = []
        self._codes: list[str] = []
        changed = {}
        for part in parts_with_text(package.files):
            if not part.is_properties and (root := _root(package.files, part.name)) is not None:
                for paragraph, place in paragraphs(root):
                    self._mark(paragraph, part.label, place)
                changed[part.name] = deflate([etree.tostring(root, encoding="UTF-8", standalone=True)])
        kept = {name: packed for name, packed in package.packed.items() if name not in changed}
        self.data = Packer(kept, tuple(changed)).pack(tuple(changed.values()))

    def paragraphs(self, document: bytes) -> list[TracedParagraph]:
        """Return what a document prints that was made from the marked template: body first, then heads and feet.

        Raise TemplateError where it is no Word document.
        """
        files = unpack(document).files
        found: list[TracedParagraph] = []
        for part in parts_with_text(files):
            if not part.is_properties and (root := _root(files, part.name)) is not None:
                found += self._read(root)
        return found

    def unfilled(self) -> list[TracedParagraph]:
        """Return the template's own text where nothing could be filled in: every tag prints nothing."""
        told = [
            TracedParagraph(each.part, each.place, _TAG.sub("", each.text), (), each.cell, each.columns)
            for each in self.paragraphs(self.data)
        ]
        return [each for each in told if each.text.strip()]

    def _mark(self, paragraph: _Element, part: str, place: str) -> None:
        pieces = list(own_texts(paragraph))
        text = "".join(piece for _, piece in pieces)
        try:
            tags = find_tags(text)
        except UnclosedTagError:
            tags = []
        if not text.strip() or any(tag.scope in ("p", "tr", "tc") for tag in tags):
            return  # what stands beside such a tag goes with it
        marks: list[tuple[int, str]] = [(0, f"{_PARAGRAPH}{len(self._origins)}{_END}")]
        self._origins.append((part, place))
        for tag in tags:
            if tag.kind == "{{" and not tag.scope:
                marks += [(tag.start, f"{_OPEN}{len(self._codes)}{_END}"), (tag.end, _CLOSE)]
                self._codes.append(tag.code.strip())
        _insert(pieces, marks)

    def _read(self, root: _Element) -> Iterator[TracedParagraph]:
        origin: tuple[str, str] | None = None
        code: str | None = None
        cells: dict[_Element, int] = {}
        for paragraph, _ in paragraphs(root):
            if next(paragraph.iterancestors(_FALLBACK), None) is not None:
                continue  # the same text box once more, for older programs
            plain, values, start = "", [], 0
            position = 0
            marked = "".join(piece for _, piece in own_texts(paragraph))
            for mark in _MARK.finditer(marked):
                plain += marked[position : mark.start()]
                position = mark.end()
                if mark[1] is not None:
                    origin, code = self._origins[int(mark[1])], None
                elif mark[2] is not None:
                    code, start = self._codes[int(mark[2])], len(plain)
                elif code is not None:
                    values.append(TracedValue(start, len(plain), code))
                    code = None
            plain += marked[position:]
            if code is not None:  # it goes on in the next paragraph
                values.append(TracedValue(start, len(plain), code))
            if origin is not None and (plain.strip() or values):
                yield TracedParagraph(*origin, plain, tuple(values), *_cell(paragraph, cells))


def _insert(pieces: list[tuple[_Element | None, str]], marks: list[tuple[int, str]]) -> None:
    """Write marks into the texts of a paragraph. marks: offset, mark, in order."""
    position = 0
    waiting = list(marks)
    last = max(index for index, (element, _) in enumerate(pieces) if element is not None)
    for index, (element, text) in enumerate(pieces):
        end = position + len(text)
        if element is not None:
            written, cut = "", 0
            while waiting and (
                waiting[0][0] < end or (waiting[0][0] == end and _closes(waiting[0])) or index == last
            ):
                offset, mark = waiting.pop(0)
                here = max(offset - position, 0)
                written += text[cut:here] + mark
                cut = max(here, cut)
            element.text = written + text[cut:]
            element.set(_SPACE, "preserve")
        position = end


def _closes(mark: tuple[int, str]) -> bool:
    return mark[1] == _CLOSE


def _cell(paragraph: _Element, cells: dict[_Element, int]) -> tuple[int | None, int]:
    cell = next(paragraph.iterancestors(CELL), None)
    if cell is None:
        return None, 0
    table = next(cell.iterancestors(_TABLE))
    columns = max(sum(1 for _ in row.iterchildren(CELL)) for row in table.iter(ROW))
    return cells.setdefault(cell, len(cells)), columns


def _root(files: Mapping[str, bytes], name: str) -> _Element | None:
    if name not in files:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(files[name], parser)
    except etree.XMLSyntaxError:
        return None  # making a template of it tells of that
    return root if root.getroottree().docinfo.internalDTD is None else None
