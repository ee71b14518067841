from awardgen.campaign import Decision, YesNo, evaluate
from awardgen.report.page.standings import standing_data
from tests.builders import application, campaign, judge, judged, person_award


def standings(*applications, scores, quota=2):
    award = person_award(quota)
    judges = tuple(judge(f"评委{number}") for number in range(1, 7))
    made = tuple(application(number, award, **told) for number, told in applications)
    whole = campaign(*made, scores=scores, judges=judges)
    (found,) = standing_data(whole, evaluate(whole))
    return found


def rows(found):
    """Return application, rank, total, result and remarks of each row."""
    return [(row[0], row[1], row[5], row[6], "；".join(row[7])) for row in found["rows"]]


def test_the_line_stands_below_as_many_as_the_quota_has():
    scores = judged("A", 90) + judged("B", 95) + judged("C", 80)
    found = standings(("A", {}), ("B", {}), ("C", {}), scores=scores)
    assert found["line"] == 2
    assert [row[:4] for row in rows(found)] == [
        (1, 1, "95.00", "获奖"),
        (0, 2, "90.00", "获奖"),
        (2, 3, "80.00", ""),
    ]


def test_a_tie_across_the_line_waits_for_a_ruling():
    scores = judged("A", 95) + judged("B", 90) + judged("C", 90)
    found = standings(("A", {}), ("B", {}), ("C", {}), scores=scores)
    assert found["openTie"] == [1, 2]
    assert [row[3] for row in rows(found)] == ["获奖", "待裁定", "待裁定"]
    assert "名次并列" in rows(found)[1][4]


def test_what_a_ruling_told_apart_says_so():
    scores = judged("A", 90) + judged("B", 90)
    found = standings(("A", {"裁定名次": 2}), ("B", {"裁定名次": 1}), scores=scores, quota=1)
    assert [(row[0], row[4]) for row in rows(found)] == [
        (1, "总分相同，裁定名次1"),
        (0, "总分相同，裁定名次2"),
    ]


def test_a_veto_stands_last_with_its_score_and_without_a_rank():
    scores = judged("A", 99) + judged("B", 90)
    found = standings(("A", {"安全责任事故": YesNo("有")}), ("B", {}), scores=scores)
    assert rows(found)[1][:4] == (0, None, "99.00", "否决")
    assert "一票否决" in rows(found)[1][4]


def test_a_decision_of_the_union_is_told_with_its_reason():
    scores = judged("A", 99) + judged("B", 90)
    told = {"评定结果": Decision.REFUSED, "评定理由": "材料不实"}
    found = standings(("A", told), ("B", {}), scores=scores, quota=1)
    assert rows(found)[0] == (0, 1, "99.00", "", "评定结果：不授予；材料不实")
    assert rows(found)[1][3] == "获奖"


def test_dropped_totals_are_known_and_absent_judges_have_none():
    found = standings(("A", {}), scores=judged("A", 90, 91, 92, 93, 94, 95))
    assert [each[1] for each in found["rows"][0][2]] == [1, 0, 0, 0, 0, 1]
    found = standings(("A", {}), scores=judged("A", 90))
    assert found["rows"][0][2] == [["90", 0], None, None, None, None, None]
