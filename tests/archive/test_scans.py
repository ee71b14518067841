from types import SimpleNamespace

import pytest

from awardgen.archive.scans import with_scans
from awardgen.campaign import Scope
from tests.archive.items import document, item
from tests.archive.pdfs import BLANK, TEXT_AREA, pdf

SCAN = pdf(TEXT_AREA, TEXT_AREA)


def application(number):
    return SimpleNamespace(number=number)


ITEMS = (
    item(1, document("通知"), document("评选细则", output="附件1-评选细则.docx")),
    item(2, document("申报表", Scope.APPLICATION, "申报表/SF-1.docx", "SF-1", application("SF-1"))),
    item(3, document("申报表", Scope.APPLICATION, "申报表/SF-10.docx", "SF-10", application("SF-10"))),
    item(4, document("名单", Scope.GROUP, "名单/饮食小组.docx", "饮食小组")),
    item(5, document("名单", Scope.GROUP, "名单/公寓小组.docx", "公寓小组")),
)


@pytest.fixture
def scanned(tmp_path):
    def scan(**files):
        folder = tmp_path / "data" / "签章件"
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
        return with_scans(ITEMS, tmp_path, folder)

    return scan


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("通知.pdf", 1),
        ("通知及附件 盖章.PDF", 1),
        ("评选细则.pdf", 1),
        ("SF-1.pdf", 2),
        ("sf-1签字.pdf", 2),
        ("ＳＦ-1.pdf", 2),
        ("SF-10.pdf", 3),
        ("名单-公寓小组.pdf", 5),
        ("饮食小组.pdf", 4),
        ("申报表-SF-1.pdf", 2),
        ("申报表 SF-10 签字.pdf", 3),
        ("附件1盖章.pdf", 1),
    ],
)
def test_a_scan_belongs_to_what_its_name_begins_with(scanned, name, number):
    result = scanned(**{name: SCAN})
    assert [each.number for each in result.items if each.scans] == [number]
    assert result.findings == ()


@pytest.mark.parametrize(
    "name", ["SF-100.pdf", "名单.pdf", "申报表.pdf", "附件10.pdf", "合影.pdf", "通知.jpg"]
)
def test_a_scan_that_could_be_anything_is_told_and_kept(scanned, name):
    result = scanned(**{name: SCAN})
    assert [path.name for path in result.others] == [name]
    (found,) = result.findings
    assert (found.kind.code, found.place.file) == ("AW604", f"data/签章件/{name}")


def test_a_damaged_scan_is_an_error(scanned):
    result = scanned(**{"通知.pdf": b"%PDF-1.4 and no more"})
    assert [found.kind.code for found in result.findings] == ["AW605"]
    assert not result.items[0].scans


def test_blank_pages_do_not_count(scanned):
    result = scanned(**{"通知.pdf": pdf(TEXT_AREA, BLANK, TEXT_AREA, b"1 g 0 0 595 842 re f")})
    assert [scan.pages for scan in result.items[0].scans] == [2]


def test_an_item_may_have_several_scans(scanned):
    result = scanned(**{"SF-1.pdf": SCAN, "SF-1-事迹材料.pdf": pdf(TEXT_AREA)})
    assert [(scan.file.name, scan.pages) for scan in result.items[1].scans] == [
        ("SF-1-事迹材料.pdf", 1),
        ("SF-1.pdf", 2),
    ]


def test_scans_in_folders_keep_their_folders(scanned, tmp_path):
    for name in ("一批", "二批"):
        folder = tmp_path / "data" / "签章件" / name
        folder.mkdir(parents=True)
        (folder / "SF-1.pdf").write_bytes(SCAN)
    assert [scan.name for scan in scanned().items[1].scans] == ["一批/SF-1.pdf", "二批/SF-1.pdf"]


def test_without_a_folder_there_are_none(tmp_path):
    assert with_scans(ITEMS, tmp_path, tmp_path / "data" / "签章件").items == ITEMS
