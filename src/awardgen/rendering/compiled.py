"""A part of a template that holds tags, compiled: what it asks for, and how it is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from awardgen.opc import deflate
from awardgen.rendering.breaks import resolve_breaks
from awardgen.rendering.canonical import with_canonical_escapes
from awardgen.rendering.content import part_digest
from awardgen.rendering.diagnosis import runtime_fault, template_line
from awardgen.rendering.faults import FaultKind, Spot, TemplateError, fault_at
from awardgen.rendering.grids import fit_grids_in_text
from awardgen.rendering.marks import holds_cuts, resolve_marks
from awardgen.rendering.package import damaged
from awardgen.rendering.pictures import number_pictures
from awardgen.rendering.tables import TABLE, fit_grids
from awardgen.rendering.values import RICH, NeedsDocumentError, decode, holds_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from hashlib import _Hash

    import jinja2
    from lxml.etree import _Element

    from awardgen.opc import Packed
    from awardgen.rendering.package import Part
    from awardgen.rendering.shape import Shape
    from awardgen.rendering.source import Source

_DECLARATION: Final = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_PARAGRAPH_END: Final = "</w:p>"
_AT_ONCE: Final = 2048  # pieces that Jinja prints; the most of a part that is looked at together


class _HasToBeReadError(Exception):
    """The values are such that the filled part has to be read as XML."""


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """A part that holds tags.

    uses: each use of a name that the template does not define, with its place.
    is_escaped: values are text, not pieces of XML.
    """

    part: Part
    source: Source
    template: jinja2.Template
    shape: Shape
    names: frozenset[str]
    attributes: frozenset[str]
    texts: frozenset[str]
    uses: tuple[tuple[str, Spot], ...]
    is_escaped: bool

    def fill(self, values: dict[str, Any]) -> bytes:
        """Return the part's XML with these values, which include the environment's own.

        Raise TemplateError, or NeedsDocumentError where a value is a picture or the like.
        """
        xml = "".join(self._printed(values))
        try:
            return b"".join([_DECLARATION, *self._finished([xml])])
        except _HasToBeReadError:
            return _DECLARATION + self._read_again(xml)

    def fill_packed(self, values: dict[str, Any]) -> Packed:
        """Return what `fill` does, deflated; a long part is never all there at once."""
        try:
            return deflate(chain([_DECLARATION], self._finished_blocks(values)))
        except _HasToBeReadError:
            return deflate([self.fill(values)])

    def fill_packed_with_digest(self, values: dict[str, Any]) -> tuple[Packed, str]:
        """Return what `fill_packed` does, and the digest of the canonical XML."""
        if self.is_escaped:
            digest = sha256()
            try:
                blocks = _noted(self._finished_blocks(values), digest)
                return deflate(chain([_DECLARATION], blocks)), digest.hexdigest()
            except _HasToBeReadError:
                pass
        xml = self.fill(values)
        return deflate([xml]), part_digest(self.part.name, xml)

    def _finished_blocks(self, values: dict[str, Any]) -> Iterable[bytes]:
        printed = self._printed(values)
        first = list(islice(printed, _AT_ONCE))
        if len(first) < _AT_ONCE and self.shape.is_plain and not self.shape.counts_columns:
            return (self._finished_block("".join(first)),)  # as nearly every part is
        return self._finished(_in_blocks(chain(first, printed)))

    def _printed(self, values: dict[str, Any]) -> Iterator[str]:
        template = self.template
        try:
            try:
                yield from template.root_render_func(template.new_context(values, shared=True))
            except NeedsDocumentError:
                raise
            except Exception:  # noqa: BLE001 - Jinja puts the template's lines into the traceback
                template.environment.handle_exception()
        except NeedsDocumentError:
            raise
        except Exception as error:  # a template and its filters can raise anything
            spot = self.source.spot_at(template_line(error.__traceback__))
            raise TemplateError([runtime_fault(spot, error, values)]) from error

    def _finished(self, blocks: Iterable[str]) -> Iterator[bytes]:
        """Yield a plain part's XML, canonical where values are escaped."""
        if not self.shape.is_plain:
            raise _HasToBeReadError
        encoded = (self._finished_block(block) for block in blocks)
        return fit_grids_in_text(encoded) if self.shape.counts_columns else encoded

    def _finished_block(self, xml: str) -> bytes:
        if not holds_marks(xml):
            return self._canonical(xml).encode()
        if RICH in xml or (not self.shape.breaks_simply and holds_cuts(xml)):
            raise _HasToBeReadError
        xml = self._canonical(resolve_marks(xml))
        return decode(xml).encode()

    def _canonical(self, xml: str) -> str:
        if not self.is_escaped:
            return xml
        return with_canonical_escapes(xml, in_attributes=self.shape.fills_attributes)

    def _read_again(self, xml: str) -> bytes:
        root = self._parsed(xml.replace(RICH, ""))
        resolve_breaks(root)
        if self.part.is_body:
            fit_grids(root.iter(TABLE))
            number_pictures(root)
        return decode(etree.tostring(root, encoding="unicode")).encode()

    def _parsed(self, xml: str) -> _Element:
        parser = etree.XMLParser(
            no_network=True, remove_comments=True, remove_pis=True, recover=not self.is_escaped
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


def _in_blocks(pieces: Iterator[str]) -> Iterator[str]:
    """Join what is printed into blocks that end with a paragraph, as a mark is resolved within its paragraph."""
    rest: list[str] = []
    while len(printed := list(islice(pieces, _AT_ONCE))) == _AT_ONCE:
        block = "".join(printed)
        end = block.rfind(_PARAGRAPH_END)
        if end < 0:
            rest.append(block)
        else:
            yield "".join([*rest, block[:end]])
            rest = [block[end:]]
    yield "".join([*rest, *printed])


def _noted(blocks: Iterable[bytes], digest: _Hash) -> Iterator[bytes]:
    for block in blocks:
        digest.update(block)
        yield block
