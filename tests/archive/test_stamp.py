import io

import pikepdf
import pytest
from docx import Document

from awardgen.archive.page_images import MILLIMETRE, FirstPage
from awardgen.archive.pdf_a import is_pdf_a, keep_as_pdf_a
from awardgen.archive.stamp import HEIGHT, WIDTH, Stamp, room_on
from awardgen.archive.stamp_sheet import StampCells, stamp_sheet
from tests.archive.pdfs import A4, TEXT_AREA, pdf

FROM_RIGHT = 20 * MILLIMETRE


@pytest.fixture
def page(tmp_path):
    def first_page(content, size=A4):
        path = tmp_path / "首页.pdf"
        path.write_bytes(pdf(content, size=size))
        return FirstPage(path)

    return first_page


@pytest.mark.parametrize("size", [A4, A4[::-1]])
def test_it_stands_at_the_top_right_of_an_empty_margin(page, size):
    room = room_on(page(TEXT_AREA if size == A4 else b"", size))
    assert room.is_clear
    assert room.top == pytest.approx(8 * MILLIMETRE)
    assert room.left + WIDTH == pytest.approx(size[0] - FROM_RIGHT)


def test_it_goes_beside_what_stands_at_the_top_right(page):
    red_number = b"1 0 0 rg 400 770 150 60 re f"
    room = room_on(page(red_number))
    assert room.is_clear
    assert room.left + WIDTH < 400 or room.top > 842 - 770


def test_it_covers_no_text_wherever_there_is_room(page):
    line = b"0 g 60 780 300 12 re f 60 640 480 12 re f"
    found = page(line)
    room = room_on(found)
    assert room.is_clear
    assert found.ink_within(room.left, room.top, WIDTH, HEIGHT) == 0


def test_a_full_page_leaves_no_room(page):
    assert not room_on(page(b"0 g 0 0 595 842 re f")).is_clear


def test_it_is_laid_over_the_first_page_alone(tmp_path):
    source, sheet, target = (tmp_path / f"{name}.pdf" for name in ("文书", "章", "存"))
    source.write_bytes(pdf(TEXT_AREA, TEXT_AREA))
    sheet.write_bytes(pdf(b"", b"1 0 0 RG 5 5 120 40 re S", size=(WIDTH, HEIGHT)))
    keep_as_pdf_a(source, target, Stamp(sheet, 1, room_on(FirstPage(source))))
    assert is_pdf_a(target)
    with pikepdf.open(target) as kept:
        assert len(kept.pages) == 2
        assert "/XObject" in kept.pages[0].Resources
        assert "/XObject" not in kept.pages[1].get("/Resources", {})
    assert FirstPage(target).ink_within(A4[0] - FROM_RIGHT - WIDTH, 8 * MILLIMETRE, WIDTH, HEIGHT) > 0


def test_the_same_files_give_the_same_bytes(tmp_path):
    source, sheet = tmp_path / "文书.pdf", tmp_path / "章.pdf"
    source.write_bytes(pdf(TEXT_AREA))
    sheet.write_bytes(pdf(b"1 0 0 RG 5 5 120 40 re S", size=(WIDTH, HEIGHT)))
    kept = []
    for name in ("一", "二"):
        keep_as_pdf_a(source, tmp_path / name, Stamp(sheet, 0, room_on(FirstPage(source))))
        kept.append((tmp_path / name).read_bytes())
    assert kept[0] == kept[1]


def test_a_sheet_of_stamps_has_a_page_each_and_the_values_as_they_are():
    cells = StampCells("Z<1>", "2010", "0001", "后勤\x0b集团", "30年", "5")
    document = Document(io.BytesIO(stamp_sheet([cells, cells])))
    assert len(document.tables) == 2
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["Z<1>", "2010", "0001"],
        ["后勤 集团", "30年", "5"],
    ]
    assert len(document.sections) == 2
