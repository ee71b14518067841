"""What a document says is known from filling it, and is what anyone reads in it."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO

import docx
import docxtpl
import pytest
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from awardgen.rendering import Template, content_of
from tests.rendering.docxtpls import png

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def described(saved):
    """A template with tags in texts, in an attribute and in its properties, and with an attribute out of order."""
    document = docx.Document()
    document.core_properties.title = "{{ 甲 }}"
    document.add_paragraph("{{ 甲 }} <&> {{ 甲 }}")
    document.add_paragraph("{%p for x in [1, 2] %}")
    attributes = f'{WORD} w:instr="&gt; {{{{ 乙 }}}} &quot;" w:dirty="1"'
    run = "<w:r><w:rPr/><w:t>{{ 甲 }}</w:t></w:r>"
    document.add_paragraph()._p.append(parse_xml(f"<w:fldSimple {attributes}>{run}</w:fldSimple>"))
    document.add_paragraph("{%p endfor %}")
    return saved(document)


@pytest.fixture(scope="module")
def templates(saved, word):
    columns = [["{%tc for x in 甲 %}", "{{ x }}{{ 甲 }}", "{%tc endfor %}", "{{ 甲 }}"]]
    nested = [["{%tc if 甲 %}", "{{ 甲 }}", "{%tc endif %}"]]
    contents = [["{{ 甲 }}", columns], ["{% macro m() %}<甲>{% endmacro %}{{ m() }}{{ 甲 }}", nested]]
    return [
        Template(data, autoescape=autoescape)
        for data in (described(saved), *(word(*content) for content in contents))
        for autoescape in (True, False)
    ]


@settings(deadline=None, max_examples=15)  # a test is not timed
@given(value=st.text("甲 <&>\"']\n\r\t\v\a\f{}\u3000"))
def test_what_is_known_from_filling_is_what_is_read(templates, value):
    for template in templates:
        in_one_line = "".join(sign if sign.isprintable() else " " for sign in value)  # an attribute is
        data, digest, content = template.render_with_digests({"甲": value, "乙": in_one_line})
        assert content == content_of(data) != ""
        assert digest == sha256(data).hexdigest()


def test_a_document_with_a_picture_says_what_is_read(word):
    template = Template(word("{{ 图 }}"))
    picture = docxtpl.InlineImage(docxtpl.DocxTemplate(BytesIO(word(""))), BytesIO(png(1)))
    data, digest, content = template.render_with_digests({"图": picture})
    assert content == content_of(data) != ""
    assert digest == sha256(data).hexdigest()
    assert content != template.render_with_digests({"图": ""}).content


def test_who_saved_a_document_is_no_part_of_what_it_says(word):
    data, _, content = Template(word("{{ 甲 }}")).render_with_digests({"甲": 1})
    document, buffer = docx.Document(BytesIO(data)), BytesIO()
    document.core_properties.last_modified_by = "丁一"
    document.save(buffer)
    assert content_of(buffer.getvalue()) == content


@pytest.mark.parametrize("data", [b"", b"PK"])
def test_what_is_no_document_says_nothing(data):
    assert content_of(data) == ""
