import pytest

from awardgen.campaign import Decision, YesNo
from awardgen.checks.decisions import (
    departure_gives_its_reason,
    grants_stay_within_the_quota,
    place_passed_on_is_told,
    quota_is_set,
    tie_across_the_quota_is_ruled,
)
from awardgen.finding import Severity
from tests.builders import application, case, judged, person_award

GRANTED, REFUSED = Decision.GRANTED, Decision.REFUSED


def round_of(*totals, quota=1, **columns):
    """Applications BB-1, BB-2, … in rows 2, 3, …; columns: header → a value for each."""
    award = person_award(quota)
    members = [
        application(f"BB-{at}", award, row=at + 1, **{name: each[at - 1] for name, each in columns.items()})
        for at in range(1, len(totals) + 1)
    ]
    rows = [
        row
        for each, total in zip(members, totals, strict=True)
        if total
        for row in judged(each.number, total)
    ]
    return case(*members, scores=rows)


def test_a_tie_across_the_quota_is_found_at_the_first_of_them():
    (finding,) = tie_across_the_quota_is_ruled(round_of(90, 80, 80, quota=2))
    assert (finding.kind.code, finding.severity, finding.kind.withholds) == ("AW311", Severity.ERROR, True)
    assert (finding.place.cell, finding.place.column, finding.applicant) == ("L3", "裁定名次", "BB-2")
    assert finding.excerpt == "BB-2、BB-3"


@pytest.mark.parametrize(
    ("totals", "quota"), [((90, 80), 1), ((80, 80), 2), ((90, 80, 80), 1), ((80, 80), None), ((80, 80), 0)]
)
def test_a_tie_that_the_quota_does_not_cut_needs_no_ruling(found, totals, quota):
    assert found(tie_across_the_quota_is_ruled, round_of(*totals, quota=quota)) == []


def test_a_ruling_or_a_decision_settles_it(found):
    assert found(tie_across_the_quota_is_ruled, round_of(80, 80, 裁定名次=(2, 1))) == []
    assert found(tie_across_the_quota_is_ruled, round_of(80, 80, 评定结果=(GRANTED, None))) == []


def test_a_departure_without_a_reason_is_a_warning_at_the_reasons_cell():
    departing = round_of(90, 80, 评定结果=(REFUSED, None))
    (finding,) = departure_gives_its_reason(departing)
    assert (finding.kind.code, finding.severity) == ("AW312", Severity.WARNING)
    assert (finding.place.cell, finding.place.column) == ("K2", "评定理由")
    assert (finding.applicant, finding.excerpt) == ("BB-1", "不授予")


def test_with_its_reason_it_is_right(found):
    explained = round_of(90, 80, 评定结果=(REFUSED, None), 评定理由=("本人申请退出", None))
    assert found(departure_gives_its_reason, explained) == []


def test_a_decision_that_confirms_the_rank_needs_no_reason(found):
    assert found(departure_gives_its_reason, round_of(90, 80, 评定结果=(GRANTED, REFUSED))) == []


def test_granting_a_vetoed_application_says_why_it_was_excluded():
    vetoed = round_of(90, 评定结果=(GRANTED,), 安全责任事故=(YesNo("有"),))
    (finding,) = departure_gives_its_reason(vetoed)
    assert "一票否决" in finding.message


def test_more_grants_than_places_are_a_warning_at_the_quota():
    (finding,) = grants_stay_within_the_quota(round_of(90, 80, 评定结果=(GRANTED, GRANTED)))
    assert (finding.kind.code, finding.severity) == ("AW313", Severity.WARNING)
    assert (finding.place.sheet, finding.place.cell, finding.excerpt) == ("奖项", "D3", "1")


@pytest.mark.parametrize("quota", [2, 3, None])
def test_as_many_grants_as_places_are_right(found, quota):
    granted = round_of(90, 80, quota=quota, 评定结果=(GRANTED, GRANTED))
    assert found(grants_stay_within_the_quota, granted) == []


def test_who_moves_up_is_told_as_an_info():
    (finding,) = place_passed_on_is_told(round_of(90, 80, 评定结果=(REFUSED, None)))
    assert (finding.kind.code, finding.severity) == ("AW314", Severity.INFO)
    assert (finding.place.cell, finding.applicant) == ("J3", "BB-2")
    assert "递补" in finding.message


def test_who_gives_way_is_told_too():
    (finding,) = place_passed_on_is_told(round_of(90, 80, 评定结果=(None, GRANTED)))
    assert finding.applicant == "BB-1"
    assert "让出" in finding.message


def test_without_decisions_no_place_is_passed_on(found):
    assert found(place_passed_on_is_told, round_of(90, 80)) == []


def test_a_missing_quota_is_an_info_once_there_are_ranks(found):
    assert found(quota_is_set, round_of(90, quota=None)) == [("AW316", "D3", "名额", None, None)]


def test_before_that_it_is_not_missed(found):
    assert found(quota_is_set, round_of(None, quota=None)) == []
    assert found(quota_is_set, round_of(90, quota=0)) == []
