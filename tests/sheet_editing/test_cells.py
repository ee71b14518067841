"""Cells are found and set however the sheet's XML is written."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awardgen.sheet_editing import EditRefusedError
from awardgen.sheet_editing.references import cell_name
from tests.sheet_editing.books import (
    MAIN,
    STRICT,
    STYLES,
    book,
    by_calamine,
    by_openpyxl,
    changed_parts,
    edited,
    element,
    parts_of,
    related,
    sheet_xml,
    zipped,
)

NUMBERED = (
    '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row><row r="3"><c r="B3"><v>5</v></c></row>'
)
UNNUMBERED = "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c/><c><v>5</v></c></row>"


@pytest.mark.parametrize("rows", [NUMBERED, UNNUMBERED])
@pytest.mark.parametrize("prefix", ["", "x"])
def test_cells_with_and_without_numbers_under_any_prefix(rows, prefix):
    data = edited(book(rows, prefix=prefix), (1, 2, 2), (1, 4, 4), (2, 1, "甲"), (3, 2, 6), (5, 1, 7))
    expected = [[1, 2, 3, 4], ["甲", "", "", ""], ["", 6, "", ""], ["", "", "", ""], [7, "", "", ""]]
    assert by_calamine(data) == expected
    assert by_openpyxl(data) == {"A1": 1, "B1": 2, "C1": 3, "D1": 4, "A2": "甲", "B3": 6, "A5": 7}
    assert {each.prefix for each in sheet_xml(data).iter()} == {prefix or None}


@settings(deadline=None)
@given(
    st.sampled_from(["", NUMBERED, UNNUMBERED]),
    st.lists(
        st.tuples(st.integers(1, 6), st.integers(1, 6), st.sampled_from(["甲", "=1", 8, None])), max_size=12
    ),
)
def test_whatever_is_set_in_whatever_order_the_last_value_of_each_cell_counts(rows, cells):
    expected = {"A1": 1, "C1": 3, "B3": 5} if rows else {}
    for row, column, value in cells:
        expected[cell_name(row, column)] = value
    data = edited(book(rows), *cells)
    assert by_openpyxl(data) == {name: value for name, value in expected.items() if value is not None}
    places = [cell.get("r") for cell in sheet_xml(data).iter("{*}c") if cell.get("r")]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("rows", [None, ""])
def test_a_sheet_without_rows(rows):
    assert by_calamine(edited(book(rows), (2, 2, "甲"))) == [["甲"]] or by_calamine(
        edited(book(rows), (2, 2, "甲"))
    )


def test_a_strict_workbook():
    data = edited(book(NUMBERED, space=STRICT), (1, 1, "甲"), (4, 1, date(2010, 9, 25)))
    root = sheet_xml(data)
    assert {each.tag.partition("}")[0] for each in root.iter()} == {f"{{{STRICT}"}
    assert (
        root.findtext(f"{{{STRICT}}}sheetData/{{{STRICT}}}row/{{{STRICT}}}c/{{{STRICT}}}is/{{{STRICT}}}t")
        == "甲"
    )


def test_the_dimension_and_spans_grow_with_the_cells():
    around = '<dimension ref="B2:C3"/>{}'
    data = edited(
        book('<row r="2" spans="2:3"><c r="B2"><v>1</v></c></row>', around=around), (2, 5, 1), (7, 1, 1)
    )
    assert element(data, "dimension").get("ref") == "A2:E7"
    assert element(data, "sheetData/row").get("spans") == "2:5"


def test_a_new_cell_looks_like_its_row_else_like_its_column():
    around = '<cols><col min="2" max="3" style="2" width="9"/></cols>{}'
    data = edited(
        book('<row r="1" s="1" customFormat="1"/><row r="2" s="1"/>', around=around), (1, 2, "a"), (2, 2, "b")
    )
    assert [each.get("s") for each in sheet_xml(data).iter("{*}c")] == ["1", "2"]


SHARED = {
    "xl/_rels/workbook.xml.rels": related(
        *(
            (f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}", target)
            for kind, target in (
                ("worksheet", "worksheets/sheet1.xml"),
                ("sharedStrings", "SharedStrings.xml"),
            )
        )
    ),
    "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>甲</t></si>'
    "<si><r><t>乙</t></r><r><t>丙</t></r><rPh><t>bing</t></rPh></si><si><t>_x005F_x0041_</t></si></sst>",
}
OF_SHARED = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'
)


def test_shared_texts_are_left_to_the_others_and_known_again():
    data = book(OF_SHARED, more=SHARED)
    assert edited(data, (1, 1, "甲"), (1, 2, "乙丙"), (1, 3, "_x0041_")) is data
    after = edited(data, (1, 1, "丁"))
    assert changed_parts(data, after) == {"xl/worksheets/sheet1.xml"}
    assert by_calamine(after)[0][0] == "丁"


def test_what_a_cell_was_leaves_no_trace():
    cell = '<c r="A1" s="2" t="e" cm="1" vm="1"><f>1/0</f><v>#DIV/0!</v><extLst/></c>'
    (found,) = sheet_xml(edited(book(f'<row r="1">{cell}</row>'), (1, 1, 5))).iter("{*}c")
    assert dict(found.attrib) == {"r": "A1", "s": "2"}
    assert [each.tag.partition("}")[2] for each in found] == ["v", "extLst"]


MERGED = '{}<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A4"/></mergeCells>'
IN_MERGED = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="2"/></row><row r="2"><c r="A2"><v>2</v></c></row>'


def test_a_cell_covered_in_its_row_stands_for_the_merged_one():
    data = book(IN_MERGED, around=MERGED)
    assert by_openpyxl(edited(data, (1, 3, 9))) == {"A1": 9, "A2": 2}
    assert edited(data, (1, 3, None), (1, 3, 1)) is data


def test_a_cell_merged_over_rows_is_not_changed_from_one_of_them():
    data = book(IN_MERGED, around=MERGED)
    assert edited(data, (3, 1, 2), (3, 1, None)) is data
    with pytest.raises(EditRefusedError, match="A3：在合并的单元格A2:A4里"):
        edited(data, (3, 1, 9))
    assert by_openpyxl(edited(data, (2, 1, 9)))["A2"] == 9


def test_a_day_takes_the_format_of_its_column_and_keeps_its_cells_look():
    rows = '<row r="1"><c r="A1" s="1"><v>40000</v></c></row><row r="3"><c r="A3" s="2"/></row>'
    data = edited(book(rows), (2, 1, date(2010, 9, 25)), (3, 1, date(2010, 9, 25)))
    assert [each.get("s") for each in sheet_xml(data).iter("{*}c")] == ["1", "1", "4"]
    styles = parts_of(data)["xl/styles.xml"].decode()
    assert (
        '<xf numFmtId="14" applyAlignment="1" applyNumberFormat="1"><alignment wrapText="1"/></xf>' in styles
    )


@pytest.mark.parametrize("style", ["0", "2", "3"], ids=["general", "text", "time"])
def test_a_day_is_seen_as_a_day_where_nothing_shows_how(style):
    data = edited(book(f'<row r="1"><c r="A1" s="{style}"/></row>'), (1, 1, date(2010, 9, 25)))
    assert by_calamine(data) == [[date(2010, 9, 25)]]
    assert 'formatCode="yyyy-mm-dd"' in parts_of(data)["xl/styles.xml"].decode()


def test_a_number_in_a_cell_of_days_is_a_number():
    data = edited(book('<row r="1"><c r="A1" s="1"><v>40000</v></c></row>'), (1, 1, Decimal(40001)))
    assert by_calamine(data) == [[40001]]


def test_a_workbook_without_styles_gets_those_that_a_day_needs():
    usual = parts_of(book(""))
    del usual["xl/styles.xml"]
    types = usual["[Content_Types].xml"]
    mention = types[types.index(b'<Override PartName="/xl/styles.xml"') :].partition(b">")[0] + b">"
    usual["[Content_Types].xml"] = types.replace(mention, b"")
    usual["xl/_rels/workbook.xml.rels"] = SHARED["xl/_rels/workbook.xml.rels"]
    data = edited(zipped(usual), (1, 1, date(2010, 9, 25)))
    assert by_calamine(data) == [[date(2010, 9, 25)]]
    assert by_openpyxl(data)["A1"].date() == date(2010, 9, 25)


def test_styles_are_known_from_excels_own_numbers_too():
    own = STYLES.replace('numFmtId="14"', 'numFmtId="31"')  # yyyy"年"m"月"d"日" in a Chinese Excel
    data = edited(book('<row r="1"><c r="A1" s="1"/></row>', styles=own), (1, 1, date(2010, 9, 25)))
    assert by_calamine(data) == [[date(2010, 9, 25)]]
    assert element(data, "sheetData/row/c").get("s") == "1"
