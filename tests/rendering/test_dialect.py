from __future__ import annotations

import itertools

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awardgen.rendering import tag_name
from awardgen.rendering.dialect import UnclosedTagError, find_tags, normalise_code, normalise_text


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("岗位名称", "岗位名称"),
        (" 岗位\n名称　", "岗位名称"),
        ("得分（百分制）", "得分"),
        ("得分(百分制)", "得分"),
        ("得分【分】", "得分"),
        ("得分[分]", "得分"),
        ("得分〔分〕", "得分"),
        ("得分（满分(100)分）", "得分"),
        ("姓名/班组", "姓名班组"),
        ("电话、手机", "电话手机"),
        ("2010年得分", "列2010年得分"),
        ("1", "列1"),
        ("１", "列1"),
        ("ＡＢＣ", "ABC"),
        ("满意度％", "满意度"),
        ("得分（", "得分"),
        ("（分）", ""),
        ("", ""),
    ],
)
def test_a_header_becomes_a_tag(header, name):
    assert tag_name(header) == name


@settings(deadline=None)  # a test is not timed
@given(st.text())
def test_a_tag_name_is_nothing_or_a_name_and_stays_one(header):
    name = tag_name(header)
    assert not name or name.isidentifier()
    assert tag_name(name) == name


@settings(deadline=None)  # a test is not timed
@given(st.text(st.characters(categories=["Lo", "Ll", "Lu", "Nd"]), min_size=1))
def test_a_name_in_a_tag_reads_as_its_header_does(header):
    name = tag_name(f"字{header}")
    assert normalise_code(f"字{header}") == name


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("｛｛ 编号 ｝｝", "{{ 编号 }}"),
        ("{｛编号｝}", "{{ 编号 }}"),
        ("｛％ if 得分 ＞＝ 9 ％｝", "{% if 得分 >= 9 %}"),
        ("{%p if 得分 ≥ 9 %}", "{%p  if 得分 >= 9 %}"),
        ("{%- if 获奖 -%}", "{%- if 获奖 -%}"),
        ("{{ 列表｜顿号（“，”） }}", "{{ 列表|顿号('，') }}"),
        ("{{ 奖项．名额 ＋ 1 }}", "{{ 奖项.名额 + 1 }}"),
        ("{{ 2010年得分 }}", "{{ 列2010年得分 }}"),
        ("{{ 1 + 2.5 + 1e5 + 0x1F }}", "{{ 1 + 2.5 + 1e5 + 0x1F }}"),
        ("{{ 电话、手机 }}", "{{ 电话手机 }}"),
        ("{{ 得分〔分〕 }}", "{{ 得分 }}"),
        ("{{ 得分(分) }}", "{{ 得分(分) }}"),
        ("{{ 政治 面貌（选填） }}", "{{ 政治面貌 }}"),
        ("{{ 人.得分（分）｜两位 }}", "{{ 人.得分|两位 }}"),
        ("{{ 日期｜年月（1） }}", "{{ 日期|年月(1) }}"),
        ("{{ 甲 if 乙 ＝＝ 丙 else 丁 }}", "{{ 甲 if 乙 == 丙 else 丁 }}"),
        ("{{ 岗位 名称 }}", "{{ 岗位名称 }}"),
        ("{{r 内容 }}", "{{r  内容 }}"),
    ],
)
def test_what_word_puts_into_a_tag_is_read_as_plain(typed, read):
    assert normalise_text(typed) == read


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("{{ ‘示范岗’ }}", "示范岗"),
        ("{{ “示范岗” }}", "示范岗"),
        ("{{ ”示范岗“ }}", "示范岗"),
        ('{{ "示范岗” }}', "示范岗"),
        ("{{ ＂示范岗＂ }}", "示范岗"),
        ("{{ '“示范岗”' }}", "“示范岗”"),
        ("{{ “‘示范岗’” }}", "‘示范岗’"),
        ("{{ '１（分）％' }}", "１（分）％"),
        ("{{ '}}' }}", "}}"),
        ("{{ '50%' ~ '{%' }}", "50%{%"),
        ("{{ '<&>' }}", "<&>"),
        ('{{ "it\'s" }}', "it's"),
        (r"{{ 'it\'s' }}", "it's"),
        (r"{{ 'a\nb' }}", "a\nb"),
        ("{{ '1、2' }}", "1、2"),
    ],
)
def test_a_literal_stays_as_typed(typed, value):
    assert jinja2.Environment(autoescape=False).from_string(normalise_text(typed)).render() == value  # noqa: S701


@settings(deadline=None)  # a test is not timed
@given(st.text(st.characters(exclude_characters="\\'", exclude_categories=["Cs", "Cc"])))
def test_any_literal_stays_as_typed(content):
    tag = normalise_text(f"{{{{ '{content}' }}}}")
    assert jinja2.Environment(autoescape=False).from_string(tag).render() == content  # noqa: S701


@pytest.mark.parametrize("text", ["“引号”（１）％", "{单} ｛双｝", "}} %}", "x＝1"])
def test_text_outside_tags_is_never_changed(text):
    assert normalise_text(f"{text}{{{{ 编号 }}}}{text}") == f"{text}{{{{ 编号 }}}}{text}"


def test_a_tag_without_an_end_is_told_from_text():
    with pytest.raises(UnclosedTagError) as caught:
        find_tags("甲{{ 乙")
    assert caught.value.start == 1


@settings(deadline=None)  # a test is not timed
@given(st.text("{｛}｝%％#＃-'\"“”a1. \\（["))
def test_reading_never_fails_otherwise(text):
    try:
        tags = find_tags(text)
    except UnclosedTagError:
        return
    assert all(before.end <= after.start for before, after in itertools.pairwise(tags))
