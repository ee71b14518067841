"""From one part of a template to what can be filled in, or to what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2.exceptions import TemplateSyntaxError
from lxml import etree

from awardgen.rendering.compiled import CompiledPart
from awardgen.rendering.diagnosis import syntax_fault
from awardgen.rendering.names import attribute_names, constant_texts, free_names, undeclared_names
from awardgen.rendering.pictures import number_pictures
from awardgen.rendering.reading import read_part
from awardgen.rendering.shape import shape_of
from awardgen.rendering.tables import TABLE, fit_grids

if TYPE_CHECKING:
    from awardgen.rendering.environment import TagEnvironment
    from awardgen.rendering.faults import TemplateFault
    from awardgen.rendering.package import Part


def compile_part(
    part: Part, data: bytes, environment: TagEnvironment, *, strict: bool
) -> tuple[CompiledPart | None, list[TemplateFault]]:
    """Compile a part. Return None where it holds no tag or cannot be used, and what is wrong with it."""
    reading = read_part(part, data, environment, strict=strict)
    builder, faults = reading.builder, [*reading.faults, *reading.notes]
    root = builder.root
    # docxtpl numbers the pictures of a body without tags too.
    if reading.faults or not (builder.tags or (part.is_body and not strict)):
        return None, faults
    if part.is_body:
        fit_grids(
            table for table in root.iter(TABLE) if "{%" not in etree.tostring(table, encoding="unicode")
        )
        number_pictures(root)
    source = builder.source()
    try:
        tree = environment.parse(source.code)
        names = undeclared_names(tree, environment)
        uses = tuple((name, source.spot_at(line)) for name, line in free_names(tree) if name in names)
        attributes = attribute_names(tree)
        texts = constant_texts(tree)
        shape = shape_of(tree, is_body=part.is_body)
        template = environment.from_string(tree)
    except TemplateSyntaxError as error:
        return None, [syntax_fault(source.spot_at(error.lineno), error), *faults]
    is_escaped = environment.autoescape is True
    return CompiledPart(part, source, template, shape, names, attributes, texts, uses, is_escaped), faults
