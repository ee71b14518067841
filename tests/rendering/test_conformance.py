"""With strict=False every part is docxtpl's, feature by feature."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docxtpl import Listing, RichText, RichTextParagraph

from awardgen.rendering import Template, TemplateError
from tests.rendering.docxtpls import OFFICE, WORD, canonical, pack, rendered

ROWS = [{"名": "丁一", "分": [1, 2], "色": "FF0000"}, {"名": "万丽", "分": [3, 4], "色": "00FF00"}]
CONTEXT = {
    "甲": "值",
    "多行": "一\n二\t三\a四\f五",
    "列表": ROWS,
    "真": True,
    "富": RichText("红\n字", color="#ff0000", bold=True, size=28, font="eastAsia:仿宋"),
    "富段": RichTextParagraph("段落", parastyle="Quote"),
    "清单": Listing("一 <&>\n二\a三\t四\f五"),
    "空白": "   ",
    "转义": "a < b & c",
}
FEATURES = {
    "values": ["甲{{ 甲 }}乙{{甲}}", ("{{ ", "甲", " }}"), ("{", "{ 甲 }", "}"), "{{ 没有 }}。"],
    "spaces": ["{{ 空白 }} 后", "前 {{ '   ' }} 后 "],
    "breaks": ["头{{ 多行 }}尾", "{{ 清单 }}"],
    "rich text": ["前{{r 富 }}后", "{{r 富 }}{{ 甲 }}", "{% if 真 %}{{r 富 }}{% endif %}"],
    "rich paragraph": ["{{p 富段 }}", "尾"],
    "conditions": [
        "{% if 真 %}",
        "甲",
        "{% else %}",
        "乙",
        "{% endif %}",
        "{%p if not 真 %}",
        "丙",
        "{%p endif %}",
    ],
    "merged paragraphs": [
        "甲",
        "{%- if 真 %}",
        "乙",
        "{%- endif %}",
        "丙",
        "甲{% if 真 -%}",
        "乙",
        "{%- endif %}",
    ],
    "loops": [
        "{%p for x in 列表 %}",
        "{{ loop.index }}{{ x.名 }}",
        "{%p endfor %}",
        "{%r if 真 %}甲{%r endif %}",
    ],
    "nested loops": ["{% for x in 列表 %}{% for y in x.分 %}{{ y }}、{% endfor %}{% endfor %}"],
    "rows": [
        [["名", "分"], ["{%tr for x in 列表 %}", ""], ["{{ x.名 }}", "{{ x.分[0] }}"], ["{%tr endfor %}", ""]]
    ],
    "columns": [[["{%tc for x in 列表 %}", "{{ x.名 }}", "{%tc endfor %}"], ["甲", "乙", "丙"]]],
    "fewer columns": [[["{%tc for x in [] %}", "{{ x }}", "{%tc endfor %}", "甲"]]],
    "vertical merge": [
        [["{%tr for x in 列表 %}", ""], ["{% vm %}{{ 甲 }}", "{{ x.名 }}"], ["{%tr endfor %}", ""]]
    ],
    "horizontal merge": [[["{%tc for x in 列表 %}", "{% hm %}{{ 甲 }}", "{%tc endfor %}"], ["1", "2", "3"]]],
    "colspan": [[["{% colspan 2 %}{{ 甲 }}", "乙"], ["丙", "丁"]]],
    "cellbg": [[["{%tr for x in 列表 %}"], ["{% cellbg x.色 %}{{ x.名 }}"], ["{%tr endfor %}"]]],
    "comments": ["甲{# 注 #}乙", "{#p 整段 #}", "丙"],
    "escapes": ["{_{ 甲 }_} {_% if %_} {{ 甲 }}"],
    "literals": ["{{ 没有|default('甲') }}{{ '<'|e }}", "{% if 甲 == “值” %}乙{% endif %}"],
    "escaped values": ["{{ 转义|e }}"],
    "macros": ["{% macro m(x) %}〔{{ x }}〕{% endmacro %}{{ m(甲) }}{% set y = 甲 %}{{ y }}"],
    "own filters": ["{{ 列表|名单 }}"],
    "no tags": ["甲", [["乙", "丙"]]],
}
FILTERS = {"名单": lambda rows: "、".join(row["名"] for row in rows)}


@pytest.mark.parametrize("autoescape", [False, True])
@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_gives_the_same_parts(word, feature, autoescape):
    data = word(*FEATURES[feature])
    ours = Template(data, strict=False, autoescape=autoescape, filters=FILTERS).render(CONTEXT)
    theirs = rendered(data, CONTEXT, autoescape=autoescape, filters=FILTERS)
    assert canonical(ours) == canonical(theirs)


def test_headers_footers_properties_and_notes_are_filled_the_same(saved):
    document = docx.Document()
    document.add_paragraph("{{ 甲 }}")
    second = document.add_section()
    second.header.is_linked_to_previous = second.footer.is_linked_to_previous = False
    for number, section in enumerate(document.sections):
        section.header.paragraphs[0].text = f"页眉{number}{{{{ 甲 }}}}"
        section.footer.paragraphs[0].text = f"页脚{number}{{{{ 多行 }}}}"
    document.core_properties.title = "{{ 甲 }}的“{{ 转义 }}”"
    document.core_properties.author = ""
    data = with_footnotes(saved(document))
    ours = Template(data, strict=False, autoescape=False).render(CONTEXT)
    assert canonical(ours) == canonical(rendered(data, CONTEXT))


def with_footnotes(data):
    with ZipFile(BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>注{{ 甲 }}</w:t></w:r></w:p></w:footnote>'
    files["word/footnotes.xml"] = f"<w:footnotes {WORD}>{note}</w:footnotes>".encode()
    for name, entry in {
        "[Content_Types].xml": f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>',
        "word/_rels/document.xml.rels": f'<Relationship Id="rId77" Type="{OFFICE}/footnotes" '
        'Target="footnotes.xml"/></Relationships>',
    }.items():
        start = files[name].rindex(b"</")
        files[name] = files[name][:start] + entry.encode()
    return pack(files)


def test_a_tab_within_a_tag_is_dropped_as_docxtpl_drops_it(saved):
    document = docx.Document()
    run = f"<w:r {WORD}><w:t>{{{{ '</w:t><w:tab/><w:t>甲' }}}}</w:t></w:r>"
    document.add_paragraph()._p.append(parse_xml(run))
    ours = Template(saved(document), strict=False, autoescape=False).render({})
    assert canonical(ours) == canonical(rendered(saved(document), {}))


def test_a_file_without_properties_carries_no_day(word):
    with ZipFile(BytesIO(word("{{ 甲 }}"))) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if "core" not in name}
    relations = files["_rels/.rels"]
    start = relations.rindex(b"<Relationship ", 0, relations.index(b"core-properties"))
    files["_rels/.rels"] = relations[:start] + relations[relations.index(b"/>", start) + 2 :]
    parts = canonical(Template(pack(files), strict=False, autoescape=False).render(CONTEXT))
    assert b"1980-01-01" in parts["docProps/core.xml"]


def test_what_docxtpl_cannot_open_is_a_fault(word):
    with ZipFile(BytesIO(word("{{ 甲 }}"))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["word/styles.xml"] = b"<"
    with pytest.raises(TemplateError, match="另存"):
        Template(pack(files), strict=False)


@pytest.mark.parametrize("value", ["1 < 2", "a & b", "a <b> c"])
def test_a_value_taken_for_xml_loses_what_it_loses_in_docxtpl(word, value):
    data = word("甲{{ 值 }}乙", "丙")
    ours = Template(data, strict=False, autoescape=False).render({"值": value})
    assert canonical(ours) == canonical(rendered(data, {"值": value}))


def test_an_ampersand_of_a_literal_is_one_as_in_docxtpl_where_values_are_xml(word):
    data = word(("{{ 没有|default('一", "&二", "') }}"))
    ours = Template(data, strict=False, autoescape=False).render({})
    assert canonical(ours) == canonical(rendered(data, {}))


@pytest.mark.parametrize(
    ("text", "autoescape", "printed"),
    [
        ("{{ 没有|default('“甲”') }}", False, ("“甲”", '"甲"')),  # curly quotes inside a literal
        ("{{ 没有|default('a&b') }}", True, ("a&b", "a&amp;b")),  # escaped twice
    ],
)
def test_a_literal_is_printed_as_typed_where_docxtpl_changes_it(word, texts, text, autoescape, printed):
    ours, theirs = printed
    data = word(text)
    assert texts(Template(data, strict=False, autoescape=autoescape).render({})) == [ours]
    assert texts(rendered(data, {}, autoescape=autoescape)) == [theirs]


def test_a_title_is_escaped_once(saved, opened):
    document = docx.Document()
    document.core_properties.title = "{{ 题 }}"
    for autoescape in (True, False):
        ours = Template(saved(document), strict=False, autoescape=autoescape).render({"题": "甲<&>乙"})
        assert opened(ours).core_properties.title == "甲<&>乙"
