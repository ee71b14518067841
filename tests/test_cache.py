"""What lies in the cache is what was kept there, or nothing."""

import os

import pytest

from awardgen import cache
from awardgen.cache import Cache


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache"


@pytest.fixture
def kept(folder):
    Cache(folder).keep("scores", "ab" * 32, b"content")
    return folder


def test_what_was_kept_comes_back_under_its_name_and_key_alone(kept):
    assert Cache(kept).recall("scores", "ab" * 32) == b"content"
    assert Cache(kept).recall("rows", "ab" * 32) is None
    assert Cache(kept).recall("scores", "ab" * 31 + "cd") is None
    assert Cache(kept).recall("scores", "cd" * 32) is None


def test_an_entry_that_is_damaged_anywhere_is_none(kept):
    (file,) = kept.iterdir()
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place])
        assert Cache(kept).recall("scores", "ab" * 32) is None
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert Cache(kept).recall("scores", "ab" * 32) is None


def test_an_entry_under_anothers_name_is_none(kept):
    (file,) = kept.iterdir()
    file.rename(file.with_name(file.name.replace("ab" * 16, "cd" * 16)))
    assert Cache(kept).recall("scores", "cd" * 32) is None


def test_only_this_user_can_read_what_is_kept(kept):
    (file,) = kept.iterdir()
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0


def test_where_nothing_can_be_kept_nothing_is_said(folder):
    folder.write_bytes(b"a file")
    Cache(folder).keep("scores", "ab", b"content")
    assert Cache(folder).recall("scores", "ab") is None
    assert folder.read_bytes() == b"a file"


def test_what_was_of_no_use_for_the_longest_time_goes_first(folder, monkeypatch):
    monkeypatch.setattr(cache, "MOST_BYTES", 400)
    for number in range(3):
        Cache(folder).keep("scores", f"{number}" * 64, b"x" * 60)
        os.utime(next(folder.glob(f"*{number}{number}*")), ns=(number, number))
    assert Cache(folder).recall("scores", "0" * 64)  # which makes it the newest
    for number in range(3, 5):
        Cache(folder).keep("scores", f"{number}" * 64, b"x" * 60)
    left = {number for number in range(5) if Cache(folder).recall("scores", f"{number}" * 64)}
    assert left == {0, 2, 3, 4}


def test_an_entry_that_would_take_most_of_the_room_is_not_kept(folder, monkeypatch):
    monkeypatch.setattr(cache, "MOST_BYTES", 400)
    Cache(folder).keep("scores", "ab", b"x" * 101)
    assert Cache(folder).recall("scores", "ab") is None
