import pytest

from awardgen.campaign import YesNo
from awardgen.finding import Severity

HEADERS = ("奖项", "简称", "类型")


def _codes(findings):
    return [finding.kind.code for finding in findings]


def test_white_space_and_width_in_a_header_do_not_matter(read_awards):
    table, findings = read_awards(("奖\n项 ", "简　称", "类型", "ＨＴ"), ("岗", "岗", "岗位", "x"))
    assert findings == []
    assert table.headers == ("奖项", "简称", "类型", "ＨＴ")


def test_title_rows_may_stand_above_the_header(read_awards):
    table, findings = read_awards(("2010年奖项一览",), (), HEADERS, ("示范岗", "岗", "岗位"))
    assert findings == []
    assert [record.row for record in table.records] == [4]


def test_a_missing_column_is_named_with_the_nearest_header(read_awards):
    _, (finding,) = read_awards(("奖项", "简称", "奖项类形"), ("岗", "岗", "岗位"))
    assert finding.kind.code == "AW102"
    assert (finding.place.sheet, finding.place.cell, finding.place.column) == ("奖项", None, "类型")
    assert "“奖项类形”" in finding.message


def test_a_missing_column_with_no_header_near_lists_what_was_found(read_awards):
    _, (finding,) = read_awards(("奖项", "简称"), ("岗", "岗"))
    assert "奖项、简称" in finding.message


def test_an_optional_column_may_be_missing_and_is_still_known(read_awards):
    table, findings = read_awards(HEADERS, ("岗", "岗", "岗位"))
    assert findings == []
    assert table.records[0].values["名额"] is None
    assert table.records[0].place("名额").cell is None


def test_a_column_missing_gives_one_finding_not_one_a_row(read_awards):
    _, findings = read_awards(("奖项", "类型"), ("一", "岗位"), ("二", "个人"))
    assert _codes(findings) == ["AW102"]


def test_two_headers_with_one_tag_are_reported_at_the_later(read_awards):
    table, (finding,) = read_awards((*HEADERS, "备注", "备注（二）"), ("岗", "岗", "岗位", "a", "b"))
    assert finding.kind.code == "AW115"
    assert finding.place.cell == "E1"
    assert table.records[0].values["备注（二）"] == "b"


def test_of_two_equal_headers_the_first_counts(read_awards):
    table, (finding,) = read_awards((*HEADERS, "备注", "备注"), ("岗", "岗", "岗位", "a", "b"))
    assert finding.place.cell == "E1"
    assert table.records[0].values["备注"] == "a"


@pytest.mark.parametrize("header", ["名额（个）", "名额(最多，可空)", "【必填】名额", "名 额："])
def test_a_header_that_gives_the_tag_of_a_declared_column_is_that_column(read_awards, header):
    table, findings = read_awards((*HEADERS, header), ("岗", "岗", "岗位", 3))
    assert findings == []
    assert table.headers == (*HEADERS, "名额")
    assert table.records[0].values["名额"] == 3
    assert table.records[0].place("名额").cell == "D2"


def test_the_columns_of_an_application_may_say_what_to_put_there(read_posts):
    headers = ("编号", "工会小组", "岗位名称", "岗位总人数（人）", "岗位人员姓名（全体）")
    row = ("SF-1", "饮食小组", "窗口", 1, "丁一")
    table, findings = read_posts(
        (*headers, "主要事迹（1500字左右）", "小组推荐（是/否）"), (*row, "事迹。", "否")
    )
    assert findings == []
    assert table.records[0].text("主要事迹") == "事迹。"
    assert table.records[0].values["小组推荐"] == YesNo("否")


def test_a_criterion_may_say_how_much_it_is_worth(read_scores):
    table, findings = read_scores(("编号", "评委", "1（10分）"), ("SF-1", "高志远", 9))
    assert findings == []
    assert table.records[0].values["1"] == 9


def test_a_header_row_that_only_gives_tags_is_found_below_a_title(read_posts):
    headers = (
        "编号（必填）",
        "工会小组（全称）",
        "岗位名称（全称）",
        "岗位总人数（人）",
        "岗位人员姓名（全体）",
    )
    row = ("SF-1", "饮食小组", "窗口", 1, "丁一", "事迹。")
    table, findings = read_posts(("示范岗申报一览",), (*headers, "主要事迹（摘要）"), row)
    assert findings == []
    assert [record.row for record in table.records] == [3]


def test_the_column_itself_goes_before_another_of_its_tag(read_awards):
    table, (finding,) = read_awards((*HEADERS, "名额（去年）", "名额"), ("岗", "岗", "岗位", 2, 3))
    assert table.records[0].values["名额"] == 3
    assert (finding.kind.code, finding.place.cell) == ("AW115", "E1")


def test_of_two_that_give_the_tag_of_a_column_the_first_is_that_column(read_awards):
    table, (finding,) = read_awards((*HEADERS, "名额（今年）", "名额（去年）"), ("岗", "岗", "岗位", 3, 2))
    assert table.records[0].values["名额"] == 3
    assert (finding.kind.code, finding.place.cell, finding.excerpt) == ("AW115", "E1", "名额（去年）")
    assert "“名额（今年）”" in finding.message


def test_a_sheet_without_anything_lacks_every_required_column(read_awards):
    table, findings = read_awards(())
    assert table.records == ()
    assert [finding.place.column for finding in findings] == ["奖项", "简称", "类型"]


def _posts(*added):
    headers = ("编号", "工会小组", "岗位名称", "岗位总人数", "岗位人员姓名", "主要事迹", "评定理由", *added)
    return headers, ("SF-1", "饮食小组", "窗口", 1, "丁一", "事迹。", "", *["无" for _ in added])


@pytest.mark.parametrize(
    ("added", "meant"),
    [
        ("安全事故", "安全责任事故"),
        ("安全责任事故情况", "安全责任事故"),
        ("评定结论", "评定结果"),
        ("满意度", "顾客满意度"),
        ("推 荐", "小组推荐"),
        ("是否推荐", "小组推荐"),
    ],
)
def test_a_header_near_to_an_optional_column_that_is_not_there_is_asked_about(read_posts, added, meant):
    table, (finding,) = read_posts(*_posts(added))
    assert (finding.kind.code, finding.severity) == ("AW102", Severity.WARNING)
    assert (finding.place.cell, finding.place.column, finding.excerpt) == (None, meant, added)
    assert f"“{added}”" in finding.message
    assert table.records[0].values[meant] is None


@pytest.mark.parametrize("added", ["工龄", "政治面貌", "备注", "评定理由说明", "岗位", "是"])
def test_a_header_that_is_near_to_none_or_nearer_to_one_that_is_there_is_an_addition(read_posts, added):
    assert read_posts(*_posts(added))[1] == []


def test_a_header_near_to_the_summary_beside_a_write_up_is_asked_about(read_posts):
    headers = ("编号", "工会小组", "岗位名称", "岗位总人数", "岗位人员姓名", "先进事迹", "事迹材料")
    (finding,) = read_posts(headers, ("SF-1", "饮食小组", "窗口", 1, "丁一", "甲", "乙"))[1]
    assert (finding.kind.code, finding.severity) == ("AW102", Severity.WARNING)
    assert (finding.place.column, finding.excerpt) == ("主要事迹", "先进事迹")


def test_a_header_near_to_the_summary_without_any_write_up_is_named_in_one_finding(read_posts):
    headers = ("编号", "工会小组", "岗位名称", "岗位总人数", "岗位人员姓名", "先进事迹")
    (finding,) = read_posts(headers, ("SF-1", "饮食小组", "窗口", 1, "丁一", "甲"))[1]
    assert (finding.kind.code, finding.severity) == ("AW102", Severity.ERROR)
    assert "“先进事迹”" in finding.message


def test_one_of_two_columns_must_be_there(read_posts):
    headers, row = ("编号", "工会小组", "岗位名称", "岗位总人数", "岗位人员姓名"), ("S", "饮", "窗", 1, "丁")
    (finding,) = read_posts(headers, row)[1]
    assert (finding.kind.code, finding.severity, finding.place.column) == (
        "AW102",
        Severity.ERROR,
        "主要事迹",
    )
    assert "“主要事迹”或“事迹材料”" in finding.message
    for either in ("主要事迹", "事迹材料"):
        assert read_posts((*headers, either), (*row, "事迹。"))[1] == []
