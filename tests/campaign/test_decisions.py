"""评定结果 and 名额 (design.md): ranks to winners."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgen.campaign import Decision, YesNo, evaluate
from tests.builders import application, campaign, judged, person_award

GRANTED, REFUSED = Decision.GRANTED, Decision.REFUSED
SIGNS = {True: "+", False: "-", None: "?"}


def decided(*totals, quota=2, decisions=(), vetoed=(), rulings=()):
    """Evaluate applications A, B, … in the order of the sheet."""
    award = person_award(quota)
    members = [
        application(
            number,
            award,
            评定结果=dict(zip("ABCDEF", decisions, strict=False)).get(number),
            安全责任事故=YesNo("有" if number in vetoed else "无"),
            裁定名次=dict(zip("ABCDEF", rulings, strict=False)).get(number),
        )
        for number in "ABCDEF"[: len(totals)]
    ]
    rows = [
        row
        for each, total in zip(members, totals, strict=True)
        if total
        for row in judged(each.number, total)
    ]
    (result,) = evaluate(campaign(*members, awards=(award,), scores=rows)).awards
    return result


def outcomes(*totals, **told):
    found = decided(*totals, **told).outcomes
    return sorted(found, key=lambda each: each.standing.application.number)


def wins(*totals, **told):
    """+ for a winner, - for none, ? where a tie leaves it open; in the order of the sheet."""
    return "".join(SIGNS[each.wins] for each in outcomes(*totals, **told))


def departing(*totals, **told):
    return "".join(each.standing.application.number for each in outcomes(*totals, **told) if each.departs)


def passed_on(*totals, **told):
    return "".join(each.standing.application.number for each in outcomes(*totals, **told) if each.passed_on)


def test_as_many_win_as_the_quota_says():
    assert wins(90, 70, 80) == "+-+"


def test_without_a_quota_only_a_decision_wins():
    assert wins(90, 80, quota=None) == "--"
    assert wins(90, 80, quota=None, decisions=(None, GRANTED)) == "-+"


def test_a_quota_of_nothing_lets_nobody_win():
    assert wins(90, 80, quota=0) == "--"


def test_a_tie_across_the_quota_line_is_open():
    assert wins(90, 80, 80, 70) == "+??-"
    assert [each.number for each in decided(90, 80, 80, 70).open_tie] == ["B", "C"]


def test_a_tie_within_the_quota_or_below_it_is_none():
    assert wins(90, 90, 80) == "++-"
    assert wins(90, 85, 80, 80) == "++--"


def test_a_ruling_closes_it():
    assert wins(90, 80, 80, rulings=(None, 2, 1)) == "+-+"


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [((None, GRANTED), "++-"), ((None, REFUSED), "+-+"), ((None, REFUSED, REFUSED), "+--")],
)
def test_a_decision_closes_it_too(decisions, expected):
    assert wins(90, 80, 80, decisions=decisions) == expected
    assert decided(90, 80, 80, decisions=decisions).open_tie == ()


def test_a_decision_overrides_the_rank():
    assert wins(90, 80, 70, decisions=(REFUSED, None, GRANTED)) == "-++"


def test_who_is_refused_makes_room_for_the_next():
    assert wins(90, 80, 70, decisions=(REFUSED,)) == "-++"
    assert passed_on(90, 80, 70, decisions=(REFUSED,)) == "C"


def test_who_is_granted_takes_the_last_place_within_the_quota():
    assert wins(90, 80, 70, decisions=(None, None, GRANTED)) == "+-+"
    assert passed_on(90, 80, 70, decisions=(None, None, GRANTED)) == "B"


def test_nothing_is_passed_on_where_decisions_confirm_the_rank():
    assert passed_on(90, 80, 70, decisions=(GRANTED, GRANTED, REFUSED)) == ""
    assert passed_on(90, 80, 70, decisions=(GRANTED,)) == ""


def test_more_may_be_granted_than_the_quota():
    assert wins(90, 80, 70, 60, decisions=(None, GRANTED, GRANTED, GRANTED)) == "-+++"
    assert passed_on(90, 80, 70, 60, decisions=(None, GRANTED, GRANTED, GRANTED)) == "A"


def test_what_differs_from_rank_and_quota_departs():
    assert departing(90, 80, 70, decisions=(REFUSED, GRANTED, GRANTED)) == "AC"


def test_what_confirms_them_does_not():
    assert departing(90, 80, 70, decisions=(GRANTED, GRANTED, REFUSED)) == ""


def test_a_decision_in_an_open_tie_departs_from_nothing():
    assert departing(90, 80, 80, decisions=(None, GRANTED, REFUSED)) == ""


def test_a_decision_without_a_quota_departs_from_nothing():
    assert departing(90, 80, quota=None, decisions=(REFUSED, GRANTED)) == ""


def test_where_nobody_is_ranked_there_is_no_rank_to_depart_from():
    assert departing(None, None, decisions=(GRANTED, REFUSED)) == ""


def test_granting_the_unscored_where_others_are_ranked_departs():
    assert departing(90, None, decisions=(None, GRANTED)) == "B"


def test_a_vetoed_application_does_not_win_by_its_total():
    assert wins(99, 80, 70, vetoed="A") == "-++"


@pytest.mark.parametrize("quota", [2, None])
def test_granting_a_vetoed_one_departs_whatever_the_quota(quota):
    assert departing(99, 80, quota=quota, vetoed="A", decisions=(GRANTED,)) == "A"
    assert departing(99, 80, quota=quota, vetoed="A", decisions=(REFUSED,)) == ""


marks = st.lists(st.none() | st.integers(79, 82), max_size=6)
verdicts = st.lists(st.sampled_from([None, None, GRANTED, REFUSED]), max_size=6)


@given(marks, st.none() | st.integers(0, 7))
def test_the_quota_is_never_exceeded_by_rank_alone(totals, quota):
    assert wins(*totals, quota=quota).count("+") <= (quota or 0)


@given(marks, verdicts, st.none() | st.integers(0, 7))
def test_decisions_stand_and_fill_the_quota_first(totals, decisions, quota):
    decisions = decisions[: len(totals)]
    result = wins(*totals, quota=quota, decisions=decisions)
    for sign, decision in zip(result, decisions, strict=False):
        assert decision is None or sign == ("+" if decision is GRANTED else "-")
    assert result.count("+") <= max(quota or 0, decisions.count(GRANTED))


@given(marks, verdicts, st.integers(0, 7))
def test_a_higher_rank_never_loses_to_a_lower_one_without_a_decision(totals, decisions, quota):
    left = [
        each
        for each in outcomes(*totals, quota=quota, decisions=decisions[: len(totals)])
        if each.standing.rank and each.standing.application.decision is None
    ]
    worth = {True: 2, None: 1, False: 0}
    for better in left:
        for worse in left:
            if better.standing.rank < worse.standing.rank:
                assert worth[better.wins] >= worth[worse.wins]
