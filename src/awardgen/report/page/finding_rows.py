"""Findings as the page's data: a short row each, as a campaign can have a hundred thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from awardgen.report.order import SEVERITIES, in_order
from awardgen.report.page.packing import Numbering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.finding import Finding, Kind
    from awardgen.report.page.applicants import Applicants


def finding_data(findings: Sequence[Finding], applicants: Applicants) -> dict[str, Any]:
    """Return the findings, the worst first.

    A row: severity, kind, message, hint, file, sheet, cell, column, application, excerpt, start, end, settled. What
    repeats is a number, the place of the word in its list; what does not apply is null.
    """
    kinds, hints, files, sheets, columns = (Numbering() for _ in range(5))

    def row(finding: Finding) -> list[Any]:
        place = finding.place
        return [
            SEVERITIES.index(finding.severity),
            kinds.of(finding.kind),
            finding.message,
            hints.of(finding.hint),
            files.of(place.file),
            sheets.of(place.sheet),
            place.cell,
            columns.of(place.column),
            applicants.of(finding),
            finding.applicant,
            finding.excerpt,
            finding.start,
            finding.end,
            int(finding.settled),
        ]

    rows = [row(each) for each in in_order(findings)]
    return {
        "rows": rows,
        "kinds": [_kind(each) for each in kinds.values],
        "hints": hints.values,
        "files": files.values,
        "sheets": sheets.values,
        "columns": columns.values,
    }


def _kind(kind: Kind) -> list[Any]:
    return [kind.code, kind.name, kind.explanation, int(kind.withholds)]
