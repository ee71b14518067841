"""What 基本信息, 奖项 and 评选细则 say of each other."""

from dataclasses import replace
from datetime import date

import pytest

from awardgen.campaign import Rubric
from awardgen.checks.basics import groups_keep_their_names, quota_leaves_a_choice, years_agree
from awardgen.finding import Place
from tests.builders import application, case, judged, person_award, rubric_group, settings


def notice(**values):
    values = {"成文日期": date(2010, 9, 15), "印发日期": date(2010, 9, 21), **values}
    return settings(values=values, places={name: Place(column=name) for name in values})


@pytest.mark.parametrize(
    ("values", "column"),
    [
        ({"发文字号": "后集委发〔2010〕15号", "活动年度": "2010"}, None),
        ({"发文字号": "后集委发〔2011〕15号"}, "发文字号"),
        ({"活动年度": "2011"}, None),  # the deeds go on to June 2011
        ({"活动年度": "2010—2011学年"}, None),
        ({"活动年度": "2013"}, "活动年度"),
        ({"发文字号": "后集委发15号", "活动年度": None}, None),
    ],
)
def test_years_agree(values, column):
    assert [each.place.column for each in years_agree(case(settings=notice(**values)))] == (
        [column] if column else []
    )


def test_a_day_in_the_wrong_year_is_not_told_of_twice(found):
    """成文日期 of 2011 before 印发日期 of 2010 has its own finding."""
    wrong = notice(成文日期=date(2011, 9, 15), 发文字号="后集委发〔2010〕15号")
    assert found(years_agree, case(settings=wrong)) == []


@pytest.mark.parametrize(("scores", "severity"), [((), "info"), (judged("BB-1", 90), "warning")])
def test_a_quota_above_the_applications(scores, severity):
    award = person_award(60)
    (finding,) = quota_leaves_a_choice(case(application("BB-1", award), awards=(award,), scores=scores))
    assert (finding.place.cell, finding.severity.value, finding.excerpt) == ("D3", severity, "60")


@pytest.mark.parametrize("quota", [None, 1])
def test_a_quota_within_the_applications(found, quota):
    award = person_award(quota)
    assert found(quota_leaves_a_choice, case(application("BB-1", award), awards=(award,))) == []


@pytest.mark.parametrize(
    ("name", "count"), [("职业道德", 1), ("政治素质", 0), ("思想政治", 0), ("政治素质好", 0)]
)
def test_a_group_is_known_by_its_name_in_the_notice(found, name, count):
    group = replace(rubric_group("政治素质好", 100, 100), notice_name=name)
    assert len(found(groups_keep_their_names, case(rubric=Rubric((group,))))) == count
