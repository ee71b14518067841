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
