"""Reports as JSON (schema_version 1): the shapes that other programs may rely on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from awardgen.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from awardgen.collecting import Collected, Collection
    from awardgen.errors import AwardgenError
    from awardgen.finding import Finding
    from awardgen.office.diagnosis import Check
    from awardgen.paper import PrintedSet
    from awardgen.publishing import PublishedDocument
    from awardgen.report.report import Inspection, Report

SCHEMA_VERSION = 1
Json = dict[str, Any]


def check_report(report: Report) -> Json:
    """Return the report of `check`."""
    return {
        "schema_version": SCHEMA_VERSION,
        "campaign": report.title,
        "counts": counts(report.findings),
        "findings": [finding(each) for each in report.findings],
    }


def build_report(report: Report) -> Json:
    """Return the report of `build`; of `build --pdf`, each document has its PDF, too, and there are the print sets."""
    documents = [_document(each) for each in report.documents]
    printed: Json = {}
    if report.pdfs_built is not None:
        documents = [
            {**content, "pdf": each.pdf} for content, each in zip(documents, report.documents, strict=True)
        ]
        printed = {"print_sets": [_print_set(each) for each in report.printed]}
    return {
        "schema_version": SCHEMA_VERSION,
        "campaign": report.title,
        "counts": counts(report.findings),
        "documents": documents,
        **printed,
        "findings": [finding(each) for each in report.findings],
    }


def inspect_report(inspections: Iterable[Inspection]) -> Json:
    """Return the report of `inspect`."""
    return {
        "schema_version": SCHEMA_VERSION,
        "writeups": [
            {
                "file": each.file,
                "length": each.write_up.length,
                "mentions": [
                    {
                        "start": mention.start,
                        "end": mention.end,
                        "text": mention.text,
                        "first_day": mention.first_day.isoformat(),
                        "last_day": mention.last_day.isoformat(),
                        "verdict": mention.verdict.value,
                    }
                    for mention in each.write_up.mentions
                ],
                "findings": [finding(found) for found in each.findings],
            }
            for each in inspections
        ],
    }


def collect_report(collection: Collection, *, is_dry_run: bool) -> Json:
    """Return the report of `collect`. kept: the changed workbooks as they were before."""
    return {
        "schema_version": SCHEMA_VERSION,
        "dry_run": is_dry_run,
        "counts": counts(collection.findings),
        "forms": [_form(each) for each in collection.forms],
        "writeups": [
            {
                "file": str(each.file.path),
                "applicant": each.number,
                "status": each.outcome.value,
                "path": str(each.path),
            }
            for each in collection.write_ups
        ],
        "scores": [
            {
                "file": str(each.returned.file.path),
                "applicant": each.returned.number,
                "judge": each.returned.judge,
                "status": each.outcome.value,
            }
            for each in collection.scores
        ],
        "kept": [path.name for path in collection.kept],
        "findings": [finding(each) for each in collection.findings],
    }


def _form(form: Collected) -> Json:
    return {
        "file": str(form.file.path),
        "award": form.award.name,
        "applicant": form.number,
        "status": form.outcome.value,
        "values": {column: None if value is None else str(value) for column, value in form.changes.items()},
        "differences": [
            {
                "column": each.column,
                "in_workbook": each.in_workbook,
                "in_form": each.in_form,
                "sheet": each.place.sheet,
                "cell": each.place.cell,
            }
            for each in form.differences
        ],
    }


def doctor_report(checks: Iterable[Check]) -> Json:
    """Return the report of `doctor`."""
    return {
        "schema_version": SCHEMA_VERSION,
        "checks": [
            {"name": each.name, "ok": each.is_there, "found": each.found, "advice": each.advice or None}
            for each in checks
        ],
    }


def error_report(error: AwardgenError) -> Json:
    """Return what stands for a report where the job could not be done."""
    return {"schema_version": SCHEMA_VERSION, "error": {"message": error.message, "tip": error.tip}}


def json_lines(content: Mapping[str, Any], *, only_ascii: bool) -> Iterator[str]:
    """Yield JSON, an item of a list a line: indented all through it takes ten times as long."""

    def plain(value: object) -> str:
        return json.dumps(value, ensure_ascii=only_ascii)

    yield "{\n"
    for index, (name, value) in enumerate(content.items()):
        yield f"{',' if index else ''}{plain(name)}: "
        if isinstance(value, list):
            yield "[\n"
            yield from (f"{',' if at else ''}{plain(each)}\n" for at, each in enumerate(value))
            yield "]\n"
        else:
            yield f"{plain(value)}\n"
    yield "}\n"


def finding(found: Finding) -> Json:
    """Return a finding; what does not apply is null."""
    return {
        "code": found.kind.code,
        "name": found.kind.name,
        "severity": found.severity.value,
        "withholds": found.kind.withholds,
        "message": found.message,
        "hint": found.hint,
        "file": found.place.file,
        "sheet": found.place.sheet,
        "cell": found.place.cell,
        "column": found.place.column,
        "applicant": found.applicant,
        "start": found.start,
        "end": found.end,
        "excerpt": found.excerpt,
        "first_day": found.first_day.isoformat() if found.first_day else None,
        "last_day": found.last_day.isoformat() if found.last_day else None,
    }


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """Return severity → how many findings weigh so."""
    counts = dict.fromkeys((severity.value for severity in Severity), 0)
    for each in findings:
        counts[each.severity.value] += 1
    return counts


def _print_set(printed: PrintedSet) -> Json:
    return {
        "path": printed.path,
        "status": printed.status.value,
        "pages": printed.pages,
        "documents": list(printed.documents),
    }


def _document(document: PublishedDocument) -> Json:
    return {
        "document": document.document,
        "applicant": document.applicant,
        "path": document.path,
        "status": document.status.value,
        "sha256": document.sha256,
    }
