"""附件说明, the annexes' own pages and the places that point to them are about the same annexes."""

import pytest

from awardgen.consistency_checks import DocumentText, Wording
from awardgen.consistency_checks.annex_rules import (
    annexes_are_numbered_in_order,
    annexes_bear_the_titles_announced,
    annexes_cited_exist,
)
from awardgen.consistency_checks.annexes import are_same
from awardgen.consistency_checks.passage import Passage
from awardgen.finding import Place
from tests.builders import campaign, document_row

NOTE = (
    "附件：1.“优质服务示范岗”、“优秀服务标兵”评选细则",
    "2.后勤集团优质服务示范岗申报表",
    "3.后勤集团优秀服务标兵申报表",
)
PAGES = {
    "附件1": "“优质服务示范岗”、“优秀服务标兵”\n评选细则",
    "附件2": "后勤集团优质服务示范岗申报表",
    "附件3": "后勤集团优秀服务标兵申报表",
}


def documents(*notice, pages=PAGES):
    """A notice that says this, and annexes: label → title."""
    said = {
        "通知": ("关于开展活动的通知", *notice),
        **{label: (label, title) for label, title in pages.items()},
    }
    return Wording(
        campaign(),
        tuple(
            DocumentText(
                document_row(f"{name}.docx", name=name),
                "",
                tuple(
                    Passage(text, Place(f"templates/{name}.docx"), f"正文第{count}段")
                    for count, text in enumerate(texts, 1)
                ),
            )
            for name, texts in said.items()
        ),
    )


def found(wording):
    rules = annexes_are_numbered_in_order, annexes_bear_the_titles_announced, annexes_cited_exist
    return [(each.kind.code, each.place.file, each.excerpt) for rule in rules for each in rule(wording)]


NOTICE = "templates/通知.docx"


def test_what_is_announced_is_there():
    cited = (
        "填写《优质服务示范岗申报表》（附件2）和《优秀服务标兵申报表》（见附件3），标准见评选细则（附件1）。"
    )
    assert found(documents(cited, *NOTE, "二○一○年九月十五日")) == []


def test_a_title_that_differs_is_found_in_the_note():
    changed = "2.后勤集团“优质服务示范岗”评选申报表"
    assert found(documents(NOTE[0], changed, NOTE[2])) == [("AW431", NOTICE, changed[2:])]


def test_numbers_that_skip_are_found_once():
    assert found(documents(NOTE[0], NOTE[1], "4.后勤集团优秀服务标兵申报表")) == [("AW432", NOTICE, "4")]


def test_annexes_that_changed_places_are_found():
    pages = PAGES | {"附件2": PAGES["附件3"], "附件3": PAGES["附件2"]}
    assert [code for code, *_ in found(documents(*NOTE, pages=pages))] == ["AW432", "AW432"]


def test_an_annex_that_nobody_announces_is_found_at_its_label():
    pages = PAGES | {"附件4": "后勤集团推荐名单"}
    assert found(documents(*NOTE, pages=pages)) == [("AW432", "templates/附件4.docx", "附件4")]


@pytest.mark.parametrize(
    ("text", "excerpts"),
    [
        ("填写《优质服务示范岗申报表》（附件3）。", ["附件3"]),
        ("连同身份证复印件（附件5）报送。", ["附件5"]),
        ("连同单位证明（附件2）报送。", []),
        ("按校发〔2010〕20号文件附件5执行。", []),
        ("（校发〔2010〕20号，附件5不发）", []),
    ],
)
def test_what_points_to_an_annex(text, excerpts):
    assert [excerpt for *_, excerpt in found(documents(text, *NOTE))] == excerpts


def test_a_single_annex_needs_no_number():
    assert found(documents("附件：推荐表", pages={"附件": "推荐表"})) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("后勤集团优质服务示范岗申报表", "《优质服务示范岗申报表》", True),
        ("“甲”、“乙”评选细则", "甲乙评选细则", True),
        ("申报表（样式）", "申报表", True),
        ("2010年度申报表", "申报表", True),
        ("优质服务示范岗评选申报表", "优质服务示范岗申报表", False),
        ("优秀服务标兵申报表", "申报表", False),
    ],
)
def test_titles_are_the_same_but_for_marks_and_the_unit(one, other, same):
    assert are_same(one, other) is same
