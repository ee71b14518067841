from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from awardgen.rendering import Template, TemplateError
from tests.rendering.docxtpls import pack


class Item(Mapping):
    """A row, as the documents layer gives it: its columns are its keys."""

    def __init__(self, **columns):
        self.columns = columns

    def __getitem__(self, name):
        return self.columns[name]

    def __iter__(self):
        return iter(self.columns)

    def __len__(self):
        return len(self.columns)


def test_a_file_or_its_bytes_make_a_template(tmp_path, word, texts):
    data = word("编号：{{ 编号 }}")
    path = tmp_path / "通知.docx"
    path.write_bytes(data)
    for each in (path, str(path), data):
        assert texts(Template(each).render({"编号": "BB-001"})) == ["编号：BB-001"]


@pytest.mark.parametrize(
    "runs",
    [
        ("甲{{ 岗位", "名称 }}乙"),
        ("甲{", "{ 岗位名称 }", "}乙"),
        ("甲｛", "｛岗位", "名称", "｝", "｝乙"),
        ("甲{{ 岗位名称｜default（“", "无", "”） }}", "乙"),
        ("甲{", "% if 岗位名称 ＝＝ “食堂”％", "}食堂{% endif %}乙"),
    ],
)
def test_a_tag_may_be_split_over_runs(word, texts, runs):
    assert texts(Template(word(runs)).render({"岗位名称": "食堂"})) == ["甲食堂乙"]


@settings(deadline=None)  # a test is not timed
@given(cuts=st.sets(st.integers(1, 60)), wide=st.booleans())
def test_wherever_word_cuts_a_paragraph_into_runs_it_reads_the_same(word, texts, cuts, wide):
    text = (
        "甲{x{{ 岗位名称|default('}}“') }}、{% if 编号 == '50%' %}是{% else %}“否”{% endif %}（{{ 编号 }}）{"
    )
    if wide:
        text = text.replace("{{", "｛｛").replace("%}", "％｝").replace("==", "＝＝")
    edges = [0, *sorted(cut for cut in cuts if cut < len(text)), len(text)]
    runs = tuple(text[start:end] for start, end in pairwise(edges))
    assert texts(Template(word(runs)).render({"岗位名称": "食堂", "编号": "50%"})) == ["甲{x食堂、是（50%）{"]


def test_loops_repeat_paragraphs_and_rows(word, texts):
    template = Template(
        word(
            "{%p for 人 in 获奖列表 %}",
            "{{ loop.index }}.{{ 人.姓名 }}",
            "{%p endfor %}",
            [
                ["姓名", "得分"],
                ["{%tr for 人 in 获奖列表 if 人.得分 > 50 %}", ""],
                ["{{ 人.姓名 }}", "{{ 人.得分 }}"],
                ["{%tr endfor %}", ""],
            ],
        )
    )
    people = [Item(姓名="丁一", 得分=90), Item(姓名="万丽", 得分=40)]
    assert texts(template.render({"获奖列表": people})) == [
        "1.丁一",
        "2.万丽",
        [["姓名", "得分"], ["丁一", "90"]],
    ]


def test_a_tag_for_columns_widens_the_grid_and_keeps_the_width(word, opened):
    row = [["{%tc for 名 in 评委列表 %}", "{{ 名 }}", "{%tc endfor %}"]]
    before = opened(word(row)).tables[0]._tbl.tblGrid.gridCol_lst
    filled = opened(Template(word(row)).render({"评委列表": "甲乙丙丁"})).tables[0]
    assert [cell.text for cell in filled.rows[0].cells] == list("甲乙丙丁")
    total = sum(column.w for column in filled._tbl.tblGrid.gridCol_lst)
    assert abs(total - sum(column.w for column in before)) < 4 * 635


def test_docxtpls_merges_and_shades_work(word, opened):
    template = Template(
        word(
            [
                ["{%tr for 名 in 列表 %}", ""],
                ["{% vm %}{{ 组 }}", "{% cellbg '92D050' %}{{ 名 }}"],
                ["{%tr endfor %}", ""],
            ]
        )
    )
    body = opened(template.render({"列表": "甲乙", "组": "食堂"})).element.body
    assert [each.val for each in body.xpath("//w:vMerge")] == ["restart", "continue"]
    assert {shade.get(docx.oxml.ns.qn("w:fill")) for shade in body.xpath("//w:shd")} == {"92D050"}


@pytest.mark.parametrize("name", ["items", "keys", "values", "get", "index", "count"])
def test_a_column_wins_over_pythons_own_attribute(word, texts, name):
    template = Template(word(f"{{{{ 人.{name} }}}}"))
    assert texts(template.render({"人": Item(**{name: "甲"})})) == ["甲"]
    assert texts(template.render({"人": {name: "甲"}})) == ["甲"]


def test_a_template_says_what_it_asks_for(saved):
    document = docx.Document()
    document.add_paragraph(
        "{{ 奖项.获奖列表|map(attribute='工会小组.负责人')|join('、') }}{% set x = 甲 %}{{ x }}"
    )
    document.add_paragraph("{{ 列表|selectattr('获奖')|list }}{{ range(3) }}{{ 奖项['名额'] }}")
    document.sections[0].header.paragraphs[0].text = "{{ 活动年度 }}"
    template = Template(saved(document))
    assert template.names == {"奖项", "列表", "甲", "活动年度"}
    assert template.attributes == {"获奖列表", "工会小组", "负责人", "获奖", "名额"}


def test_the_same_values_give_the_same_bytes(word):
    data, context = word("{{ 编号 }}", "{{ 内容 }}"), {"编号": 1, "内容": "甲\n乙"}
    template = Template(data)
    assert template.render(context) == template.render(context) == Template(data).render(context)


def test_the_file_carries_no_time_and_no_system(word):
    with ZipFile(BytesIO(Template(word("{{ 编号 }}")).render({"编号": 1}))) as archive:
        infos = archive.infolist()
    assert infos[0].filename == "[Content_Types].xml"
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {info.create_system for info in infos} == {0}


def test_what_holds_no_tag_stays_as_it_was(word):
    data = word("没有标签 “{x}”")
    with ZipFile(BytesIO(data)) as before, ZipFile(BytesIO(Template(data).render({}))) as after:
        assert set(before.namelist()) == set(after.namelist())
        assert all(before.read(name) == after.read(name) for name in before.namelist())


def test_a_notes_tags_are_filled_in_and_its_faults_placed(word):
    note = '<w:footnote w:id="{}"{}><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
    notes = (
        note.format(-1, ' w:type="separator"', "")
        + note.format(1, "", "{{ 甲 }}")
        + note.format(2, "", "{{ 乙 }}")
    )
    template = Template(with_footnotes(word("正文"), notes))
    with ZipFile(BytesIO(template.render({"甲": "<1>", "乙": "2"}))) as archive:
        xml = archive.read("word/footnotes.xml").decode()
    assert "&lt;1&gt;" in xml
    (fault,) = template.check_names({"甲"})
    assert (fault.part, fault.place) == ("脚注", "第2条第1段")


def with_footnotes(data, notes):
    with ZipFile(BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "word/_rels/document.xml.rels"
    new = f'<Relationship Id="rId99" Type="{office}/footnotes" Target="footnotes.xml"/></Relationships>'
    files[relations] = files[relations].replace(b"</Relationships>", new.encode())
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    files["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{word}">{notes}</w:footnotes>'.encode()
    return pack(files)


def test_a_text_box_is_a_place_of_its_own(saved):
    document = docx.Document()
    paragraph = document.add_paragraph("甲{{ 编号 }}")
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    box = (
        f'<w:r xmlns:w="{word}"><w:pict><w:txbxContent>'
        "<w:p/><w:p><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:t>{{ 内容 }}</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r>"
    )
    paragraph._p.append(parse_xml(box))
    template = Template(saved(document))
    assert [fault.place for fault in template.check_names(())] == ["第1段", "第1段文本框第2段"]
    filled = docx.Document(BytesIO(template.render({"编号": "1\n2", "内容": "甲\a乙"})))
    inside = filled.element.body.xpath("//w:txbxContent/w:p")
    assert [each.xpath("string()") for each in inside] == ["", "甲", "乙"]
    assert len(filled.element.body.xpath("//w:txbxContent/w:p/w:pPr/w:jc")) == 2
    assert filled.paragraphs[0].text == "甲1\n2"


def test_a_tag_in_a_content_control_works_and_is_cut_with_it(saved, opened):
    document = docx.Document()
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    control = (
        f'<w:sdt xmlns:w="{word}"><w:sdtPr><w:id w:val="7"/><w:tag w:val="x"/></w:sdtPr><w:sdtContent>'
        "<w:r><w:t>{{ 内容 }}</w:t></w:r></w:sdtContent></w:sdt>"
    )
    document.add_paragraph()._p.append(parse_xml(control))
    filled = opened(Template(saved(document)).render({"内容": "甲\a乙"})).element.body
    assert [each.xpath("string()") for each in filled.xpath("./w:p")] == ["甲", "乙"]
    assert len(filled.xpath("//w:sdt/w:sdtPr/w:tag")) == 2
    assert len(filled.xpath("//w:sdt/w:sdtPr/w:id")) == 1


def test_a_table_in_a_table_keeps_the_outer_grid(saved, opened):
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.add_table(1, 3).cell(0, 2).text = "{{ 编号 }}"
    outer = opened(Template(saved(document)).render({"编号": 1})).tables[0]
    assert len(outer._tbl.tblGrid.gridCol_lst) == 1
    assert outer.cell(0, 0).tables[0].cell(0, 2).text == "1"


def test_a_comment_or_an_entity_of_xml_does_no_harm(word):
    with ZipFile(BytesIO(word("{{ 编号 }}"))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    body = files["word/document.xml"]
    commented = {**files, "word/document.xml": body.replace(b"<w:body>", b"<w:body><!-- {{ x -->")}
    assert Template(pack(commented)).names == {"编号"}
    start = body.index(b"<w:document")
    bomb = b'<!DOCTYPE w:document [<!ENTITY x "xxxx">]>' + body[start:]
    with pytest.raises(TemplateError):
        Template(pack({**files, "word/document.xml": bomb}))


def test_properties_may_hold_tags(saved, opened):
    document = docx.Document()
    document.add_paragraph("正文")
    document.core_properties.title = "{{ 通知标题 }}"
    filled = opened(Template(saved(document)).render({"通知标题": "关于<评优>的通知"}))
    assert filled.core_properties.title == "关于<评优>的通知"


def test_threads_share_a_template(word, texts):
    template = Template(word("{{ 编号 }}"))
    with ThreadPoolExecutor(4) as pool:
        documents = list(pool.map(lambda number: template.render({"编号": number}), range(40)))
    assert [texts(document) for document in documents] == [[str(number)] for number in range(40)]


def test_loose_mode_prints_nothing_for_unknown_names_and_takes_values_as_xml(word, texts):
    template = Template(word("甲{{ 没有 }}乙{{ 内容 }}"), strict=False, autoescape=False)
    assert texts(template.render({"内容": "1&lt;2"})) == ["甲乙1<2"]


def test_filters_of_ones_own_have_chinese_names(word, texts):
    template = Template(word("{{ 列表｜顿号 }}"), filters={"顿号": "、".join})
    assert texts(template.render({"列表": ["甲", "乙"]})) == ["甲、乙"]


def test_a_block_left_raw_is_text(word, texts):
    template = Template(word("{% raw %}{{ 编号 }}{% endraw %}={{ 编号 }}"))
    assert texts(template.render({"编号": 1})) == ["{{ 编号 }}=1"]
