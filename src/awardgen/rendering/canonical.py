"""Template text as canonical XML: what is filled into it is then canonical too, and need not be read to be compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Sequence

# A noncharacter that stands for nothing else, and a piece's number.
_SEAM: Final = re.compile("\ufdd6(\\d+)\ufdd6")
_TAG: Final = re.compile(r'<[^<>"]*(?:"[^"]*"[^<>"]*)+>')  # one with attributes


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


def with_canonical_escapes(xml: str, *, in_attributes: bool) -> str:
    """Return canonical XML that Jinja has escaped values in. in_attributes: some of them stand in attributes."""
    if "&" not in xml:
        return xml
    if in_attributes and ("&#34;" in xml or "&gt;" in xml):
        xml = _TAG.sub(lambda tag: tag.group().replace("&#34;", "&quot;").replace("&gt;", ">"), xml)
    return xml.replace("&#34;", '"').replace("&#39;", "'") if "&#3" in xml else xml
