"""The source's own text, typed into the templates, has the slips that are known of it, and no others of these kinds."""

import pytest
from docx import Document

from awardgen import pipeline
from tests.campaign_folder import REPOSITORY

SOURCE = (REPOSITORY / "tests/golden/notice-2010-15.txt").read_text(encoding="utf-8")


def type_template(folder, name, *paragraphs):
    document = Document()
    for text in paragraphs:
        if text.strip():
            document.add_paragraph(text.strip())
    document.save(folder.path / "templates" / name)


def slips(report):
    found = [
        (each.kind.code, each.place.file, each.place.cell, each.excerpt)
        for each in report.findings
        if "AW430" <= each.kind.code <= "AW459" or each.kind.code in {"AW469", "AW472", "AW477"}
    ]
    return sorted(found, key=str)


@pytest.fixture
def typed(starter):
    notice, _, annexes = SOURCE.partition("附件1：")
    rubric, _, forms = annexes.partition("附件2：")
    post, _, person = forms.partition("附件3：")
    type_template(starter, "通知.docx", *notice.split("\n"))
    type_template(starter, "评选细则.docx", "附件1：", *rubric.split("\t")[:1])
    type_template(starter, "示范岗申报表.docx", "附件2：", post.split("\t")[0])
    type_template(starter, "标兵申报表.docx", "附件3：", person.split("\t")[0])
    return starter


def test_the_slips_of_the_source_are_found(typed):
    notice, settings = "templates/通知.docx", "data/活动设置.xlsx"
    items = (
        "附件：1、“优质服务示范岗”、“优秀服务标兵”评选细则",
        "2、后勤集团“优秀服务示范岗”评选申报表",
        "3、后勤集团“优秀服务标兵”评选申报表",
    )
    assert slips(pipeline.check(typed.path)) == sorted(
        [
            ("AW430", notice, None, "优秀服务示范岗"),
            ("AW430", notice, None, "优秀服务示范岗"),
            ("AW431", notice, None, items[1][2:]),
            ("AW431", notice, None, items[2][2:]),
            ("AW437", settings, "C2", "2010-09-01"),
            ("AW438", settings, "B15", "2011-06-30"),
            ("AW453", settings, "B2", "职业道德"),
            ("AW454", settings, "B3", None),
            ("AW469", notice, None, "3、服务质量（30分）"),
            *(("AW472", notice, None, item) for item in items),
            ("AW477", "templates/评选细则.docx", None, "附件1："),
            ("AW477", "templates/示范岗申报表.docx", None, "附件2："),
            ("AW477", "templates/标兵申报表.docx", None, "附件3："),
        ],
        key=str,
    )


def test_the_starter_has_those_that_are_left_to_its_office(starter):
    assert [code for code, *_ in slips(pipeline.check(starter.path))] == ["AW437", "AW438", "AW453", "AW454"]
