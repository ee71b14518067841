"""Classes of wording that fresh texts by other hands brought in, a few of each."""

import pytest

from awardgen.writeup import MentionContext
from tests.writeup.reading import days, mentions, verdict, written


@pytest.mark.parametrize(
    "text",
    [
        "他1998年嫁到本地",
        "1979年我接父亲的班进了学校",
        "2009年8月由两个班组合并而成",
        "我是2008年来的学校",
        "他的师傅老韩则是1987年入的党",
        "操场是1987年修的煤渣跑道",
        "2008年，刚满20岁的她离开家乡，来到学校当保洁员",
        "1992年和2003年，学校两次扩建",
        "1971年，他跟着舅舅认草药",
    ],
)
def test_where_somebody_comes_from_is_background(text):
    assert {str(mention.verdict) for mention in mentions(text)} == {"background"}


@pytest.mark.parametrize(
    "text",
    [
        "2003年、2007年他两次被评为劳动模范",
        "2003年非典期间，他连续值守40天",
        "1998年长江发大水，他扛了七天沙袋",
        "2009年7月，食堂地沟堵了，他掏了三个小时",
        "2004年，他当上了市劳模",
    ],
)
def test_a_deed_of_long_ago_stays_a_deed(text):
    assert {str(mention.verdict) for mention in mentions(text)} == {"outside"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2011年5月，他获奖。9月，新食堂就要开业了。", "2011-09-01..2011-09-30"),
        ("2011年5月，他获奖。8月，他将赴北京学习。", "2011-08-01..2011-08-31"),
        ("2011年5月，他获奖。10月，他将3台设备修好了。", "2010-10-01..2010-10-31"),
        ("2011年5月，他获奖。离国庆节还有三个月", "2011-10-01..2011-10-07"),
    ],
)
def test_what_is_still_to_come_is_read_forward(text, expected):
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2010年七八月份", "2010-07-01..2010-08-31"),
        ("2010年5月10日、11日、12日，", "2010-05-10..2010-05-12"),
        ("上季度末", "2011-03-01..2011-03-31"),
        ("5月第二周他值班", "2011-05-09..2011-05-15"),
        ("2010下半年", "2010-07-01..2010-12-31"),
        ("2010年9月15，他上岗", "2010-09-15"),
        ("今年春运", "2011-01-19..2011-02-27"),
        ("2011年二月二，", "2011-03-06"),
        ("2010年11月，他带8个孩子补课。期末统考，", "2011-01-21..2011-01-31"),
        ("2010年9月13日救人。两个星期后，", "2010-09-27"),
    ],
)
def test_more_ways_to_write_a_date(text, expected):
    assert days(text) == expected


def test_the_first_half_of_another_word_opens_nothing():
    assert days("2010年10月10日起雾") == "2010-10-10"


def test_a_year_compared_is_counted_from_the_year_before_it():
    assert days("2009年开展114次，比上一年多出39次") == "2008-01-01..2008-12-31"
    assert verdict("2009年开展114次，比上一年多出39次") == "outside"


@pytest.mark.parametrize("text", ["孙女取名作“国庆”", "今日事今日毕，姑娘的事当日清"])
def test_names_and_sayings_are_no_dates(text):
    assert written(text) == []


def test_a_diary_counts_tomorrow_from_its_own_day():
    diary = "2010年9月3日，晴。新生明天来。\n2010年10月8日，晴。昨天下过雨。"
    assert [str(each.first_day) for each in mentions(diary)] == [
        "2010-09-03",
        "2010-09-04",
        "2010-10-08",
        "2010-10-07",
    ]


@pytest.mark.parametrize(
    "text", ["写明日期和责任人", "往后天天记", "种上了二月兰", "走过三月三路", "七月流火"]
)
def test_words_that_only_contain_a_day_or_a_month_are_none(text):
    assert written(text) == []


def test_a_date_behind_the_reference_is_no_plan_unless_the_text_says_so():
    assert [each.context for each in mentions("2011年9月，他抢修锅炉。")] == [None]
    assert [each.context for each in mentions("拟于2011年9月推广。")] == [MentionContext.PLAN]


def test_no_day_follows_a_month_that_is_only_background():
    assert written("杜涛，1983年1月出生。一天早上他腰痛，可他第二天又准点上班。") == ["1983年1月"]


def test_in_the_course_of_a_year_is_not_its_middle():
    found = mentions("2011年3月，三名党员转正。在这一年中，她们认真学习。")
    assert "这一年中" not in [each.text for each in found if str(each.first_day) == "2011-05-01"]


def test_what_is_over_is_no_plan():
    assert [each.context for each in mentions("谁又能想到，四年前她才开始学艺。")] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2010年10月和12月之间，食堂共接待新生三千人。", "2010-10-01..2010-12-31"),
        ("2010年10月与2011年3月间，她走访了四十户。", "2010-10-01..2011-03-31"),
        ("10月11日和19日之间，学校承办运动会。", "2010-10-11..2010-10-19"),
        ("2010年10月和12月，食堂共接待新生三千人。", "2010-12-01..2010-12-31"),
        ("2010年10月和12月间断供水。", "2010-12-01..2010-12-31"),
    ],
)
def test_what_lies_between_two_dates_is_a_range(text, expected):
    assert days(text) == expected


def test_half_a_month_is_counted_in_the_month_that_the_text_has_come_to():
    assert days("2011年3月开学。下半月，锅炉房检修了一遍。") == "2011-03-16..2011-03-31"
    assert written("每月上半月他查一遍管道，常给《科学生活》上半月刊写稿。") == []
