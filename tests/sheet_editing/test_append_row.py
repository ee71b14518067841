"""A new row stands below the last one, looks like it, and is checked, filtered and formatted like it."""

from datetime import date

import pytest

from awardgen.sheet_editing import EditRefusedError, RowsInTheWayError, UnstorableValueError, WorkbookEditor
from tests.sheet_editing.books import (
    MAIN,
    appended,
    book,
    by_calamine,
    by_openpyxl,
    element,
    parts_of,
    related,
    sheet_xml,
)

HEADER = '<row r="1"><c r="A1" s="2" t="str"><v>编号</v></c><c r="B1" s="2" t="str"><v>日期</v></c></row>'
DATA = (
    '<row r="2" ht="40" customHeight="1"><c r="A2" s="2"><v>1</v></c><c r="B2" s="1"><v>40000</v></c></row>'
)
TABLE = HEADER + DATA
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
XM = "http://schemas.microsoft.com/office/excel/2006/main"


def append(data, values, after=None):
    """Return the number of the row that was added, and the workbook."""
    editor = WorkbookEditor(data)
    return editor.append_row("表", values, after), editor.to_bytes()


def row(data, number):
    return next(each for each in sheet_xml(data).iter("{*}row") if each.get("r") == str(number))


def test_it_looks_like_the_row_above_also_where_it_is_empty():
    number, data = append(book(TABLE), {1: 2})
    assert number == 3
    assert (row(data, 3).get("ht"), row(data, 3).get("customHeight")) == ("40", "1")
    assert [(cell.get("r"), cell.get("s")) for cell in row(data, 3)] == [("A3", "2"), ("B3", "1")]


def test_a_height_that_follows_from_the_text_is_left_to_follow():
    _, data = append(book(TABLE.replace(' customHeight="1"', "")), {1: 2})
    assert row(data, 3).get("ht") is None


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="2" state="frozen"/></sheetView></sheetViews>{}',
    ],
    ids=["only row", "frozen"],
)
def test_the_first_row_below_a_header_does_not_look_like_one(around):
    rows = HEADER if around == "{}" else '<row r="1"><c r="A1"><v>1</v></c></row>' + HEADER.replace("1", "2")
    number, data = append(book(rows, around=around), {1: 5})
    assert [cell.get("s") for cell in row(data, number)] == [None]


def test_an_empty_sheet_begins_at_the_top():
    assert append(book(), {2: "甲"})[0] == 1


FREE = {
    "formats": '<row r="3" ht="20" customHeight="1"><c r="A3" s="3"/><c r="B3"/></row>',
    "blank text": '<row r="3"><c r="A3" t="inlineStr"><is><t> </t></is></c></row>',
    "empty formula": '<row r="3"><c r="C3" t="str"><f>IF(A3="","",1)</f><v></v></c></row>',
}


@pytest.mark.parametrize("free", FREE.values(), ids=FREE)
def test_a_row_that_shows_nothing_is_used_as_it_is(free):
    number, data = append(book(TABLE + free + '<row r="1048576"/>'), {1: 7})
    assert number == 3
    assert by_openpyxl(data)["A3"] == 7
    assert dict(row(data, 3).attrib) == dict(row(book(free), 3).attrib)


def test_a_prepared_cell_keeps_its_look_and_a_plain_one_gets_that_of_the_row_above():
    _, data = append(book(TABLE + FREE["formats"]), {1: "甲"})
    assert [cell.get("s") for cell in row(data, 3)] == ["3", "1"]


@pytest.mark.parametrize(
    "last",
    [
        '<c r="C3"><f>SUM(A1:A2)</f></c>',
        '<c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        '<c r="C3" t="str"><v>注</v></c>',
    ],
    ids=["uncomputed", "error", "note"],
)
def test_a_row_that_shows_anything_is_not_free(last):
    data = book(f'{TABLE}<row r="3">{last}</row>')
    assert append(data, {1: 7})[0] == 4
    with pytest.raises(RowsInTheWayError, match="第3行：已有内容"):
        append(data, {1: 7}, after=2)


def test_after_names_the_row_above_where_notes_stand_further_down():
    data = book(TABLE + '<row r="9"><c r="A9" t="str"><v>合计</v></c></row>')
    number, after = append(data, {1: 7}, after=2)
    assert (number, by_openpyxl(after)["A9"]) == (3, "合计")
    assert row(after, 3).get("ht") == "40"


def test_a_free_row_that_was_hidden_is_seen_when_it_is_used():
    _, data = append(book(TABLE + '<row r="3" hidden="1"/>'), {1: 7})
    assert row(data, 3).get("hidden") is None


def test_below_the_last_row_of_a_sheet_there_is_none():
    with pytest.raises(RowsInTheWayError, match="第1048576行：工作表的最后一行已有内容"):
        append(book(TABLE + '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), {1: 7})


def test_a_refused_row_changes_nothing():
    data = book(TABLE)
    editor = WorkbookEditor(data)
    with pytest.raises(UnstorableValueError):
        editor.append_row("表", {1: "甲", 2: "\x07"})
    assert editor.to_bytes() is data


RULES = {
    "dataValidations/dataValidation": '{}<dataValidations count="1"><dataValidation sqref="%s"/></dataValidations>',
    "conditionalFormatting": '{}<conditionalFormatting sqref="%s"/>',
}
X14_RULES = {
    "x14:dataValidation": "x14:dataValidations",
    "x14:conditionalFormatting": "x14:conditionalFormattings",
}


@pytest.mark.parametrize("path", RULES)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A2", "A2:A3"),
        ("A2:B2 D5", "A2:B3 D5"),
        ("A1:A2", "A1:A3"),
        ("A2:A100", "A2:A100"),
        ("A1:A1048576", "A1:A1048576"),
        ("A1", "A1"),
        ("A5:A9", "A5:A9"),
        ("A2 A3:A9", "A2 A3:A9"),
    ],
)
def test_a_rule_that_ends_above_covers_the_new_row(path, before, after):
    _, data = append(book(TABLE, around=RULES[path] % before), {1: 7})
    assert element(data, path).get("sqref") == after


@pytest.mark.parametrize(("rule", "rules"), X14_RULES.items())
def test_so_does_one_in_excel_2010s_extension(rule, rules):
    inner = f"<{rules}><{rule}><xm:sqref>B2</xm:sqref></{rule}></{rules}>"
    extension = f'<ext xmlns:x14="{X14}" xmlns:xm="{XM}">{inner}</ext>'
    _, data = append(book(TABLE, around=f"{{}}<extLst>{extension}</extLst>"), {1: 7})
    assert element(data, f"extLst/ext/{rules[4:]}/{rule[4:]}/sqref").text == "B2:B3"


def test_a_validation_is_not_laid_over_another_one():
    around = (
        '{}<dataValidations><dataValidation sqref="A2"/><dataValidation sqref="A3:B9"/></dataValidations>'
    )
    _, data = append(book(TABLE, around=around), {1: 7})
    assert [each.get("sqref") for each in sheet_xml(data).iter("{*}dataValidation")] == ["A2", "A3:B9"]


def test_below_a_header_nothing_of_it_is_taken_over():
    around = RULES["dataValidations/dataValidation"] % "A1:B1"
    _, data = append(book(HEADER, around=around), {1: 7})
    assert element(data, "dataValidations/dataValidation").get("sqref") == "A1:B1"


def test_cells_merged_within_the_row_above_are_merged_in_the_new_one():
    around = '{}<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="B2:D2"/></mergeCells>'
    _, data = append(book(TABLE, around=around), {2: date(2010, 9, 1), 3: None})
    merged = element(data, "mergeCells")
    assert (merged.get("count"), [each.get("ref") for each in merged]) == ("3", ["A1:B1", "B2:D2", "B3:D3"])
    assert by_openpyxl(data)["B3"].date() == date(2010, 9, 1)


def test_a_filter_and_its_hidden_name_grow():
    names = (
        '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">表!$A$1:$B$2</definedName>'
        '<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">二!$A$1:$B$2</definedName>'
        "</definedNames>"
    )
    data = book(TABLE, around='{}<autoFilter ref="A1:B2"/>')
    workbook = parts_of(data)["xl/workbook.xml"].replace(b"</sheets>", b"</sheets>" + names.encode())
    _, data = append(
        book(TABLE, around='{}<autoFilter ref="A1:B2"/>', more={"xl/workbook.xml": workbook}), {1: 7}
    )
    assert element(data, "autoFilter").get("ref") == "A1:B3"
    workbook = parts_of(data)["xl/workbook.xml"].decode()
    assert "表!$A$1:$B$3" in workbook
    assert "二!$A$1:$B$2" in workbook


def test_a_filter_that_ends_elsewhere_stays():
    _, data = append(book(TABLE, around='{}<autoFilter ref="A1:B9"/>'), {1: 7})
    assert element(data, "autoFilter").get("ref") == "A1:B9"


def with_table(rows, area, attributes=""):
    table = (
        f'<table xmlns="{MAIN}" id="1" name="T" displayName="T" ref="{area}" {attributes}><autoFilter ref="{area}"/>'
        '<tableColumns count="2"><tableColumn id="1" name="编号"/><tableColumn id="2" name="日期"/>'
        "</tableColumns></table>"
    )
    relations = related((f"{OFFICE}/table", "../tables/table1.xml"))
    around = '{}<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'
    more = {"xl/tables/table1.xml": table, "xl/worksheets/_rels/sheet1.xml.rels": relations}
    return book(rows, around=around, more=more)


def table_of(data):
    return parts_of(data)["xl/tables/table1.xml"].decode()


def test_a_table_that_ends_above_grows_with_its_filter():
    _, data = append(with_table(TABLE, "A1:B2"), {1: 7})
    assert table_of(data).count('ref="A1:B3"') == 2


def test_the_waiting_row_of_an_empty_table_is_used():
    _, data = append(with_table(HEADER, "A1:B2", 'insertRow="1"'), {1: 7})
    assert "insertRow" not in table_of(data)
    assert table_of(data).count('ref="A1:B2"') == 2


@pytest.mark.parametrize("after", [None, 2, 3])
def test_a_table_with_totals_has_no_room(after):
    totals = '<row r="3"><c r="A3" t="str"><v>合计</v></c></row>'
    with pytest.raises(RowsInTheWayError, match="第3行"):
        append(with_table(TABLE + totals, "A1:B3", 'totalsRowCount="1"'), {1: 7}, after)


def test_a_tables_header_is_not_renamed():
    editor = WorkbookEditor(with_table(TABLE, "A1:B2"))
    with pytest.raises(EditRefusedError, match="A1：是表格的标题"):
        editor.set_cell("表", 1, 1, "号")
    editor.set_cell("表", 1, 1, "编号")
    editor.set_cell("表", 1, 3, "备注")
    assert by_calamine(editor.to_bytes())[0] == ["编号", "日期", "备注"]


def test_many_rows_follow_each_other(rich):
    data, sheet, last = rich
    rows = [{1: f"X-{number}", 3: number} for number in range(1, 4)]
    editor = WorkbookEditor(data)
    numbers = [editor.append_row(sheet, values, last + index) for index, values in enumerate(rows[:2])]
    assert numbers == [last + 1, last + 2]
    found = by_calamine(editor.to_bytes(), sheet)[last : last + 2]
    assert [each[0] for each in found] == ["X-1", "X-2"]
    rules = {each.get("sqref") for each in sheet_xml(editor.to_bytes()).iter("{*}dataValidation")}
    assert rules == {f"C{last - 1}:C{last + 2}"}


def test_rows_are_appended_one_below_the_other():
    assert [each[0] for each in by_calamine(appended(book(TABLE), {1: 2}, {1: 3}, {1: 4}))[1:]] == [
        1,
        2,
        3,
        4,
    ]
