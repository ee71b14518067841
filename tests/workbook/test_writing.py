import re
from datetime import date
from decimal import Decimal
from zipfile import ZipFile

import pytest

from awardgen.campaign import Percent
from awardgen.workbook import AWARD_ROWS, Column, Type, read_campaign, typed_value, write_campaign

POST = {
    "编号": "001",
    "工会小组": "饮食小组",
    "岗位名称": "=窗口+1",
    "岗位总人数": Decimal(2),
    "岗位人员姓名": "丁一\n于海",
    "主要事迹": "https://example.org 第一段\n第二段_x0007_",
    "顾客满意度": Percent(Decimal("0.942")),
    "安全责任事故": "无",
    "小组意见日期": date(2011, 6, 15),
    "小组推荐": "是",
    "工龄": "十二年",
}
CONTENT = {
    "基本信息": (
        {"项目": "发文字号", "内容": "后集委发〔2010〕15号"},
        {"项目": "成文日期", "内容": date(2010, 9, 15)},
        {"项目": "公示电话", "内容": "010-1234"},
    ),
    "奖项": AWARD_ROWS,
    "评选细则": ({"项目": "甲", "序号": "1", "评选标准": "一", "分值": Decimal("99.5")},),
    "工会小组": ({"工会小组": "饮食小组"},),
    "示范岗": (POST,),
    "评分": ({"编号": "001", "评委": "高志远", "1": Decimal("4.5")},),
}


def test_what_is_written_is_read_back(tmp_path):
    write_campaign(tmp_path, CONTENT)
    reading = read_campaign(tmp_path)
    assert [f for f in reading.findings if f.kind.code not in {"AW103", "AW123"}] == []
    read = reading.campaign
    values = read.applications[0].record.values
    assert {header: values[header] for header in POST} == POST
    assert read.settings.values["成文日期"] == date(2010, 9, 15)
    assert read.settings.values["公示电话"] == "010-1234"
    assert read.settings.values["事迹字数"] == Decimal(1500)
    assert read.rubric.criteria[0].points == Decimal("99.5")
    assert read.scores[0].points == {"1": Decimal("4.5")}


def test_the_same_content_gives_the_same_bytes(tmp_path):
    first, second = write_campaign(tmp_path / "一", CONTENT), write_campaign(tmp_path / "二", CONTENT)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_columns_with_fixed_answers_have_drop_downs(tmp_path):
    write_campaign(tmp_path, CONTENT)
    with ZipFile(tmp_path / "data" / "申报.xlsx") as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    lists = re.findall(r"<dataValidation type=\"list\".*?<formula1>\"(.*?)\"</formula1>", sheet)
    assert lists == ["饮食小组", "有,无", "是,否", "授予,不授予"]


def test_every_header_has_a_note_and_stays_in_view(tmp_path):
    write_campaign(tmp_path, CONTENT)
    with ZipFile(tmp_path / "data" / "评分.xlsx") as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
        notes = package.read("xl/comments1.xml").decode()
    assert 'state="frozen"' in sheet
    assert notes.count("<comment ") == 3


def test_a_list_that_excel_would_refuse_is_left_out(tmp_path):
    groups = tuple({"工会小组": f"第{number}工会小组"} for number in range(60))
    write_campaign(tmp_path, {**CONTENT, "工会小组": groups})
    with ZipFile(tmp_path / "data" / "申报.xlsx") as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "第1工会小组" not in sheet
    assert [f for f in read_campaign(tmp_path).findings if f.kind.code not in {"AW103", "AW123"}] == []


def test_a_text_that_no_cell_can_hold_is_not_lost_in_silence(tmp_path):
    with pytest.raises(ValueError, match="示范岗"):
        write_campaign(tmp_path, {**CONTENT, "示范岗": ({**POST, "主要事迹": "字" * 40000},)})


def test_a_value_is_typed_as_reading_would():
    percent = Column("满意度", Type.PERCENT)
    assert typed_value(percent, " 92% ") == Percent(Decimal("0.92"))
    assert typed_value(percent, " ") is None
    with pytest.raises(ValueError, match="满意度"):
        typed_value(percent, "很高")


def test_what_the_manual_accepts_excel_does_not_refuse(tmp_path):
    """2010.9.15 and 92% typed as text are read; Excel may ask, but not stop."""
    write_campaign(tmp_path, CONTENT)
    with ZipFile(tmp_path / "data" / "申报.xlsx") as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    found = re.findall(r"<dataValidation type=\"(\w+)\"(.*?)>", sheet)
    assert all('errorStyle="warning"' in rest for kind, rest in found if kind != "list")
    assert {kind for kind, _ in found} == {"whole", "decimal", "date", "list"}


def test_excel_asks_about_a_ruling_below_the_first(tmp_path):
    write_campaign(tmp_path, CONTENT)
    with ZipFile(tmp_path / "data" / "申报.xlsx") as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    counts = re.findall(r"<dataValidation type=\"whole\".*?promptTitle=\"(.*?)\".*?<formula1>(\d+)<", sheet)
    assert counts == [("岗位总人数", "0"), ("裁定名次", "1")]
