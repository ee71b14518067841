"""Template text as canonical XML: what is filled into it is then canonical too, and need not be read to be compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Sequence

# A noncharacter that stands for nothing else, and a piece's number.
_SEAM: Final = re.compile("\ufdd6(\\d+)\ufdd6")


def canonical_pieces(pieces: Sequence[str]) -> list[str] | None:
    """Return pieces of a part as they stand in its canonical XML, None where that cannot be told piece by piece.

    pieces: what the template's text is cut into by tags, in order, each loop and each branch once.
    """
    seamed = "".join(f"\ufdd6{number}\ufdd6{piece}" for number, piece in enumerate(pieces))
    before, _, xml = seamed.partition("<")
    try:
        root = etree.fromstring(f"<{xml}", etree.XMLParser(resolve_entities=False))
        text = etree.tostring(root, method="c14n").decode()
    except etree.LxmlError:
        return None
    _, *found = _SEAM.split(before + text)
    numbers, canonical = found[::2], found[1::2]
    return canonical if numbers == [str(number) for number in range(len(pieces))] else None
