"""What is no .xlsx is said to be none, in words that tell what to do."""

import pickle

import pytest

from awardgen.errors import AwardgenError
from awardgen.sheet_editing import (
    EditRefusedError,
    RowsInTheWayError,
    UnknownSheetError,
    UnusableWorkbookError,
    WorkbookEditor,
)
from awardgen.sheet_editing.errors import Spot
from tests.sheet_editing.books import book, by_calamine, edited, parts_of, related, zipped

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "不是完整的Excel工作簿"),
        (b"<html/>", "不是完整的Excel工作簿"),
        (book()[:-40], "不是完整的Excel工作簿"),
        (COMPOUND, "旧格式"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "不是Excel工作簿"),
        (book(more={"_rels/.rels": related()}), "不是Excel工作簿"),
        (book(more={"_rels/.rels": related((f"{OFFICE}/officeDocument", "xl/workbook.bin"))}), "xlsb"),
        (book(more={"xl/workbook.xml": '<document xmlns="a"/>'}), "不是Excel工作簿"),
        (book(more={"xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><workbook xmlns="a"/>'}), "已经损坏"),
        (book(more={"xl/styles.xml": "<styleSheet"}), "styles.xml”已经损坏"),
    ],
)
def test_a_file_that_is_no_workbook_is_refused(data, said):
    with pytest.raises(UnusableWorkbookError, match=said) as caught:
        WorkbookEditor(data)
    assert isinstance(caught.value, AwardgenError)
    assert caught.value.tip


def test_a_document_type_is_refused():
    with pytest.raises(UnusableWorkbookError, match="DOCTYPE"):
        WorkbookEditor(book(more={"xl/worksheets/sheet1.xml": '<!DOCTYPE a SYSTEM "a"><worksheet/>'}))


@pytest.mark.parametrize("sheet", ["<worksheet", '<worksheet xmlns="a"/>'])
def test_a_damaged_sheet_is_refused_when_it_is_edited(sheet):
    editor = WorkbookEditor(book(more={"xl/worksheets/sheet1.xml": sheet}))
    with pytest.raises(UnusableWorkbookError, match="损坏"):
        editor.set_cell("表", 1, 1, "甲")


def test_an_unknown_sheet_is_named():
    with pytest.raises(UnknownSheetError, match="“标兵”"):
        edited(book(), (1, 1, "甲"), sheet="标兵")


def test_a_sheet_is_found_by_the_name_that_is_shown():
    data = edited(book(name="a&b <1>\"'"), (1, 1, "甲"), sheet="a&b <1>\"'")
    assert by_calamine(data) == [["甲"]]


def test_charts_on_sheets_of_their_own_have_no_cells():
    usual = parts_of(book())["xl/workbook.xml"].decode()
    both = usual.replace("<sheets>", '<sheets><sheet name="图" sheetId="2" r:id="rId3"/>')
    references = related(
        (f"{OFFICE}/worksheet", "worksheets/sheet1.xml"),
        (f"{OFFICE}/styles", "styles.xml"),
        (f"{OFFICE}/chartsheet", "chartsheets/sheet1.xml"),
    )
    data = book(
        more={
            "xl/workbook.xml": both,
            "xl/_rels/workbook.xml.rels": references,
            "xl/chartsheets/sheet1.xml": "<a/>",
        }
    )
    assert WorkbookEditor(data).sheet_names == ("表",)


def test_parts_are_found_whatever_the_case_of_their_names():
    parts = {name.replace("sheet1", "Sheet1"): content for name, content in parts_of(book()).items()}
    assert by_calamine(edited(zipped(parts), (1, 1, "甲")))[0][0] == "甲"


@pytest.mark.parametrize("kind", [EditRefusedError, RowsInTheWayError])
def test_a_refusal_survives_the_way_between_processes(kind):
    error = kind(Spot("表", 3, 28), "不行", "请改")
    same = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert (str(same), same.spot, same.tip) == ("工作表“表”AB3：不行。", error.spot, "请改")
