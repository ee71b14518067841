"""What was found in the templates: one that has not changed need not be read before a document is made of it."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import astuple
from functools import cached_property
from typing import TYPE_CHECKING, Any

from awardgen.documents import FILTERS, Templates, digest_of
from awardgen.layout import TEMPLATES_FOLDER
from awardgen.memory.findings import restored, stored
from awardgen.memory.inputs import files_of_workbook
from awardgen.rendering import Examination, FaultKind, Template, TemplateFault, examine
from awardgen.workbook import CAMPAIGN_WORKBOOK

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from awardgen.cache import Cache
    from awardgen.documents import Samples, UnknownNames
    from awardgen.fingerprint import Inputs
    from awardgen.rendering import Rendered

_TEMPLATES, _UNKNOWN = "templates", "template-names"


class TemplateMemory:
    """The templates of one campaign."""

    def __init__(self, cache: Cache, inputs: Inputs) -> None:
        self._cache = cache
        files = [each for each in inputs.files.items() if each[0].startswith(f"{TEMPLATES_FOLDER}/")]
        known = [inputs.code, repr(files), repr(files_of_workbook(inputs, CAMPAIGN_WORKBOOK))]
        self._key = digest_of(known) if inputs.digest else ""
        self._templates: Templates | None = None
        self._unknown: tuple[str, UnknownNames] = ("", {})

    def load(self, read: Callable[[], Templates]) -> Templates:
        """Return the templates as they are remembered, else as they are read."""
        content = self._cache.recall(_TEMPLATES, self._key) if self._key else None
        if content is not None:
            try:
                return _templates_from(json.loads(content))
            except (ValueError, TypeError, LookupError, RecursionError):
                pass
        self._templates = read()
        return self._templates

    def unknown(self, samples: Samples) -> UnknownNames:
        """Return what is remembered of the names that templates ask for; what is added to it will be kept."""
        if not self._key:
            return {}
        key = digest_of([self._key, *samples.texts()])
        self._unknown = (key, {})
        try:
            content = json.loads(self._cache.recall(_UNKNOWN, key) or b"")
            found: UnknownNames = {row: _faults_from(faults) for row, faults in content.items()}
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
            return self._unknown[1]
        self._unknown = ("", {})
        return found

    def keep(self) -> None:
        if self._key and self._templates is not None:
            self._cache.keep(_TEMPLATES, self._key, _json(_stored(self._templates)))
        key, unknown = self._unknown
        if key:
            faults = {row: [*map(astuple, found)] for row, found in unknown.items()}
            self._cache.keep(_UNKNOWN, key, _json(faults))


class LateTemplate(Template):
    """A template of which the names are known, and that is compiled when it is filled in."""

    def __init__(
        self,
        data: bytes,
        names: frozenset[str],
        attributes: frozenset[str],
        texts: frozenset[str],
        notes: tuple[TemplateFault, ...],
    ) -> None:
        self._late_data = data
        self.names, self.attributes, self.texts, self.notes = names, attributes, texts, notes

    @cached_property
    def _compiled(self) -> Template:
        return Template(self._late_data, filters=FILTERS)

    def check_names(self, known: Collection[str]) -> tuple[TemplateFault, ...]:
        return self._compiled.check_names(known)

    def render(self, context: Mapping[str, Any]) -> bytes:
        return self._compiled.render(context)

    def render_with_digests(self, context: Mapping[str, Any]) -> Rendered:
        return self._compiled.render_with_digests(context)


class LateExamination(Examination):
    """An examination of which the faults are known; the template is read when more is asked."""

    _late_data: bytes

    def __init__(
        self, data: bytes, faults: tuple[TemplateFault, ...], notes: tuple[TemplateFault, ...]
    ) -> None:
        object.__setattr__(self, "faults", faults)
        object.__setattr__(self, "notes", notes)
        object.__setattr__(self, "_late_data", data)

    @cached_property
    def _examined(self) -> Examination:
        return examine(self._late_data, FILTERS)

    def unknown_names(self, known: Collection[str]) -> list[TemplateFault]:
        return self._examined.unknown_names(known)

    def unknown_columns(self, context: Mapping[str, Any]) -> list[TemplateFault]:
        return self._examined.unknown_columns(context)

    def failures(self, context: Mapping[str, Any]) -> list[TemplateFault]:
        return self._examined.failures(context)


def _stored(templates: Templates) -> dict[str, Any]:
    return {
        "findings": stored(templates.findings),
        "data": {name: b64encode(data).decode() for name, data in templates.data.items()},
        "usable": {
            name: [[*each.names], [*each.attributes], [*each.texts], [*map(astuple, each.notes)]]
            for name, each in templates.usable.items()
        },
        "examinations": {
            name: [[*map(astuple, each.faults)], [*map(astuple, each.notes)]]
            for name, each in templates.examinations.items()
        },
    }


def _templates_from(content: Any) -> Templates:  # noqa: ANN401 - JSON
    data = {name: b64decode(each) for name, each in content["data"].items()}
    return Templates(
        usable={
            name: LateTemplate(
                data[name], frozenset(names), frozenset(attributes), frozenset(texts), _faults_from(notes)
            )
            for name, (names, attributes, texts, notes) in content["usable"].items()
        },
        data=data,
        findings=tuple(restored(content["findings"])),
        examinations={
            name: LateExamination(data[name], _faults_from(faults), _faults_from(notes))
            for name, (faults, notes) in content["examinations"].items()
        },
    )


def _faults_from(found: Any) -> tuple[TemplateFault, ...]:  # noqa: ANN401 - JSON
    return tuple(TemplateFault(FaultKind(kind), *others) for kind, *others in found)


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
