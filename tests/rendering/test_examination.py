"""What an examination says of templates, and that one fault is told once."""

import pytest

from awardgen.rendering import FaultKind, Readings, Template, TemplateError, examine, template

KNOWN = {"编号": 1, "名": "食堂", "奖项": {"名额": 2}, "列表": [{"姓名": "甲", "岁": 3}], "零": 0}


def filter_of_two(value, other):
    return f"{value}{other}"


@pytest.fixture
def messages(word):
    """Every fault that an examination finds in these paragraphs, with these values."""

    def collect(*paragraphs):
        found = examine(word(*paragraphs), {"合": filter_of_two})
        faults = [
            *found.faults,
            *found.notes,
            *found.unknown_names(KNOWN),
            *found.unknown_columns(KNOWN),
            *(each for each in found.failures(KNOWN) if each.kind is FaultKind.VALUE),
        ]
        return [(each.place, each.message) for each in faults]

    return collect


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ 名|合 }}", "少了参数"),
        ("{{ 名|合(1, 2) }}", "太多"),
        ("{{ 名|合(1)|合(other=2) }}", None),
        ("{{ 列表|sort(attribute='岁')|list|length|round(1) }}{{ 名 is divisibleby(2) }}", "算不出来"),
        ("{{ 名 is divisibleby }}", "少了参数"),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}", "参数"),
        ("{{ 名.split(1, 2, 3) }}", "参数"),
        ("{{ 1 / 零 }}", "除数是0"),
        ("{% if 零 %}{{ 1 / 零 }}{% endif %}", None),
        ("{% if 零 %}{{ 奖项.名客 }}{% endif %}", "名额"),
        ("{{ 名 if 零 else 奖项.名客 }}", "名额"),
        ("{{ 零 and 奖项.名客 }}", "名额"),
        ("{% for x in 列表 if x.岁 > 9 %}{{ x.姓民 }}{% endfor %}", "姓名"),
        ("{% for x in [] %}{{ x.什么 }}{% endfor %}", None),
        ("{% set 行 = 奖项.名客 %}{{ 行 }}{{ 行 + 1 }}", "名额"),
        ("{% set 行 = 奖项 %}{% if 零 %}{% set 行 = 名 %}{% endif %}{{ 行.名额 }}", None),
        ("{{ 奖项.没有|default('') }}{% if 奖项.无 is defined %}{{ 奖项.无 + 1 }}{% endif %}", None),
        ("{% if 无 is defined and 无 > 1 %}{{ 无 }}{% endif %}", None),
        ("{{ 没有 + 1 }}{% set x = 没有 %}{{ x.y / 0 }}", "没有"),
        ("{{r 编号 }}", "丢失"),
        ("{% raw %}{{ 没有 }} }} {% if %}{% endraw %}", None),
        ("{% for x in 列表 %}{{ x.姓名 }}{% break %}{% endfor %}", "不认识"),
        ("{{ 列表[3].姓名 }}", "没有这么多"),
        ("{% filter 没有这个 %}甲{% endfilter %}", "过滤器"),
        ("{% call m() %}{% endcall %}", "m"),
        ("{{ {'a': {'b': 1}}.a.b }}", None),
    ],
)
def test_a_fault_is_told_once_and_a_sound_tag_not_at_all(messages, text, words):
    found = messages("甲", text)
    if words is None:
        assert found == []
    else:
        ((place, message),) = {*found}
        assert place == "第2段"
        assert words in message


def test_a_fault_hides_no_other(messages):
    found = messages(
        "{{ 奖项.甲 + 奖项.乙 }}{{ 没有甲 }}",
        "{% if 编号 }}",
        "{{ 奖项.丙 }}",
        "{% endif %}{{ 1 / 零 }}{{ 名 > 1 }}",
    )
    assert [place for place, _ in found] == ["第2段", "第1段", "第1段", "第1段", "第3段", "第4段", "第4段"]


def test_what_is_no_document_has_that_one_fault():
    assert [each.kind for each in examine(b"PK").faults] == [FaultKind.DAMAGED]


def test_an_examination_agrees_with_the_renderer(word):
    from awardgen.rendering import Template  # noqa: PLC0415

    data = word("{{ 奖项.名额 }}{{ 名 > 1 }}")
    with pytest.raises(TemplateError) as caught:
        Template(data).render(KNOWN)
    assert list(caught.value.faults) == examine(data).failures(KNOWN)


def test_a_link_that_begins_inside_a_tag_does_not_tear_the_paragraph(saved, texts):
    import docx  # noqa: PLC0415
    from docx.oxml import parse_xml  # noqa: PLC0415

    from awardgen.rendering import Template  # noqa: PLC0415

    document = docx.Document()
    paragraph = document.add_paragraph("前{{ 编")
    link = (
        '<w:hyperlink xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:anchor="x">'
        "<w:r><w:t>号 }}后</w:t></w:r></w:hyperlink>"
    )
    paragraph._p.append(parse_xml(link))
    assert texts(Template(saved(document)).render(KNOWN)) == ["前1后"]


def test_what_was_read_is_compiled_without_being_read_again(word, monkeypatch):
    data, context = (
        word("{% for x in 列表 %}{{ x }}{% endfor %}", [["{{ 甲 }}"]]),
        {"列表": [1, 2], "甲": "乙\n丙"},
    )
    readings = Readings()
    assert not examine(data, readings=readings).faults
    with monkeypatch.context() as patched:
        patched.setattr(template, "read_part", None)
        known = Template(data, readings=readings)
    assert known.render(context) == Template(data).render(context)
    assert Template(data, readings=readings).render(context) == known.render(context)  # each is taken once


def test_what_was_read_is_not_for_docxtpls_way(word):
    data, readings = word("{{ 甲 }}"), Readings()
    examine(data, readings=readings)
    assert Template(data, strict=False, readings=readings).render({}) == Template(data, strict=False).render(
        {}
    )
