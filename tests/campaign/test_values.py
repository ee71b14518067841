from decimal import Decimal

import pytest

from awardgen.campaign import Percent, YesNo
from awardgen.finding import Place
from tests.builders import record


@pytest.mark.parametrize(
    ("fraction", "text"), [("0.92", "92%"), ("0.920", "92%"), ("1", "100%"), ("0.005", "0.5%"), ("0", "0%")]
)
def test_a_share_prints_as_percent(fraction, text):
    assert str(Percent(Decimal(fraction))) == text


def test_a_share_of_nothing_is_false():
    assert Percent(Decimal("0.01"))
    assert not Percent(Decimal(0))


@pytest.mark.parametrize(("text", "holds"), [("是", True), ("有", True), ("否", False), ("无", False)])
def test_no_is_false_and_prints_all_the_same(text, holds):
    assert bool(YesNo(text)) is holds
    assert str(YesNo(text)) == text


def test_a_record_tells_where_each_value_stands():
    row = record("示范岗", 7, "data/申报.xlsx", 编号="SF-1", 岗位名称=None)
    assert row.place("岗位名称") == Place("data/申报.xlsx", "示范岗", "B7", "岗位名称")
    assert row.place("审批日期").cell is None
    assert [row.text(column) for column in ("编号", "岗位名称", "审批日期")] == ["SF-1", "", ""]
