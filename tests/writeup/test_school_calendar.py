from datetime import date

import pytest

from awardgen.writeup import DEFAULT
from tests.writeup.reading import days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2010-2011学年第一学期", "2010-09-01..2011-01-31"),
        ("2010-2011学年", "2010-09-01..2011-07-15"),
        ("10-11学年第二学期", "2011-02-15..2011-07-15"),
        ("上学期", "2010-09-01..2011-01-31"),
        ("上学期末", "2011-01-21..2011-01-31"),
        ("本学期", "2011-02-15..2011-06-20"),
        ("本学年", "2010-09-01..2011-06-20"),
        ("开学初", "2011-02-15..2011-02-24"),
        ("秋季开学初", "2010-09-01..2010-09-10"),
        ("寒假里", "2011-01-15..2011-02-20"),
        ("迎新期间", "2010-09-01..2010-09-15"),
        ("毕业季", "2011-06-01..2011-06-30"),
    ],
)
def test_terms_and_vacations_have_default_days(text, expected):
    assert days(text) == expected


def test_a_campaign_sets_its_own_days_for_one_year_and_the_defaults_stay_for_others():
    calendar = DEFAULT.with_periods(
        [
            ("2010-2011学年第一学期", date(2010, 8, 30), date(2011, 1, 16)),
            ("寒假", date(2011, 1, 17), date(2011, 2, 13)),
        ]
    )
    assert days("上学期", calendar=calendar) == "2010-08-30..2011-01-16"
    assert days("寒假期间", calendar=calendar) == "2011-01-17..2011-02-13"
    assert days("2010年寒假", calendar=calendar) == "2010-01-15..2010-02-20"


def test_a_campaign_names_periods_of_its_own():
    calendar = DEFAULT.with_periods([("校运会", date(2010, 10, 28), date(2010, 10, 30))])
    assert days("校运会期间，她负责供水", calendar=calendar) == "2010-10-28..2010-10-30"


def test_a_period_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValueError, match="校运会"):
        DEFAULT.with_periods([("校运会", date(2010, 10, 30), date(2010, 10, 28))])
