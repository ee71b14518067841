"""A traced template tells where each paragraph of its documents comes from, and what its tags printed."""

import io

from docx import Document

from awardgen.rendering import Template, Trace


def docx(*paragraphs, cells=()):
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if cells:
        table = document.add_table(len(cells), len(cells[0]))
        for row, texts in zip(table.rows, cells, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    return saved(document)


def saved(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def traced(template, **context):
    trace = Trace(template)
    return trace.paragraphs(Template(trace.data).render(context))


def told(template, **context):
    return [
        (each.place, each.text, [(each.text[value.start : value.end], value.code) for value in each.values])
        for each in traced(template, **context)
    ]


def test_a_paragraph_has_its_place_and_what_its_tags_printed():
    template = docx("一、要求", "材料{{ 字数 }}字，{{ 名称 }}。")
    assert told(template, 字数=1500, 名称="甲") == [
        ("第1段", "一、要求", []),
        ("第2段", "材料1500字，甲。", [("1500", "字数"), ("甲", "名称")]),
    ]


def test_a_loop_repeats_a_place_and_a_condition_leaves_one_out():
    template = docx(
        "{%p for 奖 in 列表 %}", "“{{ 奖 }}”", "{%p endfor %}", "{%p if 有 %}", "无", "{%p endif %}", "完"
    )
    places = [(place, text) for place, text, _ in told(template, 列表=["甲", "乙"], 有=False)]
    assert places == [("第2段", "“甲”"), ("第2段", "“乙”"), ("第7段", "完")]


def test_a_value_that_goes_over_paragraphs_stays_a_value():
    assert told(docx("{{ 内容 }}"), 内容="一\a二") == [
        ("第1段", "一", [("一", "内容")]),
        ("第1段", "二", [("二", "内容")]),
    ]


def test_a_tag_cut_over_runs_is_one_value():
    document = Document()
    paragraph = document.add_paragraph()
    for piece in ("共{", "{ 印", "数 }", "}份"):
        paragraph.add_run(piece)
    assert told(saved(document), 印数=5) == [("第1段", "共5份", [("5", "印数")])]


def test_cells_are_told_apart():
    found = traced(docx(cells=[["甲", "{{ 乙 }}"]]), 乙="乙")
    assert [(each.place, each.text, each.cell, each.columns) for each in found] == [
        ("表格1第1行第1格第1段", "甲", 0, 2),
        ("表格1第1行第2格第1段", "乙", 1, 2),
    ]


def test_a_template_that_cannot_be_filled_still_has_its_own_words():
    trace = Trace(docx("{%p if 获奖列表 %}", "共{{ 人数 }}人，另行通知。", "{%p endif %}"))
    assert [each.text for each in trace.unfilled()] == ["共人，另行通知。"]


def test_the_marks_change_nothing_that_is_printed():
    template = docx("材料{{ 字数 }}字 ", cells=[["{%tr for 人 in 人员 %}"], ["{{ 人 }}"], ["{%tr endfor %}"]])
    context = {"字数": 3, "人员": ["甲", "乙"]}
    printed = Document(io.BytesIO(Template(template).render(context)))
    plain = [paragraph.text for paragraph in printed.paragraphs] + [
        cell.text for cell in printed.tables[0]._cells
    ]
    assert [each.text for each in traced(template, **context)] == plain
