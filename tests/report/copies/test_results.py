"""What `check` leaves for those who mend what it found, and what `build` makes of it: nothing."""

import openpyxl
import pytest

from awardgen import pipeline
from awardgen.finding import Severity
from awardgen.unchanged import report_if_nothing_changed
from tests.campaign_folder import text_of

SLIP = "检查/退改通知单-饮食服务工会小组.docx"


@pytest.fixture
def checked(starter):
    """Check the starter with a fault of SF-001, of 饮食服务工会小组."""
    starter.edit("申报", "示范岗", D2=9)
    return lambda **options: pipeline.check(starter.path, copies=True, **options)


def test_the_starter_has_notes_but_no_slip(starter):
    report = pipeline.check(starter.path, copies=True)
    names = ("活动设置", "申报", "评分")
    assert report.copies == tuple(f"output/检查/{name}.批注.xlsx" for name in names)
    assert [each.kind.code for each in report.findings if each.severity is not Severity.INFO] == []


def test_the_staffs_own_files_are_not_touched(starter, checked):
    files = [path for path in sorted(starter.path.rglob("*")) if path.is_file()]
    before = [path.read_bytes() for path in files]
    checked()
    assert [path.read_bytes() for path in files] == before


def test_the_fault_is_noted_at_its_cell(starter, checked):
    checked()
    book = openpyxl.load_workbook(starter.output("检查/申报.批注.xlsx"))
    assert "AW106" in book["示范岗"]["D2"].comment.text


def test_a_group_with_something_to_mend_gets_a_slip(starter, checked):
    report = checked()
    assert [path for path in report.copies if path.endswith(".docx")] == [f"output/{SLIP}"]
    text = starter.text_of(SLIP)
    for told in ("饮食服务工会小组：", "SF-001", "东苑食堂大众菜窗口", "岗位总人数填了9", "请核对人数和姓名"):
        assert told in text


def test_a_mended_fault_takes_its_slip_away(starter, checked):
    checked()
    starter.edit("申报", "示范岗", D2=7)
    checked()
    assert not starter.output(SLIP).exists()


def test_what_is_settled_or_switched_off_is_on_no_slip(starter, checked):
    starter.append("活动设置", "检查规则", "AW106", "不检查")
    checked()
    assert not starter.output(SLIP).exists()


def test_build_makes_no_slips_and_leaves_those_of_check_alone(starter, checked):
    checked()
    before = {path: path.read_bytes() for path in starter.output("检查").iterdir()}
    first, second = pipeline.build(starter.path), pipeline.build(starter.path)
    assert not any("退改" in each.path for each in first.documents)
    assert {each.status.value for each in second.documents} == {"unchanged"}
    assert {path: path.read_bytes() for path in starter.output("检查").iterdir()} == before
    assert "退改通知单" not in starter.output(".manifest.json").read_text("utf-8")


def test_a_check_after_a_build_does_not_make_it_build_again(starter, checked):
    pipeline.build(starter.path)
    checked()
    assert report_if_nothing_changed(starter.path, None, strict=False) is not None


def test_a_slip_lies_in_the_folder_wherever_its_row_would_have_it(starter, checked):
    starter.edit("活动设置", "文书", E10="退改/{{ 小组 }}.docx")
    assert "output/检查/退改/饮食服务工会小组.docx" in checked().copies


def test_a_slip_is_made_while_other_sheets_are_still_missing(starter, checked):
    starter.forget("评分")
    checked()
    assert starter.output(SLIP).is_file()


def test_a_fault_in_the_slips_template_is_found_and_listed(starter, checked):
    starter.add_template("退改通知单.docx", "{{ 问题列表|length }}{{ 没有 }}")
    codes = [each.kind.code for each in checked().findings]
    assert codes.count("AW402") == 1


def test_a_fault_that_shows_only_when_a_slip_is_filled_is_found(starter, checked):
    starter.add_template("退改通知单.docx", "{% for 题 in 问题列表 %}{{ 题.没有 }}{% endfor %}")
    found = [each for each in checked().findings if each.place.file == "templates/退改通知单.docx"]
    assert "AW402" in [each.kind.code for each in found]


def test_strict_counts_for_what_stands_in_the_way_too(checked, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "in use")

    monkeypatch.setattr("awardgen.publishing.local_folder.LocalFolder.write", refuse)
    for strict, severity in ((False, Severity.WARNING), (True, Severity.ERROR)):
        findings = checked(strict=strict).findings
        assert {each.severity for each in findings if each.kind.code == "AW408"} == {severity}


def test_the_slip_reads_as_a_letter(starter, checked):
    checked()
    lines = text_of(starter.output(SLIP)).splitlines()
    assert lines[0] == "退改通知单"
    assert any(line.startswith("报回期限：") for line in lines)
