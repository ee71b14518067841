"""问题清单: what a clerk works through, the weightiest first."""

from dataclasses import replace

import openpyxl
import pytest

from awardgen.catalogue import documents, tables
from awardgen.finding import Place, Severity
from awardgen.report.copies.cells import COLOURS

LOW, EMPTY = tables.SATISFACTION_LOW, tables.REQUIRED_CELL_EMPTY


@pytest.fixture
def listed(campaign_folder, copies):
    """The sheet in the copy of 申报.xlsx."""

    def sheet(*findings):
        for name, title in (("申报.xlsx", "示范岗"), ("评分.xlsx", "评分")):
            book = openpyxl.Workbook()
            book.active.title = title
            campaign_folder(book, name)
        return copies(*findings)["申报.批注.xlsx"]["问题清单"]

    return sheet


def rows(sheet):
    return [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=4)]


def test_each_finding_is_a_row_with_its_place_and_what_to_do(listed, finding):
    found = finding("D2", "是空的。", applicant="SF-001", excerpt="摘")
    assert rows(listed(found)) == [
        [
            "错误",
            "AW101",
            "必填项为空",
            "data/申报.xlsx",
            "示范岗",
            "D2",
            "SF-001",
            "摘",
            "是空的。",
            EMPTY.hint,
        ]
    ]


def test_errors_come_before_warnings_and_rows_in_their_order(listed, finding):
    sheet = listed(finding("A3", kind=LOW), finding("B10"), finding("B9"), finding("AA9"))
    assert [row[5] for row in rows(sheet)] == ["B9", "AA9", "B10", "A3"]
    assert [sheet.cell(row, 1).fill.start_color.rgb[2:] for row in (4, 7)] == [
        COLOURS[Severity.ERROR],
        COLOURS[Severity.WARNING],
    ]


def test_a_cell_of_the_same_workbook_is_linked_inside_it(listed, finding):
    link = listed(finding("D2"))["F4"].hyperlink
    assert (link.target, link.location) == (None, "'示范岗'!D2")


def test_a_cell_of_another_workbook_is_linked_to_its_copy(listed, finding):
    sheet = listed(finding("D2"), finding("C3", file="data/评分.xlsx", sheet="评分"))
    link = next(cell.hyperlink for cell in sheet["F"] if cell.value == "C3")
    assert link.target == "%E8%AF%84%E5%88%86.%E6%89%B9%E6%B3%A8.xlsx"
    assert link.location == "'评分'!C3"


def test_a_finding_of_a_whole_sheet_leads_to_its_first_cell(listed, finding):
    sheet = listed(finding("D2"), finding(None))
    assert [cell.hyperlink.location for cell in sheet["E"] if cell.hyperlink] == ["'示范岗'!A1"]


def test_templates_and_write_ups_are_listed_and_led_to(listed, finding, campaign_folder):
    (campaign_folder.path / "templates").mkdir()
    (campaign_folder.path / "templates" / "通知.docx").write_bytes(b"")
    broken = documents.NAME_UNKNOWN.at(Place("templates/通知.docx"), "没有这个名称。")
    lost = documents.TEMPLATE_UNREADABLE.at(Place("templates/没有.docx"), "没有。")
    sheet = listed(finding("D2"), broken, lost)
    links = {cell.value: cell.hyperlink for cell in sheet["D"][3:]}
    assert links["templates/通知.docx"].target.startswith("../../templates/")
    assert links["templates/没有.docx"] is None


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_text_becomes_a_formula(listed, finding, text):
    cell = listed(finding("D2", excerpt=text))["H4"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_a_settled_finding_asks_for_nothing(listed, finding):
    settled = replace(finding("D2", kind=LOW), severity=Severity.INFO, settled=True)
    assert rows(listed(settled))[0][9] == "已在工作表“核实”中登记，不必处理。"


def test_it_can_be_filtered_and_printed(listed, finding):
    sheet = listed(finding("D2"), finding("D3"))
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A4", "A3:J5")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert sheet.print_title_rows == "$3:$3"
    assert sheet["A1"].value == "评选活动　错误2个，警告0个，提示0个"
    assert [sheet.cell(2, column).value for column in (1, 4, 7)] == [
        "错误：要改正",
        "警告：请看一看",
        "提示：供参考",
    ]


def test_a_sheet_of_that_name_of_the_staffs_own_stays(campaign_folder, copies, finding):
    book = openpyxl.Workbook()
    book.active.title = "问题清单"
    campaign_folder(book)
    made = copies(finding("A1", sheet="问题清单"))["申报.批注.xlsx"]
    assert made.sheetnames == ["问题清单（2）", "问题清单"]
    assert made["问题清单"]["A1"].comment is not None
