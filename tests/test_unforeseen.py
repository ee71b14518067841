"""No failure shows a traceback; what nobody foresaw is kept for whoever mends it."""

import errno
import json
import subprocess
import sys

import pytest

from awardgen import cli
from awardgen.commands.options import COULD_NOT_RUN
from awardgen.unforeseen import as_message


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path / "log")
    return lambda: sorted((tmp_path / "log").glob("*.txt"))


def failing(error):
    try:
        raise error
    except type(error) as raised:
        return raised


def test_the_traceback_goes_into_a_file_and_the_message_says_where(kept):
    message = as_message(failing(ZeroDivisionError("甲")))
    (file,) = kept()
    assert str(file) in message.tip
    assert "ZeroDivisionError" in file.read_text("utf-8")
    assert "Traceback" not in message.message


def test_only_the_last_few_are_kept(kept):
    for _ in range(30):
        as_message(failing(KeyError("甲")))
    assert len(kept()) == 20


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "", "/somewhere/通知.docx"), "“通知.docx”读不了或者写不了（磁盘已满）"),
        (MemoryError(), "内存不够用"),
    ],
)
def test_what_the_machine_lacks_is_named(kept, error, words):
    assert words in as_message(error).message
    assert kept() == []


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_command_line_ends_in_one_message(starter, kept, monkeypatch, capsys, form):
    monkeypatch.setattr("awardgen.pipeline.check", lambda *_, **__: 1 / 0)
    assert cli.run(["-C", str(starter.path), "check", "--format", form]) == COULD_NOT_RUN
    out, err = capsys.readouterr()
    assert "没有料到" in err
    assert "Traceback" not in err
    assert form == "text" or "没有料到" in json.loads(out)["error"]["message"]
    assert len(kept()) == 1


def test_who_reads_only_the_head_of_the_output_hears_of_no_failure():
    program = "import sys; from awardgen import cli; cli.main()"
    with subprocess.Popen(
        [sys.executable, "-c", program, "explain"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        run.stdout.close()
        assert b"Traceback" not in run.stderr.read()
