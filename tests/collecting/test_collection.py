"""New rows are added, equal ones counted, different ones shown; the staff's workbook loses nothing."""

import openpyxl
import pytest
from docx import Document

from awardgen.collecting import Outcome
from awardgen.errors import AwardgenError
from tests.collecting.conftest import codes

FILLED = {
    "岗位名称": "北门门卫岗",
    "岗位总人数": "3",
    "岗位人员姓名": "赵堃、钱祎、孙头",
    "主要事迹": "2010年9月迎新。",
}
EQUAL_FORM = "标兵申报表-BB-002-于海"
STORY = "于海，2010年9月抢修供水管道，" * 10


def outcomes(collection):
    return [form.outcome for form in collection.forms]


class TestANewForm:
    def test_is_a_new_row_with_the_next_free_number(self, desk):
        desk.post_form().fill(**FILLED).save(desk.folder / "物业服务工会小组" / "表.docx")
        collection = desk.collect()
        assert outcomes(collection) == [Outcome.NEW]
        row = desk.last_row("示范岗")
        assert (row["编号"], row["工会小组"]) == ("SF-009", "物业服务工会小组")

    def test_without_a_group_is_a_finding_and_a_row_all_the_same(self, desk):
        desk.post_form().fill(**FILLED).save(desk.folder / "表.docx")
        assert codes(desk.collect()) == ["AW513", "AW503"]
        assert desk.last_row("示范岗")["工会小组"] is None

    def test_that_is_no_number_where_one_should_be_is_kept_as_typed(self, desk):
        desk.post_form().fill(**{**FILLED, "岗位总人数": "三四人"}).save(desk.folder / "表.docx")
        assert "AW506" in codes(desk.collect(group="物业服务工会小组"))
        assert desk.last_row("示范岗")["岗位总人数"] == "三四人"

    def test_keeps_a_formula_from_being_one(self, desk):
        desk.post_form().fill(**{**FILLED, "岗位名称": "=1+1"}).save(desk.folder / "表.docx")
        desk.collect(group="物业服务工会小组")
        book = openpyxl.load_workbook(desk.campaign.path / "data" / "申报.xlsx")
        cell = next(cell for row in book["示范岗"] for cell in row if cell.value == "=1+1")
        assert cell.data_type == "s"

    def test_that_comes_twice_counts_once(self, desk):
        for name in ("甲.docx", "乙.docx"):
            desk.post_form().fill(**FILLED).save(desk.folder / name)
        collection = desk.collect(group="物业服务工会小组")
        assert outcomes(collection) == [Outcome.NEW, Outcome.REPEATED]
        assert codes(collection) == ["AW513"]

    def test_that_comes_twice_with_other_words_is_a_finding(self, desk):
        desk.post_form().fill(**FILLED).save(desk.folder / "甲.docx")
        desk.post_form().fill(**{**FILLED, "岗位总人数": "4"}).save(desk.folder / "乙.docx")
        assert codes(desk.collect(group="物业服务工会小组")) == ["AW513", "AW505"]
        assert len(desk.rows("申报", "示范岗")) == 9


class TestAKnownForm:
    def test_as_it_was_handed_out_is_equal_and_nothing_is_written(self, desk):
        before = (desk.campaign.path / "data" / "申报.xlsx").read_bytes()
        desk.filled_form(EQUAL_FORM).save(desk.folder / "表.docx")
        collection = desk.collect()
        assert outcomes(collection) == [Outcome.EQUAL]
        assert (desk.campaign.path / "data" / "申报.xlsx").read_bytes() == before

    def test_that_differs_is_shown_and_not_taken(self, desk):
        before = (desk.campaign.path / "data" / "申报.xlsx").read_bytes()
        desk.filled_form(EQUAL_FORM).fill(岗位名称="（夜班）").save(desk.folder / "表.docx")
        collection = desk.collect()
        assert outcomes(collection) == [Outcome.DIFFERENT]
        (difference,) = collection.forms[0].differences
        assert (difference.column, difference.in_workbook, difference.in_form) == (
            "岗位名称",
            "水电维修中心电工",
            "水电维修中心电工（夜班）",
        )
        assert collection.findings[0].place.sheet == "标兵"
        assert (desk.campaign.path / "data" / "申报.xlsx").read_bytes() == before

    def test_is_taken_where_forms_are_right_and_the_version_before_is_kept(self, desk):
        before = (desk.campaign.path / "data" / "申报.xlsx").read_bytes()
        desk.filled_form(EQUAL_FORM).fill(岗位名称="（夜班）").save(desk.folder / "表.docx")
        collection = desk.collect(takes_forms=True)
        assert outcomes(collection) == [Outcome.TAKEN]
        row = next(row for row in desk.rows("申报", "标兵") if row["编号"] == "BB-002")
        assert row["岗位名称"] == "水电维修中心电工（夜班）"
        (kept,) = collection.kept
        assert (kept.name, kept.read_bytes()) == ("申报.20110621-093000.备份.xlsx", before)

    def test_that_lost_its_mark_is_known_by_post_and_person(self, desk):
        desk.filled_form(EQUAL_FORM).without_marks().save(desk.folder / "表.docx")
        collection = desk.collect()
        assert [(form.number, form.outcome) for form in collection.forms] == [("BB-002", Outcome.EQUAL)]


class TestTheWorkbook:
    def test_says_where_every_value_comes_from(self, desk):
        desk.post_form().fill(**FILLED).save(desk.folder / "门卫.docx")
        desk.collect(group="物业服务工会小组")
        records = desk.rows("申报", "收表记录")
        assert {(row["编号"], row["列"]) for row in records} >= {
            ("SF-009", "岗位名称"),
            ("SF-009", "主要事迹"),
        }
        assert {row["收表日期"] for row in records} == {"2011-06-21"}
        assert records[0]["文件"].endswith("门卫.docx")

    def test_open_in_excel_ends_the_job_before_anything_is_written(self, desk):
        (desk.campaign.path / "data" / "~$申报.xlsx").write_bytes(b"")
        desk.post_form().fill(**FILLED).save(desk.folder / "表.docx")
        with pytest.raises(AwardgenError, match="正在Excel或别的程序中打开"):
            desk.collect()
        assert not list((desk.campaign.path / "data").glob("*备份*"))

    def test_stays_as_it_is_in_a_dry_run(self, desk):
        before = (desk.campaign.path / "data" / "申报.xlsx").read_bytes()
        desk.post_form().fill(**FILLED).save(desk.folder / "表.docx")
        collection = desk.collect(is_dry_run=True)
        assert outcomes(collection) == [Outcome.NEW]
        assert (desk.campaign.path / "data" / "申报.xlsx").read_bytes() == before

    def test_without_a_column_is_a_finding(self, desk):
        desk.campaign.edit("申报", "示范岗", J1="别的")
        form = desk.post_form().fill(**FILLED, 基层工会小组意见="同意。")
        form.save(desk.folder / "表.docx")
        collection = desk.collect(group="物业服务工会小组")
        assert "AW507" in codes(collection)


class TestOneBadFile:
    def test_does_not_stop_the_others(self, desk):
        (desk.folder / "坏.docx").write_bytes(b"PK\3\4 no more")
        desk.post_form().fill(**FILLED).save(desk.folder / "好.docx")
        collection = desk.collect(group="物业服务工会小组")
        assert outcomes(collection) == [Outcome.NEW]
        unreadable = next(each for each in collection.findings if each.kind.code == "AW501")
        assert unreadable.place.file.endswith("坏.docx")


class TestAWriteUp:
    def write(self, desk, name, text=STORY):
        document = Document()
        document.add_paragraph(text)
        document.save(desk.folder / name)

    @pytest.mark.parametrize("name", ["BB-002-材料.docx", "附件-于海-事迹.docx"])
    def test_lands_under_its_number(self, desk, name):
        self.write(desk, name)
        desk.collect()
        assert (desk.campaign.path / "data" / "事迹" / "BB-002.docx").is_file()

    def test_of_nobody_is_a_finding(self, desk):
        self.write(desk, "材料.docx")
        assert codes(desk.collect()) == ["AW508"]

    def test_that_differs_is_taken_only_on_request_and_the_old_one_is_kept(self, desk):
        self.write(desk, "BB-003-材料.docx")
        folder = desk.campaign.path / "data" / "事迹"
        before = (folder / "BB-003.docx").read_bytes()
        assert codes(desk.collect()) == ["AW509"]
        assert (folder / "BB-003.docx").read_bytes() == before
        desk.collect(takes_forms=True)
        assert (folder / "BB-003.docx").read_bytes() != before
        assert (folder / "备份" / "BB-003.20110621-093000.docx").read_bytes() == before
