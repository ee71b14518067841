"""核实: a person looks at a finding and settles it; it stays settled as long as the excerpt stands."""

from dataclasses import replace

import pytest

from awardgen.catalogue import tables, writeups
from awardgen.checks.settlement import settle
from awardgen.finding import NOWHERE, Place, Severity
from tests.builders import settlement

OUTSIDE = writeups.DEED_OUTSIDE_WINDOW


def deed(applicant="BB-1", excerpt="2009年9月", kind=OUTSIDE):
    return kind.at(NOWHERE, "早于起始日期。", applicant=applicant, excerpt=excerpt)


def severities(findings):
    return [(each.kind.code, each.severity.value) for each in findings]


def test_number_code_and_excerpt_settle_a_finding():
    assert severities(settle([deed()], [settlement("BB-1", "AW204", "2009年9月")])) == [("AW204", "info")]


def test_it_stays_the_same_finding():
    (settled,) = settle([deed()], [settlement("BB-1", "AW204", "2009年9月")])
    assert replace(settled, severity=Severity.ERROR, settled=False) == deed()


def test_another_number_code_or_excerpt_settles_nothing():
    wrong = [
        settlement("BB-2", "AW204", "2009年9月"),
        settlement("BB-1", "AW205", "2009年9月"),
        settlement("BB-1", "AW204", "2009年"),
    ]
    findings = settle([deed()], wrong)
    assert severities(findings)[0] == ("AW204", "error")
    assert severities(findings)[1:] == [("AW120", "info")] * 3


def test_a_changed_text_opens_it_again():
    settled = [settlement("BB-1", "AW204", "2009年9月")]
    assert severities(settle([deed(excerpt="2009年10月")], settled))[0] == ("AW204", "error")


def test_one_row_settles_every_finding_that_it_names():
    findings = settle([deed(), deed(), deed("BB-2")], [settlement("BB-1", "AW204", "2009年9月")])
    assert [each.severity for each in findings] == [Severity.INFO, Severity.INFO, Severity.ERROR]


def test_white_space_around_an_excerpt_is_not_compared():
    found = deed(excerpt=" 2009年9月\n")
    assert severities(settle([found], [settlement("BB-1", "AW204", "2009年9月")])) == [("AW204", "info")]


def test_a_finding_of_the_settings_has_no_number():
    found = tables.NUMBER_UNREADABLE.at(Place(cell="D2"), "读不成数字。", excerpt="三个")
    assert severities(settle([found], [settlement("", "AW107", "三个")])) == [("AW107", "info")]


def test_a_settlement_that_meets_nothing_is_told_at_its_row():
    (idle,) = settle([], [settlement("BB-1", "AW204", "2009年9月", row=6)])
    assert (idle.kind.code, idle.severity) == ("AW120", Severity.INFO)
    assert (idle.place.sheet, idle.place.cell, idle.applicant) == ("核实", "B6", "BB-1")


def test_findings_keep_their_order():
    findings = settle([deed("BB-2"), deed("BB-1")], [settlement("BB-1", "AW204", "2009年9月")])
    assert [each.applicant for each in findings] == ["BB-2", "BB-1"]


def test_what_withholds_a_document_cannot_be_settled_and_the_row_says_so():
    empty = tables.REQUIRED_CELL_EMPTY.at(NOWHERE, "空。", applicant="BB-1")
    findings = settle([empty], [settlement("BB-1", "AW101", "", row=6)])
    assert severities(findings) == [("AW101", "error"), ("AW120", "info")]
    assert findings[1].place.cell == "B6"
    assert "不能用核实了结" in findings[1].message


@pytest.mark.parametrize("code", ["aw204", "ＡＷ２０４", " AW204 "])
def test_a_code_counts_however_it_is_typed(code):
    assert severities(settle([deed()], [settlement("BB-1", code, "2009年9月 ")])) == [("AW204", "info")]
