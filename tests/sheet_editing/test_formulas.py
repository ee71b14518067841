"""Formulas elsewhere stay what they were, and are computed anew when the workbook is opened."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.formula.translate import Translator

from awardgen.sheet_editing import EditRefusedError, WorkbookEditor
from awardgen.sheet_editing.formulas import moved
from awardgen.sheet_editing.references import cell_name
from tests.sheet_editing.books import MAIN, book, edited, element, parts_of, related, sheet_xml

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("A1+$A1+A$1+$A$1", "B3+$A3+B$1+$A$1"),
        ("SUM(B2:C9)", "SUM(C4:D11)"),
        ("LOG10(A1)+ATAN2(B1,C1)", "LOG10(B3)+ATAN2(C3,D3)"),
        ('"A1"&A1&"""B2"', '"A1"&B3&"""B2"'),
        ("示范岗!A1+'A1 B2'!C3+'x''A1'!D4", "示范岗!B3+'A1 B2'!D5+'x''A1'!E6"),
        ("AB12!A1", "AB12!B3"),
        ("[1]Sheet1!A1", "[1]Sheet1!B3"),
        ("SUM(A:A)+SUM($B:C)+SUM(1:1)+SUM($2:3)", "SUM(B:B)+SUM($B:D)+SUM(3:3)+SUM($2:5)"),
        ("T[[#This Row],[A1]]*T[B2]", "T[[#This Row],[A1]]*T[B2]"),
        ("A1_人数+人数A1+x.A1+A1.x", "A1_人数+人数A1+x.A1+A1.x"),
        ("1.5E3+1E10", "1.5E3+1E10"),
        ("XFD1+A1048576+XFE1+ABC9999999", "#REF!+#REF!+XFE1+ABC9999999"),
        ("TRUE+A1%", "TRUE+B3%"),
    ],
)
def test_a_formula_moves_as_if_it_were_copied(formula, result):
    assert moved(formula, 2, 1) == result


REFERENCES = st.builds(
    lambda a, column, b, row: f"{a}{column}{b}{row}",
    st.sampled_from(["", "$"]),
    st.sampled_from(["B", "C", "AA", "XY"]),
    st.sampled_from(["", "$"]),
    st.integers(5, 99),
)
FORMULAS = st.lists(
    st.one_of(
        REFERENCES,
        st.sampled_from(["SUM(B7:C9)", '"B7"', "'B7'!B7", "LOG10(B7)", "1.5E3", "人数", "B:C", "7:8"]),
    ),
    min_size=1,
    max_size=4,
).map("+".join)


@settings(deadline=None)
@given(FORMULAS, st.integers(-3, 3), st.integers(-1, 3))
def test_it_moves_as_openpyxl_moves_it(formula, rows, columns):
    there = Translator(f"={formula}", origin="E9").translate_formula(cell_name(9 + rows, 5 + columns))
    assert f"={moved(formula, rows, columns)}" == there


GROUP = (
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row>'
    '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c></row>'
    '<row r="3"><c r="A3"><v>3</v></c><c r="B3" t="str"><f t="shared" si="0"></f><v>6</v></c></row>'
)


def formulas_of(data):
    return {
        cell.get("r"): (cell.find("{*}f").text, dict(cell.find("{*}f").attrib))
        for cell in sheet_xml(data).iter("{*}c")
        if cell.find("{*}f") is not None
    }


def test_cells_that_shared_an_overwritten_formula_keep_theirs():
    assert formulas_of(edited(book(GROUP), (1, 2, 9))) == {"B2": ("A2*2", {}), "B3": ("A3*2", {})}


def test_a_cell_that_only_shared_a_formula_leaves_it_to_the_others():
    assert formulas_of(edited(book(GROUP), (2, 2, 9))) == {
        "B1": ("A1*2", {"t": "shared", "ref": "B1:B3", "si": "0"}),
        "B3": (None, {"t": "shared", "si": "0"}),
    }


@pytest.mark.parametrize("kind", ["array", "dataTable"])
def test_a_part_of_an_array_is_not_overwritten(kind):
    first = f'<row r="1"><c r="A1"><f t="{kind}" ref="A1:A2">B1:B2</f><v>1</v></c></row>'
    rows = f'{first}<row r="2"><c r="A2"><v>2</v></c></row>'
    for row in (1, 2):
        with pytest.raises(EditRefusedError, match=f"A{row}：是数组公式的一部分"):
            edited(book(rows), (row, 1, 9))
    one = rows.replace('ref="A1:A2"', 'ref="A1"')
    assert formulas_of(edited(book(one), (1, 1, 9))) == {}


CHAINED = {
    "xl/_rels/workbook.xml.rels": related(
        (f"{OFFICE}/worksheet", "worksheets/sheet1.xml"),
        (f"{OFFICE}/styles", "styles.xml"),
        (f"{OFFICE}/calcChain", "calcChain.xml"),
    ),
    "xl/calcChain.xml": f'<calcChain xmlns="{MAIN}"><c r="B1" i="1"/><c r="B2"/><c r="B3"/></calcChain>',
}
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"


@pytest.fixture
def chained():
    usual = parts_of(book(GROUP))["[Content_Types].xml"].decode()
    types = usual.replace(
        "</Types>", f'<Override PartName="/xl/calcChain.xml" ContentType="{TYPE}"/></Types>'
    )
    return book(GROUP, more={**CHAINED, "[Content_Types].xml": types})


def test_the_list_of_formulas_goes_when_one_of_them_does(chained):
    after = parts_of(edited(chained, (2, 2, 9)))
    assert "xl/calcChain.xml" not in after
    assert b"calcChain" not in after["[Content_Types].xml"] + after["xl/_rels/workbook.xml.rels"]


def test_it_stays_as_long_as_all_of_them_do(chained):
    after = parts_of(edited(chained, (2, 1, 9)))
    assert after["xl/calcChain.xml"] == CHAINED["xl/calcChain.xml"].encode()


@pytest.mark.parametrize(
    "settings_", ["", '<calcPr calcId="191029" calcMode="manual"/><extLst/>', "<extLst/>"]
)
def test_a_workbook_with_formulas_is_computed_when_it_is_opened(settings_):
    workbook = parts_of(book(GROUP))["xl/workbook.xml"].decode().replace("</sheets>", f"</sheets>{settings_}")
    data = edited(book(GROUP, more={"xl/workbook.xml": workbook}), (1, 1, 5))
    after = parts_of(data)["xl/workbook.xml"].decode()
    assert 'fullCalcOnLoad="1"' in after
    assert after.index("</sheets>") < after.index("<calcPr")
    assert "<extLst/>" not in settings_ or after.index("<calcPr") < after.index("<extLst/>")
    assert edited(data, (1, 1, 5)) is data


def test_one_without_formulas_has_nothing_to_compute():
    assert "calcPr" not in parts_of(edited(book(""), (1, 1, 5)))["xl/workbook.xml"].decode()


def test_formulas_on_other_sheets_count(rich):
    data, sheet, last = rich
    editor = WorkbookEditor(data)
    editor.set_cell(sheet, last, 3, 1)
    assert b'fullCalcOnLoad="1"' in parts_of(editor.to_bytes())["xl/workbook.xml"]


def test_results_of_other_formulas_stay_until_then():
    after = edited(book(GROUP), (1, 1, 5))
    assert element(after, "sheetData/row/c/f").getnext().text == "2"
