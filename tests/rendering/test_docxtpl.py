"""Where docxtpl does right, the document is docxtpl's."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import docxtpl
import pytest
from docx.oxml import parse_xml
from lxml import etree

from awardgen.rendering import Template

CONTEXT = {
    "编号": "BB-001",
    "内容": "甲\n乙\t丙\a丁\f戊",
    "列表": [{"姓名": "丁一", "分": [1, 2, 3]}, {"姓名": "万丽", "分": [4, 5, 6]}],
}


def body(data):
    with ZipFile(BytesIO(data)) as archive:
        return etree.tostring(etree.fromstring(archive.read("word/document.xml")), method="c14n")


@pytest.mark.parametrize(
    "content",
    [
        ["甲{{ 编号 }}乙{{ 编号 }}"],
        [("{{ 编", "号 }}", "尾"), ("{", "% if 编号 %", "}甲{% else %}乙{% endif %}")],
        ["头{{ 内容 }}尾"],
        [
            "{%p for x in 列表 %}",
            "{{ x.姓名 }}",
            "{%p if not loop.last %}",
            "——",
            "{%p endif %}",
            "{%p endfor %}",
        ],
        ["{% for x in 列表 %}", "{{ x.姓名 }}", "{% endfor %}"],
        ["甲", "{%- if 编号 %}", "乙", "{%- endif %}", "丙{# 注 #}"],
        [[["{%tr for x in 列表 %}", ""], ["{% vm %}{{ 编号 }}", "{{ x.姓名 }}"], ["{%tr endfor %}", ""]]],
        [[["{%tc for x in 列表 %}", "{{ x.姓名 }}", "{%tc endfor %}"]]],
        [[["{%tc for x in 列表 %}", "{% hm %}{{ 编号 }}", "{%tc endfor %}"]]],
        [[["{% colspan 2 %}{{ 编号 }}", "乙"], ["{% cellbg 'FF0000' %}丙", "丁"]]],
    ],
)
@pytest.mark.parametrize("autoescape", [True, False])
def test_the_same_template_gives_the_same_body(word, content, autoescape):
    data = word(*content)
    theirs, buffer = docxtpl.DocxTemplate(BytesIO(data)), BytesIO()
    theirs.render(CONTEXT, autoescape=autoescape)
    theirs.save(buffer)
    loose = Template(data, strict=False, autoescape=autoescape).render(CONTEXT)
    assert body(loose) == body(buffer.getvalue())
    strict = Template(data, autoescape=autoescape).render(CONTEXT)
    assert in_order(body(strict)) == in_order(body(buffer.getvalue()))


def in_order(xml):
    """The body without the order inside cells' formats, which docxtpl does not keep to Word's schema."""
    root = etree.fromstring(xml)
    for cell_format in root.iter("{*}tcPr"):
        cell_format[:] = sorted(cell_format, key=lambda child: child.tag)
    return etree.tostring(root, method="c14n")


def test_what_a_loop_copies_keeps_docxtpls_numbering_of_pictures(saved):
    document = docxtpl.DocxTemplate(BytesIO(picture(saved)))
    buffer = BytesIO()
    document.render({"列表": [1, 2, 3]})
    document.save(buffer)
    ours = body(Template(picture(saved)).render({"列表": [1, 2, 3]}))
    assert ours == body(buffer.getvalue())
    assert [f'id="{number}"'.encode() in ours for number in (1001, 1002, 1003)] == [True] * 3


def picture(saved):
    document = docx.Document()
    document.add_paragraph("{%p for x in 列表 %}")
    drawing = (
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:drawing>'
        '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:docPr id="1" name="图" descr="{{ x }}"/></wp:inline></w:drawing></w:r>'
    )
    document.add_paragraph()._p.append(parse_xml(drawing))
    document.add_paragraph("{%p endfor %}")
    return saved(document)
