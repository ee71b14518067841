"""A Word template: read and compiled once, filled in as often as there are documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from awardgen.errors import reason
from awardgen.rendering.environment import TagEnvironment
from awardgen.rendering.faults import FaultKind, TemplateError, unknown_name
from awardgen.rendering.packing import damaged, pack, parts_with_text, unpack
from awardgen.rendering.part import compile_part
from awardgen.rendering.values import finalizer

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from os import PathLike

    from awardgen.rendering.environment import Filters
    from awardgen.rendering.faults import TemplateFault
    from awardgen.rendering.part import CompiledPart


class Template:
    """A .docx with tags.

    filters: what a template may write after a |, besides Jinja's own.
    strict: a name that does not exist is an error; otherwise it prints nothing, as in docxtpl.
    autoescape: values are text; otherwise they are pieces of XML, as in docxtpl.

    Raise TemplateError for a file that is no Word document and for tags that cannot be read. A template
    does not change once it is made, and may be used by several threads.
    """

    def __init__(
        self,
        path_or_bytes: str | PathLike[str] | bytes,
        *,
        filters: Filters | None = None,
        strict: bool = True,
        autoescape: bool = True,
    ) -> None:
        self._files = unpack(_data(path_or_bytes))
        environment = TagEnvironment(
            filters, strict=strict, autoescape=autoescape, finalize=finalizer(autoescape=autoescape)
        )
        compiled: list[CompiledPart] = []
        faults: list[TemplateFault] = []
        for part in parts_with_text(self._files):
            one, found = compile_part(part, self._files[part.name], environment, strict=strict)
            faults += found
            compiled += [one] if one else []
        if faults:
            raise TemplateError(faults)
        self._parts = tuple(compiled)
        self.names: frozenset[str] = frozenset().union(*(part.names for part in compiled))
        self.attributes: frozenset[str] = frozenset().union(*(part.attributes for part in compiled))

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
        filled: dict[str, bytes] = {}
        errors: list[TemplateError] = []
        for part in self._parts:
            try:
                filled[part.part.name] = part.fill(context)
            except TemplateError as error:
                errors.append(error)
        if errors:
            faults = [fault for error in errors for fault in error.faults]
            raise TemplateError(self._with_other_names(faults, context)) from errors[0].__cause__
        return pack({**self._files, **filled})

    def _with_other_names(
        self, faults: list[TemplateFault], context: Mapping[str, Any]
    ) -> list[TemplateFault]:
        """Where one name is unknown, tell of the others too: Jinja stops at the first."""
        if not any(fault.kind is FaultKind.UNKNOWN_NAME for fault in faults):
            return faults
        return list(dict.fromkeys([*faults, *self.check_names(context)]))


def _data(path_or_bytes: str | PathLike[str] | bytes) -> bytes:
    if isinstance(path_or_bytes, bytes):
        return path_or_bytes
    try:
        return Path(path_or_bytes).read_bytes()
    except OSError as error:
        raise damaged(f"读不了模板“{Path(path_or_bytes).name}”（{reason(error)}）") from error
