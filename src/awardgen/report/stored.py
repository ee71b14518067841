"""Reports as they are kept for the next run, and taken out again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from awardgen.catalogue import KINDS
from awardgen.finding import Place, Severity
from awardgen.publishing import PublishedDocument, Status
from awardgen.report.jsonable import build_report
from awardgen.report.report import Report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.finding import Finding

Json = dict[str, Any]


def stored_report(report: Report) -> Json:
    """Return, as JSON, what a run of `build` will have to tell that finds everything as this one leaves it."""
    left = (each for each in report.documents if each.status is not Status.REMOVED)
    later = (replace(each, status=Status.UNCHANGED) if each.status is Status.BUILT else each for each in left)
    return build_report(replace(report, documents=tuple(later)))


def restored_report(stored: Mapping[str, Any]) -> Report:
    """Return a stored report. Raises KeyError, ValueError, TypeError, AttributeError where it is damaged."""
    documents = tuple(
        PublishedDocument(**{**each, "status": Status(each["status"])}) for each in stored["documents"]
    )
    return Report(stored["campaign"], tuple(_finding(each) for each in stored["findings"]), documents)


def _finding(stored: Mapping[str, Any]) -> Finding:
    place = Place(*(stored[name] for name in ("file", "sheet", "cell", "column")))
    first, last = (
        date.fromisoformat(stored[day]) if stored[day] else None for day in ("first_day", "last_day")
    )
    return KINDS[stored["code"]].at(
        place,
        stored["message"],
        hint=stored["hint"],
        severity=Severity(stored["severity"]),
        applicant=stored["applicant"],
        start=stored["start"],
        end=stored["end"],
        excerpt=stored["excerpt"],
        first_day=first,
        last_day=last,
    )
