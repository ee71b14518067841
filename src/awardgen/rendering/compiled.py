"""A part of a template that holds tags, compiled: what it asks for, and how it is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from awardgen.opc import deflate
from awardgen.rendering.breaks import resolve_breaks
from awardgen.rendering.content import is_said, part_digest
from awardgen.rendering.diagnosis import runtime_fault, template_line
from awardgen.rendering.environment import context_of
from awardgen.rendering.faults import FaultKind, Spot, TemplateError, fault_at
from awardgen.rendering.grids import fit_grids_in_text
from awardgen.rendering.package import damaged
from awardgen.rendering.pictures import number_pictures
from awardgen.rendering.shape import shape_of
from awardgen.rendering.tables import TABLE, fit_grids
from awardgen.rendering.values import RICH, NeedsDocumentError, NotTextError, decode, holds_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from hashlib import _Hash

    import jinja2
    from lxml.etree import _Element

    from awardgen.opc import Packed
    from awardgen.rendering.environment import TagEnvironment
    from awardgen.rendering.package import Part
    from awardgen.rendering.shape import Shape
    from awardgen.rendering.source import Source

_DECLARATION: Final = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_AT_ONCE: Final = 2048  # pieces that Jinja prints; the most of a part that is looked at together


@dataclass(frozen=True)
class CompiledPart:
    """A part that holds tags.

    environment: of its source. template: the source compiled; where prints_bytes, the part's canonical XML comes of
    it, and else text, which may hold marks.
    uses: each use of a name that the template does not define, with its place.
    """

    part: Part
    source: Source
    environment: TagEnvironment
    template: jinja2.Template
    prints_bytes: bool
    shape: Shape
    names: frozenset[str]
    attributes: frozenset[str]
    texts: frozenset[str]
    uses: tuple[tuple[str, Spot], ...]

    @cached_property
    def is_said(self) -> bool:
        """Tell whether the part is of what the document says."""
        return is_said(self.part.name)

    def fill(self, values: dict[str, Any]) -> bytes:
        """Return the part's XML with these values, which include the environment's own.

        Raise TemplateError, or NeedsDocumentError where a value is a picture or the like.
        """
        if self.prints_bytes:
            try:
                return b"".join([_DECLARATION, *self._blocks(values)])
            except NotTextError:
                pass
        return self._fill_with_text(values)

    def fill_packed(self, values: dict[str, Any]) -> Packed:
        """Return what `fill` does, deflated; a long part is never all there at once."""
        if self.shape.is_plain:
            try:
                return deflate(chain([_DECLARATION], self._blocks(values)))
            except NotTextError:
                pass
        return deflate([self._fill_with_text(values)])

    def fill_packed_with_digest(self, values: dict[str, Any]) -> tuple[Packed, str]:
        """Return what `fill_packed` does, and the digest of the canonical XML."""
        if self.prints_bytes:
            digest = sha256()
            try:
                blocks = _noted(self._blocks(values), digest)
                return deflate(chain([_DECLARATION], blocks)), digest.hexdigest()
            except NotTextError:
                pass
        xml = self._fill_with_text(values)
        return deflate([xml]), part_digest(self.part.name, xml)

    def _blocks(self, values: dict[str, Any]) -> Iterator[bytes]:
        """Yield a plain part's XML. Raise NotTextError where a value keeps it from being one."""
        pieces = self._printed(self.template, values)
        blocks = map(b"".join if self.prints_bytes else _encoded, pieces)
        return fit_grids_in_text(blocks) if self.shape.counts_columns else blocks

    def _fill_with_text(self, values: dict[str, Any]) -> bytes:
        xml = "".join(chain.from_iterable(self._printed(self._text_template, values)))
        if not self.shape.is_plain or holds_marks(xml):
            return _DECLARATION + self._read_again(xml)
        block = xml.encode()
        return b"".join(
            [_DECLARATION, *(fit_grids_in_text([block]) if self.shape.counts_columns else [block])]
        )

    @cached_property
    def _text_template(self) -> jinja2.Template:
        """What prints text. Hardly ever is it asked for where the other prints bytes."""
        if not self.prints_bytes:
            return self.template
        tree = self.environment.parse(self.source.code)
        shape_of(tree, is_body=self.part.is_body)
        return self.environment.from_string(tree)

    def _printed(self, template: jinja2.Template, values: dict[str, Any]) -> Iterator[list[Any]]:
        """Yield what the template prints, so many pieces at once. Raise TemplateError, or what asks for another way."""
        environment = template.environment
        try:
            try:
                pieces = template.root_render_func(context_of(template, values))
                while some := list(islice(pieces, _AT_ONCE)):
                    yield some
            except (NeedsDocumentError, NotTextError):
                raise
            except Exception:  # noqa: BLE001 - Jinja puts the template's lines into the traceback
                environment.handle_exception()
        except (NeedsDocumentError, NotTextError):
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
        return decode(etree.tostring(root, encoding="unicode")).encode()

    def _parsed(self, xml: str) -> _Element:
        is_escaped = self.environment.autoescape is True
        parser = etree.XMLParser(
            no_network=True, remove_comments=True, remove_pis=True, recover=not is_escaped
        )
        try:
            root = etree.fromstring(xml, parser)
        except etree.XMLSyntaxError as error:
            message = (
                "填好后不是完整的Word内容；请检查{% … %}是否成对写在同一段、同一格或同一行里，以及safe的用法"
            )
            raise TemplateError([fault_at(Spot(self.part.label), FaultKind.STRUCTURE, message)]) from error
        if root is None:
            raise damaged("填好后没有内容")
        return root


def _encoded(pieces: Iterable[str]) -> bytes:
    xml = "".join(pieces)
    if holds_marks(xml):
        raise NotTextError
    return xml.encode()


def _noted(blocks: Iterable[bytes], digest: _Hash) -> Iterator[bytes]:
    for block in blocks:
        digest.update(block)
        yield block
