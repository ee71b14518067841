"""Filling a template for one planned document, and trying every template out before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.documents.templates import fault_findings
from awardgen.rendering import FaultKind, TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.documents.plan import Plan, PlannedDocument
    from awardgen.finding import Finding


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
    """Fill the first document of each row of 文书, as a fault in a template shows in the first."""
    tried = set()
    for document in plan.documents:
        if document.row.name not in tried and not document.withheld:
            tried.add(document.row.name)
            yield from render(document).findings
