"""Reports as they are kept for the next run, and taken out again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import chain, groupby, repeat
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
_SETS = "sets_of_documents"  # how many documents, one after the other, are printed with which set
_LATER = {Status.BUILT: Status.UNCHANGED}


def stored_report(report: Report) -> Json:
    """Return, as JSON, what a run of `build` will have to tell that finds everything as this one leaves it."""
    left = [each for each in report.documents if each.status is not Status.REMOVED]
    of_sets = [
        [name, len(list(run))] for name, run in groupby(report.print_sets.get(each.path, "") for each in left)
    ]
    # Not as others get them: of 200,000 that takes four times as long.
    documents = [
        [each.document, each.applicant, each.path, _LATER.get(each.status, each.status), each.sha256]
        for each in left
    ]
    return {**build_report(replace(report, documents=())), "documents": documents, _SETS: of_sets}


def restored_report(stored: Mapping[str, Any]) -> Report:
    """Return a stored report. Raises KeyError, ValueError, TypeError, AttributeError where it is damaged."""
    documents = tuple(
        PublishedDocument(document, applicant, path, Status(status), sha256)
        for document, applicant, path, status, sha256 in stored["documents"]
    )
    names = chain.from_iterable(repeat(name, count) for name, count in stored.get(_SETS, ()))
    print_sets = {each.path: name for each, name in zip(documents, names, strict=False) if name}
    findings = tuple(_finding(each) for each in stored["findings"])
    return Report(stored["campaign"], findings, documents, print_sets=print_sets)


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
