import json
import os
import shutil
import stat
import zipfile
from datetime import date

import bagit
import pytest

from awardgen import cli, verification
from awardgen.archive.bag import make_bag, sha256_of_file
from awardgen.archive.verifying import opening
from awardgen.archiving import archive
from awardgen.errors import AwardgenError
from awardgen.verification import DocumentStatus, verify
from tests.archive.pdfs import TEXT_AREA, convert, pdf
from tests.campaign_folder import CampaignFolder

DAY = date(2011, 7, 1)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Return a bag of the starter campaign and its zip, with one document edited by hand and one scan."""
    folder = tmp_path_factory.mktemp("活动")
    campaign = CampaignFolder(folder / "活动")
    (campaign.path / "data" / "签章件").mkdir()
    (campaign.path / "data" / "签章件" / "SF-001.pdf").write_bytes(pdf(TEXT_AREA, TEXT_AREA))
    archive(campaign.path, folder / "先", day=DAY, convert=convert)
    shutil.copyfile(campaign.output("通知.docx"), campaign.output("表彰名单.docx"))
    return archive(campaign.path, folder / "包", day=DAY, as_zip=True, convert=convert)


@pytest.fixture
def bag(whole, tmp_path):
    """Return a copy of the bag that a test may damage."""
    return shutil.copytree(whole.bag, tmp_path / "包", copy_function=os.link)


def replace(path, data):
    path.unlink()  # it is a link to the whole bag's own
    path.write_bytes(data)


def sealed(bag):
    """Write the manifests anew, as one does who wants a change not to be seen."""
    payload = bag.with_name("重装")
    shutil.copytree(bag / "data", payload)
    make_bag(payload, {"Bagging-Date": "2011-07-01"}, {})
    return payload


def told(verified):
    return [(each.kind.code, each.place.file) for each in verified.findings]


def errors(verified):
    return [(code, file) for code, file in told(verified) if code not in {"AW632", "AW635"}]


@pytest.mark.parametrize("kind", ["bag", "zip"])
def test_a_whole_package_is_valid_and_its_documents_can_be_made_again(whole, kind):
    verified = verify(getattr(whole, kind))
    assert verified.is_valid
    assert told(verified) == [("AW632", "data/件/0028/原件/表彰名单.docx")]
    statuses = [each.status for each in verified.documents]
    assert statuses.count(DocumentStatus.SAME) == 54
    assert statuses.count(DocumentStatus.EDITED) == 1


def test_a_flipped_bit_is_named(bag):
    file = bag / "data/件/0002/正本/SF-001.pdf"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    replace(file, data)
    assert errors(verify(bag)) == [("AW621", "data/件/0002/正本/SF-001.pdf")]


def test_a_missing_file_is_named(bag):
    (bag / "data/活动/data/申报.xlsx").unlink()
    assert ("AW622", "data/活动/data/申报.xlsx") in errors(verify(bag))


@pytest.mark.parametrize("name", ["data/件/0001/正本/后加.pdf", "后加.txt"])
def test_a_file_too_many_is_named(bag, name):
    (bag / name).parent.mkdir(exist_ok=True)
    (bag / name).write_bytes(b"")
    assert errors(verify(bag)) == [("AW623", name)]


@pytest.mark.parametrize("name", ["manifest-sha256.txt", "bag-info.txt", "说明.txt"])
def test_a_changed_tag_file_is_named(bag, name):
    replace(bag / name, (bag / name).read_bytes() + b"\n")
    assert errors(verify(bag)) == [("AW621", name)]


def test_every_fault_is_named_at_once(bag):
    replace(bag / "data/件/0001/原件/通知.docx", b"x")
    (bag / "data/件/0003").rename(bag / "data/件/9999")
    codes = [code for code, _ in errors(verify(bag))]
    assert codes.count("AW621") == 1
    assert codes.count("AW622") == codes.count("AW623") == 4


def test_what_was_edited_and_sealed_again_differs_from_what_is_made_again(bag):
    replace(bag / "data/件/0029/原件/评分汇总表.docx", (bag / "data/件/0001/原件/通知.docx").read_bytes())
    (found,) = [each for each in verify(sealed(bag)).findings if each.kind.code == "AW630"]
    assert found.place.file == "data/件/0029/原件/评分汇总表.docx"
    assert "word/document.xml" in found.message


def test_a_changed_workbook_changes_the_documents_made_again(bag):
    template = bag / "data/活动/templates/表彰名单.docx"
    replace(bag / "data/活动/templates/备考表.docx", template.read_bytes())
    assert ("AW630", "data/备考表.docx") in errors(verify(sealed(bag)))


def test_pages_are_read_back(bag):
    replace(bag / "data/件/0002/正本/SF-001.pdf", pdf(TEXT_AREA))
    assert errors(verify(sealed(bag))) == [("AW627", "data/件/0002/正本/SF-001.pdf")]


def test_the_catalogue_s_lines_are_read_back(bag):
    record = json.loads((bag / "data/归档信息.json").read_bytes())
    record["entries"][2]["title"] = "别的题名"
    replace(bag / "data/归档信息.json", json.dumps(record).encode())
    found = errors(verify(sealed(bag)))
    assert ("AW628", "data/归档文件目录.xlsx") in found
    assert ("AW630", "data/归档文件目录.docx") in found


def test_the_mark_of_pdf_a_is_read_back(bag):
    replace(bag / "data/件/0001/PDF/通知.pdf", pdf(TEXT_AREA, pdf_a=False))
    assert errors(verify(sealed(bag))) == [("AW629", "data/件/0001/PDF/通知.pdf")]


def test_another_version_is_a_warning_and_so_is_what_it_makes(bag, monkeypatch):
    replace(bag / "data/件/0029/原件/评分汇总表.docx", (bag / "data/件/0001/原件/通知.docx").read_bytes())
    monkeypatch.setattr(verification, "code_version", lambda: "另一个")
    verified = verify(sealed(bag))
    assert verified.is_valid
    assert [code for code, _ in errors(verified)] == ["AW631", "AW630"]


def test_a_damaged_record_is_told(bag):
    replace(bag / "data/归档信息.json", b"{}")
    assert errors(verify(sealed(bag))) == [("AW626", "data/归档信息.json")]


def test_paths_in_a_record_lead_nowhere(bag, tmp_path):
    (tmp_path / "秘密.pdf").write_bytes(b"x")
    record = json.loads((bag / "data/归档信息.json").read_bytes())
    record["entries"][0]["documents"][0].update(word="../秘密.pdf", pdf="/etc/passwd")
    replace(bag / "data/归档信息.json", json.dumps(record).encode())
    statuses = {each.path: each.status for each in verify(sealed(bag)).documents}
    assert statuses["../秘密.pdf"] is DocumentStatus.UNCHECKED


@pytest.fixture
def foreign(tmp_path):
    folder = tmp_path / "别人的"
    folder.mkdir()
    (folder / "论文.pdf").write_bytes(b"thesis")
    bagit.make_bag(str(folder), checksums=["md5", "sha512"])
    return folder


def test_another_program_s_bag_is_checked_by_its_checksums(foreign):
    verified = verify(foreign)
    assert verified.is_valid
    assert told(verified) == [("AW634", ".")]
    replace(foreign / "data/论文.pdf", b"Thesis")
    assert ("AW621", "data/论文.pdf") in told(verify(foreign))


def test_a_bag_that_bagit_py_refuses_is_refused(foreign):
    replace(foreign / "bagit.txt", b"BagIt-Version: 9\n")
    assert [code for code, _ in told(verify(foreign))] == ["AW620"]


def test_a_wrong_total_is_told_though_every_file_is_right(foreign):
    replace(foreign / "bag-info.txt", b"Payload-Oxum: 1.1\n")
    for manifest in foreign.glob("tagmanifest-*"):
        manifest.unlink()
    assert ("AW620", ".") in told(verify(foreign))


@pytest.mark.parametrize("name", ["空", "不是包"])
def test_a_folder_that_is_no_bag_is_told(tmp_path, name):
    (tmp_path / name).mkdir()
    if name == "不是包":
        (tmp_path / name / "一份.txt").write_text("x")
    verified = verify(tmp_path / name)
    assert told(verified) == [("AW620", "bagit.txt")]
    assert not verified.is_valid


def test_nothing_at_the_path_cannot_be_checked(tmp_path):
    with pytest.raises(AwardgenError, match="没有找到"):
        verify(tmp_path / "没有")
    assert cli.run(["verify", str(tmp_path / "没有")]) == 2


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize("place", ["data/链接.txt", "data/目录", "链接", "manifest-sha512.txt"])
def test_links_are_told_and_not_followed(foreign, tmp_path, place):
    (tmp_path / "外面").mkdir()
    (tmp_path / "外面" / "秘密").write_text("secret")
    (foreign / place).unlink(missing_ok=True)
    (foreign / place).symlink_to(tmp_path / "外面")
    assert told(verify(foreign)) == [("AW624", place)]


@pytest.mark.parametrize("path", ["../../外面.txt", "/etc/passwd", "~/密码"])
def test_manifests_that_lead_out_are_told(foreign, path):
    manifest = foreign / "manifest-sha512.txt"
    replace(manifest, manifest.read_bytes() + f"{'0' * 128}  {path}\n".encode())
    assert [code for code, _ in told(verify(foreign))] == ["AW624"]


def test_a_manifest_too_large_is_not_read(foreign, monkeypatch):
    monkeypatch.setattr("awardgen.archive.verifying.bag_files._LARGEST_TAG_FILE", 10)
    assert [code for code, _ in told(verify(foreign))] == ["AW625"]


def test_a_checksum_without_a_length_is_none(foreign):
    (foreign / "manifest-shake_128.txt").write_bytes(b"00  data/extra.txt\n")
    (foreign / "data/extra.txt").write_bytes(b"")
    assert ("AW621", "data/extra.txt") in told(verify(foreign))


def zipped(tmp_path, **entries):
    path = tmp_path / "包.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive_file:
        for name, content in entries.items():
            archive_file.writestr(name, content)
    return path


@pytest.mark.parametrize(
    "name", ["../外面.txt", "/外面.txt", "包/../../外面.txt", "C:/外面.txt", "包/./一.txt", "a\\..\\b.txt"]
)
def test_a_zip_that_leads_out_is_told_and_not_unpacked(tmp_path, name):
    verified = verify(zipped(tmp_path, **{name: "x"}))
    assert [each.kind.code for each in verified.findings] == ["AW624"]
    assert not list(tmp_path.rglob("外面.txt"))


def test_a_link_in_a_zip_is_told(tmp_path):
    path = tmp_path / "包.zip"
    with zipfile.ZipFile(path, "w") as archive_file:
        entry = zipfile.ZipInfo("包/bagit.txt")
        entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive_file.writestr(entry, "/etc/passwd")
    assert told(verify(path)) == [("AW624", "包/bagit.txt")]


def test_one_name_twice_in_a_zip_is_told(tmp_path):
    path = tmp_path / "包.zip"
    with zipfile.ZipFile(path, "w") as archive_file:
        archive_file.writestr("包/bagit.txt", "x")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive_file.writestr("包/bagit.txt", "y")
    assert told(verify(path)) == [("AW624", "包/bagit.txt")]


def test_a_zip_that_grows_beyond_measure_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "_LEAST_FOR_RATIO", 2**20)
    verified = verify(zipped(tmp_path, **{"包/data/零.bin": b"\0" * 2**21}))
    assert told(verified) == [("AW625", "包/data/零.bin")]


def test_a_zip_of_too_many_files_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "MOST_FILES", 2)
    assert told(verify(zipped(tmp_path, a="", b="", c=""))) == [("AW625", "包.zip")]


@pytest.mark.parametrize("data", [b"", b"PK\3\4 and no more", b"x" * 1000])
def test_a_file_that_is_no_zip_is_told(tmp_path, data):
    (tmp_path / "包.zip").write_bytes(data)
    assert told(verify(tmp_path / "包.zip")) == [("AW620", "包.zip")]


def test_a_folder_with_one_bag_in_it_is_that_bag(foreign):
    assert told(verify(foreign.parent)) == [("AW634", ".")]


def test_checking_changes_nothing(bag):
    before = {path: sha256_of_file(path) for path in bag.rglob("*") if path.is_file()}
    verify(bag)
    assert {path: sha256_of_file(path) for path in bag.rglob("*") if path.is_file()} == before


def test_the_command_ends_with_1_for_a_damaged_package(bag, capsys):
    assert cli.run(["verify", str(bag)]) == 0
    assert "归档包完好" in capsys.readouterr().out
    (bag / "data/备考表.docx").unlink()
    assert cli.run(["verify", str(bag), "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["schema_version"], report["valid"]) == (1, False)
    assert [each["file"] for each in report["findings"] if each["code"] == "AW622"] == ["data/备考表.docx"]
