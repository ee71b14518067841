"""An empty cell: prints nothing, is false, compares false with anything (design.md)."""

import copy
import pickle

import pytest

from awardgen.documents.blank import BLANK
from awardgen.documents.filters import FILTERS
from awardgen.rendering import compile_condition


def test_it_prints_nothing(printed):
    assert printed("甲{{ 空 }}乙{{ 空.负责人 }}丙{{ 空[0] }}丁", {"空": BLANK}) == "甲乙丙丁"
    assert (str(BLANK), f"{BLANK}", f"{BLANK:>8}") == ("", "", "")


@pytest.mark.parametrize(
    "condition",
    [
        "空",
        "空 == ''",
        "空 == 空",
        "空 == 0",
        "空 == '甲'",
        "空 > 0",
        "空 < 90",
        "空 >= 0",
        "空 <= 0",
        "'甲' in 空",
    ],
)
def test_it_is_false_and_compares_false(condition):
    assert compile_condition(condition).evaluate({"空": BLANK}) is False


@pytest.mark.parametrize("condition", ["not 空", "空 != '甲'", "(空 or '甲') == '甲'", "空|length == 0"])
def test_what_denies_it_is_true(condition):
    assert compile_condition(condition).evaluate({"空": BLANK}) is True


@pytest.mark.parametrize(
    "tag",
    [
        "空 + 1", "1 + 空", "空 - 1", "1 - 空", "空 * 2", "2 * 空", "空 / 2", "2 / 空", "空 // 2", "2 // 空",
        "空 % 2", "2 % 空", "空 ** 2", "2 ** 空", "-空", "+空", "空|round(1)", "空|abs",
        "空.split('、')", "空.负责人.strip()", "空|join('、')", "空|default('', true)",
    ],
)  # fmt: skip
def test_whatever_is_asked_of_it_is_blank_again(filled, tag):
    assert filled(f"甲{{{{ {tag} }}}}乙", 空=BLANK) == "甲乙"


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_passes_it_on(filled, name):
    assert filled(f"甲{{{{ 空|{name} }}}}乙", 空=BLANK) == "甲乙"


def test_a_list_with_blanks_can_be_sorted(filled):
    rows = [{"总分": BLANK}, {"总分": 1}, {"总分": BLANK}]
    assert filled("{{ 列表|sort(attribute='总分')|length }}", 列表=rows) == "3"


def test_it_is_one_object():
    assert copy.deepcopy(BLANK) is BLANK
    assert pickle.loads(pickle.dumps(BLANK)) is BLANK  # noqa: S301 - our own
    assert len({BLANK, BLANK}) == 1


def test_pythons_own_names_are_not_answered():
    assert not hasattr(BLANK, "__html__")
    assert list(BLANK) == []
