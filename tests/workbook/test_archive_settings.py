from datetime import date

from awardgen.finding import NOWHERE
from awardgen.workbook import read_campaign


def archive_of(starter):
    reading = read_campaign(starter.path)
    return reading.campaign.archive, [each for each in reading.findings if each.place.sheet == "归档"]


def test_the_sheet_says_what_the_archive_needs(starter):
    starter.edit("活动设置", "归档", B18="2011-7-1")
    settings, findings = archive_of(starter)
    assert settings.text("全宗号") == "Z109"
    assert settings.day("归档日期") == date(2011, 7, 1)
    assert settings.places["归档日期"].cell == "B18"
    assert findings == []


def test_what_is_left_empty_has_its_usual_value(starter):
    starter.edit("活动设置", "归档", B6=None)
    settings, findings = archive_of(starter)
    assert (settings.text("保管期限"), settings.whole("每盒页数", 0)) == ("30年", 200)
    assert findings == []


def test_without_the_sheet_the_usual_values_hold(starter):
    starter.rename_sheet("活动设置", "归档", "别的")
    settings, _ = archive_of(starter)
    assert settings.place is NOWHERE
    assert (settings.text("门类代码"), settings.text("全宗号")) == ("WS", "")


def test_what_cannot_be_read_is_told_at_its_cell(starter):
    starter.edit("活动设置", "归档", B6="长期", B12="一")
    settings, findings = archive_of(starter)
    assert [(each.kind.code, each.place.cell) for each in findings] == [("AW111", "B6"), ("AW107", "B12")]
    assert settings.whole("起始件号", 1) == 1
