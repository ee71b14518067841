"""What is written lies in the folder as everybody may read it, whoever has written it."""

import os
from copy import copy

import pytest

from awardgen.publishing.local_folder import LocalFolder


@pytest.fixture
def masked():
    """Return what sets the umask until the test ends."""
    before = os.umask(0)
    yield os.umask
    os.umask(before)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077, 0o777])
def test_the_mode_does_not_depend_on_who_writes(tmp_path, masked, mask):
    folder = LocalFolder(str(tmp_path))
    (tmp_path / "申报表").mkdir()
    masked(mask)
    stamp = folder.write("申报表/甲.docx", b"1")
    masked(0o022)
    assert (tmp_path / "申报表" / "甲.docx").stat().st_mode & 0o777 == 0o644
    assert folder.files() == {"申报表/甲.docx": stamp}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
def test_a_forked_process_writes_under_names_of_its_own(tmp_path, monkeypatch):
    folder = LocalFolder(str(tmp_path))
    staged = []
    real = os.replace
    monkeypatch.setattr(os, "replace", lambda source, target: (staged.append(source), real(source, target)))
    forked = copy(folder)
    forked._staged = copy(folder._staged)
    folder.write("甲.docx", b"1")
    monkeypatch.setattr(os, "getpid", lambda: 1)
    forked.write("乙.docx", b"2")
    assert len({*staged}) == 2
    assert sorted(folder.files()) == ["乙.docx", "甲.docx"]
