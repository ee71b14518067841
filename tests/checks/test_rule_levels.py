"""检查规则: a campaign sets how each kind of finding is told."""

import pytest

from awardgen.catalogue import KINDS, tables, writeups
from awardgen.checks.rule_levels import (
    code_exists,
    rule_is_set_once,
    with_levels,
    withholding_rule_keeps_its_level,
)
from awardgen.checks.settlement import settle
from awardgen.finding import NOWHERE, Severity
from tests.builders import case, rule_setting, settlement

LOW, OUTSIDE = tables.SATISFACTION_LOW, writeups.DEED_OUTSIDE_WINDOW
EMPTY = tables.REQUIRED_CELL_EMPTY


def at_levels(kind, *rows, severity=None):
    return [each.severity for each in with_levels([kind.at(NOWHERE, "。", severity=severity)], rows)]


@pytest.mark.parametrize(
    ("level", "told"),
    [
        ("错误", [Severity.ERROR]),
        ("警告", [Severity.WARNING]),
        ("提示", [Severity.INFO]),
        ("不检查", []),
        ("随便", [Severity.WARNING]),
    ],
)
def test_a_kind_is_told_as_its_row_says(level, told):
    assert at_levels(LOW, rule_setting("AW110", level)) == told


def test_other_kinds_stay_as_they_are():
    assert at_levels(OUTSIDE, rule_setting("AW110", "不检查")) == [Severity.ERROR]


def test_a_code_counts_however_it_is_typed():
    assert at_levels(LOW, rule_setting(" ａｗ110", "不检查")) == []


def test_milder_findings_of_the_kind_are_told_at_the_same_level():
    assert at_levels(OUTSIDE, rule_setting("AW204", "提示"), severity=Severity.WARNING) == [Severity.INFO]


@pytest.mark.parametrize("level", ["警告", "提示", "不检查"])
def test_what_withholds_documents_keeps_its_weight_and_the_row_says_so(level, found):
    row = rule_setting("AW101", level, row=4)
    assert at_levels(EMPTY, row) == [Severity.ERROR]
    cells = [("AW172", "B4", "级别", None, level)]
    assert found(withholding_rule_keeps_its_level, case(rule_settings=(row,))) == cells


def test_it_may_be_set_to_what_it_is():
    assert list(withholding_rule_keeps_its_level(case(rule_settings=(rule_setting("AW101", "错误"),)))) == []


def test_no_row_reaches_any_kind_that_withholds():
    for kind in KINDS.values():
        told = at_levels(kind, rule_setting(kind.code, "不检查"))
        assert told == ([kind.severity] if kind.withholds else [])


def test_of_two_rows_the_first_counts_and_the_second_is_told(found):
    rows = (rule_setting("AW110", "提示", row=2), rule_setting("aw110", "错误", row=3))
    assert at_levels(LOW, *rows) == [Severity.INFO]
    assert found(rule_is_set_once, case(rule_settings=rows)) == [("AW171", "A3", "代码", None, "aw110")]


def test_an_unknown_code_is_told_with_the_nearest():
    (found,) = code_exists(case(rule_settings=(rule_setting("AW1100", "提示"),)))
    assert (found.kind.code, found.place.cell) == ("AW170", "A2")
    assert "AW110（顾客满意度低于下限）" in found.message


def test_a_settled_finding_stays_settled_whatever_its_kind_is_raised_to():
    found = LOW.at(NOWHERE, "低。", applicant="BB-1", excerpt="80%")
    settled = settle([found], [settlement("BB-1", "AW110", "80%")])
    assert [each.severity for each in with_levels(settled, [rule_setting("AW110", "错误")])] == [
        Severity.INFO
    ]


def test_a_kind_that_is_switched_off_is_gone_and_its_settlements_are_not_called_idle():
    found = LOW.at(NOWHERE, "低。", applicant="BB-1", excerpt="80%")
    settled = settle([found, LOW.at(NOWHERE, "低。")], [settlement("BB-1", "AW110", "80%")])
    assert with_levels(settled, [rule_setting("AW110", "不检查")]) == []
