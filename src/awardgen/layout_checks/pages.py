"""The pages of a template and the numbers printed on them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from awardgen.layout_checks.document import RELATED
from awardgen.layout_checks.formats import WORD, laid_over, number, paragraph_properties, value
from awardgen.layout_checks.model import PAGE, PageNumber, Section
from awardgen.layout_checks.runs import face_of, paragraph_style, run_face
from awardgen.rendering import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from awardgen.layout_checks.document import Document
    from awardgen.layout_checks.formats import Properties

_TWIPS: Final = 1440 / 25.4  # in a millimetre
_PAGE_FIELD: Final = re.compile(r"(^|\s)PAGE(\s|$)", re.IGNORECASE)
_POSITION: Final = re.compile(r"mso-position-horizontal:\s*(\w+)")
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BOX: Final = f"{WORD}txbxContent"


def read_sections(document: Document) -> tuple[Section, ...]:
    """Return the sections of the body in order."""
    found = list(document.body.iter(f"{WORD}sectPr"))
    return tuple(
        _section(each, "正文" if len(found) == 1 else f"正文第{index}节")
        for index, each in enumerate(found, 1)
    )


def _section(element: _Element, label: str) -> Section:
    size, margins, grid = (element.find(f"{WORD}{name}") for name in ("pgSz", "pgMar", "docGrid"))

    def millimetres(part: _Element | None, attribute: str, default: float) -> float:
        return number(value(part, attribute), default) / _TWIPS

    return Section(
        label=label,
        width=millimetres(size, "w", 12240),  # Word's own defaults: the paper of North America
        height=millimetres(size, "h", 15840),
        top=abs(millimetres(margins, "top", 1440)),
        right=millimetres(margins, "right", 1440),
        bottom=abs(millimetres(margins, "bottom", 1440)),
        left=millimetres(margins, "left", 1440) + millimetres(margins, "gutter", 0),
        grid=value(grid, "type").replace("default", ""),
        line_pitch=number(value(grid, "linePitch")) / 20,
        character_space=number(value(grid, "charSpace")) / 4096,
    )


def read_page_numbers(document: Document) -> tuple[dict[str, PageNumber | None], bool, str]:
    """Return the first section's page numbers by kind of footer, whether headers have one, and its format."""
    section = next(document.body.iter(f"{WORD}sectPr"), None)
    if section is None:
        return {}, False, ""
    footers: dict[str, PageNumber | None] = {}
    in_header = False
    for each in section:
        label, root = document.margins.get(str(each.get(RELATED, "")), ("", None))
        if root is None:
            continue
        found = next(_page_numbers(document, root, label), None)
        if each.tag == f"{WORD}footerReference":
            footers[value(each, "type") or "default"] = found
        elif found is not None:
            in_header = True
    return footers, in_header, value(section.find(f"{WORD}pgNumType"), "fmt")


def _page_numbers(document: Document, root: _Element, label: str) -> Iterator[PageNumber]:
    for paragraph, place in paragraphs(root):
        text, run = _text_with_page(paragraph)
        if PAGE not in text:
            continue
        layout, base = document.styles.of_paragraph(paragraph_style(paragraph))
        layout = laid_over(layout, paragraph_properties(paragraph.find(f"{WORD}pPr")))
        before, _, after = text.partition(PAGE)
        size = face_of(run_face(run, base, document.styles)).size
        yield PageNumber(label, place, before.strip(), after.strip(), size, _side(paragraph, layout, before))


def _text_with_page(paragraph: _Element) -> tuple[str, _Element | None]:
    """Return a paragraph's text with PAGE for the number, and the run that sets the number."""
    fields = _Fields()
    for element in _own(paragraph):
        fields.read(element)
    return fields.text, fields.run


@dataclass(slots=True)
class _Fields:
    """Reads a paragraph with its fields. run: what sets the page number; shown: how many results are open."""

    text: str = ""
    run: _Element | None = None
    codes: list[str] = field(default_factory=list)
    shown: int = 0
    _setting: _Element | None = None

    def read(self, element: _Element) -> None:
        parent = next(element.iterancestors())
        if element.tag == f"{WORD}fldChar":
            self._read_mark(value(element, "fldCharType"))
        elif element.tag == f"{WORD}instrText" and self.codes:
            self.codes[-1] += element.text or ""
            self._setting = parent
        elif element.tag == f"{WORD}fldSimple" and _PAGE_FIELD.search(value(element, "instr")):
            self._found(next(element.iter(f"{WORD}r"), None))
        elif element.tag == f"{WORD}pgNum":
            self._found(parent)
        elif element.tag == f"{WORD}tab" and parent.tag == f"{WORD}r":
            self.text += "\t"
        elif element.tag == f"{WORD}t" and self.shown:
            self._setting = parent  # it looks like its last result, where there is one
        elif element.tag == f"{WORD}t" and not _is_result(element):
            self.text += element.text or ""

    def _read_mark(self, kind: str) -> None:
        if kind == "begin":
            self.codes.append("")
        elif kind == "separate":
            self.shown += 1
        elif kind == "end" and self.codes:
            self.shown = max(self.shown - 1, 0)
            if _PAGE_FIELD.search(self.codes.pop()):
                self._found(self._setting)

    def _found(self, run: _Element | None) -> None:
        if PAGE not in self.text:
            self.run = run
        self.text += PAGE


def _is_result(element: _Element) -> bool:
    return next(element.iterancestors(f"{WORD}fldSimple"), None) is not None


def _own(element: _Element) -> Iterator[_Element]:
    """Yield what stands in a paragraph, but not what stands in a text box that is tied to it."""
    for child in element:
        if child.tag != _BOX:
            yield child
            yield from _own(child)


def _side(paragraph: _Element, layout: Properties, before: str) -> str:
    """Return on which side a page number stands; empty where it is placed by measure."""
    box = next(paragraph.iterancestors(_BOX), None)
    if box is not None:
        for ancestor in box.iterancestors():
            position = ancestor.find(f"{_DRAWING}positionH")
            if position is not None:
                return position.findtext(f"{_DRAWING}align") or ""
            if found := _POSITION.search(ancestor.get("style", "")):
                return found[1]
        return ""
    if any(key.startswith("framePr.") for key in layout):
        return layout.get("framePr.xAlign", "")
    if "\t" in before:
        stops = layout.get("tabs", "").split() or ["center", "right"]
        return stops[min(before.count("\t"), len(stops)) - 1]
    side = layout.get("jc", "left")
    return side if side in ("center", "right") else "left"
