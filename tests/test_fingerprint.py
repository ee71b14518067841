"""Whatever a run depends on changes the digest of its inputs, and nothing else does."""

import os
import sys

import pytest

from awardgen import fingerprint
from awardgen.fingerprint import inputs_of


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    (folder / "事迹").mkdir(parents=True)
    (folder / "申报.xlsx").write_bytes(b"1")
    (folder / "事迹" / "BB-001.txt").write_bytes(b"2")
    return folder


def digest(data, *options):
    return inputs_of([data], options).digest


def test_a_digest_is_of_what_the_files_hold_not_of_when_they_were_saved(data, tmp_path_factory):
    before = digest(data)
    os.utime(data / "申报.xlsx", (1, 1))
    assert digest(data) == before
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "data"
    data.rename(elsewhere)
    assert digest(elsewhere) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda data: (data / "申报.xlsx").write_bytes(b"3"),
        lambda data: (data / "申报.xlsx").rename(data / "评分.xlsx"),
        lambda data: (data / "事迹" / "BB-002.txt").write_bytes(b""),
        lambda data: (data / "事迹" / "BB-001.txt").rename(data / "BB-001.txt"),
        lambda data: (data / "事迹" / "BB-001.txt").unlink(),
    ],
)
def test_another_name_or_content_is_another_digest(data, change):
    before = digest(data)
    change(data)
    assert digest(data) != before


def test_another_option_is_another_digest(data):
    assert digest(data, "strict") != digest(data, "")


@pytest.mark.parametrize("lock", ["~$申报.xlsx", ".~lock.申报.xlsx#"])
def test_that_a_workbook_is_open_in_office_counts_and_who_has_it_open_does_not(data, lock):
    before = digest(data)
    (data / lock).write_bytes(b"somebody")
    opened = digest(data)
    assert opened != before
    (data / lock).write_bytes(b"somebody else")
    assert digest(data) == opened
    (data / lock).unlink()
    assert digest(data) == before


def test_files_behind_links_count_and_a_link_in_a_circle_is_no_end(data, tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "BB-003.txt").write_bytes(b"1")
    (data / "共享").symlink_to(shared, target_is_directory=True)
    (data / "共享" / "回").symlink_to(data, target_is_directory=True)
    before = digest(data)
    (shared / "BB-003.txt").write_bytes(b"2")
    assert digest(data) != before


def test_what_cannot_be_read_makes_no_digest(data, monkeypatch):
    def denied(*_):
        raise PermissionError(13, "denied")

    monkeypatch.setattr(fingerprint.hashlib, "file_digest", denied)
    assert digest(data) == ""


def test_a_link_that_leads_nowhere_is_passed_over(data):
    before = digest(data)
    (data / "坏").symlink_to(data / "nowhere")
    assert digest(data) == before


def test_a_folder_that_is_not_there_yet_is_empty(data, tmp_path):
    assert inputs_of([data, tmp_path / "templates"], []).digest == digest(data)


def test_another_version_of_a_library_is_another_digest(data, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    before = digest(data)
    (tmp_path / "chinesecalendar-99.dist-info").mkdir()
    assert digest(data) != before
