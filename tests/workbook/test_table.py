from datetime import date, datetime
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awardgen.campaign import Percent, YesNo

HEADERS = (
    "编号",
    "工会小组",
    "岗位名称",
    "岗位总人数",
    "岗位人员姓名",
    "主要事迹",
    "顾客满意度",
    "小组推荐",
    "小组意见日期",
    "备注",
)
ROW = ("SF-1", "饮食小组", "窗口", 2, "丁一、于海", "事迹。", "92%", "是", "2011-6-15", "")


def _row(**changes):
    return tuple(changes.get(header, value) for header, value in zip(HEADERS, ROW, strict=True))


def test_every_cell_is_read_as_its_column_says(read_posts):
    table, findings = read_posts(HEADERS, ROW)
    assert findings == []
    values = table.records[0].values
    assert values["岗位总人数"] == Decimal(2)
    assert values["顾客满意度"] == Percent(Decimal("0.92"))
    assert values["小组推荐"] == YesNo("是")
    assert values["小组意见日期"] == date(2011, 6, 15)
    assert values["备注"] is None
    assert values["裁定名次"] is None


def test_a_number_in_a_text_column_becomes_text_without_a_fraction(read_posts):
    table, _ = read_posts(HEADERS, _row(编号=1.0))
    assert table.records[0].values["编号"] == "1"


def test_a_column_that_staff_added_keeps_what_excel_holds(read_posts):
    headers = (*HEADERS, "工龄", "入职")
    table, _ = read_posts(headers, (*ROW, 12.0, date(2001, 7, 1)), (*ROW, " 十二年\n", ""))
    assert table.records[0].values["工龄"] == Decimal(12)
    assert table.records[0].values["入职"] == date(2001, 7, 1)
    assert table.records[1].values["工龄"] == "十二年"


def test_yes_and_one_are_equal_and_yet_two_things(read_posts):
    headers = (*HEADERS, "党员")
    table, _ = read_posts(headers, *((*ROW, cell) for cell in (True, 1, 1.0, False, 0)))
    assert [each.values["党员"] for each in table.records] == ["是", Decimal(1), Decimal(1), "否", Decimal(0)]


def test_what_a_damaged_file_has_for_a_number_is_kept_as_text(read_posts):
    table, _ = read_posts((*HEADERS, "工龄"), (*ROW, float("nan")), (*ROW, float("inf")))
    assert [each.values["工龄"] for each in table.records] == ["nan", "inf"]


def test_findings_come_row_by_row(read_scores):
    headers = ("编号", "评委", "1")
    _, findings = read_scores(headers, ("", "高志远", "多"), ("SF-1", "", ""), ("", "", 4))
    assert [each.place.cell for each in findings] == ["A2", "C2", "B3", "C3", "A4", "B4"]


def test_blank_rows_are_passed_over_and_do_not_shift_the_cells(read_posts):
    table, findings = read_posts(HEADERS, (), (" ", "\n", "\u3000"), _row(岗位总人数="两个"))
    assert [record.row for record in table.records] == [4]
    assert [finding.place.cell for finding in findings] == ["D4"]


def test_a_note_beside_the_table_makes_no_row(read_posts):
    table, _ = read_posts(HEADERS, ROW, (*[""] * len(HEADERS), "填表人：丁一"))
    assert len(table.records) == 1


def test_an_empty_required_cell_is_reported_where_it_is(read_posts):
    _, (finding,) = read_posts(HEADERS, _row(岗位名称="  "))
    assert finding.kind.code == "AW101"
    assert (finding.place.file, finding.place.sheet, finding.place.cell) == ("data/表.xlsx", "示范岗", "C2")
    assert (finding.place.column, finding.applicant, finding.excerpt) == ("岗位名称", "SF-1", None)


def test_a_missing_number_leaves_the_applicant_unknown(read_posts):
    _, (finding,) = read_posts(HEADERS, _row(编号=""))
    assert finding.place.cell == "A2"
    assert finding.applicant is None


def test_an_unreadable_cell_keeps_its_text(read_posts):
    table, (finding,) = read_posts(HEADERS, _row(小组意见日期=2010.1))
    assert finding.kind.code == "AW108"
    assert (finding.place.cell, finding.applicant, finding.excerpt) == ("I2", "SF-1", "2010.1")
    assert table.records[0].values["小组意见日期"] == "2010.1"


def test_an_excerpt_has_at_most_sixty_characters(read_posts):
    _, (finding,) = read_posts(HEADERS, _row(顾客满意度="很" * 100))
    assert finding.excerpt == "很" * 60


def test_a_character_that_word_cannot_hold_is_reported_with_its_place(read_posts):
    table, (finding,) = read_posts(HEADERS, _row(主要事迹="  事\x07迹\x0b"))
    assert finding.kind.code == "AW112"
    assert (finding.place.cell, finding.start, finding.end) == ("F2", 3, 4)
    assert "U+0007" in finding.message
    assert table.records[0].values["主要事迹"] == "  事\x07迹\x0b"


def test_a_character_that_word_cannot_hold_does_not_hide_that_the_cell_is_unreadable(read_posts):
    _, findings = read_posts(HEADERS, _row(顾客满意度="9\x072"))
    assert [finding.kind.code for finding in findings] == ["AW112", "AW109"]


def test_the_applicant_of_a_finding_has_a_plain_number(read_posts):
    _, (finding,) = read_posts(HEADERS, _row(编号="ＳＦ－１", 岗位名称=""))
    assert finding.applicant == "SF-1"


def test_a_time_that_excel_has_changed_is_reported_at_its_cell(read_phases):
    headers = ("步骤", "印出时间")
    _, findings = read_phases(headers, ("一", 2010.1), ("二", datetime(2010, 10, 1)), ("三", "2010.10"))  # noqa: DTZ001
    assert [(each.kind.code, each.place.cell) for each in findings] == [("AW108", "B2"), ("AW108", "B3")]
    assert all("文本" in each.hint for each in findings)


CELLS = st.one_of(
    st.text(max_size=8),
    st.integers(-(10**6), 10**17),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CELLS, min_size=len(HEADERS), max_size=len(HEADERS)))
def test_whatever_stands_in_a_row_is_read_or_reported(read_posts, cells):
    table, findings = read_posts(HEADERS, cells)
    for record in table.records:
        assert set(HEADERS) <= set(record.values)
    assert all(finding.place.cell.endswith("2") for finding in findings)
