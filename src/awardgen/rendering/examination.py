"""Everything that is wrong in a template, found at once and before it is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from awardgen.rendering.anything import NAME
from awardgen.rendering.diagnosis import misnamed_fault
from awardgen.rendering.environment import TagEnvironment
from awardgen.rendering.faults import NOTES, FaultKind, TemplateError, unknown_name
from awardgen.rendering.foreign import foreign_faults
from awardgen.rendering.names import free_names, misnamed, names_defined
from awardgen.rendering.package import parts_with_text, unpack
from awardgen.rendering.reading import read_part
from awardgen.rendering.trial import explore, run
from awardgen.rendering.unfilled import unfilled_notes
from awardgen.rendering.values import finalizer, property_value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from awardgen.rendering.environment import Filters
    from awardgen.rendering.faults import TemplateFault
    from awardgen.rendering.outline import Outline
    from awardgen.rendering.reading import Readings


@dataclass(frozen=True, slots=True)
class Examination:
    """What can be said of a template.

    faults: what keeps it from being used, whatever the values. notes: what prints as it stands.
    """

    faults: tuple[TemplateFault, ...]
    notes: tuple[TemplateFault, ...]
    _outlines: tuple[tuple[Outline, TagEnvironment], ...]

    @property
    def is_foreign(self) -> bool:
        """Say whether the template would run or fetch something: no document is to be made of it."""
        return any(fault.kind is FaultKind.FOREIGN for fault in self.faults)

    def unknown_names(self, known: Collection[str]) -> list[TemplateFault]:
        """Return each use of a name that is not known, wherever it stands."""
        found: list[TemplateFault] = []
        for outline, environment in self._outlines:
            tree = outline.tree(environment)
            if tree is None:
                continue
            theirs = names_defined(tree)
            missing = [
                (name, line)
                for name, line in free_names(tree)
                if name not in known and name not in environment.globals and name != NAME
            ]
            mistaken = list(misnamed(tree, set(missing)))
            found += [misnamed_fault(outline.spot_at(each.line), each.name, each.used) for each in mistaken]
            explained = {(each.used, line) for each in mistaken for line in each.lines}
            found += [
                unknown_name(outline.spot_at(line), name, {*known, *theirs} - {name})
                for name, line in missing
                if (name, line) not in explained
            ]
        return list(dict.fromkeys(found))

    def unknown_columns(self, context: Mapping[str, Any]) -> list[TemplateFault]:
        """Return what is asked of these values that they do not have, also where no document would come to it."""
        return self._distinct(fault for each in self._outlines for fault in explore(*each, context))

    def failures(self, context: Mapping[str, Any]) -> list[TemplateFault]:
        """Return all that goes wrong with these values."""
        return self._distinct(fault for each in self._outlines for fault in run(*each, context))

    @staticmethod
    def _distinct(faults: Iterator[TemplateFault]) -> list[TemplateFault]:
        return list(dict.fromkeys(faults))


def examine(data: bytes, filters: Filters | None = None, readings: Readings | None = None) -> Examination:
    """Look at a template. What is no Word document has that one fault.

    readings: where to keep its parts for the Template that is made with the same filters.
    """
    environment = TagEnvironment(filters, autoescape=True, finalize=finalizer(autoescape=True))
    properties = environment.overlay(finalize=property_value)
    faults: list[TemplateFault] = []
    notes: list[TemplateFault] = []
    outlines = []
    try:
        files = unpack(data).files
        parts = parts_with_text(files)
        notes += unfilled_notes(files)
        for fault in foreign_faults(files):
            (notes if fault.kind in NOTES else faults).append(fault)
    except TemplateError as error:
        return Examination(error.faults, (), ())
    for part in parts:
        own = properties if part.is_properties else environment
        try:
            reading = read_part(part, files[part.name], own, strict=True)
        except TemplateError as error:
            faults += error.faults
            continue
        if readings:
            readings.keep(part, files[part.name], reading)
        faults += reading.faults
        notes += reading.notes
        if reading.outline.tags:
            outlines.append((reading.outline, own))
    return Examination(tuple(faults), tuple(notes), tuple(outlines))
