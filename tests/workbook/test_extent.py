"""A cell typed by accident at the end of a sheet is told of; it does not bring the program down."""

import openpyxl
import pytest

from awardgen.workbook.files import WorkbookUnreadableError, open_workbook
from awardgen.workbook.stored_sheets import look_at_sheets


@pytest.fixture
def with_cell(tmp_path):
    def with_cell(cell):
        (tmp_path / "data").mkdir(exist_ok=True)
        book = openpyxl.Workbook()
        book.active["A1"] = "编号"
        book.active[cell] = "多余"
        path = tmp_path / "data" / "申报.xlsx"
        book.save(path)
        return path

    return with_cell


@pytest.mark.parametrize("cell", ["XFD1048576", "AAA99999", "XFD7000"])
def test_a_cell_far_out_is_too_far(with_cell, cell):
    assert look_at_sheets(with_cell(cell)).unopened


@pytest.mark.parametrize("cell", ["Q100000", "AA100000", "AAA700", "XFD2", "B2"])
def test_long_sheets_and_wide_ones_are_read(with_cell, cell):
    assert not look_at_sheets(with_cell(cell)).unopened


def test_a_text_that_looks_like_a_cell_far_out_is_none(tmp_path, raw_cells):
    text = '<c r="A1048576" t="inlineStr"><is><t>r="XFD1"</t></is></c>'
    raw_cells(tmp_path / "申报.xlsx", [""] * 10 + [f'{text}</row><row r="1048576">'])
    assert not look_at_sheets(tmp_path / "申报.xlsx").unopened


@pytest.mark.parametrize(
    "row",
    [
        '<row><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
        '<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>',
        '<row r = "1048576"><c r\t=\n"XFD1048576"><v>1</v></c></row>',
        '<row r="9"><c r="xfd1048576"><v>1</v></c></row>',
        '<row r="9"><c s="&gt;" r="ZZZZ9"><v>1</v></c></row>',
        '<row r="9"><c s=">" r="XFD1048576"><v>1</v></c></row>',
    ],
)
def test_however_it_is_written_a_cell_far_out_is_too_far(tmp_path, raw_cells, row):
    raw_cells(tmp_path / "申报.xlsx", [f"</row>{row}<row>"])
    assert look_at_sheets(tmp_path / "申报.xlsx").unopened


def test_the_reader_says_why_it_does_not_open_the_workbook(with_cell, tmp_path):
    with pytest.raises(WorkbookUnreadableError) as caught:
        open_workbook(tmp_path, with_cell("XFD1048576"))
    assert "很靠下" in caught.value.why


def test_what_is_no_zip_is_left_to_the_reader(tmp_path):
    path = tmp_path / "申报.xlsx"
    path.write_bytes(b"no zip")
    assert not look_at_sheets(path).unopened
