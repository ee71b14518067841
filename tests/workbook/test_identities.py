"""A name or a 编号 finds what it names, whatever unseen character a paste brought in and whatever its case."""

from datetime import date
from decimal import Decimal

import pytest

from awardgen.workbook.identities import KnownNumbers

INSIDE = date(2010, 10, 8)


def _found(reading, code):
    return [(each.place.sheet, each.place.cell) for each in reading.findings if each.kind.code == code]


@pytest.mark.parametrize(("entered", "scored"), [("SF\x02-003", "SF-003"), ("SF-003", "\x02SF-003")])
def test_an_unseen_character_in_a_number_parts_no_application_from_its_scores(campaign, entered, scored):
    evidence = ((scored, INSIDE, "锦旗", "张老师", "是"),)
    campaign.settings(核实=({"编号": scored, "代码": "AW204"},)).applications({"编号": entered})
    reading = campaign.scores((scored, "高志远", 40, 55), evidence=evidence).read()
    read = reading.campaign
    named = (*read.applications, *read.scores, *read.evidence, *read.settlements)
    assert [each.number for each in named] == ["SF-003"] * 4
    assert read.applications[0].record.text("编号") == entered
    assert _found(reading, "AW112")


def test_an_unseen_character_in_a_name_parts_nothing(campaign):
    campaign.settings(
        工会小组=({"工会小组": "饮食\x02小组"},), 评委=({"评委": "高志\x02远", "工会小组": "饮食小组"},)
    )
    reading = campaign.applications({"岗位名称": "窗\x02口"}).scores(("SF-1", "高志远\x02", 40, 55)).read()
    read = reading.campaign
    (post,), (row,), (judge,), (group,) = read.applications, read.scores, read.judges, read.groups
    assert (row.judge, judge.name) == ("高志远", "高志远")
    assert {post.group, judge.group, group.name} == {"饮食小组"}
    assert post.post == "窗口"
    assert _found(reading, "AW112") == [("工会小组", "A2"), ("评委", "A2"), ("示范岗", "C2"), ("评分", "B2")]


def test_an_award_with_an_unseen_character_has_its_sheet(campaign):
    award = {"奖项": "优质服务\x02示范岗", "简称": "示范\x02岗", "类型": "岗位"}
    reading = campaign.settings(奖项=(award,)).applications({}).read()
    assert [each.award.short_name for each in reading.campaign.applications] == ["示范岗"]
    assert reading.campaign.awards[0].name == "优质服务示范岗"
    assert reading.campaign.awards[0].record.text("简称") == "示范\x02岗"


def test_a_name_that_differs_in_nothing_seen_is_repeated(campaign):
    reading = campaign.settings(评委=({"评委": "高志远"}, {"评委": "高志\x02远"})).read()
    assert _found(reading, "AW124") == [("评委", "A3")]
    assert len(reading.campaign.judges) == 1


def test_a_criterion_with_an_unseen_character_has_its_column(campaign):
    rows = ({"项目": "甲", "项目分值": 100, "序号": "1\x02", "评选标准": "一", "分值": 100},)
    campaign.settings(评选细则=rows).book("评分", 评分=(("编号", "评委", 1), ("SF-1", "高志远", 95)))
    assert campaign.read().campaign.scores[0].points == {"1": Decimal(95)}


def test_whoever_names_an_application_in_another_case_means_it(campaign):
    evidence = (("sf-1", INSIDE, "锦旗", "张老师", "是"), ("ｓf-1", INSIDE, "来电", "张老师", "是"))
    campaign.settings(核实=({"编号": "Sf-1", "代码": "AW204"},)).applications({"编号": "SF-1"})
    read = campaign.scores(("sf-1", "高志远", 40, 55), evidence=evidence).read().campaign
    named = (*read.scores, *read.evidence, *read.settlements)
    assert [each.number for each in named] == ["SF-1"] * 4
    assert read.scores[0].record.text("编号") == "sf-1"


def test_a_finding_about_a_row_in_another_case_belongs_to_the_application(campaign):
    reading = campaign.settings().applications({"编号": "SF-1"}).scores(("sf-1", "高志远", 40, "")).read()
    (finding,) = [each for each in reading.findings if each.kind.code == "AW301"]
    assert finding.applicant == "SF-1"


def test_a_number_that_no_application_has_stays_as_typed(campaign):
    read = campaign.settings().applications({}).scores(("sf-９", "高志远", 40, 55)).read().campaign
    assert read.scores[0].number == "sf-9"


def test_of_two_numbers_that_differ_in_case_each_keeps_its_own_and_the_first_has_the_others():
    known = KnownNumbers(["", "SF-a", "sf-A"])
    assert [known.spelled(each) for each in ("SF-a", "sf-A", "SF-A", "")] == ["SF-a", "sf-A", "SF-a", ""]
