import contextlib
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgen.workbook.dates import read_date, read_printed_period
from awardgen.workbook.unreadable import Unreadable

CHINESE = "○一二三四五六七八九"


@pytest.mark.parametrize(
    "cell",
    [
        datetime(2010, 9, 15),  # noqa: DTZ001 - workbooks know no time zone
        datetime(2010, 9, 15, 13, 30),  # noqa: DTZ001 - likewise
        date(2010, 9, 15),
        "2010-9-15",
        "20100915",
        20100915,
        "2010年9月15",
        "2010–9–15",
        "'2010-9-15",
        "2010-09-15",
        "2010/9/15",
        "2010.9.15",
        "2010年9月15日",
        "2010年9月15号",
        "2010年09月15日",
        "二○一○年九月十五日",
        "二〇一〇年九月十五日",
        "二零一零年九月十五日",
        "二Ｏ一Ｏ年九月十五日",
        "２０１０年９月１５日",
        "２０１０－９－１５",
        " 2010 年 9 月\n15 日 ",
        "2010-09-15 00:00:00",
        "2010-9-15 8:30",
    ],
)
def test_the_fifteenth_of_september_however_written(cell):
    assert read_date(cell) == date(2010, 9, 15)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("十日", 10),
        ("一日", 1),
        ("十九日", 19),
        ("二十日", 20),
        ("二十一日", 21),
        ("三十日", 30),
        ("三十一日", 31),
    ],
)
def test_chinese_days(text, day):
    assert read_date(f"二○一○年十月{text}") == date(2010, 10, day)


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        (2010.1, "2010.10"),
        (2010, "2010.10"),
        (40436, "常规"),
        (20101345, "不存在"),
        (True, "数字"),
        (time(8, 0), "数字"),
        (timedelta(hours=30), "数字"),
        ("2010091", "不是能识别的日期"),
        ("2010.10", "没有日"),
        ("2010年9月", "没有日"),
        ("2011年2月30日", "不存在"),
        ("2011-13-1", "不存在"),
        ("二○一一年二月三十日", "不存在"),
        ("二○一一年十十月三日", "不存在"),
        ("0210-9-15", "年份"),
        ("2010-9.15", "不是能识别的日期"),
        ("10年9月15日", "不是能识别的日期"),
        ("九月十五日", "不是能识别的日期"),
        (datetime(1905, 7, 2), "1905年7月2日，年份不在1949至2099之间"),  # noqa: DTZ001 - 2010 formatted as a date
        (date(2100, 1, 1), "年份"),
        ("1905-7-2", "年份"),
        ("待定", "不是能识别的日期"),
    ],
)
def test_what_is_no_day_says_why(cell, why):
    with pytest.raises(Unreadable) as refused:
        read_date(cell)
    assert refused.value.kind.code == "AW108"
    assert why in refused.value.reason


@pytest.mark.parametrize("text", ["2010年10月—2011年5月", "2010.10", "10月", "2010"])
def test_a_printed_period_is_any_text(text):
    assert read_printed_period(text) == text


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        (2010.1, "是数字2010.1，不是文字：键入2010.10，Excel会存成2010.1"),
        (2010, "是数字2010"),
        (datetime(2010, 10, 1), "改成了日期2010年10月1日"),  # noqa: DTZ001 - 2010年10月 as Excel takes it
    ],
)
def test_a_printed_period_that_excel_has_changed_says_why_and_what_helps(cell, why):
    with pytest.raises(Unreadable) as refused:
        read_printed_period(cell)
    assert refused.value.kind.code == "AW108"
    assert why in refused.value.reason
    assert "文本" in refused.value.hint


@given(st.dates(date(1949, 1, 1), date(2099, 12, 31)))
def test_a_date_reads_back_from_every_way_of_writing_it(day):
    year = "".join(CHINESE[int(digit)] for digit in str(day.year))
    for text in (
        f"{day.year}-{day.month}-{day.day}",
        f"{day:%Y/%m/%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{year}年{_chinese(day.month)}月{_chinese(day.day)}日",
    ):
        assert read_date(text) == day


def _chinese(number):
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{CHINESE[tens]}十") + (
        CHINESE[ones] if ones else ""
    )


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_unreadable(text):
    with contextlib.suppress(Unreadable):
        assert isinstance(read_date(text), date)
