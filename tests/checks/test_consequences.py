"""One fault, one finding: what only follows from another is not reported beside it."""

from awardgen.catalogue import scores, tables
from awardgen.checks.consequences import rows_may_be_lost, without_consequences
from awardgen.finding import Place

STRANGER = scores.APPLICATION_UNKNOWN.at(
    Place("data/评分.xlsx", "评分", "A9", "编号"), "……", applicant="SF-003"
)
ABSENT = scores.JUDGE_DID_NOT_SCORE.at(
    Place("data/评分.xlsx", "评分", None, "评委"), "……", applicant="BB-001"
)


def codes(*findings):
    return [finding.kind.code for finding in without_consequences(findings)]


def test_a_finding_without_a_cause_stands():
    assert codes(STRANGER, ABSENT) == ["AW304"]
    assert codes(ABSENT) == ["AW308"]
    assert codes(STRANGER) == ["AW304"]


def test_scores_of_an_application_that_lost_its_number_are_no_strangers():
    empty = tables.REQUIRED_CELL_EMPTY.at(Place("data/申报.xlsx", "示范岗", "A4", "编号"), "……")
    assert codes(empty, STRANGER) == ["AW101"]


def test_an_empty_cell_elsewhere_in_the_row_explains_nothing():
    empty = tables.REQUIRED_CELL_EMPTY.at(Place("data/申报.xlsx", "示范岗", "C4", "岗位名称"), "……")
    assert codes(empty, STRANGER) == ["AW101", "AW304"]


def test_scores_of_applications_that_were_not_read_are_no_strangers():
    for cause in (
        tables.WORKBOOK_UNREADABLE.at(Place("data/申报.xlsx"), "……"),
        tables.SHEET_MISSING.at(Place("data/活动设置.xlsx", "奖项"), "……"),
        tables.STAGE_NOT_REACHED.at(Place("data/申报.xlsx", "标兵"), "……"),
    ):
        assert codes(cause, STRANGER) == [cause.kind.code]


def test_a_misspelt_judge_is_not_also_missing():
    unknown = scores.JUDGE_UNKNOWN.at(Place("data/评分.xlsx", "评分", "B2", "评委"), "……", applicant="BB-001")
    assert codes(unknown, ABSENT) == ["AW306"]


def test_but_is_missing_for_another_application():
    unknown = scores.JUDGE_UNKNOWN.at(Place("data/评分.xlsx", "评分", "B2", "评委"), "……", applicant="BB-002")
    assert codes(unknown, ABSENT) == ["AW306", "AW308"]


def test_faults_that_may_cost_a_row_its_place_are_known():
    repeated = tables.NUMBER_REPEATED.at(Place("data/申报.xlsx", "标兵", "A3", "编号"), "……")
    assert rows_may_be_lost([repeated])
    assert not rows_may_be_lost([STRANGER])


def test_a_quota_that_cannot_be_read_is_not_also_empty():
    place = Place("data/活动设置.xlsx", "奖项", "D2", "名额")
    unreadable, empty = tables.NUMBER_UNREADABLE.at(place, "……"), scores.QUOTA_EMPTY.at(place, "……")
    assert codes(unreadable, empty) == ["AW107"]
    assert codes(empty) == ["AW316"]
