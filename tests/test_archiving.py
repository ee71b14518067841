import json
import shutil
from datetime import date

import bagit
import openpyxl
import pytest

from awardgen import archiving, cli
from awardgen.archiving import archive
from awardgen.errors import AwardgenError
from awardgen.office import diagnosis
from tests.archive.pdfs import TEXT_AREA, convert, pdf
from tests.campaign_folder import CampaignFolder, text_of

DAY = date(2011, 7, 1)
ITEMS = 29  # the notice with its annexes, 20 applications, 6 groups' lists, the award list, the summary


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Return the starter campaign, archived once. Nobody may change it."""
    folder = tmp_path_factory.mktemp("活动")
    campaign = CampaignFolder(folder / "活动")
    campaign.archived = archive(campaign.path, folder / "包", day=DAY, as_zip=True, convert=convert)
    return campaign


@pytest.fixture
def campaign(built, tmp_path):
    """Return a copy, with the documents in output/, that a test may change."""
    copy = CampaignFolder.__new__(CampaignFolder)
    copy.path = shutil.copytree(built.path, tmp_path / "活动", copy_function=shutil.copy2)
    return copy


def freeze(campaign, **options):
    return archive(campaign.path, campaign.path.parent / "包", convert=convert, **{"day": DAY, **options})


def codes(archived, *, of_archive=True):
    found = (each.kind.code for each in archived.findings)
    return [each for each in found if each.startswith("AW6") or not of_archive]


def catalogue(bag):
    rows = openpyxl.load_workbook(bag / "data" / "归档文件目录.xlsx").active.iter_rows(values_only=True)
    head, *lines = rows
    return [dict(zip(head, line, strict=True)) for line in lines]


def scan(campaign, name, pages):
    folder = campaign.path / "data" / "签章件"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(pdf(*[TEXT_AREA] * pages, pdf_a=False))


def test_a_campaign_becomes_a_bag_that_bagit_py_finds_valid(built):
    bag = bagit.Bag(str(built.archived.bag))
    assert bag.validate()
    assert bag.info["Bagging-Date"] == "2011-07-01"
    assert bag.info["Source-Organization"] == "后勤集团工会"
    assert "awardgen" in bag.info["Bag-Software-Agent"]


def test_it_is_built_first(built):
    assert built.output("通知.docx").exists()


def test_it_holds_documents_workbooks_templates_and_write_ups_as_they_are(built):
    payload = built.archived.bag / "data"
    assert (payload / "件/0001/原件/通知.docx").read_bytes() == built.output("通知.docx").read_bytes()
    for name in ("data/申报.xlsx", "data/事迹/BB-003.docx", "templates/通知.docx"):
        assert (payload / "活动" / name).read_bytes() == (built.path / name).read_bytes()


def test_each_document_has_a_pdf(built):
    documents = [each for entry in built.archived.record.entries for each in entry.documents]
    assert len(documents) == 52
    assert all((built.archived.bag / each.pdf).is_file() for each in documents)


def test_the_catalogue_has_a_line_an_item(built):
    lines = catalogue(built.archived.bag)
    assert len(lines) == len(built.archived.record.entries) == ITEMS
    assert lines[0] == {
        "序号": 1,
        "档号": "Z109-WS·2010-D30-GH-0001",
        "文号": "后集委发〔2010〕15号",
        "责任者": "后勤集团工会",
        "题名": "关于开展创建“优质服务示范岗”、“优秀服务标兵”活动的通知",
        "日期": "20100915",
        "密级": None,
        "页数": 4,
        "备注": "附件3份；无签章件",
    }
    assert lines[1]["题名"] == "[后勤集团2010年度示范岗申报表及事迹材料（SF-001 东苑食堂大众菜窗口）]"
    assert [line["序号"] for line in lines] == [*range(1, ITEMS + 1)]


def test_the_word_catalogue_says_the_same(built):
    text = text_of(built.archived.bag / "data" / "归档文件目录.docx")
    assert all(line["档号"] in text for line in catalogue(built.archived.bag))


def test_the_archive_s_own_documents_are_not_built_with_the_rest(built):
    assert not built.output("备考表.docx").exists()


def test_an_item_without_a_scan_is_a_warning(built):
    assert codes(built.archived) == ["AW603"] * ITEMS
    assert not built.archived.has_errors


def test_the_scans_are_the_originals_and_their_pages_count(campaign):
    scan(campaign, "SF-001.pdf", 5)
    scan(campaign, "通知.pdf", 3)
    archived = freeze(campaign)
    lines = catalogue(archived.bag)
    assert [line["页数"] for line in lines[:2]] == [3, 5]
    assert codes(archived).count("AW603") == ITEMS - 2
    assert "AW606" in codes(archived)  # the notice has three annexes more
    kept = archived.bag / "data/件/0002/正本/SF-001.pdf"
    assert kept.read_bytes() == (campaign.path / "data/签章件/SF-001.pdf").read_bytes()


def test_the_reference_sheet_names_what_was_not_signed(campaign):
    scan(campaign, "通知.pdf", 4)
    text = text_of(freeze(campaign).bag / "data" / "备考表.docx")
    assert "归档时没有签章件、页数按打印稿计算的：0002—0029。" in text


def test_a_scan_that_belongs_to_nothing_is_kept_all_the_same(campaign):
    scan(campaign, "合影.pdf", 1)
    archived = freeze(campaign)
    assert "AW604" in codes(archived)
    assert (archived.bag / "data/其他签章件/合影.pdf").is_file()


def test_the_same_campaign_and_date_give_the_same_bytes(built, campaign):
    again = archive(campaign.path, campaign.path.parent / "别名", day=DAY, as_zip=True, convert=convert)
    assert again.zip.read_bytes() == built.archived.zip.read_bytes()


def test_a_document_edited_by_hand_is_archived_as_it_is(campaign):
    path = campaign.output("表彰名单.docx")
    shutil.copyfile(campaign.output("通知.docx"), path)
    archived = freeze(campaign)
    entry = archived.record.entries[-2]
    assert [each.is_edited for each in entry.documents] == [True]
    assert (archived.bag / entry.documents[0].word).read_bytes() == path.read_bytes()
    assert "AW609" in codes(archived)
    assert "电子稿有手工修改" in catalogue(archived.bag)[-2]["备注"]


def test_errors_stand_in_the_way(campaign):
    campaign.edit("申报", "示范岗", D2=99)
    archived = freeze(campaign)
    assert archived.has_errors
    assert archived.bag is None
    assert [path.name for path in campaign.path.parent.iterdir()] == ["活动"]


def test_errors_can_be_recorded_instead(campaign):
    campaign.edit("申报", "示范岗", D2=99)
    archived = freeze(campaign, with_findings=True)
    assert archived.has_errors
    told = (archived.bag / "data" / "归档时的问题.txt").read_text(encoding="utf-8")
    assert "错误 AW106 data/申报.xlsx 工作表“示范岗” D2" in told
    assert "归档时尚有1个错误没有改正" in text_of(archived.bag / "data" / "备考表.docx")
    assert bagit.Bag(str(archived.bag)).validate()


def test_a_damaged_scan_stands_in_the_way_too(campaign):
    scan(campaign, "通知.pdf", 1)
    (campaign.path / "data/签章件/通知.pdf").write_bytes(b"%PDF-")
    archived = freeze(campaign)
    assert "AW605" in codes(archived)
    assert archived.bag is None


def test_a_document_that_cannot_be_converted_stands_in_the_way(campaign):
    def all_but_the_first(files, into):
        made, _ = convert(files[1:], into)
        return made, {files[0]: "打不开"}

    archived = archive(campaign.path, campaign.path.parent / "包", day=DAY, convert=all_but_the_first)
    assert "AW611" in codes(archived)
    assert archived.bag is None


def test_a_pdf_that_cannot_be_read_stands_in_the_way_as_well(campaign):
    def broken(files, into):
        made, failed = convert(files, into)
        made[files[0]].write_bytes(b"%PDF-1.4")
        return made, failed

    archived = archive(campaign.path, campaign.path.parent / "包", day=DAY, convert=broken)
    assert "AW611" in codes(archived)
    assert archived.bag is None


def test_settings_decide_number_period_and_edition(campaign):
    rows = {"全宗号": None, "保管期限": "永久", "起始件号": 101, "目录格式": "DA/T 22-2000", "机构代码": None}
    file = campaign.path / "data" / "活动设置.xlsx"
    book = openpyxl.load_workbook(file)
    for item, content, _ in book["归档"].iter_rows(min_row=2):
        if item.value in rows:
            content.value = rows[item.value]
    book.save(file)
    archived = freeze(campaign)
    assert "AW602" in codes(archived)
    assert archived.record.entries[0].code == "WS·2010-Y-0101"
    assert list(catalogue(archived.bag)[0]) == ["件号", "责任者", "文号", "题名", "日期", "页数", "备注"]


def test_a_campaign_from_before_has_usual_settings_and_no_word_catalogue(campaign):
    file = campaign.path / "data" / "活动设置.xlsx"
    book = openpyxl.load_workbook(file)
    del book["归档"]
    for row in range(book["文书"].max_row, 1, -1):
        if book["文书"].cell(row, 3).value == "归档":
            book["文书"].delete_rows(row)
    book.save(file)
    archived = freeze(campaign)
    assert {"AW601", "AW602", "AW610"} <= {*codes(archived)}
    assert len(catalogue(archived.bag)) == ITEMS
    assert not (archived.bag / "data" / "备考表.docx").exists()


@pytest.mark.parametrize("name", ["有别的东西", "旧包.zip"])
def test_nothing_is_ever_overwritten(campaign, name):
    parent = campaign.path.parent
    (parent / "有别的东西").mkdir()
    (parent / "有别的东西" / "一份.txt").write_text("x")
    (parent / "旧包.zip").write_text("x")
    with pytest.raises(AwardgenError, match="已经有了"):
        archive(campaign.path, parent / name.removesuffix(".zip"), as_zip=True, convert=convert)
    assert (parent / "有别的东西" / "一份.txt").read_text() == "x"


@pytest.mark.parametrize("name", ["data/包", "output", "templates/包"])
def test_a_bag_does_not_lie_within_what_it_holds(campaign, name):
    with pytest.raises(AwardgenError, match="不能放在"):
        archive(campaign.path, campaign.path / name, convert=convert)


def test_an_empty_folder_may_be_there(campaign):
    (campaign.path.parent / "包").mkdir()
    assert (freeze(campaign).bag / "bagit.txt").is_file()


@pytest.mark.parametrize("step", ["make_bag", "zip_folder", "_publish", "guide"])
def test_a_crash_leaves_nothing_under_the_bag_s_name(campaign, monkeypatch, step):
    def crash(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(archiving, step, crash)
    with pytest.raises(KeyboardInterrupt):
        freeze(campaign, as_zip=True)
    assert [path.name for path in campaign.path.parent.iterdir()] == ["活动"]


def test_a_full_disk_is_told_in_words(campaign, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archiving, "make_bag", full)
    with pytest.raises(AwardgenError, match="磁盘已满"):
        freeze(campaign)


def test_without_libreoffice_there_is_no_archive(campaign, monkeypatch, capsys):
    monkeypatch.setattr(diagnosis, "find_office", lambda: None)
    target = campaign.path.parent / "包"
    assert cli.run(["-C", str(campaign.path), "archive", "--to", str(target)]) == 2
    assert "LibreOffice" in capsys.readouterr().err
    assert not target.exists()


def test_the_command_tells_what_it_made(campaign, monkeypatch, capsys):
    monkeypatch.setattr(archiving, "_converter", lambda *_: convert)
    monkeypatch.setattr(archiving, "refuse_what_cannot_print", lambda: None)
    target = campaign.path.parent / "包"
    options = [
        "-C",
        str(campaign.path),
        "archive",
        "--to",
        str(target),
        "--date",
        "2011-07-01",
        "--format",
        "json",
    ]
    assert cli.run(options) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["bag"] == str(target)
    assert told["zip"] is None
    assert [each["number"] for each in told["items"]] == [f"{number:04}" for number in range(1, ITEMS + 1)]
    assert cli.run(options) == 2
    assert "已经有了" in json.loads(capsys.readouterr().out)["error"]["message"]


def test_a_campaign_without_documents_is_not_archived(tmp_path):
    assert cli.run(["init", str(tmp_path / "新")]) == 0
    for template in (tmp_path / "新" / "templates").iterdir():
        template.unlink()
    with pytest.raises(AwardgenError, match="没有可以归档的文书"):
        archive(tmp_path / "新", tmp_path / "包", with_findings=True, convert=convert)
    assert not (tmp_path / "包").exists()


def test_what_is_withheld_is_not_archived(campaign):
    campaign.edit("申报", "示范岗", C2=None)
    archived = freeze(campaign, with_findings=True)
    kept = [each.output for entry in archived.record.entries for each in entry.documents]
    assert len(archived.record.entries) < ITEMS
    assert not any("SF-001" in each for each in kept)
