"""Figures that are typed into a text are those of the settings, unless they are about something else."""

from decimal import Decimal

import pytest

from awardgen.campaign import Percent
from awardgen.consistency_checks.figures import (
    bonus_is_that_of_the_settings,
    length_is_that_of_the_settings,
    quotas_are_those_of_the_awards,
    satisfaction_is_that_of_the_settings,
)
from awardgen.consistency_checks.rubric_names import (
    points_are_those_of_the_rubric,
    typed_groups_are_those_of_the_rubric,
)
from tests.builders import person_award, post_award, rubric, settings
from tests.consistency_checks.texts import told

SETTINGS = settings(
    values={
        "事迹字数": Decimal(1500),
        "附加分每件": Decimal(1),
        "附加分上限": Decimal(10),
        "满意度下限": Percent(Decimal("0.85")),
    }
)
AWARDS = (post_award(3), person_award(6))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("附事迹材料（内容要简洁，1500字左右）。", []),
        ("附事迹材料（内容要简洁，2000字左右）。", ["2000字"]),
        ("事迹材料1000—2000字。", []),
        ("事迹材料不超过1650字。", []),
        ("撰写一千字左右的事迹材料。", ["一千字"]),
        ("个人简介300字以内，推荐意见200字，主要事迹（500字以内）。", []),
        ("用3号字打印，标题不超过20个字。", []),
    ],
)
def test_length(text, found):
    assert told(length_is_that_of_the_settings, text, settings=SETTINGS) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("经查属实的每件加1分，最高不超过10分。", []),
        ("经查属实的每件加2分，最高不超过10分。", ["每件加2分"]),
        ("经查属实的每件加1分，不超过20分。", ["不超过20分"]),
        ("锦旗每面加2分，表扬信每封加1分，最高10分。", []),
        ("表扬每件加1分，投诉每次扣2分，扣分不超过5分。", []),
        ("每件作品评分不超过5分。", []),
    ],
)
def test_bonus(text, found):
    assert told(bonus_is_that_of_the_settings, text, settings=SETTINGS) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("顾客满意度85%以上。", []),
        ("顾客满意度达到90%以上。", ["满意度达到90%"]),
        ("满意率不低于百分之八十。", ["满意率不低于百分之八十"]),
        ("满意度达到95%的优先推荐。", []),
        ("出勤率达到98%。", []),
    ],
)
def test_satisfaction(text, found):
    assert told(satisfaction_is_that_of_the_settings, text, settings=SETTINGS) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("评选优质服务示范岗3个、优秀服务标兵6名。", []),
        ("评选优质服务示范岗5个、优秀服务标兵6名。", ["优质服务示范岗5个"]),
        ("表彰示范岗三个，标兵八名。", ["标兵八名"]),
        ("授予10名“优秀服务标兵”荣誉称号。", ["10名“优秀服务标兵"]),
        ("每个工会小组推荐示范岗不超过2个、标兵3名。", []),
        ("各工会小组推荐标兵2名，集团评选标兵8名。", ["标兵8名"]),
    ],
)
def test_quotas(text, found):
    assert told(quotas_are_those_of_the_awards, text, awards=AWARDS) == found


def test_an_award_without_a_quota_has_no_number():
    awards = (post_award(None), person_award(None))
    assert told(quotas_are_those_of_the_awards, "评选优秀服务标兵60名。", awards=awards) == []


RUBRIC = rubric(政治素质好=(10, 5, 5), 服务质量高=(90, 40, 50))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1、服务质量高（90分）", []),
        ("1、服务质量高（80分）", ["服务质量高（80分）"]),
        ("政治\n素质\n好（20分）", ["政治 素质 好（20分）"]),
        ("从政治素质好（10分）、服务质量高（90分）两方面考核。", []),
        ("力求服务质量高、效益好（5分）", []),
    ],
)
def test_points(text, found):
    assert told(points_are_those_of_the_rubric, text, rubric=RUBRIC) == found


def test_typed_groups_that_nobody_would_know_are_found():
    assert told(
        typed_groups_are_those_of_the_rubric, "1、职业道德（10分）", "2、服务质量（90分）", rubric=RUBRIC
    ) == ["职业道德"]


def test_other_headings_with_points_are_no_groups():
    assert (
        told(typed_groups_are_those_of_the_rubric, "1、学习态度（3分）", "2、笔试（97分）", rubric=RUBRIC)
        == []
    )
