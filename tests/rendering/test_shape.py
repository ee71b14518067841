"""A plain part is filled without being read as XML again, and comes out the same."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from awardgen.rendering import Template, part
from awardgen.rendering import compiled as compiled_parts
from awardgen.rendering.shape import Shape

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CONTENTS = [
    ["甲{{ 内容 }}乙{x}{_{", ("甲{{ 内", "容 }}{{ 内容 }}", "丙")],
    ["{%p for x in 列表 %}", "{{ x }}{{ 内容 }}", "{%p endfor %}"],
    ["{% for x in 列表 %}", "{{ x }}", "{% endfor %}{% if 内容 %}有{% else %}无{% endif %}"],
    [
        [
            ["头", "{{ 内容 }}"],
            ["{%tr for x in 列表 %}", ""],
            ["{{ x }}", "{{ 内容 }}"],
            ["{%tr endfor %}", ""],
        ]
    ],
    [[["{{ 内容 }}", "乙"], ["丙", "{%p if 内容 %}"], ["", ""]], "{{ 内容 }}"][1:],
    ["{% set x = 内容 %}{{ x }}", "{{r 内容 }}"],
    [[["{%tc for x in 列表 %}", "{{ x }}{{ 内容 }}", "{%tc endfor %}", "甲"]], "{{ 内容 }}"],
    [[["{%tr for x in 列表 %}", ""], ["{% colspan 列表|length %}{{ x }}", "乙"], ["{%tr endfor %}", ""]]],
    [
        [
            ["{%tc for x in 列表 %}", "{{ x }}", "{%tc endfor %}", "甲"],
            ["{%tc for x in 列表 * 3 %}", "{% colspan 2 %}{{ 内容 }}", "{%tc endfor %}", "乙"],
        ],
        "之间",
        [["{%tc for x in [] %}", "{{ x }}", "{%tc endfor %}", "丙", "丁"]],
    ],
    [[["{% colspan 列数 %}{{ 内容 }}", "甲"], ["{%tc for x in 列表 %}", "{% hm %}{{ x }}"]][:1]],
]


def compiled(data, **options):
    return Template(data, **options)._parts[0]


def is_plain(data, **options):
    return compiled(data, **options).shape.is_plain


def canonical(data):
    with ZipFile(BytesIO(data)) as archive:
        return etree.tostring(etree.fromstring(archive.read("word/document.xml")), method="c14n")


@pytest.fixture(scope="module")
def pairs(word):
    """Templates as they are compiled, each with the same one that is read as XML for each document."""
    options = [
        {"strict": strict, "autoescape": autoescape}
        for strict in (True, False)
        for autoescape in (True, False)
    ]
    with pytest.MonkeyPatch.context() as patched:
        templates = [[Template(word(*content), **each) for content in CONTENTS for each in options]]
        patched.setattr(part, "shape_of", lambda *_, **__: Shape(is_plain=False))
        templates.append([Template(word(*content), **each) for content in CONTENTS for each in options])
    assert all(template._parts[0].shape.is_plain for template in templates[0])
    return list(zip(*templates, strict=True))


@settings(deadline=None, max_examples=15)  # a test is not timed
@given(value=st.text("甲 <&>\"']\n\r\t\v\a\f{}\u3000"))
def test_both_ways_give_the_same_document(pairs, value):
    context = {"内容": value, "列表": ["一", value], "列数": ""}
    for plain, read in pairs:
        assert canonical(plain.render(context)) == canonical(read.render(context))


@pytest.mark.parametrize("at_once", [1, 2, 3, 7])
def test_a_long_part_is_the_same_however_it_is_cut_into_blocks(pairs, monkeypatch, at_once):
    context = {"内容": '甲\n乙\t丙\a丁\f"戊"', "列表": ["一", "二\a三", "四"], "列数": 3}
    whole = [plain.render_with_digests(context) for plain, _ in pairs]
    monkeypatch.setattr(compiled_parts, "_AT_ONCE", at_once)
    for (plain, _), before in zip(pairs, whole, strict=True):
        again = plain.render_with_digests(context)
        assert (canonical(again.data), again.content) == (canonical(before.data), before.content)


@pytest.mark.parametrize(
    "content",
    [
        ["{% macro m() %}甲{% endmacro %}{{ m() }}"],
        ["{% filter upper %}{{ x }}{% endfilter %}"],
    ],
)
def test_what_has_to_be_caught_is_not_plain(word, content):
    assert not is_plain(word(*content))


@pytest.mark.parametrize(
    "content",
    [
        [[["{%tc for x in 列表 %}", "{{ x }}", "{%tc endfor %}"]]],
        [[["{% colspan 2 %}{{ x }}", "乙"]]],
        [[["{%tr for x in 列表 %}", ""], ["{{ x }}", ""], ["{%tr endfor %}", ""]]],
    ],
)
def test_columns_that_depend_on_values_are_counted_in_the_text(word, content):
    assert compiled(word(*content)).shape.counts_columns


@pytest.mark.parametrize(
    "change",
    [
        "<w:tc><w:tbl><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/></w:tc>",
        "<w:sdt><w:sdtContent><w:tc><w:p/></w:tc></w:sdtContent></w:sdt>",
        '<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:gridSpan w:val="1"/></w:tcPr><w:p/></w:tc>',
        '<w:tc><w:tcPr><w:gridSpan w:val="2" w:more="1"/></w:tcPr><w:p/></w:tc>',
        '<w:tc><w:tcPr><w:tcPrChange><w:tcPr><w:gridSpan w:val="2"/></w:tcPr></w:tcPrChange></w:tcPr><w:p/></w:tc>',
    ],
)
def test_a_table_whose_text_does_not_tell_its_columns_is_not_plain(saved, change):
    document = docx.Document()
    document.add_table(1, 3)
    table = document.tables[0]
    for cell, text in zip(
        table.rows[0].cells, ["{%tc for x in 列表 %}", "{{ x }}", "{%tc endfor %}"], strict=True
    ):
        cell.text = text
    table.rows[0]._tr.extend(parse_xml(f"<w:tr {WORD}>{change}</w:tr>"))
    assert not is_plain(saved(document))


@pytest.mark.parametrize("grid", ['<w:tblGrid w:more="1"/>', "<w:tblGrid><w:tblGridChange/></w:tblGrid>"])
def test_a_grid_that_holds_more_than_columns_is_not_plain(saved, grid):
    document = docx.Document()
    document.add_table(1, 3)
    table = document.tables[0]
    for cell, text in zip(
        table.rows[0].cells, ["{%tc for x in 列表 %}", "{{ x }}", "{%tc endfor %}"], strict=True
    ):
        cell.text = text
    table._tbl.replace(table._tbl.tblGrid, parse_xml(grid.replace("<w:tblGrid", f"<w:tblGrid {WORD}", 1)))
    assert not is_plain(saved(document))


def test_a_copied_picture_is_not_plain_and_a_single_one_is(saved):
    drawing = (
        f'<w:r {WORD}><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="7" name="图"/></wp:inline></w:drawing></w:r>'
    )
    single, copied = docx.Document(), docx.Document()
    copied.add_paragraph("{%p for x in 列表 %}")
    for document in (single, copied):
        document.add_paragraph("{{ x }}")._p.append(parse_xml(drawing))
    copied.add_paragraph("{%p endfor %}")
    assert is_plain(saved(single))
    assert not is_plain(saved(copied))
    assert b'id="1001"' in canonical(Template(saved(single)).render({"x": 1}))


def test_unbalanced_conditions_are_not_plain(saved):
    document = docx.Document()
    document.add_table(1, 2)
    row = document.tables[0].rows[0]
    row.cells[0].text, row.cells[1].text = "{% if 甲 %}乙", "丙{% endif %}"
    # Otherwise a fault, as the cells would run together.
    assert not is_plain(saved(document), strict=False)


@pytest.mark.parametrize("name", ["hyperlink", "ins"])
def test_a_run_inside_something_is_cut_with_care(saved, name):
    document = docx.Document()
    run = f"<w:{name} {WORD}><w:r><w:t>{{{{ 内容 }}}}</w:t></w:r></w:{name}>"
    document.add_paragraph()._p.append(parse_xml(run))
    shape = compiled(saved(document)).shape
    assert shape.is_plain
    assert not shape.breaks_simply
    body = docx.Document(BytesIO(Template(saved(document)).render({"内容": "甲\a乙"}))).element.body
    assert len(body.xpath(f"./w:p/w:{name}")) == 2


def test_a_grid_that_word_left_too_narrow_is_widened_once(saved):
    document = docx.Document()
    table = document.add_table(1, 3)
    table._tbl.tblGrid.remove(table._tbl.tblGrid.gridCol_lst[0])
    table.cell(0, 0).text = "{{ 内容 }}"
    assert is_plain(saved(document))
    filled = docx.Document(BytesIO(Template(saved(document)).render({"内容": 1}))).tables[0]
    assert len(filled._tbl.tblGrid.gridCol_lst) == 3
