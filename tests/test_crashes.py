"""Whatever goes wrong in a run: each document is the old or the new one whole, and the next run finishes the job."""

from __future__ import annotations

import errno
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest

from awardgen import cli
from awardgen.commands.options import COULD_NOT_RUN, HAS_ERRORS, OK
from tests.campaign_folder import CampaignFolder

DOCUMENTS = ("评选细则", "表彰名单")  # enough to be several, few enough to be made a hundred times


PAGE = "报告.html"  # tells what the run has done, and so is another after each


def contents(folder, *, hidden=False):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
        and path.name != PAGE
        and (hidden or not any(part.startswith(".") for part in path.relative_to(folder).parts))
    }


class Years:
    """A campaign built for one year and changed to the next, and what output/ holds before and after its build."""

    def __init__(self, campaign, elsewhere):
        self.path = campaign.path
        self.build()
        self.before = contents(self.path / "output")
        shutil.copytree(self.path / "output", elsewhere / "output")
        self._output = elsewhere / "output"
        campaign.set(
            通知标题="关于开展创建活动的通知",
            授予机关="后勤集团工会",
            发文字号="后集委发〔2011〕9号",
            印发机关="后勤集团工会",
        )
        self.inputs = self.of_inputs()
        self.build()
        self.after = contents(self.path / "output")
        self.again()

    def build(self):
        return cli.run(["-C", str(self.path), "build", *DOCUMENTS, "--jobs", "1"])

    def again(self):
        shutil.rmtree(self.path / "output")
        shutil.copytree(self._output, self.path / "output")

    def of_inputs(self):
        return contents(self.path / "data", hidden=True) | contents(self.path / "templates", hidden=True)

    def check_whole(self):
        now = contents(self.path / "output")
        assert set(now) <= set(self.before) | set(self.after)
        assert all(now[path] in (self.before.get(path), self.after.get(path)) for path in now)
        assert set(self.before) & set(self.after) <= set(now)
        assert self.of_inputs() == self.inputs
        page = self.path / "output" / PAGE
        assert page.read_text("utf-8").rstrip().endswith("</html>")

    def check_next_run(self):
        assert self.build() == OK
        assert contents(self.path / "output") == self.after
        left = [path for path in (self.path / "output").rglob(".~*") if path.is_file()]
        assert left == []


@pytest.fixture
def years(tmp_path, tmp_path_factory):
    return Years(CampaignFolder(tmp_path / "活动"), tmp_path_factory.mktemp("before"))


class FailsAt:
    """A function of the system that fails once, at a call of one's choosing."""

    def __init__(self, function, call):
        self._function = function
        self._call = call
        self.calls = 0

    def __call__(self, *arguments, **named):
        self.calls += 1
        if self.calls == self._call:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return self._function(*arguments, **named)


@pytest.mark.parametrize("name", ["replace", "write", "open", "mkdir", "unlink"])
def test_the_system_may_fail_at_every_call(years, monkeypatch, capsys, name):
    call = 1
    while True:
        with monkeypatch.context() as patch:
            failing = FailsAt(getattr(os, name), call)
            patch.setattr(os, name, failing)
            status = years.build()
        years.check_whole()
        if failing.calls < call:
            break
        assert status in (OK, HAS_ERRORS, COULD_NOT_RUN)
        assert "Traceback" not in capsys.readouterr().err
        years.check_next_run()
        years.again()
        call += 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_run_may_be_killed_at_any_moment(years):
    moments = random.Random(2010)  # noqa: S311 - the same moments each time
    for _ in range(4):
        command = [
            sys.executable,
            "-m",
            "awardgen",
            "-C",
            str(years.path),
            "build",
            *DOCUMENTS,
            "--jobs",
            "1",
        ]
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.2, 1.6))
        run.send_signal(signal.SIGKILL)
        run.wait()
        years.check_whole()
        years.check_next_run()
        years.again()


@pytest.mark.skipif(os.name == "nt", reason="permissions are others on Windows")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_one_message(years, capsys):
    (years.path / "output").chmod(0o500)
    try:
        assert years.build() == COULD_NOT_RUN
        assert "Traceback" not in capsys.readouterr().err
    finally:
        (years.path / "output").chmod(0o755)
    years.check_whole()
