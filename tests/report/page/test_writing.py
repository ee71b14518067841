import re

import pytest

from awardgen import pipeline
from awardgen.finding import Severity
from awardgen.unchanged import report_if_nothing_changed


def page_of(campaign):
    return campaign.output("报告.html")


def test_the_same_campaign_gives_the_same_page(starter):
    pipeline.build(starter.path)
    pipeline.check(starter.path, page=True)
    first = page_of(starter).read_bytes()
    page_of(starter).unlink()
    pipeline.check(starter.path, page=True)
    assert page_of(starter).read_bytes() == first


def test_nothing_from_outside_is_asked_for(built):
    page = page_of(built).read_text("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)


def test_a_run_without_changes_leaves_the_page(starter):
    pipeline.build(starter.path, page=True)
    before = page_of(starter).stat()
    report = report_if_nothing_changed(starter.path, None, strict=False, page=True)
    assert report is not None
    assert page_of(starter).stat() == before


def test_a_page_that_is_missing_is_made_although_nothing_changed(starter):
    pipeline.build(starter.path)
    assert report_if_nothing_changed(starter.path, None, strict=False, page=True) is None
    assert report_if_nothing_changed(starter.path, None, strict=False) is not None


def test_a_later_check_of_the_same_inputs_leaves_its_page_to_a_build_without_changes(starter):
    pipeline.build(starter.path, page=True)
    pipeline.check(starter.path, page=True)
    of_check = page_of(starter).read_bytes()
    assert report_if_nothing_changed(starter.path, None, strict=False, page=True) is not None
    assert page_of(starter).read_bytes() == of_check


@pytest.mark.parametrize("run", [pipeline.build, pipeline.check])
def test_a_page_that_cannot_be_written_is_a_finding(starter, run):
    (starter.path / "output" / "报告.html").mkdir(parents=True)
    report = run(starter.path, page=True)
    told = [(each.place.file, each.severity) for each in report.findings if each.kind.code == "AW408"]
    assert told == [("output/报告.html", Severity.WARNING)]
    assert report.page is None


def test_a_check_without_a_page_writes_nothing(starter):
    pipeline.check(starter.path)
    assert not starter.output("").exists()
