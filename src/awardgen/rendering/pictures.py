"""The numbers of a document's pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart
    from lxml.etree import _Element

PICTURE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_NUMBERED: Final = (PICTURE, "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr")
# docxtpl numbers a body's pictures from here, so that copies made by a loop do not share a number.
_FIRST: Final = 1001


def number_pictures(root: _Element) -> None:
    """Give every picture below `root` a number of its own."""
    for number, picture in enumerate(root.iter(PICTURE), _FIRST):
        picture.set("id", str(number))


def count_pictures(root: _Element) -> tuple[int, ...]:
    """Count what is numbered below `root`: the places of pictures, and the pictures in them."""
    return tuple(len(list(root.iter(tag))) for tag in _NUMBERED)


def number_pictures_of_margins(main: DocumentPart, before: tuple[int, ...]) -> None:
    """Give the pictures of headers and footers numbers after `before`, as where docxtpl merges a file in."""
    margins = [each for each in main.rels.values() if each.reltype.endswith(("/header", "/footer"))]
    for tag, number in zip(_NUMBERED, before, strict=True):
        found = [each for margin in margins for each in margin.target_part.element.iter(tag)]
        for following, element in enumerate(found, number + 1):
            element.set("id", str(following))
