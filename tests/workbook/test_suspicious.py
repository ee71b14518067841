"""A workbook that is made to harm is one finding, before memory is given to it."""

from __future__ import annotations

import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from awardgen import pipeline
from awardgen.workbook.files import WorkbookUnreadableError, open_workbook
from awardgen.workbook.suspicious import why_suspicious
from awardgen.workbook.unopened import DAMAGED, DOCTYPE, TOO_FAR, TOO_LARGE, TWICE

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def workbook(starter):
    return starter.path / "data" / "申报.xlsx"


def rewritten(path, changes=(), twice=(), renamed=None):
    buffer = BytesIO()
    with ZipFile(path) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            for part, old, new in changes:
                content = content.replace(old, new, 1) if part == name else content
            target.writestr((renamed or {}).get(name, name), content)
        for name in twice:
            with pytest.warns(UserWarning, match="Duplicate name"):
                target.writestr(name, source.read(name))
    path.write_bytes(buffer.getvalue())


def understate(path, name, size):
    """Make the zip say of a file that it is smaller than it is."""
    data = bytearray(path.read_bytes())
    with ZipFile(path) as package:
        start = package.getinfo(name).header_offset
    struct.pack_into("<I", data, start + 22, size)
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        length = struct.unpack_from("<H", data, place + 28)[0]
        if data[place + 46 : place + 46 + length].decode() == name:
            struct.pack_into("<I", data, place + 24, size)
        place = data.find(b"PK\x01\x02", place + 4)
    path.write_bytes(data)


def why(path):
    with pytest.raises(WorkbookUnreadableError) as caught:
        open_workbook(path.parents[1], path)
    return caught.value.why


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"])
def test_a_document_type_in_any_part_is_an_error(workbook, part):
    with ZipFile(workbook) as package:
        start = package.read(part).index(b"<", 5)
        root = package.read(part)[start : start + 8]
    rewritten(workbook, [(part, root, b'<!DOCTYPE a [<!ENTITY b "c">]>' + root)])
    assert why(workbook) == DOCTYPE.why


def test_a_bomb_is_told_by_how_much_it_grows(workbook):
    bomb = (
        b'<row r="99"><c r="A99" t="inlineStr"><is><t>'
        + b"a" * (80 << 20)
        + b"</t></is></c></row></sheetData>"
    )
    rewritten(workbook, [(SHEET, b"</sheetData>", bomb)])
    assert workbook.stat().st_size < 1 << 20
    assert why(workbook) == TOO_LARGE.why


def test_what_a_file_says_of_its_size_is_not_believed(workbook):
    understate(workbook, SHEET, 500)
    assert why(workbook) == DAMAGED.why


def test_a_sheet_in_a_part_of_any_name_is_looked_at(workbook):
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    rewritten(workbook, [(SHEET, b"</sheetData>", far)], renamed={SHEET: "xl/elsewhere.xml"})
    assert why(workbook) == TOO_FAR.why


def test_of_two_parts_under_one_name_none_is_read(workbook):
    rewritten(workbook, twice=[SHEET])
    assert why(workbook) == TWICE.why


def test_an_xls_with_cells_beyond_its_columns_is_not_laid_out(starter, monkeypatch):
    record = struct.pack("<HHHHHd", 0x0203, 14, 65535, 65535, 0, 1.0)
    monkeypatch.setattr("awardgen.workbook.stored_xls._stream", lambda _: record + b"\x00" * 8)
    path = starter.path / "data" / "评分.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    assert why(path) == TOO_FAR.why


def test_honest_workbooks_are_not_suspected(starter):
    assert [why_suspicious(path) for path in sorted((starter.path / "data").glob("*.xlsx"))] == [None] * 3


def test_the_rest_of_the_campaign_is_built(starter, workbook):
    rewritten(workbook, twice=[SHEET])
    report = pipeline.build(starter.path)
    assert any(TWICE.why in finding.message for finding in report.findings)
    assert {each.document for each in report.documents} >= {"通知", "评选细则"}
