"""output/检查/ holds what the latest check wrote, and nobody's work is lost over it."""

import json
from pathlib import Path

import pytest

from awardgen.report.copies.check_folder import CheckFolder


@pytest.fixture
def hold(tmp_path):
    """Let the folder hold these files; returns what stood in the way as (code, severity, file)."""

    def held(**files):
        found = CheckFolder(tmp_path).hold({f"检查/{name}": data.encode() for name, data in files.items()})
        return [(each.kind.code, each.severity.value, each.place.file) for each in found]

    return held


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "output" / "检查"


def names(folder):
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def test_it_holds_what_it_is_given(hold, folder):
    assert hold(甲="一", 乙="二") == []
    assert (folder / "甲").read_text("utf-8") == "一"
    assert names(folder) == ["乙", "甲"]


def test_nothing_to_hold_makes_no_folder(hold, tmp_path):
    assert hold() == []
    assert list(tmp_path.iterdir()) == []


def test_what_an_earlier_check_wrote_and_this_one_does_not_is_gone(hold, folder):
    hold(甲="一", 乙="二")
    assert hold(乙="三") == []
    assert names(folder) == ["乙"]
    assert (folder / "乙").read_text("utf-8") == "三"


def test_a_check_that_finds_nothing_leaves_no_folder(hold, folder):
    hold(甲="一")
    hold()
    assert not folder.exists()


def test_a_file_that_somebody_put_there_stays(hold, folder):
    hold(甲="一")
    (folder / "我的.txt").write_text("我的", "utf-8")
    hold()
    assert names(folder) == ["我的.txt"]


def test_an_edited_file_is_moved_aside_and_told_of_when_there_is_something_new(hold, folder, tmp_path):
    hold(甲="一")
    (folder / "甲").write_text("改过", "utf-8")
    assert hold(甲="二") == [("AW409", "info", "output/检查/甲")]
    assert (folder / "甲").read_text("utf-8") == "二"
    assert (tmp_path / "output" / ".手改" / "检查" / "甲").read_text("utf-8") == "改过"


def test_an_edited_file_is_left_alone_while_nothing_new_is_to_be_said(hold, folder):
    hold(甲="一")
    (folder / "甲").write_text("填了日期", "utf-8")
    assert hold(甲="一") == []
    assert (folder / "甲").read_text("utf-8") == "填了日期"


def test_an_edited_file_that_is_no_longer_needed_is_moved_aside(hold, folder, tmp_path):
    hold(甲="一")
    (folder / "甲").write_text("改过", "utf-8")
    assert hold() == [("AW409", "info", "output/检查/甲")]
    assert (tmp_path / "output" / ".手改" / "检查" / "甲").is_file()


def test_a_deleted_file_is_written_again(hold, folder):
    hold(甲="一")
    (folder / "甲").unlink()
    hold(甲="一")
    assert (folder / "甲").read_text("utf-8") == "一"


def test_a_file_that_is_the_same_is_not_touched(hold, folder):
    hold(甲="一")
    before = (folder / "甲").stat().st_mtime_ns
    hold(甲="一")
    assert (folder / "甲").stat().st_mtime_ns == before


def test_a_file_that_is_open_in_excel_is_a_warning_and_stays_ours(hold, folder, monkeypatch):
    hold(甲="一", 乙="二")
    replace = __import__("os").replace

    def refuse(source, target):
        if Path(target).name == "甲":
            raise PermissionError(13, "in use")
        replace(source, target)

    monkeypatch.setattr("os.replace", refuse)
    assert hold(甲="三", 乙="四") == [("AW408", "warning", "output/检查/甲")]
    assert (folder / "甲").read_text("utf-8") == "一"
    assert (folder / "乙").read_text("utf-8") == "四"
    monkeypatch.undo()
    assert hold(甲="五") == []
    assert (folder / "甲").read_text("utf-8") == "五"


def test_a_run_that_was_cut_short_is_taken_over(hold, folder, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("awardgen.report.copies.check_folder.CheckFolder._put", _cut_short)
        with pytest.raises(KeyboardInterrupt):
            hold(甲="一")
    (folder / "甲").write_bytes("一".encode())
    assert hold(甲="二") == []
    assert (folder / "甲").read_text("utf-8") == "二"


def _cut_short(*_):
    raise KeyboardInterrupt


@pytest.mark.parametrize("record", ["", "[]", "{}", '{"schema_version": 1, "files": 3}', "[" * 5000])
def test_without_its_record_nothing_there_counts_as_ours(hold, folder, tmp_path, record):
    hold(甲="一")
    (folder / ".written.json").write_text(record, "utf-8")
    hold(甲="二")
    assert (tmp_path / "output" / ".手改" / "检查" / "甲").read_text("utf-8") == "一"
    assert json.loads((folder / ".written.json").read_text("utf-8"))["files"].keys() == {"检查/甲"}


def test_a_place_that_takes_nothing_is_a_warning(hold, tmp_path):
    (tmp_path / "output").write_text("a file", "utf-8")
    assert hold(甲="一") == [("AW408", "warning", "output/检查/")]


def test_a_link_that_leads_out_is_refused(hold, folder, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder.parent.mkdir()
    folder.symlink_to(elsewhere)
    assert hold(甲="一") == [("AW408", "warning", "output/检查/")]
    assert list(elsewhere.iterdir()) == []
