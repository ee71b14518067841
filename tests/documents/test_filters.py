"""The filters that staff write after a | (design.md)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgen.campaign import Percent
from awardgen.documents.blank import BLANK
from awardgen.documents.filters import FILTERS, chinese_number, two_places
from awardgen.documents.printing import printable

DAY = date(2010, 9, 15)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (DAY, "二○一○年九月十五日"),
        (date(2011, 12, 31), "二○一一年十二月三十一日"),
        (date(2000, 10, 10), "二○○○年十月十日"),
        (date(2019, 1, 20), "二○一九年一月二十日"),
        (date(2020, 11, 21), "二○二○年十一月二十一日"),
    ],
)
def test_a_date_in_chinese_numerals_writes_nothing_as_a_ring(filled, day, text):
    assert filled("{{ 日期|汉字日期 }}", 日期=printable(day)) == text


@pytest.mark.parametrize(
    ("name", "text"), [("年月日", "2010年9月5日"), ("年月", "2010年9月"), ("月日", "9月5日")]
)
def test_a_date_in_figures_has_no_leading_zeros(filled, name, text):
    assert filled(f"{{{{ 日期|{name} }}}}", 日期=printable(date(2010, 9, 5))) == text


@pytest.mark.parametrize("name", ["汉字日期", "年月日", "年月", "月日", "百分比", "两位", "中文数字", "顿号"])
def test_what_a_filter_is_not_for_passes_as_it_is(filled, name):
    assert filled(f"{{{{ 值|{name} }}}}", 值="九月中旬") == "九月中旬"


@pytest.mark.parametrize(
    ("share", "text"),
    [(Decimal("0.92"), "92%"), (0.1, "10%"), (1, "100%"), (printable(Percent(Decimal("0.855"))), "85.5%")],
)
def test_a_share_as_percent(filled, share, text):
    assert filled("{{ 值|百分比 }}", 值=share) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(88, "88.00"), (Decimal("88.5"), "88.50"), (Decimal("0.125"), "0.13"), (2.675, "2.68"), (True, "True")],
)
def test_two_decimals_half_up(filled, value, text):
    assert filled("{{ 值|两位 }}", 值=value) == text


@given(st.decimals(-1000, 1000, places=3))
def test_two_decimals_are_two(value):
    assert len(two_places(value).partition(".")[2]) == 2


def test_a_list_is_joined_by_enumeration_commas(filled):
    people = [{"姓名": "丁一"}, {"姓名": BLANK}, {"姓名": "于海"}]
    assert filled("{{ 人|map(attribute='姓名')|顿号 }}", 人=people) == "丁一、于海"
    assert filled("{{ 人|顿号 }}", 人=[]) == ""


def test_quotes_stand_around_a_value_or_each_item(filled):
    assert filled("{{ 值|引号 }}", 值="优质服务示范岗") == "“优质服务示范岗”"
    assert filled("{{ 值|引号|顿号 }}", 值=["甲", BLANK, "乙"]) == "“甲”、“乙”"
    assert filled("{{ 值|引号 }}", 值={"名": "甲"}).startswith("“")


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (0, "零"),
        (3, "三"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (21, "二十一"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (2500, "二千五百"),
        (9999, "九千九百九十九"),
    ],
)
def test_a_number_in_chinese_numerals(filled, figure, text):
    assert filled("{{ 值|中文数字 }}", 值=printable(Decimal(figure))) == text


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_different_numbers_read_differently(one, other):
    assert (chinese_number(one) == chinese_number(other)) == (one == other)


@pytest.mark.parametrize("value", [-1, 10000, Decimal("2.5"), True])
def test_a_number_that_cannot_be_read_so_stays(value):
    assert chinese_number(value) is value


def test_each_line_becomes_a_paragraph(printed):
    assert printed("{{ 值|分段 }}", {"值": "第一段\n\n 　\n第二段"}) == "第一段\n第二段"
    assert printed("{{ 值|分段 }}", {"值": 3}) == "3"


def test_jinjas_own_filters_are_there_too(filled):
    assert filled("{{ 值|length }}", 值=[1, 2]) == "2"


def test_the_names_are_those_of_the_manual():
    named = {"汉字日期", "年月日", "年月", "百分比", "两位", "顿号", "引号", "中文数字", "分段"}
    assert set(FILTERS) >= named
