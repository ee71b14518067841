"""Any value that a cell can hold goes in and comes back; one that it cannot hold is refused, never bent."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awardgen.sheet_editing import EditRefusedError, UnstorableValueError
from awardgen.sheet_editing.values import decoded
from tests.sheet_editing.books import book, by_calamine, by_openpyxl, edited

TEXTS = st.lists(
    st.one_of(
        st.text(
            st.characters(min_codepoint=32, exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"),
            max_size=8,
        ),
        st.sampled_from(
            ["_x0007_", "_x005F_", "x0041_", "_", "=1+1", "+", "-", "@a", " ", "\n", "\t", "<&>\"'", "\x85"]
        ),
    ),
    min_size=1,
    max_size=6,
).map("".join)
NUMBERS = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent),
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.integers(-30, 30),
)


@settings(deadline=None)
@given(TEXTS.filter(bool))
def test_any_text_comes_back(text):
    data = edited(book(), (2, 2, text))
    assert by_calamine(data)[1][1] == text
    assert decoded(by_openpyxl(data)["B2"]) == text  # openpyxl leaves Excel's escapes to its callers


@settings(deadline=None)
@given(NUMBERS)
def test_any_number_of_15_digits_comes_back(number):
    data = edited(book(), (1, 1, number))
    assert Decimal(repr(by_calamine(data)[0][0])) == number
    assert Decimal(repr(by_openpyxl(data)["A1"])) == number


@pytest.mark.parametrize(("is_1904", "first"), [("0", date(1900, 3, 1)), ("1", date(1904, 1, 2))])
def test_any_day_comes_back(is_1904, first):
    data = book(workbook=f'<workbookPr date1904="{is_1904}"/>')

    @settings(deadline=None)
    @given(st.dates(min_value=first))
    def comes_back(day):
        after = edited(data, (1, 1, day))
        assert by_calamine(after) == [[day]]
        assert by_openpyxl(after)["A1"].date() == day

    comes_back()


@given(st.datetimes(min_value=datetime(1900, 3, 1), max_value=datetime(2199, 12, 31)))  # noqa: DTZ001
@settings(deadline=None)
def test_a_moment_comes_back_to_the_second(moment):
    moment = moment.replace(microsecond=0)
    found = by_openpyxl(edited(book(), (1, 1, moment)))["A1"]
    assert found == moment


@pytest.mark.parametrize("text", ["a\r\nb", "a\rb", "a\nb"])
def test_a_line_break_is_excels_own_however_it_came(text):
    data = edited(book(), (1, 1, text))
    assert (by_calamine(data), by_openpyxl(data)) == ([["a\nb"]], {"A1": "a\nb"})


@pytest.mark.parametrize("empty", [None, ""])
def test_nothing_empties_a_cell_and_its_style_stays(empty):
    data = book('<row r="1"><c r="A1" s="2" t="inlineStr"><is><t>甲</t></is></c><c r="B1"><v>1</v></c></row>')
    after = edited(data, (1, 1, empty))
    assert by_openpyxl(after) == {"B1": 1}
    assert edited(after, (1, 1, empty)) is after
    assert edited(data, (7, 7, empty)) is data


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("甲\x07", "第2个字符是控制字符（U\\+0007）"),
        ("\ud800", "U\\+D800"),
        ("\uffff", "U\\+FFFF"),
        ("字" * 32_768, "32767"),
        ("𠮷" * 16_384, "32767"),
        (1234567890123456, "15位"),
        (Decimal(1) / 3, "15位"),
        (Decimal("NaN"), "不是数字"),
        (Decimal("-Infinity"), "不是数字"),
        (Decimal("1e308"), "太大或太小"),
        (Decimal("1e-308"), "太大或太小"),
        (date(1900, 2, 28), "1900年3月1日以前"),
        (date(1, 1, 1), "1900年3月1日以前"),
    ],
    ids=str,
)
def test_what_no_cell_holds_is_refused_with_its_place(value, said):
    with pytest.raises(UnstorableValueError, match=said) as caught:
        edited(book(), (3, 2, value))
    assert "工作表“表”B3" in caught.value.message
    assert (caught.value.spot.sheet, caught.value.spot.row, caught.value.spot.column) == ("表", 3, 2)
    assert isinstance(caught.value, EditRefusedError)


def test_trailing_zeros_are_no_digits():
    numbers = Decimal(1234567890123450000), Decimal("0.1000000000000000"), Decimal("-0.0")
    data = edited(book(), *((1, column, number) for column, number in enumerate(numbers, 1)))
    assert by_openpyxl(data) == {"A1": 1234567890123450000, "B1": 0.1, "C1": 0}


@pytest.mark.parametrize("value", [True, 0.1, b"a", datetime(2010, 9, 1, tzinfo=UTC)], ids=str)
def test_what_is_no_value_is_the_callers_mistake(value):
    with pytest.raises(TypeError):
        edited(book(), (1, 1, value))


@pytest.mark.parametrize("place", [(0, 1), (1, 0), (1_048_577, 1), (1, 16_385)])
def test_a_place_outside_the_sheet_is_the_callers_mistake(place):
    with pytest.raises(IndexError):
        edited(book(), (*place, "甲"))
