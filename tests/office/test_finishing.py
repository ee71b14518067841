"""A PDF says nothing of when it was converted, and PDF/A what it must of its fonts."""

from datetime import UTC, datetime

import pikepdf
import pytest

from awardgen.office.finishing import finish


@pytest.fixture
def pdf(tmp_path):
    """A PDF with the five places where LibreOffice puts the time, and a Type 1 font."""

    def write(name, second):
        document = pikepdf.new()
        document.add_blank_page()
        document.docinfo["/Title"] = "通知"
        for key in ("/CreationDate", "/ModDate"):
            document.docinfo[key] = f"D:201009150000{second:02}Z"
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            xmp["xmp:CreateDate"] = f"2010-09-15T00:00:{second:02}Z"
            xmp["pdfaid:part"] = "1"
        profile = pikepdf.Stream(document, bytes([second]) * 128)
        document.Root.OutputIntents = pikepdf.Array([pikepdf.Dictionary(DestOutputProfile=profile)])
        head = b"%!FontType1\ndup 1 /cid12 put\ndup 2 /cid7 put\n"
        program = pikepdf.Stream(document, head + b"dup 3 /hidden put", Length1=len(head))
        font = pikepdf.Dictionary(Type=pikepdf.Name.FontDescriptor, FontFile=program)
        document.Root.Font = document.make_indirect(font)
        document.trailer["/DocChecksum"] = pikepdf.Name(f"/{second:032}")
        path = tmp_path / name
        document.save(path)
        return path

    return write


def test_the_time_of_conversion_leaves_no_trace(pdf):
    first, second = pdf("1.pdf", 1), pdf("2.pdf", 1)
    with pikepdf.open(second, allow_overwriting_input=True) as again:
        again.docinfo["/CreationDate"] = "D:20110101000000Z"
        again.trailer["/DocChecksum"] = pikepdf.Name("/FF")
        profile = again.Root.OutputIntents[0].DestOutputProfile
        data = bytearray(profile.read_bytes())
        data[24:36] = bytes(range(12))
        profile.write(bytes(data))
        again.save(second)
    assert first.read_bytes() != second.read_bytes()
    assert finish(first, None)
    assert finish(second, None)
    assert first.read_bytes() == second.read_bytes()
    with pikepdf.open(first) as finished:
        assert (set(finished.docinfo), "/DocChecksum" in finished.trailer) == ({"/Title"}, False)


def test_a_time_that_is_given_stands_in_info_and_xmp_alike(pdf):
    path = pdf("1.pdf", 1)
    finish(path, datetime(2011, 7, 1, 8, 30, tzinfo=UTC))
    with pikepdf.open(path) as finished, finished.open_metadata() as xmp:
        assert str(finished.docinfo["/CreationDate"]).startswith("D:20110701083000")
        assert xmp["xmp:CreateDate"] == "2011-07-01T08:30:00+00:00"


def test_a_type_1_font_says_which_glyphs_it_has(pdf):
    path = pdf("1.pdf", 1)
    finish(path, None)
    with pikepdf.open(path) as finished:
        assert str(finished.Root.Font.CharSet) == "/cid12/cid7"


def test_what_is_no_pdf_is_told(tmp_path):
    path = tmp_path / "坏.pdf"
    path.write_bytes(b"%PDF-1.4 %%EOF")
    assert not finish(path, None)
