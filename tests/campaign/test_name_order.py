"""按姓氏笔画为序 (conventions.md, GF 3003-1999)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgen.campaign import (
    ListOrder,
    characters_without_strokes,
    evaluate,
    name_in_list,
    name_key,
)
from awardgen.campaign.stroke_order import CHARACTERS_IN_STROKE_ORDER
from tests.builders import application, campaign, judged, person_award, post_award, union_group

EXAMPLE = [
    "丁一", "丁小宁", "于海", "万丽", "马超", "王一", "王伟", "王芳", "王小明", "文强", "刘洋", "李娜", "张伟",
    "阿卜杜拉·买买提", "陈静", "林涛", "欧凯", "欧阳修",
]  # fmt: skip
RARE = "\U00020164"  # an ideograph outside the 20,897 of GB 13000.1

ideographs = st.sampled_from(CHARACTERS_IN_STROKE_ORDER)
names = st.text(ideographs | st.sampled_from([RARE, "A", "·", "\ue001"]), min_size=1, max_size=5)


def ordered(*people, **references):
    return sorted(people, key=lambda each: name_key(each, references))


def winners(*people, award=None, groups=()):
    """The list of those who win, entered in the given order with falling totals."""
    members = [
        application(f"BB-{index}", award or person_award(9), **each) for index, each in enumerate(people)
    ]
    rows = [row for index, each in enumerate(members) for row in judged(each.number, 99 - index)]
    (result,) = evaluate(campaign(*members, scores=rows, groups=groups)).awards
    return [name_in_list(each) for each in result.winners]


@given(st.permutations(EXAMPLE))
def test_the_example_of_the_conventions(shuffled):
    assert sorted(shuffled, key=name_key) == EXAMPLE


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("丁一", "于一"),  # 2 strokes before 3
        ("于海", "万丽"),  # 3 strokes: 横横竖 before 横折撇
        ("万丽", "马超"),  # 横 before 折
        ("王强", "文强"),  # 4 strokes: 横 before 点
        ("王芳", "王小明"),  # an empty middle comes first
        ("欧凯", "欧阳修"),  # a compound surname goes by its first character
        ("阿卜杜拉·买买提", "陈静"),  # 7 strokes both, 折竖横 before 折竖横折
    ],
)
def test_strokes_then_their_kinds_then_the_next_character(earlier, later):
    assert ordered(later, earlier) == [earlier, later]


@pytest.mark.parametrize(
    "typed", ["阿卜杜拉•买买提", "阿卜杜拉买买提", "阿卜杜拉．买买提", " 阿卜杜拉· 买买提"]
)
def test_a_dot_in_a_minority_name_is_passed_over(typed):
    assert name_key(typed) == name_key("阿卜杜拉·买买提")


@pytest.mark.parametrize("typed", ["王　伟", "王 伟", "王\u200b伟", "王\ufe00伟"])
def test_what_takes_no_room_is_passed_over(typed):
    assert name_key(typed) == name_key("王伟")


def test_a_compatibility_character_is_the_one_it_stands_for():
    assert name_key("\ufa19一") == name_key("神一")
    assert characters_without_strokes(["\ufa19一"], {}) == ()


@given(names, names)
def test_different_names_have_different_keys(one, other):
    def seen(name):
        return name.replace("·", "")

    assert (name_key(one) == name_key(other)) == (seen(one) == seen(other))


@given(st.lists(names), st.randoms())
def test_the_order_does_not_depend_on_how_the_list_was_typed(people, random):
    distinct = list({name_key(each): each for each in people}.values())
    shuffled = random.sample(distinct, len(distinct))
    assert sorted(distinct, key=name_key) == sorted(shuffled, key=name_key)


@pytest.mark.parametrize("character", [RARE, "\ue001", "〇"])
def test_a_character_without_strokes_is_named_and_sorts_last(character):
    assert characters_without_strokes([f"{character}伟{character}", "王伟"], {}) == (character,)
    assert ordered(f"{character}伟", "欧阳修", "龘一") == ["欧阳修", "龘一", f"{character}伟"]


def test_what_is_no_ideograph_needs_no_strokes():
    assert characters_without_strokes(["阿卜杜拉·买买提", "李娜2", "Anna", "王　伟"], {}) == ()


def test_a_reference_says_after_which_character_it_comes():
    assert characters_without_strokes([f"{RARE}伟"], {RARE: "王"}) == ()
    after_wang = ordered("文强", f"{RARE}伟", "王小明", "王一", **{RARE: "王"})
    assert after_wang == ["王一", "王小明", f"{RARE}伟", "文强"]


def test_two_after_one_reference_keep_an_order_of_their_own():
    references = {RARE: "王", "\ue001": "王"}
    assert name_key(f"{RARE}伟", references) != name_key("\ue001伟", references)


def test_a_reference_that_has_no_strokes_itself_does_not_help():
    assert characters_without_strokes([f"{RARE}伟"], {RARE: "\ue001"}) == (RARE,)
    assert characters_without_strokes([f"{RARE}伟"], {RARE: ""}) == (RARE,)


def test_a_list_by_strokes_is_ordered_by_the_persons():
    people = [{"岗位人员姓名": each} for each in ("张伟", "丁一", "王芳")]
    assert winners(*people) == ["丁一", "王芳", "张伟"]


def test_a_list_by_rank_is_in_order_of_rank():
    award = post_award(9, ListOrder.RANK)
    assert winners({"岗位名称": "窗口"}, {"岗位名称": "电工班"}, award=award) == ["窗口", "电工班"]


def test_a_list_by_group_follows_the_sheet_of_groups_and_then_the_rank():
    award = post_award(9, ListOrder.GROUP)
    posts = [
        {"岗位名称": "一", "工会小组": "乙组"},
        {"岗位名称": "二", "工会小组": "没有登记"},
        {"岗位名称": "三", "工会小组": "甲组"},
        {"岗位名称": "四", "工会小组": "乙组"},
    ]
    groups = (union_group("甲组"), union_group("乙组"))
    assert winners(*posts, award=award, groups=groups) == ["三", "一", "四", "二"]


def test_people_of_one_name_stand_in_order_of_rank():
    award = person_award(9)
    people = [application(number, award, 岗位人员姓名="王伟") for number in ("BB-1", "BB-2")]
    rows = (*judged("BB-1", 80), *judged("BB-2", 90))
    (result,) = evaluate(campaign(*people, scores=rows)).awards
    assert [each.number for each in result.winners] == ["BB-2", "BB-1"]
