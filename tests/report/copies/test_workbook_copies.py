"""A copy of a workbook is the workbook, with what was found at its cells."""

import io
import subprocess
import sys
import zipfile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

from awardgen.catalogue import tables
from awardgen.finding import NOWHERE, Severity
from awardgen.report.copies import workbook_copies
from awardgen.report.copies.cells import COLOURS
from awardgen.report.copies.workbook_copies import copy_workbooks

LOW, EMPTY = tables.SATISFACTION_LOW, tables.REQUIRED_CELL_EMPTY


def workbook(**cells):
    book = openpyxl.Workbook()
    book.active.title = "示范岗"
    for cell, value in cells.items():
        book.active[cell] = value
    return book


def colour(cell):
    return cell.fill.start_color.rgb[2:]


@pytest.fixture
def copy(campaign_folder, copies, finding):
    """The copy of a workbook with these findings, or with one at B2."""

    def copied(book, *findings):
        campaign_folder(book)
        return copies(*(findings or [finding("B2")]))["申报.批注.xlsx"]

    return copied


def test_a_finding_is_a_note_and_a_colour_at_its_cell(copy, finding):
    sheet = copy(workbook(A1="编号", A2="SF-001"), finding("B2", "“岗位名称”必须填写。"))["示范岗"]
    text = sheet["B2"].comment.text
    assert text == f"【错误 AW101 必填项为空】\n“岗位名称”必须填写。\n{EMPTY.hint}"
    assert colour(sheet["B2"]) == COLOURS[Severity.ERROR]
    assert sheet["A2"].comment is None


def test_several_findings_at_one_cell_give_one_note_the_worst_first_and_its_colour(copy, finding):
    sheet = copy(workbook(), finding("B2", "低。", LOW), finding("B2", "空。"))["示范岗"]
    text = sheet["B2"].comment.text
    assert text.index("空。") < text.index("低。")
    assert colour(sheet["B2"]) == COLOURS[Severity.ERROR]


def test_the_staffs_own_note_stays_above_ours(copy):
    book = workbook(B2="甲")
    book["示范岗"]["B2"].comment = Comment("问过本人。", "周文")
    comment = copy(book)["示范岗"]["B2"].comment
    assert comment.text.startswith("问过本人。\n")
    assert "AW101" in comment.text
    assert comment.author == "周文"


def test_a_note_is_as_high_as_its_text(campaign_folder, finding):
    campaign_folder(workbook())
    findings = [finding("B2", "短。"), finding("B3", "很长的话。" * 60)]
    ((_, data),) = copy_workbooks(campaign_folder.path, "", findings)
    drawing = zipfile.ZipFile(io.BytesIO(data)).read("xl/drawings/commentsDrawing1.vml").decode()
    low, high = (int(each.split("px")[0]) for each in drawing.split("height:")[1:])
    assert 50 < low < high / 2


def test_what_the_workbook_is_like_stays(copy):
    book = workbook(A1="编号", A2="SF-001", C2="=1+1", D2=0.92, E5="合并")
    sheet = book["示范岗"]
    sheet["A1"].font = Font(bold=True, color="FF0000")
    sheet["D2"].number_format = "0.0%"
    sheet.column_dimensions["A"].width = 33
    sheet.row_dimensions[2].height = 44
    sheet.merge_cells("E5:F6")
    sheet.add_data_validation(DataValidation("list", formula1='"是,否"', sqref="G2:G9"))
    sheet.freeze_panes = "A2"
    sheet["H2"] = CellRichText("甲", TextBlock(InlineFont(b=True), "乙"))
    book.create_sheet("附表")["A1"] = "旁证"
    book.create_sheet("藏").sheet_state = "hidden"
    made = copy(book)
    there = made["示范岗"]
    assert made.sheetnames == ["问题清单", "示范岗", "附表", "藏"]
    assert made["附表"]["A1"].value == "旁证"
    assert made["藏"].sheet_state == "hidden"
    assert there["C2"].value == "=1+1"
    assert (there["A1"].font.b, there["A1"].font.color.rgb) == (True, "00FF0000")
    assert there["D2"].number_format == "0.0%"
    assert (there.column_dimensions["A"].width, there.row_dimensions[2].height) == (33, 44)
    assert [str(each) for each in there.merged_cells.ranges] == ["E5:F6"]
    assert [each.formula1 for each in there.data_validations.dataValidation] == ['"是,否"']
    assert there.freeze_panes == "A2"
    assert isinstance(there["H2"].value, CellRichText)


def test_a_finding_inside_merged_cells_stands_where_they_begin(copy, finding):
    book = workbook(B2="合并")
    book["示范岗"].merge_cells("B2:C4")
    assert copy(book, finding("C3"))["示范岗"]["B2"].comment is not None


def test_a_text_that_begins_like_a_formula_stays_a_text(copy):
    book = workbook(A2="x")
    book["示范岗"]["A2"].value = "=HYPERLINK(1)"
    book["示范岗"]["A2"].data_type = "s"
    cell = copy(book)["示范岗"]["A2"]
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")


def test_a_formula_into_another_workbook_keeps_its_result_and_leads_nowhere(campaign_folder, copies, finding):
    campaign_folder(workbook(A2="=[1]表!A1", B1="名"))
    path = campaign_folder.path / "data" / "申报.xlsx"
    parts = {}
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = (
        parts[name]
        .replace(b"<v />", b"<v>7</v>")
        .replace(b"<v></v>", b"<v>7</v>")
        .replace(b"<v/>", b"<v>7</v>")
    )
    assert b"<v>7</v>" in parts[name]
    parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"
    with zipfile.ZipFile(path, "w") as package:
        for part, data in parts.items():
            package.writestr(part, data)
    assert copies(finding("B2"))["申报.批注.xlsx"]["示范岗"]["A2"].value == 7


def test_a_character_that_excel_cannot_hold_is_shown_as_missing(copy, finding):
    made = copy(workbook(), finding("B2", "有\x07字。"))
    assert "有\ufffd字。" in made["示范岗"]["B2"].comment.text


def test_an_xls_or_ods_gives_an_xlsx_of_its_values(campaign_folder, copies, finding):
    rows = (("编号", "岗位名称", "说明"), ("SF-001", "", "=不是公式"))
    write_ods(campaign_folder.path / "data" / "申报.ods", "示范岗", rows)
    sheet = copies(finding("B2", file="data/申报.ods"))["申报.批注.xlsx"]["示范岗"]
    assert sheet["A2"].value == "SF-001"
    assert (sheet["C2"].value, sheet["C2"].data_type) == ("=不是公式", "s")
    assert sheet["B2"].comment is not None


def write_ods(path, sheet, rows):
    """Write the least that is an OpenDocument spreadsheet: a sheet of texts."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    table = "".join(f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in rows)
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="{sheet}">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", manifest)


def test_a_workbook_that_the_library_cannot_open_gives_its_values(
    campaign_folder, copies, finding, monkeypatch
):
    def refuse(*_, **__):
        raise TypeError

    campaign_folder(workbook(A2="SF-001", B1="=1+1"))
    monkeypatch.setattr("awardgen.report.copies.opened.load_workbook", refuse)
    sheet = copies(finding("B2"))["申报.批注.xlsx"]["示范岗"]
    assert sheet["A2"].value == "SF-001"
    assert sheet["B2"].comment is not None


def test_a_damaged_workbook_is_left_out_and_its_findings_are_listed(campaign_folder, copies, finding):
    (campaign_folder.path / "data" / "申报.xlsx").write_bytes(b"nonsense")
    assert list(copies(finding(None, sheet=None))) == ["问题清单.xlsx"]


def test_a_workbook_that_the_library_cannot_write_again_gives_its_values(campaign_folder, copies, finding):
    book = workbook(A2="SF-001")
    campaign_folder(book)
    path = campaign_folder.path / "data" / "申报.xlsx"
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["xl/styles.xml"] = parts["xl/styles.xml"].replace(b"<fonts", b"<fonts wrong='1'")
    with zipfile.ZipFile(path, "w") as package:
        for part, data in parts.items():
            package.writestr(part, data)
    assert copies(finding("B2"))["申报.批注.xlsx"]["示范岗"]["A2"].value == "SF-001"


def test_no_list_leads_to_the_copy_of_a_workbook_that_has_none(campaign_folder, copies, finding):
    campaign_folder(workbook())
    (campaign_folder.path / "data" / "评分.xlsx").write_bytes(b"nonsense")
    broken = finding(None, kind=tables.WORKBOOK_UNREADABLE, file="data/评分.xlsx", sheet=None)
    links = [cell.hyperlink for cell in copies(finding("B2"), broken)["申报.批注.xlsx"]["问题清单"]["D"]]
    assert [link.target for link in links if link] == ["../../data/%E8%AF%84%E5%88%86.xlsx"]


def test_a_workbook_without_findings_is_left_out(campaign_folder, copies, finding):
    campaign_folder(workbook())
    campaign_folder(workbook(), "评分.xlsx")
    assert list(copies(finding("B2"))) == ["申报.批注.xlsx"]


def test_a_workbook_that_is_too_large_is_left_out(campaign_folder, copies, finding, monkeypatch):
    monkeypatch.setattr(workbook_copies, "MOST_CELLS", 1)
    campaign_folder(workbook(A1="编号", A2="SF-001"))
    made = copies(finding("B2"))
    assert list(made) == ["问题清单.xlsx"]
    link = made["问题清单.xlsx"]["问题清单"]["F4"].hyperlink
    assert (link.target, link.location) == ("../../data/%E7%94%B3%E6%8A%A5.xlsx", "'示范岗'!B2")


def test_nothing_found_gives_nothing(campaign_folder, copies):
    campaign_folder(workbook())
    assert copies() == {}


def test_findings_of_no_workbook_are_listed_alone(copies):
    made = copies(EMPTY.at(NOWHERE, "别处。"))
    assert made["问题清单.xlsx"].sheetnames == ["问题清单"]


def test_only_one_sheet_is_selected(copy):
    book = workbook()
    book.create_sheet("附表")
    made = copy(book)
    assert [sheet.sheet_view.tabSelected for sheet in made.worksheets] == [True, False, False]


def test_the_same_findings_give_the_same_bytes(starter):
    code = (
        "import hashlib, sys; from pathlib import Path; from awardgen import pipeline;"
        "folder = Path(sys.argv[1]); pipeline.check(folder, copies=True);"
        "paths = sorted((folder / 'output' / '检查').iterdir());"
        "print(*(hashlib.sha256(path.read_bytes()).hexdigest() for path in paths))"
    )
    starter.edit("申报", "示范岗", D2=9)
    made = []
    for seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": seed, "PATH": "", "HOME": str(starter.path)}
        done = subprocess.run(
            [sys.executable, "-c", code, str(starter.path)], capture_output=True, check=True, env=environment
        )
        made.append(done.stdout)
        for path in starter.output("检查").iterdir():
            path.unlink()
    assert made[0] == made[1] != b""
