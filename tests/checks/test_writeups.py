from datetime import date
from decimal import Decimal

import pytest

from awardgen.campaign import CalendarPeriod
from awardgen.checks.writeups import (
    deeds_lie_in_the_window,
    length_is_about_right,
    write_up_tells_a_deed_in_the_window,
)
from awardgen.finding import Severity
from tests.builders import SETTINGS_FILE, application, case, record, settings


def of_length(characters, **told):
    return case(application("BB-1", 主要事迹="好" * characters, row=4), settings=settings(**told))


@pytest.mark.parametrize("characters", [1050, 1500, 1650])
def test_about_1500_characters_are_right(found, characters):
    """字数上浮 10 %, 字数下浮 30 %: the limits themselves are within."""
    assert found(length_is_about_right, of_length(characters)) == []


def test_more_are_an_error_at_the_cell():
    (finding,) = length_is_about_right(of_length(1651))
    assert (finding.kind.code, finding.severity) == ("AW202", Severity.ERROR)
    assert (finding.place.cell, finding.applicant, finding.excerpt) == ("E4", "BB-1", "1651字")
    assert "1650字" in finding.message


def test_fewer_are_a_warning_at_the_cell():
    (finding,) = length_is_about_right(of_length(1049))
    assert (finding.kind.code, finding.severity) == ("AW203", Severity.WARNING)
    assert (finding.place.cell, finding.applicant, finding.excerpt) == ("E4", "BB-1", "1049字")


def test_the_limits_are_the_settings(found):
    limits = {"write_up_length": 10, "length_above": Decimal(0), "length_below": Decimal("0.5")}
    assert found(length_is_about_right, of_length(5, **limits)) == []
    assert found(length_is_about_right, of_length(10, **limits)) == []
    assert len(found(length_is_about_right, of_length(11, **limits))) == 1
    assert len(found(length_is_about_right, of_length(4, **limits))) == 1


def test_where_a_write_up_stands_elsewhere_the_summary_is_not_counted(found):
    both = application("BB-1", 主要事迹="摘要。", 事迹材料="好" * 1500)
    assert found(length_is_about_right, case(both)) == []


def test_without_a_write_up_there_is_nothing_to_count_or_read(found):
    nothing = case(application(主要事迹=None))
    assert found(length_is_about_right, nothing) == []
    assert found(deeds_lie_in_the_window, nothing) == []


@pytest.mark.parametrize("mention", ["2010年9月", "2011.6.30", "2010-9-1", "2010年9月至2011年6月", "今年3月"])
def test_deeds_in_the_window_are_right(found, mention):
    assert found(deeds_lie_in_the_window, case(application(主要事迹=f"他{mention}抢修。"))) == []


@pytest.mark.parametrize(
    ("mention", "first_day", "last_day"),
    [
        ("2010年8月", date(2010, 8, 1), date(2010, 8, 31)),
        ("2011-7-1", date(2011, 7, 1), date(2011, 7, 1)),
        ("2009.9.15", date(2009, 9, 15), date(2009, 9, 15)),
    ],
)
def test_a_deed_outside_is_an_error_where_it_stands(mention, first_day, last_day):
    (finding,) = deeds_lie_in_the_window(case(application("BB-1", 主要事迹=f"他{mention}抢修。", row=3)))
    assert (finding.kind.code, finding.severity) == ("AW204", Severity.ERROR)
    assert (finding.place.cell, finding.applicant, finding.excerpt) == ("E3", "BB-1", mention)
    assert (finding.start, finding.end) == (1, 1 + len(mention))
    assert (finding.first_day, finding.last_day) == (first_day, last_day)


def test_early_and_late_are_told_apart():
    early, late = deeds_lie_in_the_window(case(application(主要事迹="2010年8月，又2011年7月。")))
    assert "早于" in early.message
    assert "晚于" in late.message


def test_a_deed_that_straddles_the_window_is_a_warning():
    (finding,) = deeds_lie_in_the_window(case(application(主要事迹="2010年8月至10月整修管网。")))
    assert (finding.kind.code, finding.severity) == ("AW205", Severity.WARNING)
    assert (finding.first_day, finding.last_day) == (date(2010, 8, 1), date(2010, 10, 31))


def test_dates_are_read_in_the_write_up_and_in_a_summary():
    both = application(主要事迹="2009年获奖。", 事迹材料="2009年5月，2009年6月。", row=2)
    findings = list(deeds_lie_in_the_window(case(both)))
    assert [each.place.cell for each in findings] == ["F2", "F2", "E2"]
    summary = application(主要事迹="2009年5月获奖。", 事迹材料="抢修。", row=2)
    (finding,) = deeds_lie_in_the_window(case(summary))
    assert finding.place.cell == "E2"


def test_without_a_window_there_is_nothing_to_say(found):
    anywhere = case(application(主要事迹="1999年9月。"), settings=settings(window=None))
    assert found(deeds_lie_in_the_window, anywhere) == []


def test_without_a_reference_day_the_windows_last_serves(found):
    assert found(deeds_lie_in_the_window, case(application(), settings=settings(reference=None))) == []


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("客流比2009年同期增加两成。", "作比较"),
        ("计划于2011年9月推广这一做法。", "今后的打算"),
        ("曾获2008年度先进个人。", "以前的荣誉"),
    ],
)
def test_what_is_only_mentioned_in_passing_is_a_warning_that_says_so(text, context):
    (finding,) = deeds_lie_in_the_window(case(application(主要事迹=text)))
    assert (finding.kind.code, finding.severity) == ("AW204", Severity.WARNING)
    assert context in finding.hint


def test_background_is_an_info_that_names_its_rule():
    (finding,) = deeds_lie_in_the_window(case(application(主要事迹="他2005年参加工作，在食堂当厨师。")))
    assert (finding.kind.code, finding.severity) == ("AW206", Severity.INFO)
    assert "参加工作" in finding.message


def test_a_mention_without_its_year_is_told_as_it_was_read():
    (finding,) = deeds_lie_in_the_window(case(application(主要事迹="去年8月，他抢修锅炉。")))
    assert "“去年8月”（读作2010年8月1日至2010年8月31日）早于事迹起始日期2010年9月1日。" in finding.message


def test_a_write_up_that_dates_no_deed_into_the_window_is_a_warning():
    (finding,) = write_up_tells_a_deed_in_the_window(
        case(application("BB-1", 主要事迹="他热爱本职。", row=4))
    )
    assert (finding.kind.code, finding.severity) == ("AW207", Severity.WARNING)
    assert (finding.place.cell, finding.applicant) == ("E4", "BB-1")


def test_one_deed_in_the_window_is_enough(found):
    told = application(主要事迹="2009年入党。2010年10月，他抢修锅炉。")
    assert found(write_up_tells_a_deed_in_the_window, case(told)) == []


def test_the_schools_own_calendar_is_read(found):
    """校历 says when this year's 寒假 is; without it the usual days hold."""
    text = application(主要事迹="2011年寒假，他抢修锅炉。")
    late = CalendarPeriod(record("校历", 2, SETTINGS_FILE), "寒假", date(2011, 7, 1), date(2011, 7, 20))
    assert found(deeds_lie_in_the_window, case(text)) == []
    assert len(found(deeds_lie_in_the_window, case(text, periods=(late,)))) == 1
