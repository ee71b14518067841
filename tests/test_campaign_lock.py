"""Two runs in one campaign folder wait for each other; a dead one holds nobody up."""

import os
import signal
import subprocess
import sys

import pytest

from awardgen.campaign_lock import LOCK, alone_in
from awardgen.errors import AwardgenError

HOLDS = """
import sys, time, pathlib
from awardgen.campaign_lock import alone_in
with alone_in(pathlib.Path(sys.argv[1]), print):
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.fixture(autouse=True)
def _campaign(tmp_path):
    (tmp_path / "data").mkdir()


@pytest.fixture
def holder(tmp_path):
    process = subprocess.Popen([sys.executable, "-c", HOLDS, tmp_path], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_whoever_waits_is_told_and_not_for_ever(tmp_path, holder):
    told = []
    with pytest.raises(AwardgenError, match="另一个awardgen"), alone_in(tmp_path, told.append, patience=0.1):
        pytest.fail("the campaign is held by another process")
    assert len(told) == 1
    assert holder.poll() is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_process_that_was_killed_keeps_no_lock(tmp_path, holder):
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    told = []
    with alone_in(tmp_path, told.append):
        assert (tmp_path / "output" / LOCK).exists()
    assert told == []


def test_one_run_after_the_other_waits_for_nobody(tmp_path):
    for _ in range(2):
        with alone_in(tmp_path, pytest.fail):
            pass


def test_where_no_lock_can_be_made_or_there_is_no_campaign_the_run_goes_on(tmp_path):
    (tmp_path / "output").write_bytes(b"")
    with alone_in(tmp_path, pytest.fail):
        pass
    (tmp_path / "letters").mkdir()
    with alone_in(tmp_path / "letters", pytest.fail):
        pass
    assert not any((tmp_path / "letters").iterdir())


def test_a_lock_that_leads_elsewhere_is_left_alone(tmp_path):
    (tmp_path / "output").mkdir()
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    (tmp_path / "output" / LOCK).symlink_to(tmp_path / "mine.txt")
    with alone_in(tmp_path, pytest.fail):
        pass
    assert (tmp_path / "mine.txt").read_text("utf-8") == "mine"
