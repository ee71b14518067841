from datetime import datetime, time, timedelta
from decimal import Decimal

import pytest

from awardgen.workbook.cells import (
    clean,
    column_letters,
    normal,
    number_of,
    squeeze,
    text_of,
    without_unprintable,
)


def test_line_breaks_become_line_feeds_and_the_ends_lose_their_white_space():
    assert clean(" \u3000一\r\n二\r三\n\xa0\n") == "一\n二\n三"


def test_control_characters_at_the_ends_are_not_taken_for_white_space():
    assert clean(" \x0b\x1c文\x1f ") == "\x0b\x1c文\x1f"


def test_width_and_white_space_make_no_difference_in_comparison():
    assert squeeze(" 岗位 \n名称（Ａ）") == squeeze("岗位名称(A)")


@pytest.mark.parametrize(
    "typed", ["SF\x02-003", "\x02 SF-003", "ＳＦ－００３\x1f", "SF-003\uffff", "ＳＦ\x07-003\u3000"]
)
def test_a_number_is_compared_without_what_nobody_sees(typed):
    assert normal(typed) == "SF-003"


def test_a_name_is_compared_as_typed_but_for_what_xml_cannot_hold():
    assert without_unprintable("高志\x02远") == "高志远"
    assert without_unprintable("Ａ 组") == "Ａ 组"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("文", "文"),
        (1, "1"),
        (1.5, "1.5"),
        (3.0, "3"),
        (True, "是"),
        (datetime(2010, 9, 5), "2010年9月5日"),  # noqa: DTZ001 - workbooks know no time zone
        (datetime(2010, 9, 5, 8, 30), "2010年9月5日 08:30"),  # noqa: DTZ001 - likewise
        (time(8, 5), "08:05"),
        (timedelta(hours=36, minutes=5), "36:05"),
    ],
)
def test_a_cell_has_the_text_that_prints(cell, text):
    assert text_of(cell) == text


@pytest.mark.parametrize(
    ("cell", "number"),
    [(4.5, "4.5"), (92.10, "92.1"), (0.1 + 0.2, "0.3"), (100.0, "100"), (10**15, "1000000000000000")],
)
def test_a_number_is_exact_as_it_was_typed(cell, number):
    assert str(number_of(cell)) == number
    assert number_of(cell) == Decimal(number)


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_lettered_as_in_excel(index, letters):
    assert column_letters(index) == letters
