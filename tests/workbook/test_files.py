import pytest
from python_calamine import CalamineWorkbook

from awardgen.workbook.files import WorkbookUnreadableError, find_workbook, open_workbook


def _inline(text):
    return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        ("_x0007_", "\x07"),
        ("_x000D_", "\r"),
        ("_x00E4_", "ä"),
        ("_x005F_x0007_", "_x0007_"),
        ("x0007_", "x0007_"),
    ],
)
@pytest.mark.parametrize("kind", ["inline", "shared", "rich", "formula"])
def test_an_escaped_character_is_decoded_once(tmp_path, raw_cells, stored, meant, kind):
    path = tmp_path / "申报.xlsx"
    cell, shared = {
        "inline": (_inline(stored), ""),
        "shared": ('<c t="s"><v>0</v></c>', f"<si><t>{stored}</t></si>"),
        "rich": ('<c t="s"><v>0</v></c>', f"<si><r><t>{stored}</t></r></si>"),
        "formula": (f'<c t="str"><f>A2</f><v>{stored}</v></c>', ""),
    }[kind]
    raw_cells(path, [cell], shared)
    assert open_workbook(tmp_path, path).grids["示范岗"] == [[meant]]


def test_words_that_other_programs_take_for_gaps_are_kept(campaign):
    campaign.book("申报", 示范岗=(("NA", "null", "无", "nan", "TRUE", "007"),))
    path = find_workbook(campaign.folder, "申报")
    assert open_workbook(campaign.folder, path).grids["示范岗"] == [
        ["NA", "null", "无", "nan", "TRUE", "007"]
    ]


def test_a_blank_row_keeps_its_place_in_a_sheet_of_one_column(campaign):
    campaign.book("申报", 示范岗=(("编号",), ("",), ("SF-1",)))
    path = find_workbook(campaign.folder, "申报")
    assert open_workbook(campaign.folder, path).grids["示范岗"] == [["编号"], [""], ["SF-1"]]


def test_xlsx_comes_before_xls_and_ods_and_lock_files_do_not_count(campaign):
    campaign.file("申报.ods", b"").file("~$申报.xlsx", b"").file("申报表.xlsx", b"")
    assert find_workbook(campaign.folder, "申报").name == "申报.ods"
    campaign.file("申报.xls", b"").file("申报.XLSX", b"")
    assert find_workbook(campaign.folder, "申报").name == "申报.XLSX"
    assert find_workbook(campaign.folder, "评分") is None


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.9, 0.99])
def test_a_damaged_workbook_is_unreadable(campaign, share):
    path = campaign.book("申报", 示范岗=(("编号",),)).folder / "data" / "申报.xlsx"
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(WorkbookUnreadableError):
        open_workbook(campaign.folder, path)


@pytest.mark.parametrize("content", [b"not a workbook", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_what_is_no_workbook_is_unreadable(campaign, content):
    path = campaign.file("申报.xlsx", content).folder / "data" / "申报.xlsx"
    with pytest.raises(WorkbookUnreadableError):
        open_workbook(campaign.folder, path)


@pytest.mark.parametrize("suffix", [".xls", ".ods", ".XLSX"])
def test_what_is_in_a_workbook_counts_whatever_its_name_says(campaign, suffix):
    path = campaign.book("申报", 示范岗=(("编号",), ("SF-1",))).folder / "data" / "申报.xlsx"
    named = path.rename(path.with_suffix(suffix))
    assert open_workbook(campaign.folder, named).grids["示范岗"] == [["编号"], ["SF-1"]]


@pytest.mark.parametrize("way", ["from_path", "from_filelike"])
def test_a_workbook_over_which_the_reader_falls_is_unreadable(campaign, monkeypatch, way):
    class PanicException(BaseException):
        pass

    def fall(*_, **__):
        raise PanicException

    path = campaign.file("申报.xls", b"x").folder / "data" / "申报.xls"
    monkeypatch.setattr(CalamineWorkbook, way, fall)
    with pytest.raises(WorkbookUnreadableError):
        open_workbook(campaign.folder, path)
