"""Places in a Word part, counted the way a person counts: 表格1第2行第3格第1段."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH: Final = f"{WORD}p"
RUN: Final = f"{WORD}r"
TEXT: Final = f"{WORD}t"
ROW: Final = f"{WORD}tr"
CELL: Final = f"{WORD}tc"
DELETED_TEXT: Final = f"{WORD}delText"
MOVED_AWAY: Final = f"{WORD}moveFrom"
TABLE: Final = f"{WORD}tbl"
_TEXT_BOX: Final = f"{WORD}txbxContent"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTES: Final = (f"{WORD}footnote", f"{WORD}endnote")
UNITS: Final = (*_NOTES, _TEXT_BOX)
_BREAKS: Final = {f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}tab": "\t"}
_EXCERPT: Final = 40


def paragraphs(root: _Element) -> Iterator[tuple[_Element, str]]:
    """Yield every paragraph below `root`, also those in tables and text boxes, with its place."""
    note = 0
    notes = [each for each in root if each.tag in _NOTES]
    if not notes:
        yield from _inside(root, "")
    for each in notes:
        ordinary = f"{WORD}type" not in each.attrib
        note += ordinary
        yield from _inside(each, f"第{note}条" if ordinary else "")


def _inside(container: _Element, prefix: str) -> Iterator[tuple[_Element, str]]:
    paragraph = table = 0
    for element in _blocks(container):
        if element.tag == PARAGRAPH:
            paragraph += 1
            place = f"{prefix}第{paragraph}段"
            yield element, place
            for label, box in _boxes(element):
                yield from _inside(box, f"{place}{label}")
        else:
            table += 1
            for row_number, row in enumerate(_own(element, ROW), 1):
                for cell_number, cell in enumerate(_own(row, CELL), 1):
                    yield from _inside(cell, f"{prefix}表格{table}第{row_number}行第{cell_number}格")


def _boxes(paragraph: _Element) -> Iterator[tuple[str, _Element]]:
    """Yield a paragraph's text boxes; the copy that Word keeps for old programs has the place of its original."""
    boxes = [
        each for each in paragraph.iter(_TEXT_BOX) if next(each.iterancestors(PARAGRAPH), None) is paragraph
    ]
    originals = [each for each in boxes if next(each.iterancestors(_FALLBACK), None) is None]
    copies = [each for each in boxes if each not in originals]
    for group in (originals, copies):
        for number, box in enumerate(group, 1):
            yield (f"文本框{number}" if len(originals or copies) > 1 else "文本框"), box


def _blocks(container: _Element) -> Iterator[_Element]:
    """Paragraphs and tables of a container; a content control or a body counts as not there."""
    for element in container:
        if element.tag in (PARAGRAPH, TABLE):
            yield element
        else:
            yield from _blocks(element)


def _own(element: _Element, tag: str) -> Iterator[_Element]:
    """Rows of a table or cells of a row, also behind content controls, but not those of an inner table."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in (TABLE, PARAGRAPH):
            yield from _own(child, tag)


def own_texts(element: _Element) -> Iterator[tuple[_Element | None, str]]:
    """Yield the texts of one paragraph with their elements; a break or a tab has none."""
    for child in element:
        if child.tag == TEXT:
            yield child, child.text or ""
        elif child.tag in _BREAKS:
            yield None, _BREAKS[child.tag]
        elif child.tag not in (PARAGRAPH, _TEXT_BOX, MOVED_AWAY):
            yield from own_texts(child)


def excerpt(text: str, start: int, end: int) -> str:
    """Return at most 40 characters of a text around what stands at [start, end)."""
    room = max(_EXCERPT - (end - start), 0) // 2
    first = max(min(start - room, len(text) - _EXCERPT), 0)
    return " ".join(text[first : first + _EXCERPT].split())
