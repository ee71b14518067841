import pytest

from awardgen.documents.layers import Layers

LAYERS = Layers({"年度": 2010, "编号": "无"}, {"编号": "BB-1"})


def test_what_is_laid_over_wins():
    assert (LAYERS["编号"], LAYERS["年度"], dict(LAYERS)) == ("BB-1", 2010, {"年度": 2010, "编号": "BB-1"})


def test_each_name_counts_once():
    assert (list(LAYERS), len(LAYERS), "编号" in LAYERS, "年度" in LAYERS, "名次" in LAYERS) == (
        ["年度", "编号"], 2, True, True, False
    )  # fmt: skip


def test_a_name_in_neither_is_not_there():
    with pytest.raises(KeyError):
        LAYERS["名次"]
