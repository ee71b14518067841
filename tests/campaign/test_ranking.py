"""Rules of scoring (design.md): totals to ranks."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgen.campaign import YesNo, evaluate
from awardgen.campaign.ranking import NOT_SCORED, VETO
from tests.builders import application, campaign, evidence, judged, person_award, rubric, score_row, settings

RUBRIC = rubric(政治素质好=(10, 10), 服务质量高=(30, 30), 创新能力强=(60, 60))
TIE_BREAK = settings(tie_break=("服务质量高", "创新能力强"))


def ranks(built):
    return {
        each.standing.application.number: each.standing.rank
        for award in evaluate(built).awards
        for each in award.outcomes
    }


def ranked(*totals, rulings=()):
    """The ranks of applications A, B, … with these totals from one judge, and 裁定名次 where given."""
    rulings = dict(zip("ABCDEF", rulings, strict=False))
    members = [
        application(number, 裁定名次=rulings.get(number)) for number, _ in zip("ABCDEF", totals, strict=False)
    ]
    scores = [row for each, total in zip(members, totals, strict=True) for row in judged(each.number, total)]
    by_number = ranks(campaign(*members, scores=scores))
    return "".join(str(by_number[each.number]) for each in members)


def standing_of(built, number):
    outcomes = evaluate(built).awards[0].outcomes
    return next(each.standing for each in outcomes if each.standing.application.number == number)


def test_the_highest_total_is_first():
    members = [application(each) for each in "ABC"]
    scores = (*judged("A", 70), *judged("B", 90), *judged("C", 80))
    assert list(ranks(campaign(*members, scores=scores)).items()) == [("B", 1), ("C", 2), ("A", 3)]


def test_a_tie_is_a_shared_rank_and_the_next_is_skipped():
    assert ranked(90, 80, 80, 70) == "1224"
    assert ranked(90, 90, 90, 70) == "1114"


def test_totals_that_round_alike_are_a_tie():
    """(80 + 80 + 80.01) / 3 = 80.0033…: 80.00, like a plain 80."""
    members = [application("A"), application("B")]
    scores = (*judged("A", 80, 80, "80.01"), *judged("B", 80, 80, 80))
    assert ranks(campaign(*members, scores=scores)) == {"A": 1, "B": 1}


def test_a_tie_is_settled_by_the_rubric_groups_in_their_order():
    members = [application(each) for each in "ABC"]
    scores = (
        score_row("A", "甲", 10, 20, 50),  # 80 each; 服务质量高 comes first
        score_row("B", "甲", 0, 25, 55),
        score_row("C", "甲", 5, 20, 55),
    )
    built = campaign(*members, scores=scores, rubric=RUBRIC, settings=TIE_BREAK)
    assert ranks(built) == {"B": 1, "C": 2, "A": 3}


def test_what_the_groups_leave_equal_shares_its_rank():
    members = [application("A"), application("B")]
    scores = (score_row("A", "甲", 10, 20, 50), score_row("B", "甲", 10, 20, 50))
    built = campaign(*members, scores=scores, rubric=RUBRIC, settings=TIE_BREAK)
    assert ranks(built) == {"A": 1, "B": 1}


def test_a_group_is_found_by_either_of_its_names_and_an_unknown_one_compares_nothing():
    members = [application("A"), application("B")]
    scores = (score_row("A", "甲", 10, 20, 50), score_row("B", "甲", 10, 30, 40))
    by = {"scores": scores, "rubric": RUBRIC}
    assert ranks(campaign(*members, **by, settings=settings(tie_break=("服务质量高",)))) == {"B": 1, "A": 2}
    assert ranks(campaign(*members, **by, settings=settings(tie_break=("没有",)))) == {"A": 1, "B": 1}


def test_a_ruling_settles_a_tie():
    assert ranked(90, 80, 80, 70, rulings=(None, 2, 1, None)) == "1324"


def test_a_ruling_counts_whatever_its_figures():
    assert ranked(80, 80, 80, rulings=(7, 3, 5)) == "312"


def test_two_with_the_same_ruling_stay_tied():
    assert ranked(80, 80, 80, rulings=(2, 1, 2)) == "212"


def test_a_tie_in_which_somebody_has_no_ruling_stays_open():
    assert ranked(80, 80, rulings=(1, None)) == "11"


def test_a_ruling_changes_nothing_where_there_is_no_tie():
    assert ranked(90, 80, rulings=(2, 1)) == "12"


def test_a_vetoed_application_keeps_its_score_and_has_no_rank():
    members = [application("A", 安全责任事故=YesNo("有")), application("B")]
    built = campaign(*members, scores=(*judged("A", 99), *judged("B", 60)))
    vetoed = standing_of(built, "A")
    assert (vetoed.rank, vetoed.exclusion, vetoed.score.total) == (None, VETO, 99)
    assert ranks(built) == {"B": 1, "A": None}


@pytest.mark.parametrize("cell", [YesNo("无"), None, "也许"])
def test_only_an_accident_that_is_said_vetoes(cell):
    assert ranks(campaign(application("A", 安全责任事故=cell), scores=judged("A", 99))) == {"A": 1}


def test_who_has_no_score_has_no_rank():
    built = campaign(application("A"), application("B"), scores=judged("B", 60))
    assert standing_of(built, "A").exclusion == NOT_SCORED
    assert ranks(built) == {"B": 1, "A": None}


def test_a_wrong_cell_never_removes_an_application_from_the_ranking():
    scores = (score_row("A", "甲", None, None), score_row("B", "甲", 50, None))
    assert ranks(campaign(application("A"), application("B"), scores=scores)) == {"B": 1, "A": 2}


def test_scores_without_a_number_are_nobodys():
    scores = (*judged("", 99), *judged("B", 60))
    assert ranks(campaign(application(""), application("B"), scores=scores)) == {"B": 1, "": None}


def test_of_a_repeated_number_the_first_row_has_the_scores():
    first, second = application("A"), application("A")
    outcomes = evaluate(campaign(first, second, scores=judged("A", 60))).outcomes
    assert outcomes[first.row_order].standing.rank == 1
    assert outcomes[second.row_order].standing.rank is None
    assert "重复" in outcomes[second.row_order].standing.exclusion


def test_a_number_that_differs_in_case_is_repeated():
    first, second = application("bb-1"), application("BB-1")
    outcomes = evaluate(campaign(first, second, scores=judged("BB-1", 60))).outcomes
    assert "重复" in outcomes[second.row_order].standing.exclusion


def test_each_award_is_ranked_by_itself():
    posts = person_award()
    others = [application("A"), application("B", posts)]
    built = campaign(*others, scores=(*judged("A", 90), *judged("B", 80)))
    assert set(ranks(built).values()) == {1, 2}


@st.composite
def rounds(draw):
    """A round of up to six applications: scores of up to seven judges, vetoes, rulings, thanks."""
    members, scores, thanks = [], [], []
    for index in range(draw(st.integers(0, 6))):
        accident = YesNo(draw(st.sampled_from("有无无无")))
        ruling = draw(st.none() | st.integers(1, 3))
        members.append(application(f"BB-{index}", 安全责任事故=accident, 裁定名次=ruling))
        scores += judged(f"BB-{index}", *draw(st.lists(st.integers(79, 81), max_size=7)))
        thanks += [evidence(f"BB-{index}", source=str(each)) for each in range(draw(st.integers(0, 2)))]
    return campaign(*members, awards=(person_award(),), scores=scores, evidence=thanks)


@given(rounds())
def test_no_application_disappears(built):
    (award,) = evaluate(built).awards
    numbers = sorted(each.standing.application.number for each in award.outcomes)
    assert numbers == sorted(each.number for each in built.applications)


@given(rounds())
def test_ranking_is_a_total_preorder(built):
    """Ranked first, in order; each rank is one more than the number of those before it."""
    standings = [each.standing for each in evaluate(built).awards[0].outcomes]
    given_ranks = [each.rank for each in standings if each.rank is not None]
    assert [each.rank for each in standings] == given_ranks + [None] * (len(standings) - len(given_ranks))
    assert all(rank == 1 + sum(other < rank for other in given_ranks) for rank in given_ranks)
    totals = [each.score.total for each in standings if each.rank is not None]
    assert totals == sorted(totals, reverse=True)


@given(rounds(), st.randoms())
def test_the_order_of_the_rows_changes_no_rank(built, random):
    shuffled = random.sample(built.applications, len(built.applications))
    again = campaign(*shuffled, awards=built.awards, scores=built.scores, evidence=built.evidence)
    assert ranks(built) == ranks(again)


@given(rounds())
def test_who_is_scored_and_not_vetoed_is_ranked(built):
    for outcome in evaluate(built).awards[0].outcomes:
        standing = outcome.standing
        judged_and_safe = standing.score.total is not None and not standing.application.accident
        assert (standing.rank is not None) == judged_and_safe == (not standing.exclusion)


def test_ties_are_compared_in_exact_decimals():
    """0.1 + 0.2 is 0.3 here."""
    members = [application("A"), application("B")]
    scores = (score_row("A", "甲", "0.1", "0.2"), score_row("B", "甲", "0.3"))
    built = campaign(*members, scores=scores)
    assert standing_of(built, "A").score.total == Decimal("0.30")
    assert ranks(built) == {"A": 1, "B": 1}
