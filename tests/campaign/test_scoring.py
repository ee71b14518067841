"""Rules of scoring (design.md): judges' rows and evidence to a total."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgen.campaign import Window, rounded
from awardgen.campaign.scoring import (
    bonus,
    counted_evidence,
    first_rows,
    group_mean,
    judge_totals,
    row_total,
    score,
    scores_by_number,
)
from tests.builders import evidence, judged, rubric_group, score_row, settings

points = st.decimals(0, 100, places=1)


def dropped(*totals, limit=5):
    """The positions, from 1, of the judges set aside."""
    result = judge_totals(judged("BB-1", *totals), limit)
    return [position for position, each in enumerate(result, start=1) if each.dropped]


def mean(*totals):
    return score(judged("BB-1", *totals), (), settings()).mean


def test_a_judges_total_is_the_sum_of_the_row():
    assert row_total(score_row("BB-1", "高志远", 4, 5, "9.5")) == Decimal("18.5")


def test_an_empty_cell_counts_nothing_and_the_row_stays():
    assert row_total(score_row("BB-1", "高志远", 4, None, 9)) == 13


@pytest.mark.parametrize("judges", [1, 2, 3, 4, 5])
def test_five_judges_or_fewer_give_the_plain_mean(judges):
    totals = [80, 90, 100, 70, 60][:judges]
    assert dropped(*totals) == []
    assert mean(*totals) == Fraction(sum(totals), judges)


def test_with_more_than_five_one_highest_and_one_lowest_are_dropped():
    assert dropped(80, 95, 85, 60, 90, 88) == [2, 4]
    assert mean(80, 95, 85, 60, 90, 88) == Fraction(80 + 85 + 90 + 88, 4)


def test_of_equals_the_later_is_dropped():
    assert dropped(95, 60, 80, 95, 60, 80) == [4, 5]


def test_where_all_are_equal_two_are_dropped_still():
    assert dropped(90, 90, 90, 90, 90, 90) == [5, 6]


def test_the_limit_is_the_settings():
    assert dropped(80, 90, 100, limit=2) == [1, 3]
    assert dropped(80, 90, 100, 70, 60, 50, limit=6) == []


@pytest.mark.parametrize("totals", [(), (80,), (80, 90)])
def test_a_limit_set_too_low_never_drops_everyone(totals):
    assert dropped(*totals, limit=0) == []


def test_dropping_counts_the_judges_who_are_present():
    """Seven judges are named, two stood back: five rows, none of them dropped."""
    assert dropped(80, 90, 100, 70, 60) == []


def test_a_judge_who_scores_twice_is_present_once():
    rows = (*judged("BB-1", 80, 90, 100, 70, 60), score_row("BB-1", "评委1", 0))
    result = scores_by_number(rows, (), settings(), ["BB-1"])["BB-1"]
    assert len(result.judge_totals) == 5
    assert result.mean == 80


def test_of_a_judges_two_rows_the_first_counts():
    first, other, second = score_row("BB-1", "甲", 9), score_row("BB-2", "甲", 7), score_row("BB-1", "甲", 1)
    assert first_rows([first, other, second]) == (first, other)


def test_rows_without_a_judge_repeat_nobodys():
    rows = (score_row("BB-1", "", 9), score_row("BB-1", "", 8))
    assert first_rows(rows) == rows


@given(st.lists(points, min_size=1, max_size=9), st.randoms())
def test_the_order_of_the_rows_never_changes_the_mean(totals, random):
    shuffled = random.sample(totals, len(totals))
    assert mean(*totals) == mean(*shuffled)


@given(st.lists(points, min_size=6, max_size=9))
def test_dropping_takes_one_highest_and_one_lowest(totals):
    left = [each.total for each in judge_totals(judged("BB-1", *totals), 5) if not each.dropped]
    assert sorted(left) == sorted(totals)[1:-1]


def test_the_order_of_the_rows_decides_only_which_of_equals_goes():
    for totals in permutations((70, 80, 80, 90, 90, 90)):
        gone = dropped(*totals)
        assert gone == sorted([totals.index(70) + 1, max(at for at in range(6) if totals[at] == 90) + 1])


@pytest.mark.parametrize(
    ("exact", "printed"),
    [
        ("88.004", "88.00"),
        ("88.005", "88.01"),
        ("88.0049999", "88.00"),
        ("88.015", "88.02"),
        ("0.125", "0.13"),
        ("99.995", "100.00"),
        ("-0.005", "-0.01"),
        ("7", "7.00"),
    ],
)
def test_two_places_half_up(exact, printed):
    assert str(rounded(Decimal(exact))) == printed


@given(st.fractions(0, 1000))
def test_rounding_is_never_off_by_more_than_half_a_hundredth(exact):
    off = exact - Fraction(rounded(exact))
    assert Fraction(-1, 200) <= off < Fraction(1, 200)


def test_the_mean_is_exact_and_only_the_total_rounded():
    """(85 + 85 + 86) / 3 = 85.333…: no step in between rounds."""
    result = score(judged("BB-1", 85, 85, 86), (), settings())
    assert result.mean == Fraction(256, 3)
    assert result.total == Decimal("85.33")


def test_the_bonus_comes_on_top_of_the_mean():
    thanks = (evidence(source="甲"), evidence(source="乙"))
    assert score(judged("BB-1", 85, 86), thanks, settings()).total == Decimal("87.50")


@pytest.mark.parametrize(("entries", "points"), [(0, 0), (9, 9), (10, 10), (11, 10), (40, 10)])
def test_one_point_each_and_ten_at_most(entries, points):
    assert bonus([evidence(source=str(each)) for each in range(entries)], settings()) == points


def test_points_and_limit_are_the_settings():
    given_settings = settings(bonus_each=Decimal("0.5"), bonus_limit=Decimal("1.2"))
    assert bonus([evidence()] * 2, given_settings) == 1
    assert bonus([evidence()] * 3, given_settings) == Decimal("1.2")


def test_without_a_judge_there_is_no_total_whatever_the_bonus():
    result = score((), [evidence()], settings())
    assert (result.mean, result.total, result.bonus) == (None, None, 1)


def test_only_verified_evidence_counts():
    assert counted_evidence([evidence(verified=False)], settings()) == ()


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (date(2010, 8, 31), False),
        (date(2010, 9, 1), True),
        (date(2011, 6, 30), True),
        (date(2011, 7, 1), False),
        (None, False),
    ],
)
def test_evidence_counts_from_the_first_day_of_the_window_to_the_last(day, counts):
    assert bool(counted_evidence([evidence(day=day)], settings())) is counts


def test_without_a_window_every_dated_entry_counts():
    """A wrong cell in the settings takes no points from anybody."""
    old = evidence(day=date(1999, 1, 1))
    assert counted_evidence([old], settings(window=None)) == (old,)


def test_repeated_evidence_counts_once():
    first, again = evidence(row=2), evidence(row=3)
    assert counted_evidence([first, again], settings()) == (first,)


def test_a_repetition_earns_nothing_even_where_the_first_row_does_not():
    """The finding says that the later row was not counted; so it must not be."""
    first, again = evidence(row=2, verified=False), evidence(row=3)
    assert counted_evidence([first, again], settings()) == ()


@pytest.mark.parametrize(
    "other",
    [{"number": "BB-2"}, {"day": date(2010, 10, 9)}, {"form": "来电"}, {"source": "李老师"}],
)
def test_what_differs_in_one_thing_is_no_repetition(other):
    assert len(counted_evidence([evidence(), evidence(**other)], settings())) == 2


def test_evidence_belongs_to_its_number():
    rows = (*judged("BB-1", 80), *judged("BB-2", 80))
    results = scores_by_number(rows, [evidence("BB-2")], settings(), ["BB-1", "BB-2", "BB-3"])
    assert [results[each].total for each in ("BB-1", "BB-2", "BB-3")] == [80, 81, None]


def test_a_groups_mean_is_over_the_rows_that_are_left():
    group = rubric_group("服务质量高", 30, 20, 10, first=2)
    rows = [score_row("BB-1", f"评委{each}", 10 * each, each, 1) for each in range(1, 7)]
    result = score(rows, (), settings(), [group])
    left = [each.judge for each in result.judge_totals if not each.dropped]
    assert left == ["评委2", "评委3", "评委4", "评委5"]
    assert result.group_means == (Decimal("4.50"),)


def test_a_groups_mean_without_rows_is_nothing():
    assert group_mean((), rubric_group("服务质量高", 30, 30)) == 0


def test_a_window_cannot_be_reversed():
    with pytest.raises(ValueError, match="before it starts"):
        Window(date(2011, 6, 30), date(2010, 9, 1))
    assert "2010-10-08" not in Window(date(2010, 9, 1), date(2011, 6, 30))
