"""Files are read in their order by whichever process; what is no form says what it is and what to do."""

import io
import random
import zipfile
from pathlib import PurePosixPath

import pytest

from awardgen.collecting import reading_many
from awardgen.collecting.forms import FormsOfCampaign
from awardgen.collecting.reading import Known, read_file
from awardgen.collecting.reading_many import read_files
from awardgen.collecting.scores import score_sheets
from awardgen.collecting.sources import HandedIn
from awardgen.workbook import read_campaign
from tests.collecting.conftest import codes
from tests.collecting.damages import filled
from tests.collecting.handed_out import POST_FORM, ReturnedForm

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture(scope="module")
def campaign(built):
    return read_campaign(built.path).campaign


@pytest.fixture(scope="module")
def known(built, campaign):
    return Known(FormsOfCampaign(built.path, campaign).plans, campaign.rubric.criteria)


@pytest.fixture(scope="module")
def form(built):
    content = io.BytesIO()
    filled(ReturnedForm(built.output(POST_FORM))).document.save(content)
    return content.getvalue()


def file(data, name="表.docx"):
    return HandedIn(PurePosixPath(name), data)


def zipped(**files):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return content.getvalue()


class TestWhatCannotBeRead:
    @pytest.mark.parametrize(
        ("name", "data", "code", "word"),
        [
            ("空.docx", b"", "AW501", "空文件"),
            ("坏.docx", b"PK\3\4 no more", "AW501", "已损坏"),
            ("文字.docx", b"hello", "AW501", "已损坏"),
            ("截断.doc", OLE + b"\0" * 100, "AW501", "已损坏"),
            ("加密.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "AW501", "密码"),
            (
                "加密.odt",
                zipped(mimetype="", **{"META-INF/manifest.xml": "encryption-data"}),
                "AW501",
                "密码",
            ),
            ("网页.doc", b"<html><body>x</body></html>", "AW501", "网页"),
            ("扫描.pdf", b"%PDF-1.4", "AW502", "PDF"),
            ("改名.docx", b"%PDF-1.4", "AW502", "PDF"),
            ("照片.jpg", b"\xff\xd8\xff\xe0", "AW502", "图片"),
            ("材料.rar", b"Rar!\x1a\x07", "AW502", "压缩包"),
            ("信.eml", b"From: a@b\n\nhi", "AW502", "邮件"),
            ("别的.xyz", b"hello", "AW502", "不是Word"),
        ],
    )
    def test_says_what_it_is_and_what_to_do(self, known, name, data, code, word):
        read = read_file(file(data, name), known)
        (finding,) = read.findings
        assert (finding.kind.code, word in finding.message) == (code, True)
        assert finding.place.file == name
        assert finding.hint

    def test_is_told_by_its_content_whatever_its_ending(self, known, form):
        assert len(read_file(file(form, "其实是新格式.doc"), known).forms) == 1

    def test_in_an_old_format_waits_to_be_converted(self, known):
        assert read_file(file(OLE + "WordDocument".encode("utf-16-le"), "旧.wps"), known).waits
        assert read_file(file(b"{\\rtf1 x}", "旧.rtf"), known).waits


def test_several_processes_read_the_same_in_the_same_order(monkeypatch, known, form):
    files = [file(b"x" if number == 7 else form, f"{number:03}.docx") for number in range(45)]

    def read():
        findings = []
        found = [(each.file.path.name, each.forms) for each in read_files(files, known, findings)]
        return found, findings

    alone = read()
    monkeypatch.setattr(reading_many, "WORTHWHILE", 1)
    monkeypatch.setattr("awardgen.workers.os.cpu_count", lambda: 2)
    assert read() == alone
    assert [finding.place.file for finding in alone[1]] == ["007.docx"]


def damaged(data, chance):
    """Flip bytes, cut it off, or mangle one part of the zip and pack it again."""
    way = chance.randrange(3)
    if way == 0:
        return data[: chance.randrange(len(data))]
    if way == 1:
        flipped = bytearray(data)
        for _ in range(chance.choice((1, 5, 100))):
            flipped[chance.randrange(len(data))] = chance.randrange(256)
        return bytes(flipped)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    part = chance.choice([name for name in parts if "document.xml" in name or "sheet1" in name])
    text = parts[part].decode()
    for _ in range(3):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(("<", ">", '"', "-1", "99999999999", "/w:tc", "")) + text[at + 1 :]
    return zipped(**{**parts, part: text})


@pytest.mark.parametrize("seed", range(40))
def test_no_damage_is_worse_than_a_finding(known, campaign, form, seed):
    chance = random.Random(seed)  # noqa: S311 - the same damage each time
    for data, name in ((form, "表.docx"), (score_sheets(campaign)[0].content, "评分.xlsx")):
        read = read_file(file(damaged(data, chance), name), known)
        assert read.forms or read.scores or read.findings or read.text or read.waits
        assert set(codes(read)) <= {"AW501", "AW502", "AW512", "AW517"}
