"""What is written lies in the folder as everybody may read it, whoever has written it."""

import os

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
