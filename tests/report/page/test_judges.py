from awardgen.campaign import evaluate
from awardgen.report.page.judges import judge_spreads
from awardgen.report.page.spread import spread_of
from tests.builders import application, campaign, judged


def spreads(*totals):
    """Judge four applications alike, a total a judge."""
    applications = [application(f"BB-{number}") for number in range(4)]
    scores = tuple(row for each in applications for row in judged(each.number, *totals))
    whole = campaign(*applications, scores=scores)
    return judge_spreads(whole, evaluate(whole).outcomes.values())


def test_a_judge_who_scores_far_from_the_others_stands_out():
    found = spreads(90, 91, 92, 80)
    assert [each.name for each in found if each.is_far_off] == ["评委4"]
    assert found[3].deviation == -11


def test_judges_who_agree_do_not():
    assert not any(each.is_far_off for each in spreads(90, 91, 92, 89))


def test_of_two_judges_neither_is_far_off():
    assert not any(each.is_far_off for each in spreads(60, 95))


def test_totals_that_were_set_aside_are_counted():
    found = spreads(90, 91, 92, 93, 94, 95)
    assert [each.dropped for each in found] == [4, 0, 0, 0, 0, 4]
    assert all(dot.is_dropped for dot in found[0].totals)


def test_a_spread_has_its_quartiles():
    spread = spread_of([4, 1, 3, 2])
    assert (spread.least, spread.lower, spread.median, spread.upper, spread.most) == (1, 1.75, 2.5, 3.25, 4)
