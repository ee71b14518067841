"""The numbers of a document's pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

_PICTURE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
# docxtpl numbers a body's pictures from here, so that copies made by a loop do not share a number.
_FIRST: Final = 1001


def number_pictures(root: _Element) -> None:
    """Give every picture below `root` a number of its own."""
    for number, picture in enumerate(root.iter(_PICTURE), _FIRST):
        picture.set("id", str(number))
