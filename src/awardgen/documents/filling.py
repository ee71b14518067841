"""Filling a template for one planned document, and trying every template out before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from awardgen.documents.glimpse import BeyondViewError, Glimpses
from awardgen.documents.item import Item
from awardgen.documents.templates import fault_findings
from awardgen.rendering import FaultKind, TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from awardgen.documents.plan import Plan, PlannedDocument
    from awardgen.finding import Finding
    from awardgen.rendering import Template

_ROWS_TRIED = 20


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document's bytes; None where it is withheld or could not be filled, which the findings tell."""

    data: bytes | None
    findings: tuple[Finding, ...] = ()


def render(document: PlannedDocument) -> Rendered:
    """Fill the template with the document's context."""
    if document.withheld or document.template is None:
        return Rendered(None)
    try:
        return Rendered(document.template.render(document.context))
    except TemplateError as error:
        # A character that Word cannot hold has its finding at the cell it stands in.
        faults = [fault for fault in error.faults if fault.kind is not FaultKind.UNPRINTABLE]
        return Rendered(None, tuple(fault_findings(faults, document.row.template, document.applicant)))


def try_out(plan: Plan) -> Iterator[Finding]:
    """Fill the first document of each row of 文书, as a fault in a template shows in the first.

    Of long lists a few rows are enough; whatever they do not get through is told of with all rows at hand.
    """
    tried = set()
    for document in plan.documents:
        if document.row.name not in tried and not document.withheld:
            tried.add(document.row.name)
            if not _is_filled_in_short(document):
                yield from render(document).findings


def _is_filled_in_short(document: PlannedDocument) -> bool:
    if document.template is None:
        return False
    try:
        _filled_in_short(document.template, document.context)
    except (TemplateError, BeyondViewError):
        return False
    return True


def in_short(template: Template, context: Mapping[str, Any]) -> bytes:
    """Fill in a template with a few telling rows of each list, where that can be done. Raise TemplateError."""
    try:
        return _filled_in_short(template, context)
    except (TemplateError, BeyondViewError):
        return template.render(context)


def _filled_in_short(template: Template, context: Mapping[str, Any]) -> bytes:
    short = Glimpses(template.attributes | template.texts, shorten=telling_rows)
    named = template.names.intersection(context)
    return template.render({name: short.of(context[name]) for name in named})


def telling_rows(rows: Sequence[Any], columns: frozenset[str]) -> Sequence[Any]:
    """Return the first rows of a list, and of the others those that show something new in a column: a blank, a no."""
    kept = list(rows[:_ROWS_TRIED])
    shown: set[tuple[str, type, bool]] = set()
    for position, row in enumerate(rows):
        if isinstance(row, Item):
            values = {name: row[name] for name in row.among(columns)}
            looks = {(name, type(value), bool(value)) for name, value in values.items()} - shown
            shown |= looks
            if looks and position >= _ROWS_TRIED:
                kept.append(row)
    return kept
