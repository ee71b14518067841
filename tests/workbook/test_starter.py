import pytest

from awardgen.errors import AwardgenError
from awardgen.finding import Severity
from awardgen.workbook import DOCUMENT_ROWS, create_campaign, read_campaign, starter


@pytest.fixture(autouse=True)
def package(tmp_path, monkeypatch):
    """Stand in for the wheel with a small data/ and templates/."""
    folder = tmp_path / "package" / "starter"
    for name, content in {
        "templates/通知.docx": "t",
        "data/申报.xlsx": "d",
        "data/~$申报.xlsx": "",
        "data/事迹/.k": "",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    monkeypatch.setattr(starter, "_PACKAGE", folder.parent)
    return folder


def test_a_new_folder_asks_for_its_settings_and_has_reached_no_stage(tmp_path):
    create_campaign(tmp_path / "活动", sample=False)
    reading = read_campaign(tmp_path / "活动")
    assert {(finding.kind.code, finding.severity) for finding in reading.findings} == {
        ("AW103", Severity.INFO),
        ("AW123", Severity.WARNING),
    }
    assert [award.short_name for award in reading.campaign.awards] == ["示范岗", "标兵"]
    assert len(reading.campaign.documents) == 14


@pytest.mark.parametrize("sample", [True, False])
def test_a_new_folder_has_what_a_campaign_needs(tmp_path, sample):
    folder = tmp_path / "活动"
    made = create_campaign(folder, sample=sample)
    assert all(path.is_file() for path in made)
    for name in (
        "templates/通知.docx",
        "data/申报.xlsx",
        "data/事迹",
        "data/签章件",
        "output",
        "检查.cmd",
        "生成.cmd",
        "查看.cmd",
    ):
        assert (folder / name).exists(), name


def test_a_sample_is_the_package_s_own_data_without_lock_files(tmp_path):
    folder = tmp_path / "活动"
    create_campaign(folder, sample=True)
    assert (folder / "data" / "申报.xlsx").read_text() == "d"
    assert sorted(path.name for path in (folder / "data").iterdir()) == ["事迹", "申报.xlsx", "签章件"]


@pytest.mark.parametrize("name", ["data", "templates"])
def test_a_campaign_is_never_overwritten(tmp_path, name):
    (tmp_path / "活动" / name).mkdir(parents=True)
    with pytest.raises(AwardgenError, match=name):
        create_campaign(tmp_path / "活动", sample=False)


def test_a_folder_that_cannot_be_written_is_refused_in_words(tmp_path):
    (tmp_path / "文件").write_text("")
    with pytest.raises(AwardgenError, match="不能写入"):
        create_campaign(tmp_path / "文件" / "活动", sample=False)


def test_an_incomplete_installation_is_refused_in_words(tmp_path, monkeypatch):
    monkeypatch.setattr(starter, "_PACKAGE", tmp_path / "a" / "b" / "c")
    with pytest.raises(AwardgenError, match="安装不完整"):
        create_campaign(tmp_path / "活动", sample=True)


def test_the_command_files_suit_a_chinese_windows(tmp_path):
    create_campaign(tmp_path / "活动", sample=False)
    content = (tmp_path / "活动" / "生成.cmd").read_bytes()
    assert content.decode("gbk").splitlines()[0] == "@echo off"
    assert content.count(b"\n") == content.count(b"\r\n")
    assert b"py -m awardgen build" in content


@pytest.mark.parametrize(("kind", "form"), [("岗位", "示范岗申报表"), ("个人", "标兵申报表")])
def test_the_forms_serve_every_award_of_their_kind(kind, form):
    rows = [row for row in DOCUMENT_ROWS if row["模板"] == f"{form}.docx"]
    assert [row["条件"] for row in rows] == [f"奖项.类型 == '{kind}'"] * 2
    blank, filled = (row["文件名"] for row in rows)
    assert blank == "附件{{ 奖项.附件号 }}-{{ 奖项.简称 }}申报表.docx"
    assert filled.startswith("申报表/{{ 奖项.简称 }}申报表-{{ 编号 }}-{{ 岗位")
