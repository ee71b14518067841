from datetime import date

import pytest

from awardgen.checks.scores import (
    evidence_is_entered_once,
    evidence_lies_in_the_window,
    judge_is_listed,
    judge_scores_once,
    judges_are_present,
    points_stay_within_the_criterion,
    scored_application_exists,
)
from awardgen.finding import Severity
from tests.builders import application, case, evidence, judge, rubric, score_row, settings

RUBRIC = rubric(政治素质好=(100, 40, 60))


@pytest.mark.parametrize("points", [0, 40, "39.5"])
def test_points_from_nothing_to_the_criterions_are_right(found, points):
    scored = case(rubric=RUBRIC, scores=[score_row("BB-1", "高志远", points, 60)])
    assert found(points_stay_within_the_criterion, scored) == []


@pytest.mark.parametrize("points", ["40.5", "41", "-1"])
def test_points_outside_are_found_at_their_cell(found, points):
    scored = case(rubric=RUBRIC, scores=[score_row("BB-1", "高志远", points, 60, row=5)])
    assert found(points_stay_within_the_criterion, scored) == [("AW303", "C5", "1", "BB-1", points)]


def test_every_criterion_has_its_own_limit(found):
    scored = case(rubric=RUBRIC, scores=[score_row("BB-1", "高志远", 60, 61)])
    assert [cell for _, cell, *_ in found(points_stay_within_the_criterion, scored)] == ["C2", "D2"]


def test_rows_are_told_of_one_after_the_other(found):
    rows = [score_row("BB-1", "高志远", 41, 61), score_row("BB-2", "高志远", 41, 61, row=3)]
    scored = case(rubric=RUBRIC, scores=rows)
    assert [cell for _, cell, *_ in found(points_stay_within_the_criterion, scored)] == [
        "C2",
        "D2",
        "C3",
        "D3",
    ]


def test_an_empty_score_is_not_out_of_range(found):
    scored = case(rubric=RUBRIC, scores=[score_row("BB-1", "高志远", None, None)])
    assert found(points_stay_within_the_criterion, scored) == []


def test_a_criterion_without_points_has_no_upper_limit(found):
    open_rubric = rubric(政治素质好=(100, None))
    scored = [score_row("BB-1", "高志远", 99), score_row("BB-2", "高志远", -1, row=3)]
    assert found(points_stay_within_the_criterion, case(rubric=open_rubric, scores=scored)) == [
        ("AW303", "C3", "1", "BB-2", "-1")
    ]


def test_scores_and_evidence_belong_to_an_application(found):
    known = case(application("BB-1"), scores=[score_row("BB-1")], evidence=[evidence("BB-1")])
    assert found(scored_application_exists, known) == []


def test_an_unknown_number_is_found_in_either_sheet():
    unknown = case(application("BB-1"), scores=[score_row("BB-9", row=3)], evidence=[evidence("BB-8", row=4)])
    places = [
        (each.kind.code, each.place.sheet, each.place.cell, each.applicant)
        for each in scored_application_exists(unknown)
    ]
    assert places == [("AW304", "评分", "A3", "BB-9"), ("AW304", "附加分", "A4", "BB-8")]


def test_an_empty_number_is_not_an_unknown_one(found):
    empty = case(application("BB-1"), scores=[score_row("")], evidence=[evidence("")])
    assert found(scored_application_exists, empty) == []


def test_a_judge_who_is_listed_is_right(found):
    assert found(judge_is_listed, case(judges=[judge("高志远")], scores=[score_row("BB-1", "高志远")])) == []


def test_an_unknown_judge_is_found_at_the_cell(found):
    scored = case(judges=[judge("高志远")], scores=[score_row("BB-1", "高志元", row=8)])
    assert found(judge_is_listed, scored) == [("AW306", "B8", "评委", "BB-1", "高志元")]


def test_where_no_judges_are_listed_none_is_unknown(found):
    assert found(judge_is_listed, case(scores=[score_row()])) == []


def test_a_judge_scores_each_application_once(found):
    rows = [score_row("BB-1", "甲"), score_row("BB-1", "乙"), score_row("BB-2", "甲")]
    assert found(judge_scores_once, case(scores=rows)) == []


def test_the_later_row_of_a_judge_is_found(found):
    rows = [score_row("BB-1", "甲", row=row) for row in (2, 5, 6)]
    assert found(judge_scores_once, case(scores=rows)) == [
        ("AW305", "B5", "评委", "BB-1", "甲"),
        ("AW305", "B6", "评委", "BB-1", "甲"),
    ]


def test_rows_that_lack_number_or_judge_repeat_nothing(found):
    rows = [score_row("", "甲"), score_row("", "甲"), score_row("BB-1", ""), score_row("BB-1", "")]
    assert found(judge_scores_once, case(scores=rows)) == []


def test_a_judge_of_the_same_group_stood_back():
    judges = [judge("甲", "饮食小组"), judge("乙", "校车小组")]
    (finding,) = judges_are_present(
        case(application("BB-1"), judges=judges, scores=[score_row("BB-1", "乙")])
    )
    assert (finding.kind.code, finding.severity) == ("AW307", Severity.INFO)
    assert (finding.place.sheet, finding.applicant, finding.excerpt) == ("评分", "BB-1", "甲")


@pytest.mark.parametrize("group", ["校车小组", ""])
def test_a_judge_of_another_group_or_of_none_is_missed(group):
    judges = [judge("甲", group), judge("乙")]
    (finding,) = judges_are_present(
        case(application("BB-1"), judges=judges, scores=[score_row("BB-1", "乙")])
    )
    assert (finding.kind.code, finding.severity) == ("AW308", Severity.WARNING)
    assert (finding.applicant, finding.excerpt) == ("BB-1", "甲")


def test_where_the_group_is_not_known_nobody_can_tell_who_stood_back(found):
    judges = [judge("甲", "饮食小组"), judge("乙")]
    rows = [score_row("BB-1", "乙")]
    assert found(judges_are_present, case(application(工会小组=None), judges=judges, scores=rows)) == []


def test_where_everybody_scored_nothing_is_said(found):
    judges = [judge("甲"), judge("乙")]
    rows = [score_row("BB-1", "甲"), score_row("BB-1", "乙")]
    assert found(judges_are_present, case(application("BB-1"), judges=judges, scores=rows)) == []


def test_an_application_that_nobody_scored_is_one_finding_and_not_one_a_judge(found):
    judges = [judge("甲"), judge("乙")]
    rows = [score_row("BB-1", each) for each in "甲乙"]
    scored = case(application("BB-1"), application("BB-2"), judges=judges, scores=rows)
    assert found(judges_are_present, scored) == [("AW315", None, "评委", "BB-2", None)]


def test_before_the_first_score_nobody_is_missed(found):
    assert found(judges_are_present, case(application(), judges=[judge()])) == []


def test_missing_and_repeated_numbers_and_nameless_judges_are_told_of_elsewhere(found):
    judges = [judge("甲"), judge("")]
    applications = [application("BB-1"), application("BB-1"), application("")]
    scored = case(*applications, judges=judges, scores=[score_row("BB-1", "乙")])
    assert found(judges_are_present, scored) == [("AW308", None, "评委", "BB-1", "甲")]


def test_the_same_thanks_twice_is_a_warning_at_the_later_row():
    twice = [evidence(row=2), evidence(row=5)]
    (finding,) = evidence_is_entered_once(case(evidence=twice))
    assert (finding.kind.code, finding.severity) == ("AW309", Severity.WARNING)
    assert (finding.place.sheet, finding.place.cell, finding.applicant) == ("附加分", "A5", "BB-1")


def test_thanks_that_differ_are_no_repetition(found):
    assert found(evidence_is_entered_once, case(evidence=[evidence(), evidence(source="李老师")])) == []


def test_thanks_whose_day_is_not_known_repeat_nothing(found):
    assert found(evidence_is_entered_once, case(evidence=[evidence(day=None), evidence(day=None)])) == []


@pytest.mark.parametrize("day", [date(2010, 9, 1), date(2011, 6, 30), None])
def test_thanks_inside_the_window_are_right(found, day):
    assert found(evidence_lies_in_the_window, case(evidence=[evidence(day=day)])) == []


@pytest.mark.parametrize("day", [date(2010, 8, 31), date(2011, 7, 1)])
def test_thanks_outside_are_a_warning_at_the_day(day):
    (finding,) = evidence_lies_in_the_window(case(evidence=[evidence("BB-1", day, row=7)]))
    assert (finding.kind.code, finding.severity) == ("AW310", Severity.WARNING)
    assert (finding.place.cell, finding.place.column, finding.applicant) == ("B7", "日期", "BB-1")
    assert (finding.first_day, finding.last_day) == (day, day)


def test_without_a_window_no_day_is_outside(found):
    anywhere = case(evidence=[evidence(day=date(1999, 1, 1))], settings=settings(window=None))
    assert found(evidence_lies_in_the_window, anywhere) == []
