"""What is wrong in a template is told with its place, in words that staff can act on."""

from __future__ import annotations

import pickle

import docx
import pytest

from awardgen.errors import AwardgenError
from awardgen.rendering import FaultKind, Template, TemplateError, TemplateFault

KNOWN = {"编号": 1, "岗位名称": "食堂", "奖项": {"名额": 2}, "列表": [{"姓名": "甲"}]}


class Blank:
    def __str__(self):
        return ""

    def __bool__(self):
        return False


def faults(data, context=KNOWN, **options):
    with pytest.raises(TemplateError) as caught:
        Template(data, **options).render(context)
    return caught.value.faults


def only(data, context=KNOWN, **options):
    (fault,) = faults(data, context, **options)
    return fault


def test_an_unknown_name_is_told_with_the_nearest_and_its_place(word):
    assert only(word("{{ 编号 }}", "岗位：{{ 岗位名字 }}。")) == TemplateFault(
        kind=FaultKind.UNKNOWN_NAME,
        message="没有“岗位名字”这一名称，最接近的是“岗位名称”",
        part="正文",
        place="第2段",
        excerpt="岗位：{{ 岗位名字 }}。",
        name="岗位名字",
        nearest="岗位名称",
        start=3,
        end=13,
    )


def test_an_unknown_column_is_told_with_the_items_nearest(word):
    fault = only(word("{{ 奖项.名额数 }}"))
    assert (fault.kind, fault.name, fault.nearest) == (FaultKind.UNKNOWN_NAME, "名额数", "名额")


def test_every_unknown_name_is_told_at_once(saved):
    document = docx.Document()
    document.add_paragraph("{{ 甲甲 }}")
    document.add_table(2, 3).cell(1, 2).text = "{{ 乙乙 }}"
    section = document.sections[0]
    section.header.paragraphs[0].text = "{{ 丙丙 }}"
    section.footer.paragraphs[0].text = "{{ 丁丁 }}"
    assert [(fault.part, fault.place, fault.name) for fault in faults(saved(document))] == [
        ("正文", "第1段", "甲甲"),
        ("页眉", "第1段", "丙丙"),
        ("页脚", "第1段", "丁丁"),
        ("正文", "表格1第2行第3格第1段", "乙乙"),
    ]


@pytest.mark.parametrize(
    ("place", "paragraphs"),
    [
        ("第3段", ["{%p for x in 列表 %}", "{{ x.姓名 }}", "{{ x.性别 }}", "{%p endfor %}"]),
        ("第4段", ["甲", "", "{{ 编号 }}", "{{ 奖项.x }}"]),
        ("表格1第2行第2格第1段", [[["甲", "乙"], ["丙", "{{ 奖项.x }}"]]]),
        ("表格2第1行第1格第1段", [[["甲"]], "{{ 编号 }}", [["{{ 奖项.x }}"]]]),
        ("表格1第2行第1格第1段", [[["{%tr for x in 列表 %}"], ["{{ x.性别 }}"], ["{%tr endfor %}"]]]),
        ("第1段", ["{% if 奖项.x %}{% endif %}"]),
        ("第2段", ["{% for x in 列表 %}", "{% if x.y %}{% endif %}", "{% endfor %}"]),
    ],
)
def test_the_place_is_counted_as_in_word(word, place, paragraphs):
    assert only(word(*paragraphs)).place == place


def test_the_excerpt_is_short_and_around_the_tag(word):
    fault = only(word("甲" * 100 + "{{ 无此名 }}" + "乙" * 100))
    assert len(fault.excerpt) == 40
    assert "甲甲{{ 无此名 }}乙乙" in fault.excerpt


def test_blank_is_known_and_none_of_these_is_an_error(word, texts):
    template = Template(
        word(
            "{{ 空 }}{% if 空 %}有{% endif %}{{ 没有|default('缺') }}{% if 没有 is defined %}有{% endif %}",
            "{% if false %}{{ 没有 }}{% endif %}",
        )
    )
    assert texts(template.render({"空": Blank()})) == ["缺", ""]


def test_names_can_be_checked_before_there_is_a_context(word):
    template = Template(
        word(
            "{% set 甲 = 编号 %}{{ 甲 }}{{ 岗位名 }}{{ 没有|default('') }}{{ range(2) }}",
            "{% for x in 列表 %}{{ loop.index }}{{ x.姓名 }}{% if false %}{{ 名单 }}{% endif %}{% endfor %}",
            "{{ x }}{% if 没有 is defined %}{% endif %}{% macro m(y) %}{{ y }}{% endmacro %}{{ m(1) }}",
        )
    )
    found = template.check_names(KNOWN)
    assert [(fault.place, fault.name, fault.nearest) for fault in found] == [
        ("第1段", "岗位名", "岗位名称"),
        ("第2段", "名单", None),
        ("第3段", "x", None),
    ]
    assert template.check_names({*KNOWN, "岗位名", "名单", "x"}) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ 编号", "“{{”没有收尾"),
        ("{{ }}", "空的"),
        ("{{ 编号 + }}", "空的，或少写"),
        ("{% if 编号 %}", "“{% if 编号 %}”后面没有与它配对的“{% endif %}”"),
        ("{% endfor %}", "“{% endfor %}”前面没有"),
        ("{% if 编号 %}{% endfor %}", "应写“{% endif %}”"),
        ("{% else %}", "“{% else %}”前面没有"),
        ("{% 如果 编号 %}", "不认识“{% 如果 %}”"),
        ("{%p if 编号 % 2 %}", "里不能有“%”"),
        ("{{ 编号$ }}", "“$”不能用在标签里"),
        ("{{ (编号 }}", "标签写法有误"),
        ("{{ x|default('a) }}", "标签写法有误"),
    ],
)
def test_a_slip_in_writing_is_told_at_construction(word, text, words):
    with pytest.raises(TemplateError) as caught:
        Template(word("甲", text))
    fault = caught.value.faults[0]
    assert (fault.kind, fault.place) == (FaultKind.SYNTAX, "第2段")
    assert words in fault.message


def test_slips_in_several_parts_are_told_together(word):
    with pytest.raises(TemplateError) as caught:
        Template(word("{{ 甲", "{{ 乙", "{% for x in y %}"))
    assert [fault.place for fault in caught.value.faults] == ["第1段", "第2段", "第3段"]
    assert "另有2处" in caught.value.message


def test_an_unknown_filter_is_told_with_the_nearest_even_where_it_is_never_reached(word):
    with pytest.raises(TemplateError) as caught:
        Template(word("{% if false %}{{ 编号|汉字日 }}{% endif %}"), filters={"汉字日期": str})
    (fault,) = caught.value.faults
    assert (fault.kind, fault.name, fault.nearest) == (FaultKind.UNKNOWN_FILTER, "汉字日", "汉字日期")


@pytest.mark.parametrize("text", ["{{ 编号.__class__ }}", "{{ 编号._x }}"])
def test_underscored_names_are_refused_at_construction(word, text):
    with pytest.raises(TemplateError) as caught:
        Template(word(text))
    assert caught.value.faults[0].kind is FaultKind.SANDBOX


@pytest.mark.parametrize(
    "text", ["{{ 编号['__class__'] }}", "{{ 编号|attr('__class__') }}", "{{ 列表.append(1) }}"]
)
@pytest.mark.parametrize("strict", [True, False])
def test_the_sandbox_holds_while_a_template_is_filled_in(word, text, strict):
    fault = only(word(text), strict=strict)
    assert (fault.kind, fault.place) == (FaultKind.SANDBOX, "第1段")


@pytest.mark.parametrize(
    "text",
    [
        "{% set 甲 %}{{ 编号 }}{% endset %}{{ 甲 }}",
        "{% with 甲 = 编号 %}{{ 甲 }}{% endwith %}",
        "{% filter upper %}{{ 编号 }}{% endfilter %}",
        "{% macro 甲(乙=编号) %}{{ 乙 }}{{ caller() }}{% endmacro %}{% call 甲() %}{{ 编号 }}{% endcall %}",
        "{% for x in 列表 if x.姓名 %}{{ loop.index }}{% else %}{{ 编号 }}{% endfor %}",
        "{% set n = namespace(x=1) %}{% set n.x = 编号 %}{{ n.x }}{{ dict(a=1) }}",
        "{% set 甲, 乙 = 1, 2 %}{{ 甲 + 乙 }}",
    ],
)
def test_names_that_a_template_defines_itself_are_known(word, text):
    template = Template(word(text))
    assert template.check_names(KNOWN) == ()
    template.render(KNOWN)


@pytest.mark.parametrize("name", ["lipsum", "cycler", "joiner"])
def test_playthings_of_jinja_are_unknown_names(word, name):
    assert only(word(f"{{{{ {name} }}}}")).name == name


def test_a_failing_filter_is_told_with_its_place(word):
    def fail(_):
        raise ValueError("不是日期")

    fault = only(word("甲", "{{ 编号|年月日 }}"), filters={"年月日": fail})
    assert (fault.kind, fault.place) == (FaultKind.VALUE, "第2段")
    assert "不是日期" in fault.message


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{{ []|first }}", FaultKind.VALUE),
        ("{{ 1 / 0 }}", FaultKind.VALUE),
        ("{{ range(10 ** 9)|length }}", FaultKind.SANDBOX),
        ("{{ 编号|失败 }}", FaultKind.VALUE),
        ("{{ 没有 + 1 }}", FaultKind.UNKNOWN_NAME),
        ("{{ 没有.名额 }}", FaultKind.UNKNOWN_NAME),
        ("{{ 列表.姓名 }}", FaultKind.UNKNOWN_NAME),
        ("{{ 禁止() }}", FaultKind.SANDBOX),
    ],
)
def test_whatever_goes_wrong_is_a_fault_with_its_place(word, text, kind):
    def refuse(_):
        raise AwardgenError("这一格不是日期")

    def forbidden():
        raise AssertionError

    forbidden.unsafe_callable = True
    fault = only(word("", text), {**KNOWN, "禁止": forbidden}, filters={"失败": refuse})
    assert (fault.kind, fault.place) == (kind, "第2段")


def test_a_header_with_its_brackets_in_a_tag_is_explained(word):
    assert "括号" in only(word("{{ 岗位名称(编号) }}")).message


@pytest.mark.parametrize(
    "content",
    [
        ["{%p if 编号 %}这几个字会丢", "{%p endif %}"],
        ["{%p if 编号 %}{%p endif %}"],
        [[["{%tr for x in 列表 %}", "会丢"], ["{%tr endfor %}", ""]]],
        ["{%p if 编号 %}", "{% endif %}"],
    ],
)
def test_what_docxtpl_would_lose_silently_is_a_fault(word, content):
    with pytest.raises(TemplateError) as caught:
        Template(word(*content))
    assert caught.value.faults[0].kind is FaultKind.STRUCTURE


@pytest.mark.parametrize("text", ["<w:x>", "&xx;", "<"])
def test_text_that_is_no_xml_any_more_is_a_fault_and_no_damaged_file(word, text):
    assert only(word(f"{{{{ '{text}'|safe }}}}")).kind is FaultKind.STRUCTURE


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 broken"])
def test_what_is_no_document_is_a_fault(data):
    with pytest.raises(TemplateError) as caught:
        Template(data)
    assert caught.value.faults[0].kind is FaultKind.DAMAGED


def test_every_cut_of_a_document_is_a_fault_or_a_document(word):
    data = word("{{ 编号 }}")
    for length in range(0, len(data) - 1, 997):
        with pytest.raises(TemplateError):
            Template(data[:length])


def test_a_missing_file_is_a_fault(tmp_path):
    with pytest.raises(TemplateError, match="通知"):
        Template(tmp_path / "通知.docx")


def test_the_error_passes_between_processes(word):
    with pytest.raises(TemplateError) as caught:
        Template(word("{{ 编号"))
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301
    assert copy.faults == caught.value.faults
    assert (copy.message, copy.tip) == (caught.value.message, caught.value.tip)
