"""A package is made beside its name; what a killed run leaves there goes with the next."""

from __future__ import annotations

import pytest
from filelock import FileLock

from awardgen.archive.staging import staged_beside
from awardgen.errors import AwardgenError


def left_behind(folder, name=".~archive-dead"):
    left = folder / name
    (left / "payload").mkdir(parents=True)
    (left / "payload" / "通知.pdf").write_bytes(b"half")
    (left / ".lock").write_bytes(b"")
    return left


def test_nothing_is_left_whether_it_goes_well_or_not(tmp_path):
    with staged_beside(tmp_path / "包") as staged:
        (staged / "通知.pdf").write_bytes(b"whole")
    with pytest.raises(AwardgenError, match="归档没有做完"), staged_beside(tmp_path / "包"):
        raise OSError(28, "")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_is_removed(tmp_path):
    left = left_behind(tmp_path)
    with staged_beside(tmp_path / "包"):
        assert not left.exists()


def test_a_run_that_goes_on_keeps_its_folder(tmp_path):
    left = left_behind(tmp_path)
    with FileLock(left / ".lock"), staged_beside(tmp_path / "另一个包"):
        assert (left / "payload" / "通知.pdf").exists()


def test_what_is_not_ours_is_left_alone(tmp_path):
    (tmp_path / ".~archive-mine").mkdir()
    (tmp_path / ".~archive-mine" / "mine.txt").write_text("mine", "utf-8")
    elsewhere = left_behind(tmp_path / "elsewhere")
    (tmp_path / ".~archive-link").symlink_to(elsewhere)
    with staged_beside(tmp_path / "包"):
        pass
    assert (tmp_path / ".~archive-mine" / "mine.txt").exists()
    assert (elsewhere / "payload").exists()
