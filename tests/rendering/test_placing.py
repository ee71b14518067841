"""A value of several paragraphs goes on in the format of the run it stands in, on whatever way one came to it."""

from __future__ import annotations

import docx
import pytest

from awardgen.rendering import Template


def compiled(data):
    return Template(data)._parts[0]


def runs_of(*runs):
    """A document of one paragraph. runs: the text of each, and whether it is bold."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    for text, is_bold in runs:
        paragraph.add_run(text).bold = is_bold or None
    return document


@pytest.mark.parametrize(
    ("runs", "is_simple", "bold"),
    [
        ([("甲{% if x %}", False), ("乙", True), ("{% endif %}{{ 内容 }}", False)], True, [None, None]),
        ([("甲{% if x %}", False), ("{% endif %}{{ 内容 }}", True)], False, [None, True]),
        ([("甲", False), ("{% if x %}乙{% else %}丙{% endif %}{{ 内容 }}", True)], True, [True, True]),
    ],
)
def test_the_format_is_that_of_the_run(saved, opened, runs, is_simple, bold):
    data = saved(runs_of(*runs))
    assert compiled(data).shape.breaks_simply == is_simple
    filled = [opened(Template(data).render({"x": holds, "内容": "一\a二"})) for holds in (False, True)]
    assert [each.paragraphs[1].text for each in filled] == ["二", "二"]
    assert [each.paragraphs[1].runs[-1].bold for each in filled] == bold


def test_a_loop_that_begins_in_one_run_and_ends_in_another_is_cut_with_care(saved, opened):
    data = saved(runs_of(("{% for x in 列表 %}{{ x }}", False), ("；{% endfor %}", True)))
    assert not compiled(data).shape.breaks_simply
    filled = opened(Template(data).render({"列表": ["一", "二\a三"]}))
    assert [each.text for each in filled.paragraphs] == ["一；二", "三；"]
    assert filled.paragraphs[1].runs[0].bold


def test_a_value_that_is_xml_prints_as_it_did_before(word, opened):
    class Bold:
        def __html__(self):
            return "<w:r><w:rPr><w:b/></w:rPr><w:t>粗</w:t></w:r>"

    template = Template(word("{{r 内容 }}", "{{ 别的 }}"))
    assert template._parts[0].prints_bytes
    plain, bold, again = (template.render({"内容": value, "别的": "一\n二"}) for value in ("", Bold(), ""))
    assert any(run.bold for run in opened(bold).paragraphs[0].runs)
    assert [each.text for each in opened(bold).paragraphs] == ["粗", "一\n二"]
    assert plain == again
