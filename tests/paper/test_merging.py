"""A set is printed on both sides: each document begins on a front page, under its name."""

import io

import pikepdf
import pytest

from awardgen.paper.merging import Part, is_readable, merge

PORTRAIT, LANDSCAPE = (595, 842), (842, 595)


def pdf(*sizes, **saved):
    document, buffer = pikepdf.new(), io.BytesIO()
    for size in sizes:
        document.add_blank_page(page_size=size)
        page = document.pages[-1]
        page.Contents = document.make_stream(b"0 0 m 9 9 l S")
    document.save(buffer, **saved)
    return buffer.getvalue()


def parts(*pages):
    return [Part(f"第{index}份", pdf(*[PORTRAIT] * count)) for index, count in enumerate(pages, 1)]


def opened(merged):
    return pikepdf.open(io.BytesIO(merged.data))


@pytest.mark.parametrize(
    ("pages", "starts", "total"),
    [((1, 1), [1, 3], 3), ((2, 1, 3), [1, 3, 5], 7), ((3, 2, 1), [1, 5, 7], 7), ((5,), [1], 5)],
)
def test_each_document_starts_on_a_front_page_and_no_blank_one_ends_the_set(pages, starts, total):
    merged = merge("申报表", parts(*pages))
    with opened(merged) as found, found.open_outline() as outline:
        marks = [
            (each.title, found.pages.index(pikepdf.Page(each.destination[0])) + 1) for each in outline.root
        ]
        assert marks == [(f"第{index}份", start) for index, start in enumerate(starts, 1)]
        assert (len(found.pages), merged.pages) == (total, total)
        blank = [index for index, page in enumerate(found.pages, 1) if not page.Contents.read_bytes()]
        assert all(index % 2 == 0 for index in blank)
        assert len(blank) == total - sum(pages)


def test_a_blank_page_is_as_large_as_the_one_before_it():
    merged = merge("汇总表", [Part("横", pdf(LANDSCAPE)), Part("直", pdf(PORTRAIT))])
    with opened(merged) as found:
        assert [tuple(map(int, page.mediabox[2:])) for page in found.pages] == [
            LANDSCAPE,
            LANDSCAPE,
            PORTRAIT,
        ]


def test_the_same_parts_give_the_same_bytes():
    assert merge("申报表", parts(1, 2)).data == merge("申报表", parts(1, 2)).data


def test_what_no_one_can_open_is_told_from_what_can_be_printed():
    locked = pdf(PORTRAIT, encryption=pikepdf.Encryption(owner="1", user="2"))
    assert [is_readable(data) for data in (pdf(PORTRAIT), b"%PDF-1.4", b"", locked)] == [
        True,
        False,
        False,
        False,
    ]
