from __future__ import annotations

import pytest

from awardgen.rendering import FaultKind, TemplateError, compile_condition, compile_pattern


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("", True),
        ("  ", True),
        ("获奖", False),
        ("奖项.简称 == '示范岗'", True),
        ("奖项．简称 ＝＝ ‘示范岗’", True),
        ("奖项.简称 == “标兵” or not 获奖", True),
        ("2010年得分 ≥ 90", True),
        ("列表|length > 5", False),
    ],
)
def test_a_condition_reads_like_a_tag(text, holds):
    context = {"奖项": {"简称": "示范岗"}, "获奖": False, "列2010年得分": 90, "列表": []}
    assert compile_condition(text).evaluate(context) is holds


def test_a_condition_knows_its_names():
    condition = compile_condition("奖项.简称 == '示范岗' and 获奖")
    assert condition.names == {"奖项", "获奖"}
    assert condition.attributes == {"简称"}
    assert [fault.name for fault in condition.check_names(["奖项"])] == ["获奖"]


@pytest.mark.parametrize("text", ["奖项 ==", "{{ 获奖 }}", "获奖 }}{{ 获奖", "a b", "甲|没有这个"])
def test_what_is_no_condition_is_a_fault(text):
    with pytest.raises(TemplateError) as caught:
        compile_condition(text)
    (fault,) = caught.value.faults
    assert (fault.part, fault.excerpt) == ("条件", text)


def test_an_unknown_name_in_a_condition_is_a_fault():
    with pytest.raises(TemplateError) as caught:
        compile_condition("获奖者").evaluate({"获奖": True})
    (fault,) = caught.value.faults
    assert (fault.kind, fault.name, fault.nearest) == (FaultKind.UNKNOWN_NAME, "获奖者", "获奖")


def test_a_pattern_prints_plain_text():
    pattern = compile_pattern("附件2-{{ 编号 }}-｛｛岗位名称｝｝.docx")
    assert pattern.names == {"编号", "岗位名称"}
    assert pattern.render({"编号": "BB-001", "岗位名称": "A&B“甲”"}) == "附件2-BB-001-A&B“甲”.docx"


def test_values_alone_are_cleaned():
    pattern = compile_pattern("名单/{{ 小组 }}.docx", clean=lambda value: value.replace("/", "_"))
    assert pattern.render({"小组": "餐饮/接待"}) == "名单/餐饮_接待.docx"


@pytest.mark.parametrize("text", ["{{ 编号", "{% if 编号 %}", "{{ 编号|没有 }}", "{{ 编号._x }}"])
def test_a_slip_in_a_pattern_is_a_fault(text):
    with pytest.raises(TemplateError) as caught:
        compile_pattern(text)
    assert caught.value.faults[0].part == "文件名"


def test_an_unknown_name_in_a_pattern_is_a_fault():
    pattern = compile_pattern("{{ 编码 }}.docx")
    assert [fault.nearest for fault in pattern.check_names({"编号"})] == ["编号"]
    with pytest.raises(TemplateError):
        pattern.render({"编号": 1})


def test_a_pattern_asks_for_nothing_but_what_it_names():
    class Context(dict):
        def keys(self):
            raise AssertionError

    context = Context(编号="甲", 别的="乙")
    assert compile_pattern("{{ 编号 }}-{{ range(2)|list|length }}").render(context) == "甲-2"


def test_a_column_called_like_one_of_jinjas_functions_wins():
    assert compile_pattern("{{ range }}").render({"range": "东区"}) == "东区"
