"""A Word template: read and compiled once, filled in as often as there are documents."""

from __future__ import annotations

from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from awardgen.errors import reason
from awardgen.opc import OversizeError, Packer
from awardgen.rendering.compiled import CompiledPart
from awardgen.rendering.content import ContentDigests, content_of, part_digests
from awardgen.rendering.environment import TagEnvironment
from awardgen.rendering.faults import NOTES, FaultKind, TemplateError, unknown_name
from awardgen.rendering.limits import TooMuchError
from awardgen.rendering.loose import as_docxtpl_saves
from awardgen.rendering.package import damaged, parts_with_text, unpack
from awardgen.rendering.part import compile_part
from awardgen.rendering.reading import read_part
from awardgen.rendering.values import NeedsDocumentError, finalizer, property_value

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from os import PathLike

    from awardgen.opc import Packed
    from awardgen.rendering.environment import Filters
    from awardgen.rendering.faults import TemplateFault
    from awardgen.rendering.reading import Readings


Filled = TypeVar("Filled")


class Rendered(NamedTuple):
    """A document. sha256: of its bytes. content: what `content_of` says of it."""

    data: bytes
    sha256: str
    content: str


class Template:
    """A .docx with tags.

    filters: what a template may write after a |, besides Jinja's own.
    strict: a name that does not exist is an error; otherwise it prints nothing, as in docxtpl.
    autoescape: values are text; otherwise they are pieces of XML, as in docxtpl.
    readings: what `examine` has kept of its parts, with the same filters.

    Raise TemplateError for a file that is no Word document and for tags that cannot be read. A template
    does not change once it is made, and may be used by several threads; one that goes on without end is stopped
    (awardgen.rendering.limits), and not tried again.
    """

    def __init__(
        self,
        path_or_bytes: str | PathLike[str] | bytes,
        *,
        filters: Filters | None = None,
        strict: bool = True,
        autoescape: bool = True,
        readings: Readings | None = None,
    ) -> None:
        data = _data(path_or_bytes)
        package = unpack(data)
        parts = parts_with_text(package.files)
        if not strict:
            data = as_docxtpl_saves(data)
            package = unpack(data)
        environment = TagEnvironment(
            filters, strict=strict, autoescape=autoescape, finalize=finalizer(autoescape=autoescape)
        )
        # A property is text, whatever the values of the other parts are taken for.
        properties = environment.overlay(autoescape=True, finalize=property_value)
        compiled: list[CompiledPart] = []
        faults: list[TemplateFault] = []
        for part in parts:
            content, own = package.files[part.name], properties if part.is_properties else environment
            known = readings.take(part, content) if readings and strict and autoescape else None
            one, found = compile_part(
                part, known or read_part(part, content, own, strict=strict), own, strict=strict
            )
            faults += found
            compiled += [one] if one else []
        if any(fault.kind not in NOTES for fault in faults):
            raise TemplateError(faults)
        self.notes: tuple[TemplateFault, ...] = tuple(faults)
        self._data = data
        self._globals = dict(environment.globals)
        self._parts = tuple(compiled)
        changing = [one.part.name for one in compiled]
        kept = {name: packed for name, packed in package.packed.items() if name not in changing}
        self._packer = Packer(kept, changing)
        self._kept = {name: package.files[name] for name in kept}
        self.names: frozenset[str] = frozenset().union(*(part.names for part in compiled))
        self.attributes: frozenset[str] = frozenset().union(*(part.attributes for part in compiled))
        self._too_much: TemplateError | None = None
        self.texts: frozenset[str] = frozenset().union(*(part.texts for part in compiled))

    def check_names(self, known: Collection[str]) -> tuple[TemplateFault, ...]:
        """Report every use of a name that is not known, also where this context would not come to it.

        known: the names, or a mapping of them. What a name's own columns are is not looked at.
        """
        return tuple(
            unknown_name(spot, name, known)
            for part in self._parts
            for name, spot in part.uses
            if name not in known
        )

    def render(self, context: Mapping[str, Any]) -> bytes:
        """Return the document with these values: the same context, the same bytes. Raise TemplateError."""
        values = {**self._globals, **context}
        try:
            return self._packer.pack(self._filled(values, context, CompiledPart.fill_packed))
        except NeedsDocumentError:
            return self._render_through_docxtpl(values, context)
        except OversizeError as error:
            raise _too_large() from error

    def render_with_digests(self, context: Mapping[str, Any]) -> Rendered:
        """Return what `render` does, and its digests; of the parts that stay, they are known already."""
        values = {**self._globals, **context}
        try:
            filled = self._filled(values, context, _fill_with_digest)
            data, digest = self._packer.pack_with_digest([packed for packed, _ in filled])
            return Rendered(data, digest, self._content_digests.of([content for _, content in filled]))
        except NeedsDocumentError:
            data = self._render_through_docxtpl(values, context)
            return Rendered(data, sha256(data).hexdigest(), content_of(data))
        except OversizeError as error:
            raise _too_large() from error

    @cached_property
    def _content_digests(self) -> ContentDigests:
        return ContentDigests(part_digests(self._kept), [part.part.name for part in self._parts])

    def _filled(
        self,
        values: dict[str, Any],
        context: Mapping[str, Any],
        fill: Callable[[CompiledPart, dict[str, Any]], Filled],
    ) -> list[Filled]:
        if self._too_much:  # it would be so for each of 500 applications, each time after seconds
            raise self._too_much
        filled: list[Filled] = []
        errors: list[TemplateError] = []
        for part in self._parts:
            try:
                filled.append(fill(part, values))
            except TemplateError as error:
                errors.append(error)
        if errors:
            faults = [fault for error in errors for fault in error.faults]
            failure = TemplateError(self._with_other_names(faults, context))
            if any(isinstance(each.__cause__, TooMuchError) for each in errors):
                self._too_much = failure
            raise failure from errors[0].__cause__
        return filled

    def _render_through_docxtpl(self, values: dict[str, Any], context: Mapping[str, Any]) -> bytes:
        from awardgen.rendering.embedding import Embedding  # noqa: PLC0415 - docxtpl and python-docx

        try:
            document = Embedding(self._data)
        except Exception as error:  # python-docx raises whatever a strange file leads it to
            raise damaged("内部结构有问题，放不进图片；请在Word里打开并另存") from error
        for part in self._parts:
            try:
                document.fill(part.part.name, partial(part.fill, values))
            except TemplateError as error:
                raise TemplateError(self._with_other_names(list(error.faults), context)) from error
        return document.save()

    def _with_other_names(
        self, faults: list[TemplateFault], context: Mapping[str, Any]
    ) -> list[TemplateFault]:
        """Where one name is unknown, tell of the others too: Jinja stops at the first."""
        if not any(fault.kind is FaultKind.UNKNOWN_NAME for fault in faults):
            return faults
        return list(dict.fromkeys([*faults, *self.check_names(context)]))


def _fill_with_digest(part: CompiledPart, values: dict[str, Any]) -> tuple[Packed, str]:
    """Fill a part, and return the digest of its canonical XML; empty where it is no part of what the document says."""
    return part.fill_packed_with_digest(values) if part.is_said else (part.fill_packed(values), "")


def _too_large() -> TemplateError:
    return damaged("填好后太大，Word打不开")


def _data(path_or_bytes: str | PathLike[str] | bytes) -> bytes:
    if isinstance(path_or_bytes, bytes):
        return path_or_bytes
    try:
        return Path(path_or_bytes).read_bytes()
    except OSError as error:
        raise damaged(f"读不了模板“{Path(path_or_bytes).name}”（{reason(error)}）") from error
