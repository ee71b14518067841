"""A sheet that is added has a bold header that stays in sight, and changes no other sheet."""

from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from awardgen.sheet_editing import UnknownSheetError, UnstorableValueError, WorkbookEditor
from tests.sheet_editing.books import STRICT, book, by_calamine, changed_parts, parts_of, sheet_xml

ROWS = [("编号", "日期", "数"), ("SF-001", date(2010, 9, 25), Decimal("0.1")), ("=1", None, 3)]


def with_sheet(data, name="收表记录", rows=ROWS, widths=(12, 20.5)):
    editor = WorkbookEditor(data)
    editor.add_sheet(name, rows, widths)
    return editor.to_bytes()


def test_it_stands_behind_the_others_and_holds_its_rows(rich):
    data, *_ = rich
    after = with_sheet(data)
    assert WorkbookEditor(after).sheet_names == (*WorkbookEditor(data).sheet_names, "收表记录")
    expected = [list(ROWS[0]), ["SF-001", date(2010, 9, 25), 0.1], ["=1", "", 3]]
    assert by_calamine(after, "收表记录") == expected
    assert changed_parts(data, after) == {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet3.xml",
        "xl/styles.xml",
    }


def test_its_header_is_bold_and_stays_in_sight(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(with_sheet(book()))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["收表记录"]
    assert [cell.font.bold for cell in sheet[1]] == [True, True, True]
    assert [bool(cell.font.bold) for cell in sheet[2]] == [False, False, False]
    assert sheet.freeze_panes == "A2"
    assert [sheet.column_dimensions[letter].width for letter in "AB"] == [12, 20.5]


def test_rows_are_appended_to_it_without_its_headers_look():
    editor = WorkbookEditor(with_sheet(book(), rows=ROWS[:1]))
    assert editor.append_row("收表记录", {1: "SF-002", 2: date(2010, 9, 26)}) == 2
    editor.append_row("收表记录", {1: "SF-003", 2: date(2010, 9, 27)})
    data = editor.to_bytes()
    assert by_calamine(data, "收表记录")[1:] == [
        ["SF-002", date(2010, 9, 26), ""],
        ["SF-003", date(2010, 9, 27), ""],
    ]
    assert [cell.get("s") for cell in sheet_xml(data, 2).iter("{*}c")][3:] == [None, "5", None, "5"]


def test_rows_may_be_appended_in_the_same_go():
    editor = WorkbookEditor(book())
    editor.add_sheet("一", [("编号",)])
    editor.append_row("一", {1: "甲"})
    editor.add_sheet("二", [])
    editor.append_row("二", {1: "乙"})
    assert by_calamine(editor.to_bytes(), "一") == [["编号"], ["甲"]]
    assert by_calamine(editor.to_bytes(), "二") == [["乙"]]


def test_it_is_as_strict_as_its_workbook():
    data = with_sheet(book(space=STRICT))
    assert sheet_xml(data, 2).tag == f"{{{STRICT}}}worksheet"
    assert (
        b"purl.oclc.org/ooxml/officeDocument/relationships/worksheet"
        in parts_of(data)["xl/_rels/workbook.xml.rels"]
    )
    assert WorkbookEditor(data).sheet_names == ("表", "收表记录")


@pytest.mark.parametrize(
    "name", ["", " ", "a/b", "a:b", "[a]", "a?", "'a", "a'", "字" * 32, "History", "a\x07"]
)
def test_a_name_that_excel_would_not_take_is_refused(name):
    data = book()
    editor = WorkbookEditor(data)
    with pytest.raises(UnknownSheetError, match="不能叫"):
        editor.add_sheet(name, ROWS)
    assert editor.to_bytes() is data


@pytest.mark.parametrize("name", ["Sheet", "sHEET"])
def test_a_name_is_taken_in_any_case(name):
    with pytest.raises(UnknownSheetError, match="已有"):
        with_sheet(book(name="Sheet"), name)


def test_a_value_that_no_cell_holds_is_refused_before_there_is_a_sheet():
    editor = WorkbookEditor(book())
    with pytest.raises(UnstorableValueError, match="工作表“新”B1"):
        editor.add_sheet("新", [("甲", "\x00")])
    assert editor.sheet_names == ("表",)


def test_the_same_sheets_give_the_same_bytes():
    assert with_sheet(book()) == with_sheet(book())
