"""Reading the XML of a part that anyone may have written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

_DOCTYPE: Final = tuple(
    "<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
)
# As office programs begin a part: the declaration and the root element, behind which no document type may come
# (XML 1.0, 2.8). Whatever begins otherwise is gone through.
_WITHOUT_DOCTYPE: Final = re.compile(
    rb"""(?:<\?xml version=["']1\.0["'](?: encoding=["']utf-8["'])?(?: standalone=["'](?:yes|no)["'])? ?\?>)?"""
    rb"[ \t\r\n]*<[a-z_]",
    re.IGNORECASE,
)


class UnsafeXmlError(ValueError):
    """A part is no XML, or has a document type: Office writes none; it could name files or grow without end."""


def parse(data: bytes) -> _Element:
    """Return the root of a part. Raise UnsafeXmlError."""
    if has_doctype(data):
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


def has_doctype(data: bytes | bytearray) -> bool:
    """Tell whether a part has a document type; no text holds one, as its < is written otherwise."""
    if b"\x00" not in data[:4] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return not _WITHOUT_DOCTYPE.match(data) and _DOCTYPE[0] in data
    return any(mark in data for mark in _DOCTYPE)
