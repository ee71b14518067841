"""A value arrives in Word as it was typed, wherever its tag stands."""

from __future__ import annotations

import docx
import pytest
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from awardgen.rendering import FaultKind, Template, TemplateError

TAG = "{{ 内容 }}"
# What becomes an element, or has no place in XML, has its own tests.
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))
LINES = st.lists(ANY_TEXT).map("\n".join)


@pytest.fixture(scope="module")
def template(word):
    return Template(word(f"甲{TAG}乙{TAG}丙"))


@settings(deadline=None)  # a test is not timed
@given(value=LINES)
def test_any_text_arrives_whole(template, texts, value):
    assert texts(template.render({"内容": value})) == [f"甲{value}乙{value}丙"]


@settings(deadline=None)  # a test is not timed
@given(value=st.text("{}_%#<>/&;:wt\"'\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4n0lL ]"))
def test_text_that_looks_like_a_tag_or_xml_arrives_whole(template, texts, value):
    assert texts(template.render({"内容": value})) == [f"甲{value}乙{value}丙"]


@pytest.mark.parametrize(
    "value", ["{_{ x }_}", "{{ 编号 }}", "</w:t>", "{_% if %_}", "&amp;", "]]>", "a &lt; b"]
)
def test_text_that_is_a_tag_elsewhere_arrives_as_typed(template, texts, value):
    assert texts(template.render({"内容": value})) == [f"甲{value}乙{value}丙"]


def test_every_place_of_a_document_takes_any_value(saved, opened):
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = TAG
    section = document.sections[0]
    section.header.paragraphs[0].text = TAG
    section.footer.add_table(1, 1, Pt(200)).cell(0, 0).text = TAG
    value = "甲<&\n  乙\t丙"
    filled = opened(Template(saved(document)).render({"内容": value}))
    section = filled.sections[0]
    assert filled.tables[0].cell(0, 0).text == value
    assert section.header.paragraphs[0].text == value
    assert section.footer.tables[0].cell(0, 0).text == value


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\v"])
def test_each_kind_of_line_end_is_a_line_break(word, opened, line_end):
    body = opened(Template(word(TAG)).render({"内容": f"甲{line_end}乙"})).element.body
    assert len(body.xpath("//w:br")) == 1
    assert [each.text for each in body.xpath("//w:t")] == ["甲", "乙"]


def test_the_runs_format_stays_on_every_line_and_after_a_tab(saved, opened):
    document = docx.Document()
    document.add_paragraph().add_run(TAG).bold = True
    filled = opened(Template(saved(document)).render({"内容": "甲\n乙\t丙"}))
    assert all(run.bold for run in filled.paragraphs[0].runs)
    assert filled.paragraphs[0].text == "甲\n乙\t丙"


def test_a_paragraph_mark_starts_a_paragraph_of_the_same_format(saved, opened):
    document = docx.Document()
    paragraph = document.add_paragraph("头")
    paragraph.paragraph_format.first_line_indent = Pt(32)
    paragraph.add_run(TAG).italic = True
    paragraph.add_run("尾")
    filled = opened(Template(saved(document)).render({"内容": "甲\a乙\a丙"}))
    assert [each.text for each in filled.paragraphs] == ["头甲", "乙", "丙尾"]
    assert {each.paragraph_format.first_line_indent for each in filled.paragraphs} == {Pt(32)}
    assert [each.runs[-1].italic for each in filled.paragraphs] == [True, True, None]


def test_a_page_mark_breaks_the_page(word, opened):
    filled = opened(Template(word(TAG)).render({"内容": "甲\f乙"}))
    assert [each.text for each in filled.paragraphs] == ["甲", "", "乙"]
    assert len(filled.element.body.xpath("./w:p[2]//w:br[@w:type='page']")) == 1


def test_a_section_still_ends_after_a_value_of_several_paragraphs(saved, opened):
    document = docx.Document()
    document.add_section()
    document.paragraphs[0].add_run(TAG)  # the paragraph that ends the first section
    filled = opened(Template(saved(document)).render({"内容": "甲\a乙"}))
    assert [bool(each._p.xpath("./w:pPr/w:sectPr")) for each in filled.paragraphs[:2]] == [False, True]
    assert len(filled.sections) == 2


def test_a_link_is_cut_with_its_paragraph(saved, opened):
    document = docx.Document()
    paragraph = document.add_paragraph()
    run = paragraph.add_run(TAG)
    link = paragraph._p.makeelement(docx.oxml.ns.qn("w:hyperlink"), {docx.oxml.ns.qn("w:anchor"): "x"})
    run._r.addprevious(link)
    link.append(run._r)
    filled = opened(Template(saved(document)).render({"内容": "甲\a乙"}))
    assert [each.text for each in filled.paragraphs] == ["甲", "乙"]
    assert len(filled.element.body.xpath("//w:hyperlink[@w:anchor='x']")) == 2


def test_spaces_are_kept(word, opened):
    filled = opened(Template(word(TAG)).render({"内容": "  甲  乙 "}))
    (text,) = filled.element.body.xpath("//w:t")
    assert text.text == "  甲  乙 "
    assert text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0e", "\x1f", "\ud800", "\ufffe", "\uffff"])
@pytest.mark.parametrize("autoescape", [True, False])
def test_what_xml_cannot_hold_is_a_fault(word, character, autoescape):
    template = Template(word("头", TAG), autoescape=autoescape)
    with pytest.raises(TemplateError) as caught:
        template.render({"内容": f"甲{character}"})
    (fault,) = caught.value.faults
    assert fault.kind is FaultKind.UNPRINTABLE
    assert (fault.part, fault.place, fault.excerpt) == ("正文", "第2段", TAG)
    assert f"U+{ord(character):04X}" in fault.message


def test_docxtpls_finished_xml_is_taken_as_such(word, opened):
    class Bold:
        def __html__(self):
            return '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">甲\n乙\a丙</w:t></w:r>'

    filled = opened(Template(word("{{r 内容 }}")).render({"内容": Bold()}))
    assert [each.text for each in filled.paragraphs] == ["甲\n乙", "丙"]
    assert all(run.bold for each in filled.paragraphs for run in each.runs if run.text)


def test_docxtpls_way_to_write_braces_works_in_the_templates_text(word, texts):
    assert texts(Template(word("{_{ 编号 }_} {x} {{ 编号 }}")).render({"编号": 1})) == ["{{ 编号 }} {x} 1"]
