"""One part of a template, compiled: its text, what it asks for, and how it is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from jinja2.exceptions import TemplateSyntaxError
from lxml import etree

from awardgen.rendering.breaks import resolve_breaks
from awardgen.rendering.diagnosis import (
    function_fault,
    private_fault,
    runtime_fault,
    syntax_fault,
    template_line,
)
from awardgen.rendering.faults import FaultKind, Spot, TemplateError, fault_at
from awardgen.rendering.marks import holds_cuts, holds_marks, resolve_marks
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
from awardgen.rendering.values import RICH, NeedsDocumentError, decode

if TYPE_CHECKING:
    import jinja2
    from lxml.etree import _Element

    from awardgen.rendering.environment import TagEnvironment
    from awardgen.rendering.faults import TemplateFault
    from awardgen.rendering.package import Part
    from awardgen.rendering.shape import Shape
    from awardgen.rendering.source import Source

_DECLARATION: Final = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_WORD_PREFIX: Final = "w"


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """A part that holds tags.

    uses: each use of a name that the template does not define, with its place.
    """

    part: Part
    source: Source
    template: jinja2.Template
    shape: Shape
    names: frozenset[str]
    attributes: frozenset[str]
    texts: frozenset[str]
    uses: tuple[tuple[str, Spot], ...]
    strict_xml: bool

    def fill(self, values: dict[str, Any]) -> bytes:
        """Return the part's XML with these values, which include the environment's own.

        Raise TemplateError, or NeedsDocumentError where a value is a picture or the like.
        """
        xml = self._printed(values)
        if not self.shape.is_plain or RICH in xml or (not self.shape.breaks_simply and holds_cuts(xml)):
            return self._read_again(xml)
        if holds_marks(xml):
            xml = resolve_marks(xml)
        return _DECLARATION + decode(xml).encode()

    def _printed(self, values: dict[str, Any]) -> str:
        template = self.template
        try:
            try:
                pieces = template.root_render_func(template.new_context(values, shared=True))
                return "".join(pieces)
            except NeedsDocumentError:
                raise
            except Exception:  # noqa: BLE001 - Jinja puts the template's lines into the traceback
                template.environment.handle_exception()
        except NeedsDocumentError:
            raise
        except Exception as error:  # a template and its filters can raise anything
            spot = self.source.spot_at(template_line(error.__traceback__))
            raise TemplateError([runtime_fault(spot, error, values)]) from error

    def _read_again(self, xml: str) -> bytes:
        root = self._parsed(xml.replace(RICH, ""))
        resolve_breaks(root)
        if self.part.is_body:
            fit_grids(root.iter(TABLE))
            number_pictures(root)
        return _DECLARATION + decode(etree.tostring(root, encoding="unicode")).encode()

    def _parsed(self, xml: str) -> _Element:
        try:
            root = etree.fromstring(xml, _parser(recover=not self.strict_xml))
        except etree.XMLSyntaxError as error:
            message = (
                "填好后不是完整的Word内容；请检查{% … %}是否成对写在同一段、同一格或同一行里，以及safe的用法"
            )
            raise TemplateError([fault_at(Spot(self.part.label), FaultKind.STRUCTURE, message)]) from error
        if root is None:
            raise damaged("填好后没有内容")
        return root


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
    strict_xml = environment.autoescape is True
    return CompiledPart(part, source, template, shape, names, attributes, texts, uses, strict_xml), []


def _read(part: Part, data: bytes) -> _Element:
    try:
        root = etree.fromstring(data, _parser(resolve_entities=False))
    except etree.XMLSyntaxError as error:
        raise damaged(f"{part.label}的内容已经损坏，请在Word里打开并另存") from error
    if (
        root.getroottree().docinfo.internalDTD is not None
    ):  # Word writes none; it could name files or grow without end
        raise damaged(f"{part.label}里有不该有的声明，请在Word里打开并另存")
    if part.is_body and (root.prefix != _WORD_PREFIX or not str(root.tag).endswith("main}document")):
        raise damaged("不是通常的Word文档；请在Word里另存为“Word 文档（*.docx）”，不要选“严格 Open XML”")
    return root


def _parser(*, recover: bool = False, resolve_entities: bool = True) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=resolve_entities,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )
