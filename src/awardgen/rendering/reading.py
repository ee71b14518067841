"""One part of a template, read: its tags, and everything that is wrong with them before any value is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen.rendering.arguments import misused_functions
from awardgen.rendering.diagnosis import function_fault, misuse_fault, private_fault
from awardgen.rendering.faults import NOTES
from awardgen.rendering.names import private_attributes, unknown_functions
from awardgen.rendering.outline import outline_of
from awardgen.rendering.package import damaged
from awardgen.rendering.pairing import pair
from awardgen.rendering.source import SourceBuilder
from awardgen.rendering.structure import lost_text_faults, place_faults, reach_faults, scope_faults
from awardgen.rendering.syntax import faults_of_each

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import nodes
    from lxml.etree import _Element

    from awardgen.rendering.environment import TagEnvironment
    from awardgen.rendering.faults import TemplateFault
    from awardgen.rendering.outline import Outline
    from awardgen.rendering.package import Part

_PARSER: Final = etree.XMLParser(
    resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
)
_WORD_PREFIX: Final = "w"


@dataclass(frozen=True, slots=True)
class PartReading:
    """A part as it was read. notes: what keeps nobody from using it."""

    builder: SourceBuilder
    outline: Outline
    faults: tuple[TemplateFault, ...]
    notes: tuple[TemplateFault, ...]


class Readings:
    """Parts as they were read while a template was looked at, so that they need not be read to be compiled."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Part, bytes], PartReading] = {}

    def keep(self, part: Part, data: bytes, reading: PartReading) -> None:
        """Keep what was read of a part. data: its XML."""
        self._kept[part, data] = reading

    def take(self, part: Part, data: bytes) -> PartReading | None:
        """Return what is kept of a part, once: whoever compiles it changes it."""
        return self._kept.pop((part, data), None)


def read_part(part: Part, data: bytes, environment: TagEnvironment, *, strict: bool) -> PartReading:
    """Read a part, whatever is wrong with its tags. Raise TemplateError where it is no XML of Word's."""
    builder = SourceBuilder(
        _root(part, data),
        part.label,
        properties=part.is_properties,
        docxtpls_way=not strict,
        prints_xml=not environment.autoescape,
    )
    builder.read()
    tags = builder.in_order() if builder.tags or builder.meant else []
    unread, unreadable = faults_of_each(tags, environment)
    pairs = pair(tags, unreadable)
    outline = outline_of(part.label, tags, pairs, unreadable)
    found = [*builder.faults, *unread, *pairs.faults, *scope_faults(tags, pairs)]
    if strict:
        found += place_faults(tags)
        found += reach_faults(tags, pairs)
        found += lost_text_faults(tags, builder.text_beside_tags, builder.text_in_runs)
    found += _misused(outline, environment)
    # What Word keeps twice for old programs, such as a text box, is told of once.
    distinct = list(dict.fromkeys(found))
    return PartReading(
        builder,
        outline,
        tuple(fault for fault in distinct if fault.kind not in NOTES),
        tuple(fault for fault in distinct if fault.kind in NOTES),
    )


def _misused(outline: Outline, environment: TagEnvironment) -> Iterator[TemplateFault]:
    tree = outline.tree(environment)
    if tree is None:
        return
    for name, line, is_test in unknown_functions(tree, environment):
        known = environment.tests if is_test else environment.filters
        yield function_fault(outline.spot_at(line), name, known, is_test=is_test)
    for name, wrong, line in misused_functions(tree, environment):
        yield misuse_fault(outline.spot_at(line), name, wrong)
    for line, name in _innermost_private(tree).items():
        yield private_fault(outline.spot_at(line), name)


def _innermost_private(tree: nodes.Template) -> dict[int, str]:
    """Return line → the name that is out of bounds; one of them is enough to know what the tag is about."""
    return {line: name for name, line in private_attributes(tree)}


def _root(part: Part, data: bytes) -> _Element:
    try:
        root = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as error:
        raise damaged(f"{part.label}的内容已经损坏，请在Word里打开并另存") from error
    if (
        root.getroottree().docinfo.internalDTD is not None
    ):  # Word writes none; it could name files or grow without end
        raise damaged(f"{part.label}里有不该有的声明，请在Word里打开并另存")
    if part.is_body and (root.prefix != _WORD_PREFIX or not str(root.tag).endswith("main}document")):
        raise damaged("不是通常的Word文档；请在Word里另存为“Word 文档（*.docx）”，不要选“严格 Open XML”")
    return root
