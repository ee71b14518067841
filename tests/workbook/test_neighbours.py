"""What lies beside the workbooks, and what is no workbook though it is named like one."""

import shutil
import subprocess
import zipfile
from io import BytesIO

import pytest

from awardgen.errors import AwardgenError

SPREADSHEET = "编号,工会小组\r\nSF-1,饮食小组\r\n"


def _about(campaign, *codes):
    return [
        (each.kind.code, each.severity.value, each.place.file)
        for each in campaign.read().findings
        if each.kind.code in codes
    ]


@pytest.fixture
def filled(campaign):
    return campaign.settings().applications({})


@pytest.mark.parametrize("lock", ["~$申报.xlsx", ".~lock.申报.xlsx#", ".~申报.xlsx"])
def test_a_workbook_that_is_open_is_told_of(filled, lock):
    filled.file(lock, b"somebody")
    assert _about(filled, "AW130") == [("AW130", "info", "data/申报.xlsx")]


def test_another_kind_of_the_same_name_is_not_read(filled):
    filled.file("申报.xls", b"x")
    assert _about(filled, "AW131") == [("AW131", "warning", "data/申报.xls")]


@pytest.mark.parametrize(
    "name", ["申报 (1)", "申报（2）", "申报-副本", "申报 - 副本", "副本申报", "申报_旧", "申报20110615"]
)
def test_a_copy_is_told_of(filled, name):
    filled.file(f"{name}.xlsx", b"x")
    assert _about(filled, "AW131") == [("AW131", "info", f"data/{name}.xlsx")]


@pytest.mark.parametrize("name", ["申报须知", "申报表模板", "去年申报", "汇总"])
def test_another_workbook_is_left_alone(filled, name):
    filled.file(f"{name}.xlsx", b"x")
    assert _about(filled, "AW131", "AW117") == []


@pytest.mark.parametrize("suffix", [".csv", ".et", ".xlsm"])
def test_a_kind_that_cannot_be_read_is_no_stage_not_reached(campaign, suffix):
    campaign.settings().file(f"申报{suffix}", SPREADSHEET.encode("gb18030"))
    (finding,) = [each for each in campaign.read().findings if each.place.file == f"data/申报{suffix}"]
    assert (finding.kind.code, "另存为" in finding.hint) == ("AW117", True)
    assert not [each for each in campaign.read().findings if each.place.file == "data/申报.xlsx"]


def _zip(*parts):
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts:
            package.writestr(name, content)
    return target.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "空文件"),
        (SPREADSHEET.encode("gb18030"), "文本文件"),
        (SPREADSHEET.encode("utf-16"), "文本文件"),
        (b"<html><table></table></html>", "网页"),
        (b"%PDF-1.4\n\x00", "PDF"),
        (b'<?xml version="1.0"?><Workbook/>', "XML"),
        (_zip(("word/document.xml", "")), "Word"),
        (OLE + "WordDocument".encode("utf-16-le"), "Word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (_zip(("content.xml", "?"), ("META-INF/manifest.xml", "<m:encryption-data/>")), "密码"),
        (
            _zip(
                ("xl/workbook.xml", "<"),
            ),
            "损坏",
        ),
        (b"PK\x03\x04", "损坏"),
    ],
)
def test_what_is_no_workbook_is_called_what_it_is(campaign, content, said):
    campaign.settings().file("申报.xlsx", content)
    (finding,) = [each for each in campaign.read().findings if each.kind.code == "AW117"]
    assert said in finding.message
    assert finding.hint


def test_settings_with_a_password_are_asked_for_without(campaign):
    campaign.settings().file("活动设置.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(AwardgenError) as caught:
        campaign.read()
    assert "密码" in caught.value.message
    assert "清空密码" in caught.value.tip


@pytest.mark.parametrize("name", ["示范岗 (2)", "示范岗旧", "示范岗 "])
def test_a_sheet_of_a_near_name_is_not_read_in_silence(campaign, name):
    headers = ("编号", "工会小组", "岗位名称", "岗位总人数", "岗位人员姓名", "主要事迹")
    row = ("SF-1", "饮食小组", "窗口", 1, "丁一", "事迹。")
    campaign.settings().book("申报", **{"示范岗": (headers, row), name: (headers, row)})
    (finding,) = [each for each in campaign.read().findings if each.kind.code == "AW132"]
    assert (finding.place.sheet, finding.severity.value) == (name, "warning")


def test_a_sheet_of_other_columns_is_nobodys_business(campaign):
    headers = ("编号", "工会小组", "岗位名称", "岗位总人数", "岗位人员姓名", "主要事迹")
    campaign.settings().book("申报", 示范岗=(headers,), 示范岗说明=(("填写办法",), ("一行一份",)))
    assert _about(campaign, "AW132") == []


def test_a_name_with_a_space_in_it_is_found_in_its_list(campaign):
    campaign.settings().applications({"工会小组": "饮食 小组"}).scores(("SF-1", "高　志远", 40, 60))
    reading = campaign.read()
    assert [each.group for each in reading.campaign.applications] == ["饮食小组"]
    assert reading.campaign.applications[0].record.text("工会小组") == "饮食 小组"
    assert [each.judge for each in reading.campaign.scores] == ["高志远"]


@pytest.mark.office
@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_other_kinds_tell_errors_merges_and_hidden_rows_as_well(campaign, tmp_path, kind):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    import openpyxl  # noqa: PLC0415

    campaign.settings().applications({}, {"编号": "SF-2"}, {"编号": "SF-3"})
    path = campaign.folder / "data" / "申报.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["示范岗"]
    sheet["C2"] = "=NA()"
    sheet["B3"] = sheet["B4"] = None
    sheet.merge_cells("B2:B4")
    sheet.row_dimensions[4].hidden = True
    book.save(path)
    profile = (tmp_path / "profile").as_uri()
    command = [office, "--headless", f"-env:UserInstallation={profile}", "--convert-to", kind]
    subprocess.run([*command, "--outdir", str(path.parent), str(path)], check=True, capture_output=True)
    path.unlink()
    reading = campaign.read()
    found = [(each.kind.code, each.place.cell) for each in reading.findings if each.place.sheet == "示范岗"]
    assert found == [("AW133", None), ("AW125", "C2"), ("AW101", "C2")]
    assert [each.group for each in reading.campaign.applications] == ["饮食小组"] * 3
