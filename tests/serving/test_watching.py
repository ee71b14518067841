import threading
import time
import zipfile
from pathlib import Path

import pytest

from awardgen.serving.watching import counts, inputs_there, wait_until_whole


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
