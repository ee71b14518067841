"""Reading the XML of a part that anyone may have written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

_DOCTYPE: Final = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


class UnsafeXmlError(ValueError):
    """A part is no XML, or has a document type: Office writes none; it could name files or grow without end."""


def parse(data: bytes) -> _Element:
    """Return the root of a part. Raise UnsafeXmlError."""
    if any(mark in data for mark in _DOCTYPE):
        raise UnsafeXmlError
    # Neither shared nor kept: a parser takes over the names of what it read before.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, strip_cdata=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnsafeXmlError from error
    if root.getroottree().docinfo.internalDTD is not None:  # in an encoding other than these
        raise UnsafeXmlError
    return root
