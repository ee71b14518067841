"""From one part of a template to what can be filled in, or to what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinja2.exceptions import TemplateSyntaxError
from lxml import etree

from awardgen.rendering.compiled import CompiledPart
from awardgen.rendering.diagnosis import (
    function_fault,
    private_fault,
    syntax_fault,
)
from awardgen.rendering.names import (
    attribute_names,
    constant_texts,
    free_names,
    private_attributes,
    undeclared_names,
    unknown_functions,
)
from awardgen.rendering.package import damaged
from awardgen.rendering.pictures import number_pictures
from awardgen.rendering.shape import shape_of
from awardgen.rendering.source import SourceBuilder
from awardgen.rendering.structure import lost_text_faults, pairing_faults
from awardgen.rendering.tables import TABLE, fit_grids

if TYPE_CHECKING:
    from lxml.etree import _Element

    from awardgen.rendering.environment import TagEnvironment
    from awardgen.rendering.faults import TemplateFault
    from awardgen.rendering.package import Part

_PARSER: Final = etree.XMLParser(
    resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
)
_WORD_PREFIX: Final = "w"


def compile_part(
    part: Part, data: bytes, environment: TagEnvironment, *, strict: bool
) -> tuple[CompiledPart | None, list[TemplateFault]]:
    """Compile a part. Return None where it holds no tag, and what is wrong with it."""
    root = _read(part, data)
    builder = SourceBuilder(
        root,
        part.label,
        properties=part.is_properties,
        docxtpls_way=not strict,
        prints_xml=not environment.autoescape,
    )
    builder.read()
    faults = [*builder.faults, *pairing_faults(builder.tags)]
    if strict:
        faults += lost_text_faults(builder.tags, builder.text_beside_tags)
    # docxtpl numbers the pictures of a body without tags too.
    if faults or not (builder.tags or (part.is_body and not strict)):
        return None, faults
    if part.is_body:
        fit_grids(
            table for table in root.iter(TABLE) if "{%" not in etree.tostring(table, encoding="unicode")
        )
        number_pictures(root)
    source = builder.source()
    try:
        tree = environment.parse(source.code)
        faults += [
            function_fault(source.spot_at(line), name, {**environment.filters, **environment.tests})
            for name, line in unknown_functions(tree, environment)
        ]
        faults += [private_fault(source.spot_at(line), name) for name, line in private_attributes(tree)]
        if faults:
            return None, faults
        names = undeclared_names(tree, environment)
        uses = tuple((name, source.spot_at(line)) for name, line in free_names(tree) if name in names)
        attributes = attribute_names(tree)
        texts = constant_texts(tree)
        shape = shape_of(tree, is_body=part.is_body)
        template = environment.from_string(tree)
    except TemplateSyntaxError as error:
        return None, [syntax_fault(source.spot_at(error.lineno), error)]
    is_escaped = environment.autoescape is True
    return CompiledPart(part, source, template, shape, names, attributes, texts, uses, is_escaped), []


def _read(part: Part, data: bytes) -> _Element:
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
