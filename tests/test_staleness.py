"""What changed is made again, and nothing else is even rendered; the same input gives the same bytes."""

import json
import time
from collections import Counter

import pytest
from docx import Document

from awardgen import pipeline, preparation
from awardgen.documents import view
from awardgen.means import Means
from awardgen.publishing import production
from awardgen.publishing.names import LAST_RUN, MANIFEST
from awardgen.rendering import Template
from awardgen.unchanged import report_if_nothing_changed

ALONE = Means(jobs=1)


@pytest.fixture
def built(starter):
    pipeline.build(starter.path, means=ALONE)
    return starter


@pytest.fixture
def rendered(monkeypatch):
    """Return the list to which each rendering adds."""
    calls = []
    for name in ("render", "render_with_digests"):
        real = getattr(Template, name)

        def counting(template, context, real=real):
            calls.append(template)
            return real(template, context)

        monkeypatch.setattr(Template, name, counting)
    return calls


def build(campaign, **options):
    return pipeline.build(campaign.path, means=ALONE, **options)


def statuses(report):
    return Counter(each.status.value for each in report.documents)


def with_status(report, status):
    return {each.path for each in report.documents if each.status == status}


def stamps(campaign):
    files = (path for path in campaign.output("").rglob("*") if path.is_file())
    return {str(path.relative_to(campaign.output(""))): path.stat().st_mtime_ns for path in files}


def contents(campaign):
    output = campaign.output("")
    return {
        str(path.relative_to(output)): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and path.name != LAST_RUN
    }


class TestNothingChanged:
    def test_nothing_is_rendered_and_nothing_written(self, built, rendered):
        before = stamps(built)
        assert statuses(build(built)) == {"unchanged": 52}
        assert rendered == []
        assert stamps(built) == before

    def test_the_report_is_that_of_the_last_run_without_a_look_at_the_workbooks(self, starter):
        starter.edit("申报", "示范岗", B2="没有这个小组", C3=None)
        first = build(starter)
        again = report_if_nothing_changed(starter.path, None, strict=False)
        assert again is not None
        assert again.findings == first.findings
        assert statuses(again) == {"unchanged": 47, "withheld": 5}
        assert again.has_errors == first.has_errors

    @pytest.mark.parametrize("strict", [True, False])
    def test_the_report_of_a_strict_run_is_another(self, built, strict):
        assert (report_if_nothing_changed(built.path, None, strict=strict) is None) == strict

    def test_what_a_run_had_to_tell_of_edited_files_is_told_again(self, built):
        built.output("通知.docx").write_bytes(b"by hand")
        first = build(built)
        assert report_if_nothing_changed(built.path, None, strict=False) is None
        again = build(built)
        assert again == first
        assert with_status(again, "kept") == {"通知.docx"}

    def test_a_workbook_saved_while_it_was_read_makes_no_report_for_later(self, starter, monkeypatch):
        read = preparation.begin_reading

        def reading(folder, ahead):
            found = read(folder, ahead)
            starter.edit("申报", "标兵", E3="于洋")
            return found

        monkeypatch.setattr(preparation, "begin_reading", reading)
        build(starter)
        monkeypatch.undo()
        assert report_if_nothing_changed(starter.path, None, strict=False) is None
        assert statuses(build(starter))["built"] > 0

    @pytest.mark.parametrize("report", [None, [], {}, {"campaign": 1}, {"campaign": None, "documents": [3]}])
    def test_a_report_that_is_damaged_is_made_anew(self, built, report):
        file = built.output(LAST_RUN)
        beginning = file.read_text("utf-8").partition("\n")[0]
        file.write_text(f"{beginning}\n{json.dumps(report)}\n", "utf-8")
        assert report_if_nothing_changed(built.path, None, strict=False) is None

    def test_a_folder_without_a_campaign_is_left_as_it_is(self, tmp_path):
        assert report_if_nothing_changed(tmp_path, None, strict=False) is None
        assert list(tmp_path.iterdir()) == []


class TestOneThingChanged:
    def test_one_row_is_its_documents_and_the_lists_that_print_it(self, built, rendered):
        before = stamps(built)
        built.edit("申报", "标兵", C3="锅炉工")  # 岗位名称 of BB-002
        report = build(built)
        mine = {each.path for each in report.documents if each.applicant == "BB-002"}
        lists = {each.path for each in report.documents if each.applicant is None}
        assert with_status(report, "built") & mine
        assert with_status(report, "built") & lists
        assert with_status(report, "built") <= mine | lists
        assert len(rendered) <= len(mine | lists)
        after = stamps(built)
        changed = {path for path in after if after[path] != before.get(path)}
        assert changed == with_status(report, "built") | {MANIFEST, LAST_RUN}

    def test_a_template_is_the_documents_of_its_rows(self, built, rendered):
        built.add_template("通知.docx", "{{ 通知标题 }}")
        report = build(built)
        assert with_status(report, "built") == {"通知.docx"}
        assert len(rendered) == 1

    def test_a_setting_is_the_documents_that_print_it(self, built, rendered):
        built.set(印数="印30份")
        assert with_status(build(built), "built") == {"通知.docx"}
        assert len(rendered) == 1

    def test_a_row_of_documents_is_its_own_documents(self, built, rendered):
        built.add_template("公示.docx", "{{ 活动年度 }}")
        built.append("活动设置", "文书", "公示", "公示.docx", "活动", None, "公示.docx")
        assert with_status(build(built), "built") == {"公示.docx"}
        rendered.clear()
        row = len(json.loads(built.output(MANIFEST).read_text("utf-8"))["documents"])
        assert row == 53
        assert statuses(build(built)) == {"unchanged": 53}
        assert rendered == []

    def test_another_awardgen_renders_all_and_writes_what_came_out_otherwise(
        self, built, rendered, monkeypatch
    ):
        before = contents(built)
        monkeypatch.setattr(view, "rendering_version", lambda: "another")
        assert statuses(build(built)) == {"unchanged": 52}
        assert len(rendered) == 52
        after = contents(built)
        assert {path for path in after if after[path] != before[path]} == {MANIFEST}
        rendered.clear()
        build(built)
        assert rendered == []


class TestSavedAgainByAnotherProgram:
    @pytest.fixture
    def saved(self, built):
        for path in built.output("").rglob("*.docx"):
            before = path.read_bytes()
            Document(path).save(path)
            assert path.read_bytes() != before
        return built

    def test_nothing_was_edited(self, saved):
        report = build(saved)
        assert statuses(report) == {"unchanged": 52}
        assert not [each for each in report.findings if each.kind.code == "AW409"]

    def test_nor_when_a_row_changes(self, saved):
        saved.edit("申报", "标兵", C3="锅炉工")
        report = build(saved)
        assert statuses(report).keys() == {"unchanged", "built"}
        assert not list(saved.output("").rglob("*新版*"))


class TestTheManifestIsLost:
    def test_what_is_right_is_known_again(self, built, rendered):
        built.output(MANIFEST).unlink()
        assert statuses(build(built)) == {"unchanged": 52}
        rendered.clear()
        built.edit("申报", "标兵", C3="锅炉工")
        assert statuses(build(built)).keys() == {"unchanged", "built"}

    def test_what_is_not_is_kept(self, built):
        before = built.output("通知.docx").read_bytes()
        built.output(MANIFEST).write_bytes(b"{")
        built.set(印数="印30份")
        assert with_status(build(built), "kept") == {"通知.docx"}
        assert built.output("通知.docx").read_bytes() == before
        assert built.output("通知.新版.docx").exists()


class TestTheSameBytes:
    def test_with_several_processes(self, built, tmp_path, monkeypatch):
        monkeypatch.setattr(production, "_WORTHWHILE", 0)
        monkeypatch.setattr(production, "_BATCH", 7)
        monkeypatch.setattr(production.Production, "_write_here", None)  # or they might do nothing
        expected = contents(built)
        pipeline.build(built.path, output=str(tmp_path / "other"), means=Means(jobs=2))
        found = {path: (tmp_path / "other" / path).read_bytes() for path in expected}
        assert found == expected
        assert not (tmp_path / "other" / ".journal").exists()

    def test_on_another_day(self, built, tmp_path, monkeypatch):
        later = time.time() + 400 * 86400
        local = time.localtime(later)
        monkeypatch.setattr(time, "time", lambda: later)
        monkeypatch.setattr(time, "localtime", lambda *_: local)
        expected = contents(built)
        pipeline.build(built.path, output=str(tmp_path / "other"), means=ALONE)
        assert {path: (tmp_path / "other" / path).read_bytes() for path in expected} == expected
