import gc

import pytest

from awardgen.collector import all_is_kept, what_is_there_is_kept


def test_nothing_is_collected_until_all_is_made():
    with all_is_kept():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_failure_leaves_the_collector_as_it_was():
    with pytest.raises(KeyError), all_is_kept():
        raise KeyError
    assert gc.isenabled()


def test_inside_another_one_it_stays_as_it_is():
    with all_is_kept(), all_is_kept():
        pass
    assert gc.isenabled()
    with all_is_kept():
        with all_is_kept():
            pass
        assert not gc.isenabled()


def test_what_is_there_is_kept_only_so_long():
    with what_is_there_is_kept():
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0


def test_meanwhile_what_is_made_is_looked_at_seldom():
    often = gc.get_threshold()
    with what_is_there_is_kept():
        assert gc.get_threshold()[0] > 100 * often[0]
    assert gc.get_threshold() == often


def test_threads_that_end_in_any_order_leave_it_as_it_was():
    first, second = all_is_kept(), all_is_kept()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert not gc.isenabled()
    second.__exit__(None, None, None)
    assert gc.isenabled()


def test_where_it_was_off_it_stays_off():
    gc.disable()
    try:
        with all_is_kept():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_was_made_meanwhile_is_not_looked_at_at_once():
    passes = sum(each["collections"] for each in gc.get_stats())
    with all_is_kept():
        kept = [[] for _ in range(100_000)]
    made = [[] for _ in range(10)]
    assert len(kept) + len(made) == 100_010
    assert sum(each["collections"] for each in gc.get_stats()) == passes
