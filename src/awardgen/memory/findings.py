"""Findings as they are remembered: all that they say, as JSON."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from awardgen.catalogue import KINDS
from awardgen.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

Stored = list[list[Any]]


def stored(findings: Iterable[Finding]) -> Stored:
    """Return findings as JSON."""
    return [
        [
            each.kind.code, each.message, each.hint, each.severity.value,
            [each.place.file, each.place.sheet, each.place.cell, each.place.column],
            each.applicant, each.start, each.end, each.excerpt,
            each.first_day and each.first_day.isoformat(), each.last_day and each.last_day.isoformat(),
            each.settled,
        ]
        for each in findings
    ]  # fmt: skip


def restored(found: Stored) -> list[Finding]:
    """Return findings that were stored. Raise KeyError, ValueError, TypeError where they are damaged."""
    return [
        Finding(
            KINDS[code], message, hint, Severity(severity), Place(*place), applicant, start, end, excerpt,
            first and date.fromisoformat(first), last and date.fromisoformat(last), settled,
        )
        for (
            code, message, hint, severity, place, applicant, start, end, excerpt, first, last, settled,
        ) in found
    ]  # fmt: skip
