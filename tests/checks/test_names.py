import pytest

from awardgen.checks.applications import names_can_be_ordered
from awardgen.checks.names import names_are_of_plain_characters
from tests.builders import application, case, judge, union_group


def _odd(**told):
    return list(names_are_of_plain_characters(case(application(**told))))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("于\ue123", "自造字"),
        ("赵\u2f42", "“文”"),
        ("刘\ufa19", "“神”"),
        ("王ニ", "“二”"),
        ("王\u200d芳", "看不见"),
        ("王□", "代替"),
        ("丁\u0410", "样子像"),
    ],
)
def test_a_character_that_only_looks_like_one_is_told_of_where_it_stands(name, said):
    (finding,) = _odd(岗位人员姓名=name)
    assert (finding.kind.code, finding.applicant, finding.start) == ("AW143", "BB-1", 1)
    assert said in finding.message


@pytest.mark.parametrize(
    "name", ["于海", "阿依古丽·买买提", "𠮷永", "\ufa0e川", "张〇", "Anna", "丁一（大）"]
)
def test_an_honest_name_is_left_alone(name):
    assert _odd(岗位人员姓名=name) == []


def test_judges_and_groups_have_names_too():
    campaign = case(judges=(judge("高\ue001"),), groups=(union_group("饮食\u2f29组"),))
    assert [each.place.column for each in names_are_of_plain_characters(campaign)] == ["评委", "工会小组"]


def test_a_character_of_ones_own_making_is_not_asked_for_in_the_order_of_strokes_as_well():
    assert list(names_can_be_ordered(case(application(岗位人员姓名="于\ue123")))) == []
