"""Values print themselves: 2011年6月20日, 92%, whole numbers without .0 (design.md)."""

import pickle
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgen.campaign import Percent, YesNo
from awardgen.documents.blank import BLANK
from awardgen.documents.printing import number, printable


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2011, 6, 20), "2011年6月20日"),
        (date(2010, 11, 1), "2010年11月1日"),
        (Percent(Decimal("0.92")), "92%"),
        (Percent(Decimal("0.925")), "92.5%"),
        (Percent(Decimal(1)), "100%"),
        (Percent(Decimal(0)), "0%"),
        (Decimal("3.0"), "3"),
        (Decimal(100), "100"),
        (Decimal("1E+2"), "100"),
        (Decimal("88.50"), "88.5"),
        (Decimal("0.05"), "0.05"),
        (Decimal("1E-9"), "0.000000001"),
        (YesNo("是"), "是"),
        (YesNo("无"), "无"),
        ("A & B < C", "A & B < C"),
    ],
)
def test_values_print_themselves(printed, value, text):
    assert printed("{{ 值 }}", {"值": printable(value)}) == text


def test_line_breaks_print_as_line_breaks(printed):
    assert printed("{{ 值 }}", {"值": printable("第一行\n第二行")}) == "第一行\n第二行"


@pytest.mark.parametrize("value", [None, ""])
def test_an_empty_cell_is_blank(value):
    assert printable(value) is BLANK


@pytest.mark.parametrize(("cell", "holds"), [("是", True), ("有", True), ("否", False), ("无", False)])
def test_no_is_false_in_a_condition(printed, cell, holds):
    text = printed("{% if 值 %}真{% else %}假{% endif %}", {"值": printable(YesNo(cell))})
    assert text == ("真" if holds else "假")


def test_a_printed_value_still_computes():
    assert printable(date(2011, 6, 20)) > date(2011, 6, 1)
    assert printable(Percent(Decimal("0.92"))) >= Decimal("0.85")
    assert printable(Decimal("88.5")) + printable(Decimal(1)) == Decimal("89.5")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12))
def test_a_number_prints_as_it_is_and_never_in_powers_of_ten(value):
    text = str(number(value))
    assert Decimal(text) == value
    assert "E" not in text
    assert not text.endswith(".0")


@pytest.mark.parametrize(
    "value", [Percent(Decimal("0.925")), date(2011, 6, 20), Decimal("1E-9"), Decimal("88.50"), YesNo("否")]
)
def test_a_value_that_is_sent_to_another_process_is_the_same(value):
    shown = printable(value)
    sent = pickle.loads(pickle.dumps(shown))  # noqa: S301 - its own
    assert (type(sent), str(sent), sent, bool(sent)) == (type(shown), str(shown), shown, bool(shown))


def test_blank_stays_the_one_blank_in_another_process():
    assert pickle.loads(pickle.dumps(BLANK)) is BLANK  # noqa: S301
