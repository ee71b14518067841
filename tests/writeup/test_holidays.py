import pytest

from tests.writeup.reading import days, written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国庆期间", "2010-10-01..2010-10-07"),
        ("“十一”期间", "2010-10-01..2010-10-07"),
        ("春节期间", "2011-02-02..2011-02-08"),
        ("元旦放假", "2011-01-01..2011-01-03"),
        ("清明小长假", "2011-04-03..2011-04-05"),
        ("端午节放假", "2011-06-04..2011-06-06"),
        ("2022年“五一”期间", "2022-04-30..2022-05-04"),
        ("2003年国庆期间", "2003-10-01..2003-10-03"),
        ("2030年端午节", "2030-06-05"),
    ],
)
def test_a_statutory_holiday_is_its_arranged_break_else_the_days_of_the_law(text, expected):
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("除夕那天", "2011-02-02"),
        ("大年初一", "2011-02-03"),
        ("正月十五", "2011-02-17"),
        ("腊月二十三", "2011-01-26"),
        ("中秋节当天", "2010-09-22"),
        ("元旦前夕", "2010-12-31"),
        ("冬至那天", "2010-12-22"),
        ("三八妇女节", "2011-03-08"),
        ("母亲节", "2011-05-08"),
        ("3月12日植树节", "2011-03-12"),
        ("9月22日是中秋节", "2010-09-22"),
        ("重阳节", "2010-10-16"),
    ],
)
def test_a_day_is_one_day(text, expected):
    assert days(text) == expected
    assert len(written(text)) == 1
