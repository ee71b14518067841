import re

from awardgen.campaign import Campaign, evaluate
from awardgen.catalogue import KINDS
from awardgen.checks.analyses import analyser_of
from awardgen.checks.case import Case
from awardgen.checks.compared_write_ups import alike_write_ups
from awardgen.checks.periods import analyser_of_periods
from awardgen.checks.rules import RULES, WRITE_UP_RULES, check_applications, check_campaign, check_tables
from awardgen.finding import Severity
from tests.builders import application, campaign, judge, judged, person_award, rubric, union_group

WELL = "2010年9月抢修。" + "好" * 1490


def test_a_campaign_without_fault_has_no_finding():
    award = person_award(1)
    built = campaign(
        application("BB-1", award, 主要事迹=WELL),
        application("BB-2", award, 主要事迹=WELL.replace("好", "强"), 岗位人员姓名="丁一"),
        groups=(union_group(),),
        judges=(judge("评委1"),),
        rubric=rubric(政治素质好=(100, 100)),
        scores=(*judged("BB-1", 90), *judged("BB-2", 80)),
    )
    assert check_campaign(built, evaluate(built)) == []


def test_a_campaign_of_which_nothing_is_there_yet_has_none_either():
    assert check_campaign(Campaign(), evaluate(Campaign())) == []


def test_every_rule_is_run():
    built = campaign(application("BB-1", person_award(1), 工会小组="没有"), groups=(union_group(),))
    findings = check_campaign(built, evaluate(built))
    assert {each.kind.code for each in findings} == {"AW104", "AW203", "AW207"}
    assert len(RULES) == len(set(RULES))


def test_what_can_be_checked_before_the_write_ups_are_read_is_found_alike():
    built = campaign(
        application("BB-1", 工会小组="没有", 主要事迹="2009年1月抢修。"), groups=(union_group(),)
    )
    evaluation = evaluate(built)
    checked = {
        **check_tables(built, evaluation, (), analyser_of(built)),
        **check_applications(built),
    }
    assert {each.kind.code for found in checked.values() for each in found} == {"AW104", "AW441"}
    assert check_campaign(built, evaluation, analyser_of(built), checked) == check_campaign(built, evaluation)


def test_no_finding_in_a_write_ups_text_withholds_a_document():
    built = campaign(
        application("BB-1", 主要事迹="2009年1月抢修。2010年8月至10月抢修。"),
        application("BB-2", 主要事迹="抢修" * 1500),
    )
    case = Case(built, evaluate(built), analyser_of(built), alike_write_ups, analyser_of_periods(built))
    found = [finding for rule in WRITE_UP_RULES for finding in rule(case)]
    assert {each.kind.code for each in found} >= {"AW202", "AW203", "AW205", "AW207"}
    assert not any(each.kind.withholds for each in found)


def test_codes_are_three_digits_in_their_family_and_every_kind_explains_itself():
    for code, kind in KINDS.items():
        assert re.fullmatch(r"AW[1-6]\d\d", code)
        assert kind.code == code
        assert kind.name
        assert kind.explanation.endswith("。")
        assert kind.hint.endswith("。")


def test_only_errors_withhold():
    assert all(kind.severity is Severity.ERROR for kind in KINDS.values() if kind.withholds)
