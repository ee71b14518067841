"""Small documents with docxtpl's features, and docxtpl's own output to compare with."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docxtpl
from jinja2 import Environment
from lxml import etree

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def rendered(template, context, *, autoescape=False, filters=None):
    """What docxtpl makes of it. template: a .docx's bytes, or the template object the values belong to."""
    if isinstance(template, bytes):
        template = docxtpl.DocxTemplate(BytesIO(template))
    environment = Environment(autoescape=autoescape)  # noqa: S701 - docxtpl's own default
    environment.filters.update(filters or {})
    template.render(context, environment)
    buffer = BytesIO()
    template.save(buffer)
    return buffer.getvalue()


def pack(files):
    """A .docx of these files."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def canonical(data):
    """Every part by name: canonical XML, or the bytes of what is none."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: _canonical(archive.read(name)) for name in archive.namelist()}


def _canonical(content):
    try:
        return etree.tostring(etree.fromstring(content), method="c14n")
    except etree.XMLSyntaxError:
        return content


def png(shade):
    """A picture of one pixel."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0)
    pixel = zlib.compress(bytes([0, shade]))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")
