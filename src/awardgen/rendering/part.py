"""From one part of a template to what can be filled in, or to what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2.exceptions import TemplateSyntaxError
from lxml import etree

from awardgen.rendering.compiled import CompiledPart
from awardgen.rendering.diagnosis import syntax_fault
from awardgen.rendering.names import attribute_names, constant_texts, free_names, undeclared_names
from awardgen.rendering.pictures import number_pictures
from awardgen.rendering.placing import place_tags
from awardgen.rendering.printing import printers
from awardgen.rendering.shape import shape_of
from awardgen.rendering.tables import TABLE, fit_grids
from awardgen.rendering.values import text_of, text_of_property

if TYPE_CHECKING:
    import jinja2
    from jinja2 import nodes

    from awardgen.rendering.environment import TagEnvironment
    from awardgen.rendering.faults import TemplateFault
    from awardgen.rendering.package import Part
    from awardgen.rendering.reading import PartReading
    from awardgen.rendering.shape import Shape


def compile_part(
    part: Part, reading: PartReading, environment: TagEnvironment, *, strict: bool
) -> tuple[CompiledPart | None, list[TemplateFault]]:
    """Compile a part. Return None where it holds no tag or cannot be used, and what is wrong with it.

    reading: of the part; it is changed.
    """
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
        prints_bytes = shape.is_plain and environment.autoescape is True
        template = (
            _printing_bytes(part, tree, shape, environment) if prints_bytes else environment.from_string(tree)
        )
    except TemplateSyntaxError as error:
        return None, [syntax_fault(source.spot_at(error.lineno), error), *faults]
    used = names, attributes, texts, uses
    return CompiledPart(part, source, environment, template, prints_bytes, shape, *used), faults


def _printing_bytes(
    part: Part, tree: nodes.Template, shape: Shape, environment: TagEnvironment
) -> jinja2.Template:
    place_tags(tree, shape.places, breaks_simply=shape.breaks_simply)
    shown = text_of_property if part.is_properties else text_of
    return environment.printing(printers(shown)).from_string(tree)
