from datetime import date
from decimal import Decimal

import pytest

from awardgen.campaign import Window
from awardgen.finding import Severity
from awardgen.workbook import BASICS
from awardgen.workbook.cells import NoResult
from awardgen.workbook.found_sheet import FoundSheet
from awardgen.workbook.settings_sheet import read_settings

FILE = "data/活动设置.xlsx"


def _read(*given, complete=True, without=()):
    rows = [("项目", "内容", "说明"), *given]
    if complete:
        there = {*without, *(row[0] for row in given)}
        rows += [
            (setting.header, setting.default or ("2010-9-15" if setting.expected else ""), "")
            for setting in BASICS.settings
            if setting.header not in there
        ]
    findings = []
    settings, _ = read_settings(FoundSheet("基本信息", rows), FILE, findings)
    return settings, findings


def test_the_window_and_the_reference_day_are_read():
    settings, findings = _read(
        ("事迹起始日期", "2010年9月1日", ""),
        ("事迹截止日期", "2011.6.30", ""),
        ("申报截止日期", "2011-6-30", ""),
    )
    assert findings == []
    assert settings.window == Window(date(2010, 9, 1), date(2011, 6, 30))
    assert settings.reference == date(2011, 6, 30)


def test_every_declared_item_is_known_even_where_it_is_empty_or_missing():
    settings, _ = _read(complete=False)
    assert set(settings.values) == {setting.header for setting in BASICS.settings}


def test_a_required_item_that_is_missing_is_reported_and_an_optional_one_is_not():
    _, findings = _read(complete=False)
    assert {finding.kind.code for finding in findings} == {"AW116"}
    missing = [finding.place.column for finding in findings]
    assert "发文字号" in missing
    assert "单位简称" not in missing


def test_an_item_that_staff_added_is_kept():
    settings, _ = _read(("公示电话", " 010-1234\n", ""), ("名额 总数", 9.0, ""))
    assert settings.values["公示电话"] == "010-1234"
    assert settings.values["名额 总数"] == Decimal(9)
    assert settings.places["公示电话"].cell == "B2"


@pytest.mark.parametrize(
    ("item", "content", "attribute", "value"),
    [
        ("事迹字数", "２０００", "write_up_length", 2000),
        ("字数上浮", "15%", "length_above", Decimal("0.15")),
        ("字数下浮", 0.25, "length_below", Decimal("0.25")),
        ("附加分每件", 0.5, "bonus_each", Decimal("0.5")),
        ("附加分上限", 5, "bonus_limit", Decimal(5)),
        ("满意度下限", 90, "satisfaction_floor", Decimal("0.9")),
        ("去掉最高最低分的评委人数", 7, "judges_before_dropping", 7),
        (
            "同分比较",
            "服务质量高、操作技能熟练，安全 ；甲",
            "tie_break",
            ("服务质量高", "操作技能熟练", "安全", "甲"),
        ),
    ],
)
def test_figures(item, content, attribute, value):
    settings, findings = _read((item, content, ""))
    assert findings == []
    assert getattr(settings, attribute) == value


def test_an_unreadable_figure_is_reported_and_the_default_stands():
    settings, (finding,) = _read(("事迹字数", "1500字", ""))
    assert settings.write_up_length == 1500
    assert settings.values["事迹字数"] == "1500字"
    assert (finding.kind.code, finding.place.cell, finding.place.column) == ("AW107", "B2", "事迹字数")


def test_a_reversed_window_is_reported_at_its_last_day():
    settings, (finding,) = _read(("事迹起始日期", "2011-9-1", ""), ("事迹截止日期", "2011-6-30", ""))
    assert settings.window is None
    assert (finding.kind.code, finding.place.cell) == ("AW114", "B3")


def test_an_item_given_twice_is_reported_and_the_first_counts():
    settings, (finding,) = _read(("印数", 5, ""), ("印 数", 6, ""))
    assert settings.values["印数"] == Decimal(5)
    assert (finding.kind.code, finding.place.cell) == ("AW115", "A3")


@pytest.mark.parametrize("rows", [[], [("活动年度", "2010")], [("内容", "说明"), ("2010", "")]])
def test_a_sheet_without_the_column_of_items_lacks_that_column(rows):
    findings = []
    settings, _ = read_settings(FoundSheet("基本信息", rows), FILE, findings)
    assert {finding.kind.code for finding in findings} == {"AW102"}
    assert findings[0].place.column == "项目"
    assert settings.values["活动年度"] is None


def test_a_sheet_without_the_column_of_contents_lacks_that_column_and_nothing_else_is_said():
    findings = []
    rows = [("项目", "说明"), *((setting.header, "") for setting in BASICS.settings)]
    settings, _ = read_settings(FoundSheet("基本信息", rows), FILE, findings)
    (finding,) = findings
    assert (finding.kind.code, finding.severity, finding.place.column) == ("AW102", Severity.ERROR, "内容")
    assert settings.values["活动年度"] is None


@pytest.mark.parametrize(
    "item",
    [
        *("活动年度", "发文字号", "通知标题", "主送机关", "成文日期", "印发机关", "印发日期", "授予机关"),
        *("事迹起始日期", "事迹截止日期", "申报截止日期"),
    ],
)
def test_an_empty_item_that_the_campaign_needs_is_a_warning_at_its_content(item):
    _, (finding,) = _read((item, " ", ""))
    assert (finding.kind.code, finding.severity) == ("AW123", Severity.WARNING)
    assert (finding.place.cell, finding.place.column) == ("B2", item)


@pytest.mark.parametrize(
    ("item", "counted"),
    [
        ("事迹字数", "1500"),
        ("字数上浮", "10%"),
        ("字数下浮", "30%"),
        ("附加分每件", "1"),
        ("附加分上限", "10"),
        ("满意度下限", "85%"),
        ("去掉最高最低分的评委人数", "5"),
    ],
)
def test_an_empty_figure_is_a_warning_that_tells_what_is_counted_with(item, counted):
    settings, (finding,) = _read((item, "", ""))
    assert (finding.kind.code, finding.severity) == ("AW123", Severity.WARNING)
    assert (finding.place.cell, finding.place.column) == ("B2", item)
    assert finding.message == f"“{item}”是空的，暂按{counted}计算，但文书上会印成空白。"
    assert settings.values[item] is None


def test_what_is_said_to_be_counted_with_is_counted_with():
    declared = {setting.header: setting.default for setting in BASICS.settings}
    assert _typed_settings(_read(*((item, "", "") for item in declared))[0]) == _typed_settings(
        _read(*((item, default, "") for item, default in declared.items() if default is not None))[0]
    )


def _typed_settings(settings):
    return (
        settings.write_up_length,
        settings.length_above,
        settings.length_below,
        settings.bonus_each,
        settings.bonus_limit,
        settings.satisfaction_floor,
        settings.judges_before_dropping,
    )


def test_an_empty_layout_is_a_warning_that_tells_what_the_templates_do():
    _, (finding,) = _read(("公文版式", "", ""))
    assert (finding.kind.code, finding.place.cell) == ("AW123", "B2")
    assert "GB/T 9704-1999" in finding.message


@pytest.mark.parametrize("item", ["印数（份）", "印数(册)", "印、数"])
def test_an_item_that_gives_the_tag_of_a_declared_one_is_that_item(item):
    settings, findings = _read((item, 5, ""), without=("印数",))
    assert findings == []
    assert settings.values["印数"] == Decimal(5)
    assert settings.places["印数"].cell == "B2"


def test_an_item_that_gives_the_tag_of_one_that_stands_further_down_is_reported():
    settings, (finding,) = _read(("印数（份）", 6, ""), ("印数", 5, ""))
    assert settings.values["印数"] == Decimal(5)
    assert (finding.kind.code, finding.place.cell) == ("AW115", "A3")


def test_a_name_to_compare_by_is_found_whatever_unseen_character_is_in_it():
    settings, _ = _read(("同分比较", "服务\x02质量高、操作技能熟练", ""))
    assert settings.tie_break == ("服务质量高", "操作技能熟练")


@pytest.mark.parametrize("item", ["发文机关标志", "印数", "主题词", "同分比较", "表彰日期"])
def test_an_item_that_may_stay_empty_is_not_asked_for(item):
    assert _read((item, "", ""))[1] == []


def test_a_formula_without_a_result_is_one_finding():
    settings, (finding,) = _read(("活动年度", NoResult("#N/A"), ""))
    assert (finding.kind.code, finding.place.cell, finding.place.column) == ("AW125", "B2", "活动年度")
    assert settings.values["活动年度"] is None


def test_an_item_whose_name_is_a_failed_formula_is_reported():
    _, (finding,) = _read((NoResult("#REF!"), "2010", ""))
    assert (finding.kind.code, finding.place.cell) == ("AW125", "A2")


def test_blank_rows_are_passed_over():
    settings, findings = _read((" ", "", ""), ("印数", 5, ""))
    assert findings == []
    assert settings.places["印数"].cell == "B3"
