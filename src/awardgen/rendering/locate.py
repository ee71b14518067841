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
_TABLE: Final = f"{WORD}tbl"
_TEXT_BOX: Final = f"{WORD}txbxContent"
_NOTES: Final = (f"{WORD}footnote", f"{WORD}endnote")
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
            for box in element.iter(_TEXT_BOX):
                if next(box.iterancestors(PARAGRAPH), None) is element:
                    yield from _inside(box, f"{place}文本框")
        else:
            table += 1
            for row_number, row in enumerate(_own(element, ROW), 1):
                for cell_number, cell in enumerate(_own(row, CELL), 1):
                    yield from _inside(cell, f"{prefix}表格{table}第{row_number}行第{cell_number}格")


def _blocks(container: _Element) -> Iterator[_Element]:
    """Paragraphs and tables of a container; a content control or a body counts as not there."""
    for element in container:
        if element.tag in (PARAGRAPH, _TABLE):
            yield element
        else:
            yield from _blocks(element)


def _own(element: _Element, tag: str) -> Iterator[_Element]:
    """Rows of a table or cells of a row, also behind content controls, but not those of an inner table."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in (_TABLE, PARAGRAPH):
            yield from _own(child, tag)


def own_texts(element: _Element) -> Iterator[tuple[_Element | None, str]]:
    """Yield the texts of one paragraph with their elements; a break or a tab has none."""
    for child in element:
        if child.tag == TEXT:
            yield child, child.text or ""
        elif child.tag in _BREAKS:
            yield None, _BREAKS[child.tag]
        elif child.tag not in (PARAGRAPH, _TEXT_BOX):
            yield from own_texts(child)


def excerpt(text: str, start: int, end: int) -> str:
    """Return at most 40 characters of a text around what stands at [start, end)."""
    room = max(_EXCERPT - (end - start), 0) // 2
    first = max(min(start - room, len(text) - _EXCERPT), 0)
    return " ".join(text[first : first + _EXCERPT].split())
