"""Filling a template for one planned document, and trying every template out before anything is written."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from awardgen.documents.context import AWARD_NAME
from awardgen.documents.glimpse import BeyondViewError, Glimpses
from awardgen.documents.item import Item
from awardgen.documents.layers import Layers
from awardgen.documents.templates import fault_findings
from awardgen.rendering import FaultKind, TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from awardgen.documents.planned import Plan, PlannedDocument
    from awardgen.finding import Finding
    from awardgen.rendering import Examination, Template

_ROWS_TRIED = 20
_DOCUMENTS_TRIED = 50


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


def try_out(plan: Plan, examinations: Mapping[str, Examination] | None = None) -> Iterator[Finding]:
    """Fill the first document of each row of 文书, and those that bring something new: a blank, a no, a text.

    Of long lists a few rows are enough; whatever they do not get through is told of with all rows at hand.
    examinations: by 模板.
    """
    shown: defaultdict[str, set[tuple[str, type, bool]]] = defaultdict(set)
    tried: Counter[str] = Counter()
    told: set[tuple[str, str, int | None]] = set()
    for document in plan.documents:
        name = document.row.name
        if document.withheld or document.template is None or tried[name] >= _DOCUMENTS_TRIED:
            continue
        looks = _looks(document, document.template) - shown[name]
        if looks or not tried[name]:
            shown[name] |= looks
            tried[name] += 1
            if not _is_filled_in_short(document):
                for found in _failures(document, (examinations or {}).get(document.row.template)):
                    # One tag, one finding, though it may fail in each of them.
                    key = (document.row.template, found.message, found.start)
                    if key not in told:
                        told.add(key)
                        yield found


def _looks(document: PlannedDocument, template: Template) -> set[tuple[str, type, bool]]:
    """Return how the document's own values look that the template names; those of another award look different."""
    own = document.context.over if isinstance(document.context, Layers) else {}
    values = {name: own[name] for name in template.names if name in own}
    looks = {(name, type(value), bool(value)) for name, value in values.items()}
    return looks | {(str(own.get(AWARD_NAME, "")), Item, True)}


def _failures(document: PlannedDocument, examination: Examination | None) -> tuple[Finding, ...]:
    """Return all that goes wrong in a document; where nothing is found, what stops its filling."""
    found = examination.failures(document.context) if examination else []
    faults = [fault for fault in found if fault.kind is not FaultKind.UNPRINTABLE]
    if faults and not render(document).data:
        return tuple(fault_findings(faults, document.row.template, document.applicant))
    return render(document).findings


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
            values = zip(*row.among(columns), strict=True)
            looks = {(name, type(value), bool(value)) for name, value in values} - shown
            shown |= looks
            if looks and position >= _ROWS_TRIED:
                kept.append(row)
    return kept
