import pytest

from awardgen.campaign import Row, columns_of

POSITIONS = {"编号": 0, "评委": 2}
ROW = Row(POSITIONS, ("SF-1", "不看", None))


def test_a_row_is_a_mapping_of_the_columns_that_are_named():
    assert dict(ROW) == ROW == {"编号": "SF-1", "评委": None}


def test_a_column_that_is_not_there_has_no_cell():
    assert (ROW.get("分值"), ROW.get("分值", "无"), ROW.get("评委", "无")) == (None, "无", None)


def test_rows_share_their_columns():
    assert Row(POSITIONS, ("SF-2", "", "于海"))["评委"] == "于海"


def test_the_cells_come_in_the_order_of_the_columns_without_those_that_are_not_seen():
    assert list(ROW.values()) == ["SF-1", None]
    assert None in ROW.values()
    assert len(ROW.values()) == 2


OTHER = Row(POSITIONS, ("SF-2", "不看", "于海"))


@pytest.mark.parametrize(
    "rows",
    [
        [ROW, OTHER],
        [ROW, Row({"评委": 1, "编号": 0}, ("SF-2", "于海"))],
        [ROW, {"编号": "SF-2", "评委": "于海"}],
    ],
    ids=["one sheet", "two sheets", "other mappings"],
)
def test_columns_of_rows_wherever_their_cells_stand(rows):
    assert list(columns_of(rows, ["评委", "分值", "编号"])) == [
        [None, "于海"],
        [None, None],
        ["SF-1", "SF-2"],
    ]


def test_no_rows_have_empty_columns():
    assert list(columns_of([], ["编号"])) == [[]]
