"""活动设置.xlsx. 分值: criteria make their group's points, groups make 100; the finding stands at the cell to mend."""

from datetime import date

import pytest

from awardgen.campaign import Phase, Rubric
from awardgen.checks.settings import (
    criterion_number_is_used_once,
    phases_run_forward,
    points_add_up,
    tie_break_names_groups,
)
from awardgen.finding import Place
from tests.builders import case, record, rubric, rubric_group, settings

NOTICE = {
    "政治素质好": (10, 5, 5),
    "精神面貌好": (10, 5, 5),
    "服务质量高": (30, 10, 20),
    "创新能力强": (30, 20, 10),
    "群众反映好": (20, 10, 10),
}
FIRST_POINTS = {"政治素质好": "F2", "精神面貌好": "F4", "服务质量高": "F6", "创新能力强": "F8"}
GROUP_POINTS = {name: cell.replace("F", "C") for name, cell in FIRST_POINTS.items()} | {"群众反映好": "C10"}


@pytest.fixture
def cells(found):
    """The cells at which the notice's rubric is faulty once these groups are changed."""

    def run(**changes):
        faulty = case(rubric=rubric(**{**NOTICE, **changes}))
        return [cell for _, cell, *_ in found(points_add_up, faulty)]

    return run


def test_the_notices_points_are_right(cells):
    assert cells() == []


def test_halves_add_up_too(cells):
    assert cells(政治素质好=(10, "4.5", "5.5")) == []


def test_a_wrong_criterion_is_found_at_the_first_of_its_group(cells):
    assert cells(服务质量高=(30, 10, 25)) == [FIRST_POINTS["服务质量高"]]


def test_two_wrong_groups_are_two_findings(cells):
    assert cells(服务质量高=(30, 10, 25), 创新能力强=(30, 20, 5)) == [
        FIRST_POINTS["服务质量高"],
        FIRST_POINTS["创新能力强"],
    ]


def test_a_wrong_group_total_is_found_at_that_group(cells):
    """15 for criteria of 5 and 5 makes 105: one slip, one finding, at the cell with 15."""
    assert cells(精神面貌好=(15, 5, 5)) == [GROUP_POINTS["精神面貌好"]]


def test_two_wrong_group_totals_are_each_found(cells):
    assert cells(精神面貌好=(15, 5, 5), 群众反映好=(23, 10, 10)) == [
        GROUP_POINTS["精神面貌好"],
        GROUP_POINTS["群众反映好"],
    ]


def test_two_that_make_up_for_each_other_are_found_at_their_criteria(cells):
    """The groups make 100, so it is the criteria that seem wrong."""
    assert cells(政治素质好=(5, 5, 5), 精神面貌好=(15, 5, 5)) == ["F2", "F4"]


def test_where_no_group_is_wrong_by_itself_the_total_is_found_at_the_first(cells):
    assert cells(群众反映好=(30, 15, 15)) == [GROUP_POINTS["政治素质好"]]


def test_a_wrong_group_total_and_a_wrong_criterion_are_told_apart(cells):
    assert cells(精神面貌好=(15, 5, 5), 服务质量高=(30, 10, 25)) == [
        GROUP_POINTS["精神面貌好"],
        FIRST_POINTS["服务质量高"],
    ]


def test_a_wrong_criterion_does_not_explain_a_wrong_total(cells):
    assert cells(服务质量高=(30, 10, 25), 群众反映好=(30, 15, 15)) == [
        FIRST_POINTS["服务质量高"],
        GROUP_POINTS["政治素质好"],
    ]


def test_points_that_cannot_be_read_are_not_added_up(cells):
    assert cells(服务质量高=(30, 10, None)) == []


def test_a_group_without_points_counts_its_criteria(cells):
    assert cells(服务质量高=(None, 10, 20)) == []
    assert cells(服务质量高=(None, 10, 25)) == [GROUP_POINTS["政治素质好"]]


def test_what_cannot_be_read_in_one_group_hides_nothing_in_another(cells):
    assert cells(政治素质好=(None, None, 5), 服务质量高=(30, 10, 25)) == [FIRST_POINTS["服务质量高"]]


def test_without_a_rubric_there_is_nothing_to_add_up(found):
    assert found(points_add_up, case()) == []


def test_the_finding_names_the_figure_in_its_cell(found):
    faulty = case(rubric=rubric(**{**NOTICE, "服务质量高": (30, 10, 25)}))
    assert found(points_add_up, faulty) == [("AW113", "F6", "分值", None, "10")]


def test_a_tie_break_that_names_no_group_of_the_rubric_is_reported(found):
    place = Place("data/活动设置.xlsx", "基本信息", "B24", "同分比较")
    faulty = case(
        rubric=rubric(**NOTICE),
        settings=settings(tie_break=("服务质量高", "服务质里高"), places={"同分比较": place}),
    )
    assert found(tie_break_names_groups, faulty) == [("AW122", "B24", "同分比较", None, "服务质里高")]


def test_each_criterion_has_a_number_of_its_own(found):
    assert found(criterion_number_is_used_once, case(rubric=rubric(**NOTICE))) == []


def test_a_repeated_number_is_found_at_the_later_cell_with_the_first():
    groups = (rubric_group("甲", 50, 25, 25), rubric_group("乙", 50, 50, row=4, first=2))
    (finding,) = criterion_number_is_used_once(case(rubric=Rubric(groups)))
    assert (finding.kind.code, finding.place.cell, finding.excerpt) == ("AW124", "D4", "2")
    assert "D3" in finding.message


def _phase(first, last):
    return Phase(record("实施步骤", 3, 步骤="宣传发动", 开始日期=first, 结束日期=last), "宣传发动")


def test_a_phase_that_ends_before_it_starts_is_found_at_its_last_day():
    (finding,) = phases_run_forward(case(phases=(_phase(date(2011, 5, 31), date(2010, 10, 1)),)))
    assert (finding.kind.code, finding.place.sheet, finding.place.cell) == ("AW126", "实施步骤", "C3")
    assert (finding.place.column, finding.excerpt) == ("结束日期", "2010-10-01")
    assert "宣传发动" in finding.message


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2010, 10, 1), date(2011, 5, 31)),
        (date(2010, 10, 1), date(2010, 10, 1)),
        (None, date(2010, 10, 1)),
        (date(2010, 10, 1), None),
        ("十月", date(2010, 9, 1)),
    ],
)
def test_a_phase_of_a_day_or_with_a_day_unknown_runs_forward(found, first, last):
    assert found(phases_run_forward, case(phases=(_phase(first, last),))) == []
