"""Reports as they are kept for the next run, and taken out again."""

from __future__ import annotations

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
    """Return a report of `build` as JSON."""
    return build_report(report)


def restored_report(stored: Mapping[str, Any]) -> Report:
    """Return the report of a run that found everything as the stored one left it. Raises KeyError, ValueError."""
    documents = tuple(
        PublishedDocument(
            each["document"], each["applicant"], each["path"], _later(Status(each["status"])), each["sha256"]
        )
        for each in stored["documents"]
        if each["status"] != Status.REMOVED
    )
    return Report(stored["campaign"], tuple(_finding(each) for each in stored["findings"]), documents)


def _later(status: Status) -> Status:
    return Status.UNCHANGED if status is Status.BUILT else status


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
