"""问题列表: what the applicants of a group must mend, and nothing that is another's to mend."""

from dataclasses import replace

import pytest

from awardgen.catalogue import documents, scores, tables, writeups
from awardgen.documents import problems_by_group
from awardgen.documents.problems import PROBLEM_COLUMNS
from awardgen.finding import Place, Severity
from tests.builders import APPLICATIONS_FILE, SCORES_FILE, SETTINGS_FILE, application, campaign, person_award

LOW, LONG = tables.SATISFACTION_LOW, writeups.WRITE_UP_TOO_LONG


@pytest.fixture
def problems():
    """The 问题列表 of each group for two applications, BB-1 in row 2 and BB-2 in row 3."""
    award = person_award()
    built = campaign(
        application("BB-1", award, row=2, 工会小组="饮食小组", 岗位人员姓名="于海"),
        application("BB-2", award, row=3, 工会小组="水电小组", 岗位人员姓名="李娜"),
    )
    return lambda *findings: problems_by_group(built, findings)


def low(cell="F2", kind=LOW, column="顾客满意度", file=APPLICATIONS_FILE, sheet="标兵", **more):
    return kind.at(Place(file, sheet, cell, column), "低。", **more)


def test_a_finding_at_an_application_is_its_groups(problems):
    found = problems(low(applicant="BB-1", excerpt="60%"))
    ((item,),) = found.values()
    assert list(found) == ["饮食小组"]
    assert [item[column] for column in PROBLEM_COLUMNS] == [
        "BB-1",
        "于海",
        "警告",
        "AW110",
        "顾客满意度低于下限",
        "标兵 F2 顾客满意度",
        "60%",
        "低。",
        "请核对测评结果。",
    ]


def test_a_finding_in_a_file_belongs_to_its_number(problems):
    found = problems(LONG.at(Place("data/事迹/BB-2.docx"), "太长。", applicant="bb-2"))
    assert [(group, item["位置"]) for group, items in found.items() for item in items] == [
        ("水电小组", "data/事迹/BB-2.docx")
    ]


def test_a_cell_belongs_to_the_application_of_its_row_whatever_its_number(problems):
    assert list(problems(low("F3", applicant="BB-1"))) == ["水电小组"]


@pytest.mark.parametrize(
    "finding",
    [
        low(severity=Severity.INFO),
        replace(low(severity=Severity.INFO), settled=True),
        replace(low(), settled=True),
        low("A2", kind=tables.REQUIRED_CELL_EMPTY, column="编号"),
        low("N2", kind=tables.CHOICE_UNREADABLE, column="评定结果"),
        low("E2", kind=tables.STROKES_UNKNOWN, column="岗位人员姓名"),
        low("B2", kind=scores.NOT_SCORED, column="编号"),
        low("C2", kind=tables.NUMBER_UNREADABLE, file=SCORES_FILE, sheet="评分", applicant="BB-1"),
        low("C2", kind=tables.NUMBER_UNREADABLE, file=SETTINGS_FILE, sheet="奖项"),
        documents.TEMPLATE_FAILED.at(Place("templates/申报表.docx"), "错。", applicant="BB-1"),
        low(None),
    ],
)
def test_what_is_not_the_applicants_to_mend_is_not_there(problems, finding):
    assert not problems(finding)


def test_the_same_said_several_times_of_one_application_is_there_once(problems):
    (items,) = problems(low(start=1), low(start=9)).values()
    assert [item["问题"] for item in items] == ["低。（共2处）"]


def test_errors_come_before_warnings(problems):
    (items,) = problems(low(), LONG.at(Place(APPLICATIONS_FILE, "标兵", "E2", "主要事迹"), "长。")).values()
    assert [item["级别"] for item in items] == ["错误", "警告"]
