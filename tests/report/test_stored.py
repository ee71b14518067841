"""A report that is kept tells the next run the same, but that what was built is there now."""

import json
from datetime import date

from awardgen.catalogue import documents, writeups
from awardgen.finding import Place, Severity
from awardgen.publishing import PublishedDocument, Status
from awardgen.report.report import Report
from awardgen.report.stored import restored_report, stored_report

FINDINGS = (
    writeups.DEED_OUTSIDE_WINDOW.at(
        Place("data/申报.xlsx", "标兵", "F2", "主要事迹"),
        "早于",
        applicant="BB-001",
        start=3,
        end=8,
        excerpt="2009年",
        first_day=date(2009, 1, 1),
        last_day=date(2009, 12, 31),
        severity=Severity.INFO,
        hint="另有说明",
    ),
    documents.MOVED_ASIDE.at(Place("output/甲.docx"), "已移走", applicant=None),
)


def document(path, status):
    return PublishedDocument("证书", "BB-001", path, status, None if status is Status.WITHHELD else "0" * 64)


def through_json(report):
    return restored_report(json.loads(json.dumps(stored_report(report))))


def test_findings_come_back_whole():
    report = Report("通知", FINDINGS)
    assert through_json(report) == report


def test_what_was_built_is_unchanged_and_what_was_removed_is_gone():
    statuses = [Status.BUILT, Status.UNCHANGED, Status.WITHHELD, Status.REMOVED]
    report = Report(None, (), tuple(document(f"{status}.docx", status) for status in statuses))
    assert [(each.path, each.status) for each in through_json(report).documents] == [
        ("built.docx", Status.UNCHANGED),
        ("unchanged.docx", Status.UNCHANGED),
        ("withheld.docx", Status.WITHHELD),
    ]
