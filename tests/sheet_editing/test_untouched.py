"""What is not edited stays: other parts byte for byte, and in the sheet every other element."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from lxml import etree

from awardgen.sheet_editing import WorkbookEditor
from tests.sheet_editing.books import (
    appended,
    book,
    by_calamine,
    changed_parts,
    edited,
    element,
    parts_of,
    rich_by_xlsxwriter,
    sheet_xml,
)

SHEET = "xl/worksheets/sheet1.xml"


def without_cells(data, *names):
    """Return a sheet's canonical XML, the named cells left out."""
    root = sheet_xml(data)
    for cell in list(root.iter("{*}c")):
        if cell.get("r") in names:
            cell.getparent().remove(cell)
    return etree.tostring(root, method="c14n")


def test_without_edits_the_file_itself_is_returned(rich):
    data, sheet, last = rich
    editor = WorkbookEditor(data)
    assert editor.to_bytes() is data
    editor.set_cell(sheet, last, 2, by_calamine(data, sheet)[last - 1][1])
    assert editor.to_bytes() is data


def test_a_changed_cell_changes_its_sheets_part_alone(rich):
    data, sheet, last = rich
    after = edited(
        data, (last, 2, "=新"), (last, 3, Decimal("9.5")), (last, 4, date(2011, 1, 2)), sheet=sheet
    )
    assert changed_parts(data, after) == {SHEET}
    assert parts_of(after).keys() == parts_of(data).keys()
    cells = [f"{letter}{last}" for letter in "BCD"]
    assert without_cells(data, *cells) == without_cells(after, *cells)


def test_a_new_row_changes_its_sheet_and_what_must_grow(rich):
    data, sheet, last = rich
    after = appended(data, {1: "X-1", 3: 5}, sheet=sheet, after=last)
    assert changed_parts(data, after) - {"xl/tables/table1.xml", "xl/workbook.xml"} == {SHEET}
    before, rows = by_calamine(data, sheet), by_calamine(after, sheet)
    assert rows[:last] == before[:last]
    assert rows[last] == ["X-1", "", 5, "", ""]


def test_what_lies_deflated_is_copied_as_it_lies_and_the_same_edits_give_the_same_bytes(rich):
    data, sheet, last = rich
    after = edited(data, (last, 2, "新"), sheet=sheet)
    assert after == edited(data, (last, 2, "新"), sheet=sheet)
    with ZipFile(BytesIO(data)) as old, ZipFile(BytesIO(after)) as new:
        sizes = {
            info.filename: info.compress_size for info in old.infolist() if info.compress_type != ZIP_STORED
        }
        copied = {info.filename: info.compress_size for info in new.infolist() if info.filename in sizes}
    assert {name for name in sizes if sizes[name] != copied[name]} <= {SHEET}


def test_setting_a_value_again_changes_nothing(rich):
    data, sheet, last = rich
    cells = [
        (last, 1, "=1"),
        (last, 3, Decimal("0.1")),
        (last, 4, date(2011, 1, 2)),
        (last + 5, 4, date(2011, 1, 2)),
    ]
    once = edited(data, *cells, sheet=sheet)
    assert edited(once, *cells, sheet=sheet) == once


def test_a_rich_text_of_the_same_words_keeps_its_formats():
    data = rich_by_xlsxwriter()
    assert edited(data, (7, 1, "备注"), sheet="标 兵") is data


def test_a_number_of_the_same_double_stays_as_excel_wrote_it():
    data = book('<row r="1"><c r="A1"><v>1.1000000000000001</v></c></row>')
    assert edited(data, (1, 1, Decimal("1.1"))) is data


def test_names_of_extensions_stay_declared():
    extension = '<ext xmlns:xm="urn:b" uri="c"><xm:sqref>A1</xm:sqref></ext>'
    around = f'<sheetPr xmlns:x14="urn:a"/>{{}}<extLst>{extension}</extLst>'
    after = edited(book("", around=around), (1, 1, "甲"))
    assert b'xmlns:x14="urn:a"' in parts_of(after)[SHEET]
    assert element(after, "extLst/ext/sqref").text == "A1"


def test_a_style_that_a_day_needs_is_added_behind_the_others():
    data = book('<row r="1"><c r="A1" s="2"/></row>')
    after = edited(data, (1, 1, date(2010, 9, 25)))
    assert changed_parts(data, after) == {SHEET, "xl/styles.xml"}
    old, new = (etree.fromstring(parts_of(each)["xl/styles.xml"]) for each in (data, after))
    styles = new.find("{*}cellXfs")
    assert [etree.tostring(each, method="c14n") for each in styles[:4]] == [
        etree.tostring(each, method="c14n") for each in old.find("{*}cellXfs")
    ]
    assert styles.get("count") == "5"
    assert styles[4].find("{*}alignment").get("wrapText") == "1"
