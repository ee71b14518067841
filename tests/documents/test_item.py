"""A list item has its columns as attributes, and they win over Python's own (design.md)."""

import pytest

from awardgen.documents.item import Item
from awardgen.rendering import TemplateError, compile_condition, compile_pattern

AWARD = Item({"奖项": "优质服务示范岗", "简称": "示范岗"}, "优质服务示范岗")


@pytest.mark.parametrize("column", ["items", "keys", "values", "get", "add", "count", "index", "printed"])
def test_a_column_wins_over_pythons_attribute(filled, printed, column):
    row = Item({column: "甲"}, "行")
    assert filled(f"{{{{ 人.{column} }}}}", 人=row) == "甲"
    assert printed(f"{{{{ 人.{column} }}}}", {"人": row}) == "甲"


def test_it_is_reached_by_its_header_as_a_text_too(filled):
    assert filled("{{ 奖项['简称'] }}", 奖项=AWARD) == "示范岗"
    assert filled("{{ 列表|map(attribute='简称')|join }}", 列表=[AWARD]) == "示范岗"


def test_it_prints_its_name(filled, printed):
    assert filled("{{ 奖项 }}", 奖项=AWARD) == "优质服务示范岗"
    assert printed("{{ 奖项 }}", {"奖项": AWARD}) == "优质服务示范岗"


def test_a_column_that_is_not_there_is_an_error(filled):
    with pytest.raises(TemplateError):
        filled("{{ 奖项.简介 }}", 奖项=AWARD)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("奖项 == '优质服务示范岗'", True),
        ("奖项 != '优质服务示范岗'", False),
        ("奖项 == '示范岗'", False),
        ("奖项 == 奖项", True),
        ("奖项", True),
        ("'简称' in 奖项", True),
        ("奖项 in ['优质服务示范岗']", True),
    ],
)
def test_it_compares_as_its_name(condition, holds):
    assert compile_condition(condition).evaluate({"奖项": AWARD}) is holds


def test_an_item_without_columns_is_there_all_the_same():
    assert compile_condition("行").evaluate({"行": Item({}, "甲")}) is True


def test_two_rows_with_one_name_are_two():
    assert Item({}, "甲") != Item({}, "甲")
    assert len({AWARD, AWARD}) == 1


def test_what_is_added_later_is_there():
    group = Item({"工会小组": "饮食小组"}, "饮食小组")
    group.add({"申报列表": [AWARD]})
    assert list(group) == ["工会小组", "申报列表"]
    assert len(group) == 2


def test_items_can_be_put_in_order_as_groupby_does():
    groups = {name: Item({}, name) for name in ("丙组", "甲组")}
    rows = [Item({"小组": groups[name]}) for name in ("丙组", "甲组", "丙组")]
    pattern = compile_pattern(
        "{% for 小组, 人 in rows|groupby('小组') %}{{ 小组 }}{{ 人|length }} {% endfor %}"
    )
    assert pattern.render({"rows": rows}) == "丙组2 甲组1 "
