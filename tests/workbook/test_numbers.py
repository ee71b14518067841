import math
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgen.campaign import Percent, YesNo
from awardgen.workbook.numbers import (
    choice_reader,
    read_number,
    read_percent,
    read_score,
    read_whole,
    yes_no_reader,
)
from awardgen.workbook.unreadable import Unreadable


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (4.5, "4.5"),
        (4, "4"),
        (4.0, "4"),
        ("4.5", "4.5"),
        ("４．５", "4.5"),
        (" 4 ", "4"),
        ("-1", "-1"),
        ("4.0", "4"),
    ],
)
def test_numbers(cell, number):
    assert str(read_number(cell)) == number


@pytest.mark.parametrize(
    "cell",
    ["5分", "1,500", "1e5", "十", ".", "4.", "--1", "1" * 5000, True, date(2010, 9, 1), math.nan, math.inf],
)
def test_what_is_no_number(cell):
    with pytest.raises(Unreadable) as refused:
        read_number(cell)
    assert refused.value.kind.code == "AW107"


def test_a_score_that_is_no_number_has_a_code_of_its_own():
    with pytest.raises(Unreadable) as refused:
        read_score("优")
    assert refused.value.kind.code == "AW302"


@pytest.mark.parametrize("cell", [-1, 1.5, "-3", "2.5"])
def test_a_count_is_whole_and_not_negative(cell):
    with pytest.raises(Unreadable) as refused:
        read_whole(cell)
    assert refused.value.kind.code == "AW119"


@pytest.mark.parametrize("cell", [0, "0", "０"])
def test_a_count_may_not_be_below_the_least_that_is_allowed(cell):
    assert read_whole(cell) == 0
    with pytest.raises(Unreadable) as refused:
        read_whole(cell, least=1)
    assert refused.value.kind.code == "AW119"
    assert read_whole(1, least=1) == 1


@pytest.mark.parametrize("cell", [0.92, "0.92", "92%", "９２％", "92 %", 92, "92", "92.0%"])
def test_ninety_two_percent_however_written(cell):
    assert read_percent(cell) == Percent(Decimal("0.92"))


@pytest.mark.parametrize(
    ("cell", "share"), [(1, "1"), ("1%", "0.01"), (0, "0"), (100, "1"), ("0.5%", "0.005"), (1.5, "0.015")]
)
def test_up_to_one_is_a_share_and_above_it_percent(cell, share):
    assert read_percent(cell).fraction == Decimal(share)


@pytest.mark.parametrize("cell", ["百分之九十二", "很高", -0.1, 101, "120%", True, "92%%", date(2010, 9, 1)])
def test_what_is_no_percentage(cell):
    with pytest.raises(Unreadable) as refused:
        read_percent(cell)
    assert refused.value.kind.code == "AW109"


@given(st.decimals(0, 1, places=4))
def test_a_percentage_reads_back_as_it_prints(share):
    assert read_percent(str(Percent(share))) == Percent(share)


def test_a_choice_is_read_whatever_its_width_and_case():
    read = choice_reader(("GB/T 9704-1999",))
    assert read("ｇｂ/t9704－1999") == "GB/T 9704-1999"
    with pytest.raises(Unreadable, match="GB/T 9704-1999"):
        read("1999")


def test_no_is_false_and_yes_is_true():
    read = yes_no_reader(("是", "否"))
    assert read("是 ") == YesNo("是")
    assert read(True) == "是"  # noqa: FBT003 - Excel's own TRUE
    assert not read("否")
    with pytest.raises(Unreadable):
        read("无")


@pytest.mark.parametrize(
    ("cell", "choices", "said"),
    [
        ("没有", ("有", "无"), "无"),
        ("否", ("有", "无"), "无"),
        (0, ("有", "无"), "无"),
        ("无。", ("有", "无"), "无"),
        (1, ("有", "无"), "有"),
        ("√", ("是", "否"), "是"),
        (True, ("是", "否"), "是"),
        ("Ｙ", ("是", "否"), "是"),
        ("×", ("是", "否"), "否"),
        (0.0, ("是", "否"), "否"),
    ],
)
def test_yes_and_no_are_understood_however_they_are_said(cell, choices, said):
    assert yes_no_reader(choices)(cell) == said


@pytest.mark.parametrize("mark", ["√", "×", "/", "—", "轻微"])
def test_a_mark_that_may_mean_either_is_no_answer_about_an_accident(mark):
    with pytest.raises(Unreadable):
        yes_no_reader(("有", "无"))(mark)


def test_the_apostrophe_of_a_number_kept_as_text_is_none_of_it():
    assert read_number("'8") == 8
    assert read_percent("’92％") == Percent(Decimal("0.92"))
