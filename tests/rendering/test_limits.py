"""What a template may not do, however it asks for it: each ends in a fault, after work that is counted."""

from __future__ import annotations

import pytest

from awardgen.rendering import FaultKind, Template, TemplateError, examine
from awardgen.rendering.limits import MOST_MADE, MOST_WORK, Budget, Buffer, TooMuchError

ENDLESS = (
    "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "{% for i in range(99999) %}{% for j in range(99999) if i == j %}x{% endfor %}{% endfor %}",
    "{% for i in range(99999) %}{{ range(99999)|sum }}{% endfor %}",
    "{% for i in range(99999) %}{% for j in range(99999)|select %}{% endfor %}{% endfor %}",
    "{{ ([range(99999)] * 9999)|map('sum')|list|length }}",
    "{% macro f(n) %}{% if n > 0 %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{% for i in range(9) recursive %}{{ loop(range(99)) }}{% endfor %}",
)
GROWING = (
    "{{ 'a' * 10 ** 9 }}",
    "{{ [1] * 10 ** 9 }}",
    "{{ 2 ** (10 ** 9) }}",
    "{{ 'a'.ljust(10 ** 9) }}",
    "{{ 'a'|center(10 ** 9) }}",
    "{{ 'a'|indent(10 ** 9) }}",
    "{{ [1]|batch(10 ** 9)|list }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '%1000000000d'|format(1) }}",
    "{{ '%*d' % (10 ** 9, 1) }}",
    "{{ '{:1000000000}'.format(1) }}",
    "{{ '{:{}}'.format(1, 10 ** 9) }}",
    "{{ (1).to_bytes(10 ** 9, 'big') }}",
    "{{ ('a' * 10 ** 5).replace('a', 'b' * 10 ** 5) }}",
    "{{ ('a' * 10 ** 5)|replace('a', 'b' * 10 ** 5) }}",
    "{{ ','.join(['a' * 10 ** 5] * 10 ** 5) }}",
    "{{ (['a' * 10 ** 5] * 10 ** 5)|join }}",
    "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    (
        "{% macro d(x) %}{{ x }}{{ x }}{% endmacro %}"
        "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = d(n.x) %}{% endfor %}"
    ),
    "{% set x %}{% for i in range(99999) %}一二三四五六七八九十一二三四五六七八九十{% endfor %}{% endset %}{{ x }}",
)
TOO_INVOLVED = (
    "{{ " + "9" * 5000 + " }}",
    "{{ " + "(" * 2000 + "1" + ")" * 2000 + " }}",
    "{{ " + "not " * 3000 + "1 }}",
    "{{ 1" + " + 1" * 9000 + " }}",
    "{{ 甲" + ".乙" * 3000 + " }}",
    "{{ 甲" + "|upper" * 3000 + " }}",
    "{% if 1 %}" * 300 + "x" + "{% endif %}" * 300,
    "{% for i in [1] %}" * 40 + "x" + "{% endfor %}" * 40,
)


def only_fault(data):
    with pytest.raises(TemplateError) as raised:
        Template(data).render({"甲": "甲"})
    (fault,) = raised.value.faults
    return fault


@pytest.mark.parametrize("text", ENDLESS + GROWING)
def test_what_has_no_end_or_fits_no_memory_is_a_fault_with_its_place(word, text):
    fault = only_fault(word("", text))
    assert (fault.kind, fault.place) == (FaultKind.SANDBOX, "第2段")


@pytest.mark.parametrize("text", TOO_INVOLVED, ids=lambda text: text[:12])
def test_what_is_too_involved_to_be_read_is_a_fault(word, text):
    assert only_fault(word("", text)).kind is FaultKind.SYNTAX
    assert isinstance(examine(word("", text)).faults, tuple)


def test_a_template_that_was_stopped_is_not_tried_again(word):
    work = []

    def counted():
        work.append(1)
        return ""

    template = Template(word(f"{{{{ 次() }}}}{ENDLESS[0]}"))
    for _ in range(3):
        with pytest.raises(TemplateError):
            template.render({"次": counted})
    assert len(work) == 1


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{% for 人 in 名单 %}{% for 字 in 人 %}{{ 字 }}{% endfor %}、{% endfor %}", "张三、李四、"),
        (
            "{% for 人 in 名单 %}{{ loop.index }}/{{ loop.length }}{{ '。' if loop.last }}{% endfor %}",
            "1/22/2。",
        ),
        ("{% for 人 in 名单|reverse %}{{ loop.revindex }}{{ 人 }}{% endfor %}", "2李四1张三"),
        ("{% set 行 %}{{ 名单|join('、') }}{% endset %}{{ 行 }}{{ 行|length }}", "张三、李四5"),
        ("{% macro 敬称(人) %}{{ 人 ~ '同志' }}{% endmacro %}{{ 敬称(名单[0]) }}", "张三同志"),
        ("{{ '%05.1f' % 3.14159 }}{{ '{:>4}'.format(7) }}{{ '甲' * 3 }}{{ 2 ** 10 }}", "003.1   7甲甲甲1024"),
        ("{% for 数 in [1, [2, [3]]] recursive %}{{ 数 if 数 is number else loop(数) }}{% endfor %}", "123"),
        ("{{ '—'.join(名单) ~ 名单|map('length')|sum }}", "张三—李四4"),
    ],
)
def test_what_templates_do_every_day_goes_on_as_before(word, text, printed, texts):
    assert texts(Template(word(text)).render({"名单": ["张三", "李四"]})) == [printed]


@pytest.mark.parametrize("text", ["{{ 甲.upper }}", "{{ 名单|map('length') }}", "{{ 名单.index }}"])
def test_what_tells_only_its_place_in_memory_is_not_printed(word, text):
    with pytest.raises(TemplateError) as raised:
        Template(word(text)).render({"甲": "a", "名单": ["张三"]})
    assert "不能填入" in raised.value.faults[0].message


def test_work_is_counted_whatever_the_clock_says():
    budget = Budget()
    budget.spend(MOST_WORK)
    with pytest.raises(TooMuchError):
        budget.spend(1)


def test_what_a_block_prints_is_bounded_as_a_whole():
    buffer = Buffer()
    buffer.extend("甲" * (MOST_MADE // 2) for _ in range(2))
    assert "".join(buffer) == "甲" * MOST_MADE
    with pytest.raises(TooMuchError):
        buffer.append("乙")
