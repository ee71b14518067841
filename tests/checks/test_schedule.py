"""The order of events: the phases of 实施步骤, the notice, the window of the deeds."""

from datetime import date

import pytest

from awardgen.campaign import Phase, Window
from awardgen.checks.schedule import (
    notice_is_dated_before_it_is_printed,
    phases_follow_one_another,
    phases_start_with_the_notice,
    printed_time_suits_the_days,
    window_suits_the_phases,
)
from awardgen.finding import Place, Severity
from tests.builders import case, record, settings


def phase(name, first, last, printed=None, row=2):
    cells = record("实施步骤", row, 步骤=name, 印出时间=printed, 开始日期=first, 结束日期=last)
    return Phase(cells, name)


def day(text):
    return date.fromisoformat(text)


CALL = phase("宣传发动", day("2010-09-01"), day("2010-09-30"), "2010年9月1日—9月30日", 2)
WORK = phase("全面创建", day("2010-10-01"), day("2011-05-31"), "2010年10月—2011年5月", 3)
JUDGE = phase("考核验收", day("2011-06-01"), day("2011-06-30"), "2011年6月", 4)
SOURCE = (CALL, WORK, JUDGE)


def dated(**days):
    places = {
        name: Place("data/活动设置.xlsx", "基本信息", f"B{row}", name) for row, name in enumerate(days, 2)
    }
    return settings(values=days, places=places)


@pytest.mark.parametrize(
    "rule", [printed_time_suits_the_days, phases_follow_one_another], ids=lambda rule: rule.__name__
)
def test_the_sources_phases_follow_one_another(found, rule):
    assert found(rule, case(phases=SOURCE)) == []


@pytest.mark.parametrize(
    ("printed", "first", "last", "cell"),
    [
        ("2010年9月1日—9月30日", "2010-09-01", "2010-10-15", "D2"),
        ("2010年9月1日—9月30日", "2010-09-06", "2010-09-30", "C2"),
        ("2010年10月—2011年5月", "2010-11-01", "2011-05-31", "C2"),
        ("2011年6月", "2011-06-10", "2011-06-25", None),
        ("9月1日—30日", "2012-09-01", "2012-09-30", None),
        ("2010.9.1-2010.9.30", "2010-09-01", "2010-09-30", None),
        ("2010年9月中旬", "2010-09-13", "2010-09-17", None),
        ("2011年五一前", "2011-04-20", "2011-04-29", None),
        ("即日起至2010年9月30日", "2010-09-15", "2010-09-30", None),
    ],
)
def test_the_printed_time_is_that_of_the_days(found, printed, first, last, cell):
    phases = (phase("步骤", day(first), day(last), printed),)
    assert [each[1] for each in found(printed_time_suits_the_days, case(phases=phases))] == (
        [cell] if cell else []
    )


@pytest.mark.parametrize(
    ("name", "first", "last", "code", "severity"),
    [
        ("全面创建", "2010-09-20", "2011-05-31", "AW433", "warning"),
        ("中期检查", "2010-09-20", "2010-09-25", "AW433", "info"),
        ("全面创建", "2010-11-01", "2011-05-31", "AW434", "warning"),
        ("总结表彰", "2010-11-01", "2010-11-01", "AW434", "info"),
        ("全面创建", "2010-08-01", "2010-08-20", "AW435", "warning"),
    ],
)
def test_phases_that_overlap_or_leave_a_gap(name, first, last, code, severity):
    faulty = case(phases=(CALL, phase(name, day(first), day(last), row=3)))
    (finding,) = phases_follow_one_another(faulty)
    assert (finding.kind.code, finding.severity.value, finding.place.cell) == (code, severity, "C3")


@pytest.mark.parametrize("first", ["2010-10-01", "2010-10-08"])
def test_a_gap_of_days_off_is_none(found, first):
    """The first week of October is the national holiday."""
    phases = (CALL, phase("全面创建", day(first), day("2011-05-31"), row=3))
    assert found(phases_follow_one_another, case(phases=phases)) == []


def test_a_time_that_names_no_days_may_miss_its_neighbour_by_some():
    apply = phase("申报", day("2012-02-20"), day("2012-03-15"), "2012年2月20日—3月15日")
    judge = phase("评审", day("2012-03-21"), day("2012-03-31"), "2012年3月下旬", 3)
    assert list(phases_follow_one_another(case(phases=(apply, judge)))) == []


def test_a_phase_that_contradicts_itself_is_not_compared_with_others(found):
    """With 2010-09-30 mistyped as 2011-09-30 the first phase would overlap all others."""
    phases = (phase("宣传发动", day("2010-09-01"), day("2011-09-30"), "2010年9月1日—9月30日"), WORK, JUDGE)
    wrong = case(phases=phases, settings=dated(成文日期=day("2010-09-15")))
    assert [each[1] for each in found(printed_time_suits_the_days, wrong)] == ["D2"]
    for rule in (phases_follow_one_another, phases_start_with_the_notice, window_suits_the_phases):
        assert found(rule, wrong) == []


def test_a_campaign_that_starts_before_its_notice_is_worth_knowing():
    (finding,) = phases_start_with_the_notice(case(phases=SOURCE, settings=dated(成文日期=day("2010-09-15"))))
    assert (finding.severity, finding.place.cell) == (Severity.INFO, "C2")


def test_a_phase_that_is_over_before_the_notice_is_a_warning():
    (finding,) = phases_start_with_the_notice(case(phases=SOURCE, settings=dated(成文日期=day("2010-10-15"))))
    assert (finding.severity, finding.place.column) == (Severity.WARNING, "成文日期")


@pytest.mark.parametrize(
    ("first", "last", "severity"),
    [
        ("2010-10-01", "2011-05-31", None),
        ("2010-09-01", "2011-06-30", "info"),
        ("2010-09-01", "2011-09-30", "warning"),
        ("2010-09-01", "2011-03-31", "warning"),
        ("2010-12-01", "2011-05-31", "warning"),
        ("2010-03-01", "2011-05-31", "warning"),
        ("2009-09-01", "2010-06-30", "warning"),
    ],
)
def test_the_window_suits_the_phase_of_the_deeds(first, last, severity):
    given = settings(window=Window(day(first), day(last)))
    findings = list(window_suits_the_phases(case(phases=SOURCE, settings=given)))
    assert [each.severity.value for each in findings] == ([severity] if severity else [])


def test_where_last_years_deeds_are_judged_the_window_is_over(found):
    phases = (
        phase("申报推荐", day("2012-03-01"), day("2012-03-15")),
        phase("评审", day("2012-03-16"), day("2012-03-30")),
    )
    given = settings(window=Window(day("2011-01-01"), day("2011-12-31")))
    assert found(window_suits_the_phases, case(phases=phases, settings=given)) == []


@pytest.mark.parametrize(("dated_on", "count"), [("2010-09-21", 0), ("2010-09-22", 1)])
def test_a_notice_is_dated_before_it_is_printed(found, dated_on, count):
    given = dated(成文日期=day(dated_on), 印发日期=day("2010-09-21"))
    assert len(found(notice_is_dated_before_it_is_printed, case(settings=given))) == count
