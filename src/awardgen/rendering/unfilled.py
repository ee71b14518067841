"""Tags that stand where nothing is filled in: comments, charts, properties that the program leaves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen.rendering.brackets import read_text
from awardgen.rendering.faults import FaultKind, Spot, fault_at
from awardgen.rendering.locate import PARAGRAPH, excerpt, own_texts, paragraphs
from awardgen.rendering.package import parts_with_text, parts_without_tags
from awardgen.rendering.source import FILLED_PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from awardgen.rendering.faults import TemplateFault

_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)


def unfilled_notes(files: Mapping[str, bytes]) -> Iterator[TemplateFault]:
    """Yield a note for each tag in a part of the document in which none is filled in."""
    properties = [part for part in parts_with_text(files) if part.is_properties]
    for part in [*parts_without_tags(files), *properties]:
        try:
            root = etree.fromstring(files[part.name], _PARSER)
        except etree.XMLSyntaxError:
            continue  # nobody reads it but Word
        for place, text in _texts(root, part.is_properties):
            for tag in read_text(text)[0]:
                if tag.kind != "{#":
                    spot = Spot(part.label, place, excerpt(text, tag.start, tag.end), tag.start, tag.end)
                    message = "标签写在这里不会填写，会照样留着；请移到正文、表格、页眉页脚或脚注里"
                    yield fault_at(spot, FaultKind.UNFILLED, message)


def _texts(root: _Element, is_properties: bool) -> Iterator[tuple[str, str]]:  # noqa: FBT001
    seen = set()
    for paragraph, place in paragraphs(root):
        seen.add(paragraph)
        yield place, "".join(text for _, text in own_texts(paragraph))
    for element in root.iter():
        is_filled = is_properties and etree.QName(element).localname in FILLED_PROPERTIES
        if element.text and not is_filled and next(element.iterancestors(PARAGRAPH), None) not in seen:
            yield "", element.text
