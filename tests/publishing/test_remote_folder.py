"""A place that fsspec knows keeps documents as a folder does."""

import sys

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from awardgen.errors import AwardgenError
from awardgen.publishing import Publisher
from awardgen.publishing.folder import open_folder
from awardgen.publishing.names import MANIFEST
from tests.publishing.test_publisher import codes, planned, run


@pytest.fixture(params=["memory", "file"])
def location(request, tmp_path):
    MemoryFileSystem.store.clear()
    MemoryFileSystem.pseudo_dirs[:] = [""]
    return "memory://活动/output" if request.param == "memory" else (tmp_path / "output").as_uri()


def test_what_is_written_is_read_back_and_listed_by_its_path(location):
    folder = open_folder(location)
    folder.write("证书/甲.docx", b"1")
    stamp = folder.write("证书/甲.docx", b"2")
    assert folder.read("证书/甲.docx") == b"2"
    assert dict(open_folder(location).files()) == {"证书/甲.docx": stamp}


@pytest.mark.parametrize("name", ["甲[1].docx", "甲*.docx", "甲?.docx", "证书/#1 100%.docx"])
def test_no_character_of_a_name_means_anything(location, name):
    folder = open_folder(location)
    folder.write("甲1.docx", b"other")
    folder.write(name, b"1")
    assert folder.move(name, f".手改/{name}") == f".手改/{name}"
    assert sorted(folder.files()) == sorted([f".手改/{name}", "甲1.docx"])
    folder.remove(f".手改/{name}")
    assert list(folder.files()) == ["甲1.docx"]


def test_what_was_moved_before_is_not_overwritten(location):
    folder = open_folder(location)
    for content in (b"1", b"2"):
        folder.write("甲.docx", content)
        folder.move("甲.docx", ".手改/甲.docx")
    assert (folder.read(".手改/甲.docx"), folder.read(".手改/甲（2）.docx")) == (b"1", b"2")


def test_a_file_that_is_not_there_is_an_os_error(location):
    with pytest.raises(FileNotFoundError):
        open_folder(location).read("甲.docx")


def test_a_second_run_changes_nothing_and_an_edited_file_is_kept(location):
    assert run(location, {"甲.docx": b"1", "乙.docx": b"1"})[0] == {"甲.docx": "built", "乙.docx": "built"}
    assert run(location, {"甲.docx": b"1", "乙.docx": b"1"})[0].keys() == {"甲.docx", "乙.docx"}
    folder = open_folder(location)
    assert sorted(folder.files()) == sorted([MANIFEST, "甲.docx", "乙.docx"])
    folder.write("甲.docx", b"by hand")
    statuses, publisher = run(location, {"甲.docx": b"2"})
    assert statuses == {"甲.docx": "kept", "乙.docx": "removed"}
    assert codes(publisher) == ["AW409"]
    assert folder.read("甲.docx") == b"by hand"
    assert folder.read("甲.新版.docx") == b"2"


def test_what_was_last_found_stands_while_the_files_are_as_they_were(location):
    publisher = Publisher(location)
    publisher.publish(planned("甲.docx"), b"1", "in")
    publisher.finish()
    publisher.remember("in", {})
    assert Publisher(location).nothing_changed_since("in")
    open_folder(location).write("甲.docx", b"2")
    assert not Publisher(location).nothing_changed_since("in")


def test_where_writing_breaks_off_the_old_file_is_there_and_no_other(tmp_path, monkeypatch):
    folder = open_folder((tmp_path / "output").as_uri())
    folder.write("甲.docx", b"1")

    def refused(*_, **__):
        raise RuntimeError("the library's own error")

    monkeypatch.setattr(type(folder._system), "mv", refused)
    with pytest.raises(OSError, match="own error"):
        folder.write("甲.docx", b"2")
    assert [each.name for each in (tmp_path / "output").iterdir()] == ["甲.docx"]
    assert folder.read("甲.docx") == b"1"


@pytest.mark.parametrize("url", ["没有://这种/网址", "s3://bucket/campaign"])
def test_a_place_that_cannot_be_reached_for_lack_of_a_library_says_how_to_get_it(url, monkeypatch):
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(AwardgenError) as told:
        Publisher(url)
    assert "awardgen[cluster]" in told.value.tip
