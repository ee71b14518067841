from decimal import Decimal

import pytest

from awardgen.campaign import ListOrder, Percent
from awardgen.checks.applications import (
    group_is_listed,
    headcount_matches_names,
    names_can_be_ordered,
    names_in,
    number_is_used_once,
    satisfaction_reaches_the_floor,
)
from awardgen.finding import Severity
from tests.builders import application, case, judge, person_award, post_award, settings, union_group

RARE = "\U00020164"
OTHER = "\U00020165"


def post(people, headcount):
    return application("SF-1", post_award(), 岗位人员姓名=people, 岗位总人数=headcount, row=4)


def percent(figure):
    return Percent(Decimal(figure) / 100)


def test_a_group_that_is_listed_is_right(found):
    assert found(group_is_listed, case(application(), judges=[judge()], groups=[union_group()])) == []


def test_a_group_that_is_not_listed_is_found_at_its_cell(found):
    wrong = application("BB-1", 工会小组="饮食组", row=5)
    assert found(group_is_listed, case(wrong, groups=[union_group()])) == [
        ("AW104", "B5", "工会小组", "BB-1", "饮食组")
    ]


def test_a_judges_group_is_looked_up_too(found):
    wrong = judge(group="校车小组", row=3)
    assert found(group_is_listed, case(judges=[wrong], groups=[union_group()])) == [
        ("AW104", "B3", "工会小组", None, "校车小组")
    ]


def test_an_empty_group_is_not_an_unknown_one(found):
    assert found(group_is_listed, case(application(工会小组=None), groups=[union_group()])) == []


def test_where_no_groups_are_listed_none_is_unknown(found):
    assert found(group_is_listed, case(application())) == []


def test_a_number_is_used_once(found):
    assert found(number_is_used_once, case(application("BB-1"), application("BB-2"))) == []


def test_a_repeated_number_is_found_at_each_later_cell(found):
    rows = [application("BB-1", row=row) for row in (2, 3, 7)]
    assert found(number_is_used_once, case(*rows)) == [
        ("AW105", "A3", "编号", "BB-1", "BB-1"),
        ("AW105", "A7", "编号", "BB-1", "BB-1"),
    ]


def test_a_number_is_used_once_over_all_sheets():
    clash = case(application("X-1", post_award(), row=2), application("X-1", person_award(), row=9))
    (finding,) = number_is_used_once(clash)
    assert (finding.place.sheet, finding.place.cell) == ("标兵", "A9")
    assert "示范岗" in finding.message
    assert finding.kind.withholds


def test_numbers_that_differ_in_case_are_one_file_name_on_windows(found):
    rows = [application("BB-003", row=2), application("bb-003", row=5)]
    assert found(number_is_used_once, case(*rows)) == [("AW105", "A5", "编号", "bb-003", "bb-003")]


def test_missing_numbers_do_not_repeat_each_other(found):
    assert found(number_is_used_once, case(application(""), application(""))) == []


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("丁一、于海", 2),
        ("丁一，于海,马超", 3),
        ("丁一；于海;马超", 3),
        ("丁一 于海　马超", 3),
        ("丁一\n于海\n\n马超\n", 3),
        ("丁一、于海、", 2),
        ("欧阳修、阿卜杜拉·买买提", 2),
        ("王　伟", 1),
        ("王　伟、李　娜、张小明", 3),
        ("王 伟\n李 娜", 2),
        ("", 0),
    ],
)
def test_names_are_parted_by_marks_spaces_and_line_breaks(typed, names):
    """A space inside a two-character name only lines it up with longer ones."""
    assert len(names_in(typed)) == names


def test_the_headcount_equals_the_names(found):
    assert found(headcount_matches_names, case(post("丁一、于海", Decimal(2)))) == []


@pytest.mark.parametrize("headcount", [1, 3])
def test_another_headcount_is_found_at_its_own_cell(found, headcount):
    assert found(headcount_matches_names, case(post("丁一、于海", Decimal(headcount)))) == [
        ("AW106", "D4", "岗位总人数", "SF-1", str(headcount))
    ]


@pytest.mark.parametrize("headcount", [None, "两人"])
def test_a_headcount_that_is_no_number_is_not_compared(found, headcount):
    assert found(headcount_matches_names, case(post("丁一、于海", headcount))) == []


def test_without_names_there_is_nothing_to_compare(found):
    assert found(headcount_matches_names, case(post(None, Decimal(2)))) == []


def test_persons_have_no_headcount(found):
    assert found(headcount_matches_names, case(application(岗位总人数=Decimal(9)))) == []


@pytest.mark.parametrize("reached", ["85", "85.1", "100"])
def test_satisfaction_at_the_floor_or_above_is_right(found, reached):
    assert found(satisfaction_reaches_the_floor, case(application(顾客满意度=percent(reached)))) == []


def test_satisfaction_below_the_floor_is_a_warning_at_its_cell():
    (finding,) = satisfaction_reaches_the_floor(case(application("BB-1", 顾客满意度=percent("84.9"), row=6)))
    assert (finding.kind.code, finding.severity) == ("AW110", Severity.WARNING)
    assert (finding.place.cell, finding.applicant, finding.excerpt) == ("G6", "BB-1", "84.9%")


def test_the_floor_is_the_settings(found):
    lower = settings(satisfaction_floor=Decimal("0.6"))
    assert (
        found(satisfaction_reaches_the_floor, case(application(顾客满意度=percent(70)), settings=lower)) == []
    )


@pytest.mark.parametrize("cell", [None, "很高"])
def test_satisfaction_that_is_empty_or_unreadable_is_not_compared(found, cell):
    assert found(satisfaction_reaches_the_floor, case(application(顾客满意度=cell))) == []


def test_a_rare_character_is_found_where_it_stands():
    (finding,) = names_can_be_ordered(case(application("BB-1", 岗位人员姓名=f"王{RARE}", row=3)))
    assert (finding.kind.code, finding.severity) == ("AW118", Severity.ERROR)
    assert (finding.place.cell, finding.place.column, finding.excerpt) == ("D3", "岗位人员姓名", RARE)
    assert (finding.start, finding.end) == (1, 2)


def test_two_rare_characters_are_two_findings_and_one_twice_is_one(found):
    twice = case(application(岗位人员姓名=f"{RARE}{OTHER}{RARE}"))
    assert [excerpt for *_, excerpt in found(names_can_be_ordered, twice)] == [RARE, OTHER]


def test_a_registered_character_is_right(found):
    rare = application(岗位人员姓名=f"{RARE}伟")
    assert found(names_can_be_ordered, case(rare, stroke_references={RARE: "王"})) == []


@pytest.mark.parametrize("order", [ListOrder.RANK, ListOrder.GROUP])
def test_strokes_matter_only_where_the_list_goes_by_them(found, order):
    rare = application("BB-1", person_award(order=order), 岗位人员姓名=f"{RARE}伟")
    assert found(names_can_be_ordered, case(rare)) == []


def test_a_post_is_ordered_by_its_name(found):
    rare = application(
        "SF-1", post_award(order=ListOrder.STROKES), 岗位名称=f"{RARE}泉餐厅", 岗位人员姓名=f"{RARE}伟", row=2
    )
    assert found(names_can_be_ordered, case(rare)) == [("AW118", "C2", "岗位名称", "SF-1", RARE)]
