"""The staff's workbook loses nothing: what is not written stays, each version is kept, a write is whole or not."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from awardgen.errors import AwardgenError
from tests.collecting.conftest import codes
from tests.collecting.damages import VALUES, filled

GROUP = "物业服务工会小组"
THREADED = "xl/threadedComments/threadedComment1.xml"


@pytest.fixture
def workbook(desk):
    return desk.campaign.path / "data" / "申报.xlsx"


@pytest.fixture
def enriched(workbook):
    """Return the workbook with all that staff put into theirs."""
    book = openpyxl.load_workbook(workbook)
    sheet = book["示范岗"]
    sheet["C2"].comment = Comment("请核对岗位名称", "李")
    sheet.conditional_formatting.add(
        "D2:D9", CellIsRule(operator="lessThan", formula=["3"], fill=PatternFill("solid", "FFC7CE"))
    )
    rule = DataValidation(type="whole", operator="between", formula1="1", formula2="99")
    rule.add("E2:E9")
    sheet.add_data_validation(rule)
    sheet.auto_filter.ref = "A1:Q9"
    own = book.create_sheet("统计")
    own.append(["组", "数"])
    own.append(["物业", "=COUNTA(示范岗!A2:A9)"])
    own.add_table(Table(displayName="统计表", ref="A1:B2"))
    book.defined_names["申报数"] = DefinedName("申报数", attr_text="统计!$B$2")
    book.save(workbook)
    with zipfile.ZipFile(workbook, "a") as package:
        package.writestr(THREADED, "<ThreadedComments/>")
    return workbook


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_keeps_byte_for_byte_what_no_row_is_added_to(desk, enriched):
    before = parts_of(enriched.read_bytes())
    filled(desk.post_form()).save(desk.folder / "表.docx")
    assert codes(desk.collect(group=GROUP)) == ["AW513"]
    after = parts_of(enriched.read_bytes())
    changed = {name for name in before if before[name] != after[name]}
    sheet = "xl/worksheets/sheet1.xml"
    assert changed <= {
        sheet,
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "[Content_Types].xml",
        "xl/styles.xml",
    }
    assert {name.rpartition("/")[0] for name in after.keys() - before.keys()} == {"xl/worksheets"}  # 收表记录
    assert after[THREADED] == before[THREADED]


def test_keeps_what_stands_in_the_sheet_that_a_row_is_added_to(desk, enriched):
    filled(desk.post_form()).save(desk.folder / "表.docx")
    desk.collect(group=GROUP)
    book = openpyxl.load_workbook(enriched)
    sheet = book["示范岗"]
    assert sheet["C2"].comment.text == "请核对岗位名称"
    assert str(next(iter(sheet.conditional_formatting)).sqref) == "D2:D10"
    assert "E2:E10" in {str(rule.sqref) for rule in sheet.data_validations.dataValidation}
    assert sheet.auto_filter.ref == "A1:Q10"
    assert book["统计"]["B2"].value == "=COUNTA(示范岗!A2:A9)"
    assert book["统计"].tables["统计表"].ref == "A1:B2"
    assert book.defined_names["申报数"].attr_text == "统计!$B$2"
    assert sheet["C10"]._style == sheet["C9"]._style


@pytest.mark.parametrize("lock", ["~$申报.xlsx", ".~lock.申报.xlsx#", ".~申报.xlsx"])
def test_open_in_another_program_is_an_error_before_anything_is_written(desk, workbook, lock):
    before = workbook.read_bytes()
    workbook.with_name(lock).write_bytes(b"")
    filled(desk.post_form()).save(desk.folder / "表.docx")
    with pytest.raises(AwardgenError, match="打开，什么也没有写") as problem:
        desk.collect(group=GROUP)
    assert lock in problem.value.tip
    assert workbook.read_bytes() == before
    assert {path.name for path in workbook.parent.iterdir()} >= {lock}
    assert not list(workbook.parent.glob("*备份*"))


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_write_that_is_interrupted_leaves_the_old_one_whole(desk, workbook, monkeypatch, step):
    before = workbook.read_bytes()
    filled(desk.post_form()).save(desk.folder / "表.docx")

    def stop(*_):
        raise KeyboardInterrupt

    replace = Path.replace
    if step == "fsync":
        monkeypatch.setattr("awardgen.collecting.kept_files.os.fsync", stop)
    else:
        monkeypatch.setattr(
            Path, "replace", lambda staged, to: stop() if to == workbook else replace(staged, to)
        )
    with pytest.raises(KeyboardInterrupt):
        desk.collect(group=GROUP)
    assert workbook.read_bytes() == before
    assert not list(workbook.parent.glob(".~*.tmp"))


def test_a_write_that_is_refused_says_so_and_leaves_the_old_one_whole(desk, workbook, monkeypatch):
    before = workbook.read_bytes()
    filled(desk.post_form()).save(desk.folder / "表.docx")

    def refuse(*_):
        raise PermissionError(13, "refused")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(AwardgenError, match="写不进去：没有权限"):
        desk.collect(group=GROUP)
    assert workbook.read_bytes() == before


def test_each_version_before_is_kept_also_within_a_second(desk, workbook):
    versions = [workbook.read_bytes()]
    for post in ("甲岗", "乙岗"):
        desk.post_form().fill(**{**VALUES, "岗位名称": post}).save(desk.folder / f"{post}.docx")
        desk.collect(desk.folder / f"{post}.docx", group=GROUP)
        versions.append(workbook.read_bytes())
    kept = sorted(workbook.parent.glob("申报.*备份*.xlsx"), key=lambda path: len(path.name))
    assert [path.read_bytes() for path in kept] == versions[:2]


def test_a_text_too_long_for_a_cell_is_left_out_alone(desk):
    desk.post_form().fill(**{**VALUES, "主要事迹": "长" * 40_000}).save(desk.folder / "表.docx")
    assert codes(desk.collect(group=GROUP)) == ["AW513", "AW514"]
    row = desk.last_row("示范岗")
    assert (row["岗位名称"], row["主要事迹"]) == ("北门门卫岗", None)


def test_a_group_that_there_is_not_is_an_error(desk):
    filled(desk.post_form()).save(desk.folder / "表.docx")
    with pytest.raises(AwardgenError, match="没有名为“物管”的工会小组"):
        desk.collect(group="物管")
