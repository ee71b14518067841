"""What stands below a header and is not the table's, and what is merged over its rows."""

import pytest

from awardgen.campaign import AwardKind
from awardgen.workbook.declared_entries import application_sheet, score_sheet
from awardgen.workbook.found_sheet import FoundSheet
from awardgen.workbook.table import read_table

HEADERS = ("编号", "工会小组", "岗位名称", "岗位总人数", "岗位人员姓名", "主要事迹")
ROW = ("SF-1", "饮食小组", "窗口", 2, "丁一、于海", "事迹。")


def _codes(findings):
    return [(finding.kind.code, finding.place.cell) for finding in findings]


@pytest.mark.parametrize(
    "row",
    [
        ("合计", "", "", 2),
        ("", "小计：", "", 2),
        ("填表说明：",),
        ("注：主要事迹限1500字",),
        ("填表人：丁一", "", "", "审核人：于海"),
        ("本表一式两份，由各工会小组留存一份。",),
    ],
)
def test_a_total_or_a_note_below_the_table_is_no_application(read_posts, row):
    table, findings = read_posts(HEADERS, ROW, row)
    assert [record.row for record in table.records] == [2]
    assert [code for code, _ in _codes(findings)] == ["AW134"]


def test_the_points_of_a_note_belong_to_it(read_posts):
    table, (finding,) = read_posts(HEADERS, ROW, ("说明：",), ("1.编号由工会编排",), ("2.字数不限",))
    assert len(table.records) == 1
    assert finding.place.cell == "A3"


@pytest.mark.parametrize("row", [("SF-2",), ("", "饮食小组"), ("合计", *ROW[1:]), ("1.编号由工会编排",)])
def test_a_row_that_may_be_an_application_is_one(read_posts, row):
    table, _ = read_posts(HEADERS, ROW, row)
    assert len(table.records) == 2


def test_a_header_printed_again_is_passed_over_in_silence(read_posts):
    table, findings = read_posts(HEADERS, ROW, HEADERS, ("SF-2", *ROW[1:]))
    assert [record.row for record in table.records] == [2, 4]
    assert findings == []


def test_each_row_of_a_merged_cell_has_its_value():
    grid = [["编号", "评委", "1"], ["SF-1", "高志远", 4], ["", "于海", 5], ["SF-2", "于海", 3]]
    findings = []
    table = read_table(
        score_sheet(["1"]), FoundSheet("评分", grid, [((1, 0), (2, 0))]), "评分.xlsx", findings
    )
    assert [record.text("编号") for record in table.records] == ["SF-1", "SF-1", "SF-2"]
    assert findings == []


def test_an_empty_cell_that_is_not_merged_stays_empty(read_scores):
    _, findings = read_scores(("编号", "评委", "1"), ("SF-1", "高志远", 4), ("", "于海", 5))
    assert _codes(findings) == [("AW101", "A3")]


def test_hidden_rows_are_read_and_told_of():
    grid = [["编号", "评委", "1"], ["SF-1", "高志远", 4], ["SF-2", "高志远", 4]]
    findings = []
    table = read_table(
        score_sheet(["1"]), FoundSheet("评分", grid, (), frozenset({3, 9})), "评分.xlsx", findings
    )
    assert len(table.records) == 2
    assert [finding.kind.code for finding in findings] == ["AW133"]
    assert "第3行" in findings[0].message


def test_a_header_in_two_rows_is_read_whole(read_posts):
    above = ("编号", "工会小组", "岗位情况", "", "", "主要事迹")
    table, findings = read_posts(("一览",), above, ("", "", "岗位名称", "岗位总人数", "岗位人员姓名"), ROW)
    assert findings == []
    assert table.headers == HEADERS
    assert [record.row for record in table.records] == [4]


def test_the_names_of_criteria_may_stand_below_what_they_have_in_common():
    grid = [["编号", "评委", "得分", ""], ["", "", "1", "2"], ["SF-1", "高志远", 4, 5]]
    findings = []
    table = read_table(score_sheet(["1", "2"]), FoundSheet("评分", grid), "评分.xlsx", findings)
    assert findings == []
    assert [record.values["2"] for record in table.records] == [5]


@pytest.mark.parametrize("mark", ["*{}", "{}*", "1.{}", "二、{}", "（1）{}", "{}（必填）", "{}\n", "{}："])
def test_marks_and_numbers_of_a_header_do_not_matter(read_posts, mark):
    table, findings = read_posts(tuple(mark.format(header) for header in HEADERS), ROW)
    assert findings == []
    assert table.headers == HEADERS


def test_what_stands_below_a_header_over_two_columns_is_told_of_where_it_is_not_read():
    grid = [[*HEADERS[:5], "", "主要事迹"], [*ROW[:4], "丁一", "于海", "事迹。"]]
    findings = []
    found = FoundSheet("示范岗", grid, [((0, 4), (0, 5))])
    read_table(application_sheet("示范岗", AwardKind.POST), found, "申报.xlsx", findings)
    assert _codes(findings) == [("AW135", "E1")]
    assert "F列" in findings[0].message
