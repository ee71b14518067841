from hypothesis import given
from hypothesis import strategies as st

from awardgen.archive.boxes import fill_boxes
from tests.archive.items import entry


def boxes(pages, most, first=1):
    entries = [entry(number, each) for number, each in enumerate(pages, 1)]
    return [[each.pages for each in box.entries] for box in fill_boxes(entries, first, most)]


def test_a_box_takes_items_while_there_is_room():
    assert boxes([60, 60, 60, 30], most=120) == [[60, 60], [60, 30]]


def test_an_item_is_never_parted():
    assert boxes([10, 500, 10], most=200) == [[10], [500], [10]]


def test_boxes_are_numbered_from_where_the_last_batch_ended():
    assert [box.number for box in fill_boxes([entry(1, 5), entry(2, 5)], 7, 5)] == [7, 8]


@given(st.lists(st.integers(0, 300), max_size=30), st.integers(1, 300))
def test_every_item_lies_in_one_box_in_order(pages, most):
    filled = boxes(pages, most)
    assert [each for box in filled for each in box] == pages
    assert all(sum(box) <= most or len([each for each in box if each]) == 1 for box in filled)
