"""What a year-less or relative mention takes from those before it, and from the reference."""

import pytest

from tests.writeup.reading import days, mentions, written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2010年10月，推出套餐；12月又开设档口", "2010-12-01..2010-12-31"),
        ("2010年11月，推出套餐；3月又开设档口", "2011-03-01..2011-03-31"),
        ("2011年5月，推出套餐；10月又开设档口", "2010-10-01..2010-10-31"),
        ("9月15日，检修", "2010-09-15"),
        ("6月，检修", "2011-06-01..2011-06-30"),
        ("29日他返校", "2011-05-29"),
        ("20日他返校", "2011-06-20"),
        ("2010年9月28日检修，30日通水", "2010-09-30"),
        ("2010年9月28日检修，3日通水", "2010-10-03"),
        ("2010年9月初报名，月底考试", "2010-09-21..2010-09-30"),
        ("2008年9月自学，翌年5月获奖", "2009-05-01..2009-05-31"),
        ("2010年11月16日巡楼，次日排查", "2010-11-17"),
        ("10月1日至7日值班，第二天", "2010-10-02"),
        ("2010年10月3日出事，两个月后康复", "2010-12-03"),
        ("去年冬天", "2010-12-01..2011-02-28"),
        ("今年", "2011-01-01..2011-06-20"),
        ("三年前", "2008-01-01..2008-12-31"),
        ("他5天前返校", "2011-06-15"),
        ("昨日我返校", "2011-06-19"),
        ("本周五", "2011-06-24"),
        ("上周末", "2011-06-18..2011-06-19"),
        ("本月中旬", "2011-06-11..2011-06-20"),
        ("上个月底", "2011-05-21..2011-05-31"),
        ("今年1月至5月完成12趟，比去年同期多", "2010-01-01..2010-05-31"),
    ],
)
def test_a_mention_is_read_in_the_light_of_those_before_it(text, expected):
    assert days(text) == expected


def test_a_background_mention_lends_its_year_to_no_one():
    assert days("她1992年7月出生。9月，新生报到") == "2010-09-01..2010-09-30"


def test_the_mention_names_its_lender():
    later = mentions("2010年11月，推出套餐；3月又开设档口")[1]
    assert later.lender == "2010年11月"
    assert "2010年11月" in later.why


@pytest.mark.parametrize("text", ["2010年9月3日报到。有一次，学生发烧，第二天才退", "次日，他来了"])
def test_the_day_after_an_undated_anecdote_is_no_mention(text):
    assert not any(each in ("第二天", "次日") for each in written(text))


@pytest.mark.parametrize("text", ["工期30日。", "工位1号，她", "1号、2号电梯", "他1990年出生，8号入学"])
def test_a_day_without_a_month_before_any_mention_is_one_only_where_a_clause_begins(text):
    assert not any(each[-1] in "日号" for each in written(text))


def test_a_plan_lies_in_the_future():
    found = mentions("今年，她打算考证，9月报名")[-1]
    assert (str(found.first_day), found.context) == ("2011-09-01", "plan")


def test_a_comparison_is_marked():
    assert mentions("用电量比2009年下降7%")[0].context == "comparison"


def test_an_earlier_honour_in_passing_is_marked():
    assert mentions("2009年，曾被评为先进个人")[0].context == "earlier_honour"
