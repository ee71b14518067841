"""A template as docxtpl hands it on where no tag changes it."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Final

from lxml import etree

from awardgen.rendering.package import damaged

_PROPERTIES: Final = ("author", "comments", "identifier", "language", "subject", "title")
_CORE: Final = "docProps/core.xml"
_NO_TIME: Final = datetime(1980, 1, 1, tzinfo=UTC)


def as_docxtpl_saves(data: bytes) -> bytes:
    """Return the template after it went through docxtpl: python-docx writes its lists of files anew.

    Raise TemplateError where python-docx cannot read it.
    """
    from docx import Document  # noqa: PLC0415 - only where docxtpl's own output is wanted
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415

    buffer = BytesIO()
    try:
        document = Document(BytesIO(data))
        kinds = {each.reltype for each in document.part.package.rels.values()}
        properties = document.core_properties
        if RELATIONSHIP_TYPE.CORE_PROPERTIES not in kinds:
            properties.modified = _NO_TIME  # python-docx would write today's
        for name in _PROPERTIES:
            setattr(properties, name, getattr(properties, name))
        body = document.element.body
        # Namespaces that are declared twice go where a tree is moved.
        document.element.replace(body, etree.fromstring(etree.tostring(body)))
        document.save(buffer)
    except Exception as error:  # python-docx raises whatever a strange file leads it to
        raise damaged("内部结构有问题，请在Word里打开并另存") from error
    return buffer.getvalue()
