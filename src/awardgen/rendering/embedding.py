"""Filling a document whose values bring files with them: pictures, sub-documents, links. Through docxtpl.

Such a value was made for some docxtpl template object. Here it is printed into a document of its own, and
what it refers to over there is taken along.
"""

from __future__ import annotations

import re
from copy import copy
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, cast

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import parse_xml
from docx.opc.part import XmlPart
from docxtpl import DocxTemplate, InlineImage
from lxml import etree

from awardgen.opc import Packer
from awardgen.rendering.adoption import adopt_definitions, adopted_part, found_link, same_target
from awardgen.rendering.package import unpack
from awardgen.rendering.pictures import count_pictures, number_pictures_of_margins
from awardgen.rendering.values import filling

if TYPE_CHECKING:
    from collections.abc import Callable

_REFERENCE: Final = re.compile(r"(<w:hyperlink )?\b(r:\w+)=\"([^\"]+)\"")


class Embedding:
    """One document that is being filled. data: the template."""

    def __init__(self, data: bytes) -> None:
        self._template = DocxTemplate(BytesIO(data))
        self._template.render_init()
        self._main: Any = self._template.docx.part
        self._package = self._main.package
        self._parts: dict[str, Any] = {
            str(part.partname).lstrip("/"): part for part in self._package.iter_parts()
        }
        self._lenders: list[Any] = []
        self._merges = False
        self._pictures = count_pictures(self._main.element)
        self._taken: dict[tuple[int, int], str] = {}

    def fill(self, name: str, filled: Callable[[], bytes]) -> None:
        """Put what `filled` returns into the part, while values may add to the part's relationships."""
        part: Any = self._parts[name]
        is_parsed = isinstance(part, XmlPart)
        self._template.current_rendering_part = part
        token = filling.set(self)
        try:
            xml = filled()
        finally:
            filling.reset(token)
        if not is_parsed:
            part._blob = xml  # noqa: SLF001 - python-docx has no other way
        elif part is self._main:
            part._element = etree.fromstring(xml)  # noqa: SLF001 - written by ourselves
        else:
            part._element = parse_xml(cast("str", xml))  # noqa: SLF001

    def printed(self, value: Any) -> str:  # noqa: ANN401 - docxtpl's objects have no types
        """Return a value's XML, as this document can read it."""
        if isinstance(value, InlineImage):
            own = copy(value)
            own.tpl = self._template
            return str(own)
        if not hasattr(value, "subdocx"):
            return self._with_own_references(str(value), None)
        if value.docx not in self._lenders:
            self._lenders.append(value.docx)
        self._merges = self._merges or value.subdocx.part is not value.docx.part
        return self._with_own_references(str(value), value.docx.part)

    def save(self) -> bytes:
        """Return the document."""
        for lender in self._lenders:
            adopt_definitions(self._main, lender.part)
        if self._merges:
            number_pictures_of_margins(self._main, self._pictures)
        buffer = BytesIO()
        self._template.docx.save(buffer)
        return Packer(unpack(buffer.getvalue()).packed).pack(())

    def _with_own_references(self, xml: str, lender: Any) -> str:  # noqa: ANN401 - a part of python-docx's
        def own(reference: re.Match[str]) -> str:
            link, name, key = reference.groups("")
            relationship = self._known(key, link) if lender is None else lender.rels.get(key)
            return f'{link}{name}="{self._related(relationship) if relationship else key}"'

        return _REFERENCE.sub(own, xml)

    def _known(self, key: str, link: str) -> Any:  # noqa: ANN401
        """Return the relationship of an id in XML that does not say whose it is: the template's own, or a link."""
        here = self._template.current_rendering_part.rels.get(key)
        if here is not None and (not link or here.reltype == RELATIONSHIP_TYPE.HYPERLINK):
            return here
        return found_link(key, self._main, apart_from=self._template)

    def _related(self, relationship: Any) -> str:  # noqa: ANN401
        """Return the id under which the current part has the same relationship."""
        part = self._template.current_rendering_part
        here = part.rels.get(relationship.rId)
        if here is not None and same_target(here, relationship):
            return str(relationship.rId)
        taken = (id(part), id(relationship))
        if taken not in self._taken:
            key = relationship.rId if here is None else part.rels._next_rId  # noqa: SLF001
            external = relationship.is_external
            target = (
                relationship.target_ref if external else adopted_part(self._package, relationship.target_part)
            )
            part.load_rel(relationship.reltype, target, key, external)
            self._taken[taken] = key
        return self._taken[taken]
