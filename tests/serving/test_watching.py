import threading
import time
import zipfile
from pathlib import Path

import pytest
from watchfiles import Change

from awardgen.serving.watching import counts, inputs_there, savings, wait_until_whole


@pytest.mark.parametrize("name", ["申报.xlsx", "通知.DOCX", "BB-001.txt", "评分.xls", "评分.ods"])
def test_workbooks_templates_and_write_ups_count(name):
    assert counts(Path(name))


@pytest.mark.parametrize(
    "name", ["~$申报.xlsx", "A1B2C300", "4F2A.tmp", ".~lock.申报.xlsx#", "~WRL0001.docx", ".申报.xlsx"]
)
def test_what_office_keeps_beside_them_does_not(name):
    assert not counts(Path(name))


def test_inputs_are_those_of_data_and_templates(starter):
    names = {path.name for path in inputs_there(starter.path)}
    assert {"申报.xlsx", "通知.docx", "BB-009.txt"} <= names


def later(action):
    thread = threading.Thread(target=lambda: (time.sleep(0.1), action()))
    thread.start()
    return thread


def workbook(path):
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("a", "b")


def test_a_workbook_that_was_taken_away_to_be_replaced_is_waited_for(tmp_path):
    path = tmp_path / "申报.xlsx"
    thread = later(lambda: workbook(path))
    wait_until_whole({path}, {path})
    assert zipfile.is_zipfile(path)
    thread.join()


def test_a_workbook_that_is_half_written_is_waited_for(tmp_path):
    path = tmp_path / "申报.xlsx"
    path.write_bytes(b"PK half")
    thread = later(lambda: workbook(path))
    wait_until_whole({path}, {path})
    assert zipfile.is_zipfile(path)
    thread.join()


def test_what_stays_away_does_not_hold_up_the_build(tmp_path, monkeypatch):
    monkeypatch.setattr("awardgen.serving.watching._PATIENCE", 0.1)
    path = tmp_path / "申报.xlsx"
    wait_until_whole({path}, {path})
    assert not path.exists()


def test_where_the_system_has_no_watches_left_the_folders_are_looked_at(starter, monkeypatch):
    asked = []

    def watch(*_, force_polling=None, **__):
        asked.append(force_polling)
        if not force_polling:
            raise OSError("OS file watch limit reached.")
        yield {(Change.modified, "申报.xlsx")}

    monkeypatch.setattr("awardgen.serving.watching.watch", watch)
    assert list(savings(starter.path)) == [{Path("申报.xlsx")}]
    assert asked == [None, True]


def test_a_saving_is_told_and_first_that_none_is_missed_any_more(starter):
    found = savings(starter.path)
    assert next(found) == set()
    path = starter.path / "data" / "申报.xlsx"
    path.write_bytes(path.read_bytes())
    assert next(found) == {path}
    found.close()
