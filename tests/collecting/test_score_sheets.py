"""A judge's workbook: made for filling in, and read back however the judge rearranged it."""

import openpyxl
import pytest

from awardgen.collecting import Outcome, write_score_sheets
from awardgen.errors import AwardgenError
from tests.collecting.conftest import codes

JUDGE = "何立新"
FIRST_SCORE = 6  # column F, behind 编号 评委 奖项 岗位或姓名 工会小组
FULL_MARKS = (5, 5, 5, 5, 10, 20, 20, 10, 10, 10)


@pytest.fixture
def sheet(desk):
    return JudgesSheet(desk)


class JudgesSheet:
    def __init__(self, desk):
        self.desk = desk
        write_score_sheets(desk.campaign.path)
        self.path = desk.campaign.path / "output" / "评分表" / f"评分表-{JUDGE}.xlsx"
        self.book = openpyxl.load_workbook(self.path)
        self.cells = self.book["评分"]

    def row_of(self, number):
        return next(row for row in self.cells.iter_rows(min_row=2) if row[0].value == number)

    def score(self, number, *points):
        for cell, value in zip(self.row_of(number)[FIRST_SCORE - 1 :], points, strict=False):
            cell.value = value

    def hand_in(self):
        self.book.save(self.desk.folder / self.path.name)
        return self.desk.collect()


class TestTheSheet:
    def test_has_a_row_for_each_application_and_a_column_for_each_criterion_with_its_points(self, sheet):
        header = [cell.value for cell in sheet.cells[1]]
        assert header[FIRST_SCORE - 1 : FIRST_SCORE + 1] == ["1\n（5分）", "2\n（5分）"]
        assert sheet.cells.max_row == 21

    def test_lets_nothing_be_changed_but_scores(self, sheet):
        assert sheet.cells.protection.sheet
        row = sheet.row_of("SF-004")
        assert [cell.protection.locked for cell in row[:FIRST_SCORE]] == [True] * 5 + [False]

    def test_takes_only_points_from_nothing_to_the_criterions(self, sheet):
        (rule,) = [rule for rule in sheet.cells.data_validations.dataValidation if "F2" in str(rule.sqref)]
        assert (rule.formula1, rule.formula2) == ("0", "5.0")

    def test_blocks_what_belongs_to_the_judges_own_group(self, sheet):
        own = [row for row in sheet.cells.iter_rows(min_row=2) if row[FIRST_SCORE - 1].protection.locked]
        groups = {row[4].value for row in own}
        assert len(groups) == 1
        assert all(any(cell.value == "回避" for cell in row) for row in own)

    def test_sums_up_by_formula(self, sheet):
        assert "SUM(F" in str(sheet.row_of("SF-004")[FIRST_SCORE + 9].value)

    def test_that_was_filled_in_where_it_lies_is_not_overwritten(self, sheet):
        sheet.score("SF-004", *FULL_MARKS)
        sheet.book.save(sheet.path)
        before = sheet.path.read_bytes()
        written = dict(write_score_sheets(sheet.desk.campaign.path))
        assert sheet.path.read_bytes() == before
        assert written[sheet.path.with_name(f"评分表-{JUDGE}.新版.xlsx")]

    def test_is_the_same_bytes_each_time(self, sheet):
        before = sheet.path.read_bytes()
        write_score_sheets(sheet.desk.campaign.path)
        assert sheet.path.read_bytes() == before

    def test_is_not_made_before_there_are_applications(self, starter):
        starter.forget("申报", "评分")
        with pytest.raises(AwardgenError, match="还没有申报"):
            write_score_sheets(starter.path)


class TestReturnedScores:
    def forget_scores(self, desk, number="SF-004"):
        file = desk.campaign.path / "data" / "评分.xlsx"
        book = openpyxl.load_workbook(file)
        cells = book["评分"]
        row = next(
            row for row in cells.iter_rows(min_row=2) if (row[0].value, row[1].value) == (number, JUDGE)
        )
        cells.delete_rows(row[0].row)
        book.save(file)

    def test_are_new_rows_though_the_judge_added_a_column(self, desk, sheet):
        self.forget_scores(desk)
        sheet.score("SF-004", *FULL_MARKS)
        sheet.cells.insert_cols(3)
        sheet.cells["C1"] = "我的备注"
        collection = sheet.hand_in()
        assert [row.outcome for row in collection.scores] == [Outcome.NEW]
        row = desk.rows("评分", "评分")[-1]
        assert (row["编号"], row["评委"], row["6"]) == ("SF-004", JUDGE, 20)

    def test_that_differ_are_shown_at_their_cell(self, sheet):
        sheet.score("SF-004", *FULL_MARKS)
        collection = sheet.hand_in()
        assert [row.outcome for row in collection.scores] == [Outcome.DIFFERENT]
        assert set(codes(collection)) == {"AW518"}
        assert collection.findings[0].place.file == "data/评分.xlsx"

    def test_out_of_range_are_a_finding_and_the_row_is_not_taken(self, desk, sheet):
        self.forget_scores(desk)
        sheet.score("SF-004", 6)
        collection = sheet.hand_in()
        assert codes(collection) == ["AW517"]
        assert collection.scores == ()

    def test_for_the_judges_own_group_are_not_taken(self, sheet):
        own = next(row for row in sheet.cells.iter_rows(min_row=2) if row[FIRST_SCORE - 1].protection.locked)
        sheet.score(own[0].value, *FULL_MARKS)
        assert codes(sheet.hand_in()) == ["AW515"]

    def test_for_an_unknown_application_are_a_finding(self, sheet):
        sheet.row_of("SF-004")[0].value = "SF-999"
        sheet.score("SF-999", *FULL_MARKS)
        assert codes(sheet.hand_in()) == ["AW516"]

    def test_of_a_workbook_that_is_no_score_sheet_are_a_finding(self, desk):
        openpyxl.Workbook().save(desk.folder / "别的.xlsx")
        assert codes(desk.collect()) == ["AW502"]
