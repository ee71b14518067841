"""What has not changed is not found out again; what cannot be relied on is."""

import pytest

from awardgen import pipeline, preparation
from awardgen.cache import FOLDER_VARIABLE, Cache
from awardgen.documents import templates as of_documents
from awardgen.means import Means
from awardgen.report.jsonable import build_report
from awardgen.unchanged import report_if_nothing_changed
from awardgen.workbook import UnfinishedReading

ALONE = Means(jobs=1)


@pytest.fixture(autouse=True)
def empty_cache(tmp_path, monkeypatch):
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "cache"))


@pytest.fixture
def built(starter):
    pipeline.build(starter.path, means=ALONE)
    return starter


def build(campaign):
    return pipeline.build(campaign.path, means=ALONE)


def refuse(*_):
    pytest.fail("it was found out again")


def test_a_changed_row_reads_neither_scores_nor_templates(built, monkeypatch):
    monkeypatch.setattr(UnfinishedReading, "scores", refuse)
    monkeypatch.setattr(of_documents, "examine", refuse)
    built.edit("申报", "标兵", C3="锅炉工")
    report = build(built)
    assert {each.applicant for each in report.documents if each.status == "built"} >= {"BB-002"}


@pytest.mark.parametrize(
    "change",
    [
        lambda campaign: campaign.edit("评分", "评分", C2=1),
        lambda campaign: campaign.edit("活动设置", "评委", B2="饮食服务工会小组"),
        lambda campaign: campaign.edit("申报", "标兵", A3="BB-222"),
        lambda campaign: campaign.edit("申报", "标兵", B3="物业服务工会小组"),
        lambda campaign: (campaign.path / "data" / "评分 - 副本.xlsx").write_bytes(b""),
    ],
)
def test_scores_are_read_again_where_anything_they_are_held_against_changed(built, monkeypatch, change):
    read = []
    real = UnfinishedReading.scores
    monkeypatch.setattr(
        UnfinishedReading, "scores", lambda reading, ahead: read.append(1) or real(reading, ahead)
    )
    change(built)
    build(built)
    assert read == [1]


@pytest.mark.parametrize(
    "content",
    [
        b"", b"null", b"3", b"[]", b"{}", b'{"findings": 3, "counts": [1]}', b"\xff", b"[" * 100_000,
        b'{"usable": {"a": []}, "data": {}, "findings": [], "examinations": {}}',
    ],
)  # fmt: skip
def test_an_entry_that_says_something_else_is_none(built, monkeypatch, content):
    monkeypatch.setattr(Cache, "recall", lambda *_: content)
    built.edit("申报", "标兵", C3="锅炉工")
    ours = build(built)
    monkeypatch.setattr(Cache, "recall", lambda *_: None)
    built.edit("申报", "标兵", C3="售卖员")
    build(built)
    built.edit("申报", "标兵", C3="锅炉工")
    assert build_report(build(built))["findings"] == build_report(ours)["findings"]


def test_nothing_is_kept_of_what_was_saved_while_it_was_read(starter, monkeypatch):
    read = preparation.begin_reading

    def reading(folder, ahead):
        found = read(folder, ahead)
        starter.edit("申报", "标兵", E3="于洋")
        return found

    kept = []
    monkeypatch.setattr(preparation, "begin_reading", reading)
    monkeypatch.setattr(Cache, "keep", lambda _, name, *__: kept.append(name))
    build(starter)
    assert kept == []


def test_that_a_workbook_is_open_in_excel_is_told_when_it_is(built):
    assert report_if_nothing_changed(built.path, None, strict=False)
    lock = built.path / "data" / "~$申报.xlsx"
    lock.write_bytes(b"somebody")
    assert report_if_nothing_changed(built.path, None, strict=False) is None
    assert "AW130" in {each.kind.code for each in build(built).findings}
    lock.unlink()
    assert report_if_nothing_changed(built.path, None, strict=False) is None
    assert "AW130" not in {each.kind.code for each in build(built).findings}
