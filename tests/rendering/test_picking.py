"""Picking rows gives what Jinja's own filters give, and goes wrong as they do."""

from __future__ import annotations

import jinja2
import pytest
from jinja2.filters import FILTERS

from awardgen.rendering.picking import PICKING

ROWS = [
    {"小组": "东", "分": 1, "人": {"名": "甲"}},
    {"小组": "西", "分": 0, "人": {"名": ""}},
    {"小组": "东", "分": None, "人": {"名": "乙"}},
    {"分": 3},
]


def compiled(filters, expression):
    environment = jinja2.Environment(autoescape=True)
    environment.filters.update(filters)
    return environment.compile_expression(expression, undefined_to_none=False)


def picked(filters, call, rows):
    try:
        return compiled(filters, f"rows|{call}|list")(rows=rows)
    except Exception as error:  # noqa: BLE001 - a template may go wrong in any way
        return type(error), str(error)


@pytest.mark.parametrize(
    "arguments",
    [
        "",
        "('odd')",
        "('mapping')",
        "('equalto', 2)",
        "('in', [1, 2])",
        "('divisibleby', num=2)",
        "('没有')",
        "('filter')",
        "('小组')",
        "('小组', 'equalto', '东')",
        "('小组', 'defined')",
        "('分', '>', 0)",
        "('人.名')",
        "('人.名', 'equalto', '甲')",
        "('0')",
        "(0)",
        "('items')",
    ],
)
@pytest.mark.parametrize("name", PICKING)
@pytest.mark.parametrize("rows", [[], ROWS, ROWS[:2], [1, 2, 4], ["list", "甲"], [[0], [1]]], ids=str)
def test_it_is_as_with_jinjas_own(name, arguments, rows):
    own = {each: FILTERS[each] for each in PICKING}
    assert picked(PICKING, f"{name}{arguments}", rows) == picked(own, f"{name}{arguments}", rows)


def test_nothing_is_looked_at_before_it_is_asked_for():
    looked_at = []

    def rows():
        for number in range(9):
            looked_at.append(number)
            yield number

    assert compiled(PICKING, "rows|select('odd')|first")(rows=rows()) == 1
    assert looked_at == [0, 1]
