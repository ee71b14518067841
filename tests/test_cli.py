"""The command line: exit status, JSON on stdout alone, and messages that a clerk can read."""

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest

from awardgen import cli
from awardgen.cache import FOLDER_VARIABLE
from awardgen.catalogue import KINDS
from tests.campaign_folder import REPOSITORY

# Another process finds the sources, and keeps what it remembers nowhere.
ENVIRONMENT = {"PYTHONPATH": str(REPOSITORY / "src"), "PATH": "", FOLDER_VARIABLE: os.devnull}


@pytest.fixture
def run(capsys):
    def run(*arguments):
        status = cli.run([str(each) for each in arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


@pytest.fixture
def run_json(run):
    def run_json(*arguments):
        status, out, _ = run(*arguments, "--format", "json")
        return status, json.loads(out)

    return run_json


FINDING_KEYS = {
    "code",
    "name",
    "severity",
    "withholds",
    "message",
    "hint",
    "file",
    "sheet",
    "cell",
    "column",
    "applicant",
    "start",
    "end",
    "excerpt",
    "first_day",
    "last_day",
}


class TestExitStatus:
    def test_no_error_is_0(self, run, starter):
        starter.forget("申报", "评分")
        assert run("-C", starter.path, "build")[0] == 0

    def test_an_error_in_the_data_is_1_and_the_rest_is_built(self, run_json, starter):
        starter.edit("申报", "示范岗", B2="没有这个小组")
        status, report = run_json("-C", starter.path, "build")
        assert status == 1
        assert Counter(each["status"] for each in report["documents"]) == {"built": 52}

    @pytest.mark.parametrize(
        "arguments",
        [
            ["check"],
            ["build"],
            ["bild"],
            ["build", "--ony"],
            ["explain", "AW999"],
            ["inspect"],
            ["inspect", "不在.docx"],
        ],
    )
    def test_a_job_that_cannot_be_done_is_2_and_one_message(self, run, tmp_path, arguments):
        status, out, err = run("-C", tmp_path, *arguments)
        assert status == 2
        assert out == ""
        assert err.startswith("出错了：")
        assert "Traceback" not in err

    def test_a_settings_workbook_that_cannot_be_read_is_2(self, run, starter):
        (starter.path / "data" / "活动设置.xlsx").write_bytes(b"no workbook")
        status, _, err = run("-C", starter.path, "check")
        assert status == 2
        assert "活动设置" in err


class TestJson:
    def test_check(self, run_json, starter):
        starter.edit("申报", "示范岗", B2="没有这个小组")
        status, report = run_json("-C", starter.path, "check")
        assert status == 1
        assert list(report) == ["schema_version", "campaign", "counts", "findings"]
        assert report["schema_version"] == 1
        (found,) = [each for each in report["findings"] if each["code"] == "AW104"]
        assert set(found) == FINDING_KEYS
        assert (found["file"], found["sheet"], found["cell"], found["column"], found["applicant"]) == (
            "data/申报.xlsx",
            "示范岗",
            "B2",
            "工会小组",
            "SF-001",
        )
        counted = Counter(each["severity"] for each in report["findings"])
        assert report["counts"] == {each: counted[each] for each in ("error", "warning", "info")}

    def test_build(self, run_json, starter):
        _, report = run_json("-C", starter.path, "build", "通知")
        assert [set(each) for each in report["documents"]] == [
            {"document", "applicant", "path", "status", "sha256"}
        ]
        assert report["documents"][0]["path"] == "通知.docx"
        assert report["documents"][0]["applicant"] is None

    def test_inspect(self, run_json, tmp_path):
        text = "2010年9月25日开会，2009年7月获奖。"
        (tmp_path / "事迹.txt").write_text(text, encoding="utf-8")
        days = ["--window", "2010-09-01..2011-06-30", "--reference", "2011-06-30"]
        _, report = run_json("-C", tmp_path, "inspect", tmp_path / "事迹.txt", *days)
        (write_up,) = report["writeups"]
        assert write_up["length"] == 16
        assert [(each["text"], each["first_day"], each["verdict"]) for each in write_up["mentions"]] == [
            ("2010年9月25日", "2010-09-25", "inside"),
            ("2009年7月", "2009-07-01", "outside"),
        ]
        assert {each["code"] for each in write_up["findings"]} == {"AW203", "AW204"}
        (outside,) = [each for each in write_up["findings"] if each["code"] == "AW204"]
        assert text[outside["start"] : outside["end"]] == "2009年7月"

    def test_a_job_that_cannot_be_done_is_json_too(self, run_json, tmp_path):
        status, report = run_json("-C", tmp_path, "check")
        assert status == 2
        assert report["schema_version"] == 1
        assert "不是活动文件夹" in report["error"]["message"]

    def test_it_is_valid_on_a_console_that_is_not_utf8(self, starter):
        command = [sys.executable, "-m", "awardgen", "-C", str(starter.path), "check", "--format", "json"]
        environment = {**ENVIRONMENT, "PYTHONIOENCODING": "cp936"}
        done = subprocess.run(command, capture_output=True, env=environment, check=False)
        assert json.loads(done.stdout.decode("ascii"))["schema_version"] == 1
        assert done.stderr == b""


def test_a_cp936_console_shows_what_it_can(starter):
    starter.edit("申报", "标兵", B3="𠮷·组")
    command = [sys.executable, "-m", "awardgen", "-C", str(starter.path), "check"]
    environment = {**ENVIRONMENT, "PYTHONIOENCODING": "cp936"}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.stderr == b""
    assert "不在工会小组名单中" in done.stdout.decode("cp936")


class TestBuild:
    def test_a_second_time_it_tells_the_same(self, run, run_json, starter):
        starter.edit("申报", "示范岗", B2="没有这个小组", C3=None)
        first_status, first = run_json("-C", starter.path, "build")
        status, again = run_json("-C", starter.path, "build")
        assert status == first_status == 1
        for each in first["documents"]:
            each["status"] = {"built": "unchanged"}.get(each["status"], each["status"])
        assert again == first
        assert run("-C", starter.path, "build")[1:] == run("-C", starter.path, "build")[1:]

    def test_where_there_is_no_campaign_it_leaves_nothing(self, run, tmp_path):
        assert run("-C", tmp_path, "build")[0] == 2
        assert list(tmp_path.iterdir()) == []

    def test_another_place_for_the_documents(self, run_json, starter, tmp_path):
        status, report = run_json("-C", starter.path, "build", "--output", tmp_path / "别处")
        assert status == 0
        assert not starter.output("").exists()
        assert (tmp_path / "别处" / report["documents"][0]["path"]).exists()

    @pytest.mark.parametrize("jobs", [1, 2])
    def test_an_interrupt_is_one_message_and_the_next_run_finishes(self, run_json, starter, jobs):
        whole, _ = run_json("-C", starter.path, "build", "--output", starter.path / "whole")
        program = (
            "import sys, time\n"
            "from awardgen import cli\n"
            "from awardgen.publishing import production\n"
            "production._WORTHWHILE, production._BATCH = 0, 1\n"
            "take_down = production.Production._take_down\n"
            "def slowly(*arguments):\n"
            "    time.sleep(0.02)\n"
            "    take_down(*arguments)\n"
            "production.Production._take_down = slowly\n"
            "if __name__ == '__main__':\n"
            "    sys.exit(cli.run(sys.argv[1:]))\n"
        )
        arguments = ["-C", str(starter.path), "build", "--jobs", str(jobs)]
        started = subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        while not any(starter.output("").glob("**/*.docx")) and started.poll() is None:
            time.sleep(0.01)
        os.killpg(started.pid, signal.SIGINT)
        out, told = started.communicate(timeout=60)
        assert (started.returncode, out) == (2, b"")
        assert told.decode().splitlines() == [
            "",
            "出错了：已中断。",
            "已写好的文书都是完整的；再运行一次就接着做完。",
        ]
        status, report = run_json("-C", starter.path, "build")
        assert status == whole
        found = Counter(each["status"] for each in report["documents"])
        assert found.keys() == {"built", "unchanged"}
        for each in report["documents"]:
            assert (
                starter.output(each["path"]).read_bytes()
                == (starter.path / "whole" / each["path"]).read_bytes()
            )

    def test_progress_is_shown_on_a_terminal_and_never_in_the_json(self, starter):
        pty = pytest.importorskip("pty")
        program = (
            "import sys\n"
            "from awardgen import cli\n"
            "from awardgen.report import progress_bar\n"
            "progress_bar._WORTH_SHOWING = 1\n"
            "sys.exit(cli.run(sys.argv[1:]))\n"
        )
        command = [sys.executable, "-c", program, "-C", str(starter.path), "build", "--format", "json"]
        terminal, end = pty.openpty()
        environment = {**ENVIRONMENT, "TERM": "xterm", "COLUMNS": "120", "PYTHONUTF8": "1"}
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=end) as started:
            os.close(end)
            shown = read_all(terminal)
            out = started.stdout.read()
        assert json.loads(out)["schema_version"] == 1
        assert "阅读事迹材料" in shown
        assert "生成文书" in shown
        assert "52" in shown
        assert "剩余" in shown
        assert shown.endswith("\x1b[2K")  # and it is gone

    def test_a_pipe_sees_none(self, starter):
        command = [sys.executable, "-m", "awardgen", "-C", str(starter.path), "build"]
        done = subprocess.run(command, capture_output=True, env=ENVIRONMENT, check=True)
        assert done.stderr == b""


def read_all(terminal):
    parts = []
    with contextlib.suppress(OSError):  # its other end is closed
        while part := os.read(terminal, 1024):
            parts.append(part)
    os.close(terminal)
    return b"".join(parts).decode(errors="replace")


class TestInit:
    def test_an_empty_campaign_can_be_checked_at_once(self, run, run_json, tmp_path):
        assert run("init", tmp_path / "活动")[0] == 0
        status, report = run_json("-C", tmp_path / "活动", "check")
        assert status == 0, report["findings"]

    def test_the_sample_builds(self, run, run_json, tmp_path):
        assert run("init", tmp_path / "活动", "--sample")[0] == 0
        _, report = run_json("-C", tmp_path / "活动", "build")
        assert Counter(each["status"] for each in report["documents"]) == {"built": 52}

    def test_it_never_writes_over_a_campaign(self, run, starter):
        before = (starter.path / "data" / "活动设置.xlsx").read_bytes()
        status, _, err = run("init", starter.path)
        assert status == 2
        assert "已经" in err or "已有" in err
        assert (starter.path / "data" / "活动设置.xlsx").read_bytes() == before


class TestExplain:
    @pytest.mark.parametrize("code", list(KINDS))
    def test_every_code_is_explained(self, run, code):
        status, out, _ = run("explain", code.lower())
        assert status == 0
        assert KINDS[code].explanation in out
        assert KINDS[code].hint in out

    def test_without_a_code_all_are_listed(self, run, tmp_path):
        status, out, _ = run("-C", tmp_path, "explain")
        assert status == 0
        assert all(f"{kind.code} {kind.severity.label} {kind.name}\n" in out for kind in KINDS.values())

    def test_an_unknown_code_is_answered_with_the_nearest(self, run):
        status, _, err = run("explain", "AWl1O")
        assert status == 2
        assert "AW110（顾客满意度低于下限）" in err

    def test_it_tells_that_the_campaign_changed_the_level(self, run, starter):
        starter.append("活动设置", "检查规则", "aw110", "不检查")
        assert "改为“不检查”" in run("-C", starter.path, "explain", "AW110")[1]
        assert "AW110 警告 顾客满意度低于下限（本活动：不检查）" in run("-C", starter.path, "explain")[1]


class TestCheck:
    def test_it_says_where_the_copies_are(self, run, starter):
        starter.edit("申报", "示范岗", D2=9)
        status, out, _ = run("-C", starter.path, "check")
        assert status == 1
        assert "批注副本在 output/检查/ ：活动设置.批注.xlsx、申报.批注.xlsx、评分.批注.xlsx。" in out
        assert "退改通知单1份" in out

    def test_json_says_what_it_always_said(self, run_json, starter):
        _, report = run_json("-C", starter.path, "check")
        assert list(report) == ["schema_version", "campaign", "counts", "findings"]
        assert starter.output("检查/申报.批注.xlsx").is_file()


class TestInspect:
    def test_standard_input_is_read(self, run, monkeypatch, tmp_path):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("2010年10月开会。".encode())))
        status, out, _ = run("-C", tmp_path, "inspect", "-", "--window", "2010-09-01..2011-06-30")
        assert status == 0
        assert "2010年10月" in out
        assert "在规定时间内" in out

    def test_the_window_comes_from_the_campaign(self, run_json, starter):
        _, report = run_json("-C", starter.path, "inspect", starter.path / "data/事迹/BB-003.docx")
        assert any(each["verdict"] == "inside" for each in report["writeups"][0]["mentions"])


def test_help_is_chinese_and_names_every_command(run):
    _, out, _ = run("--help")
    assert "用法：awardgen" in out
    for command in ("init", "check", "build", "inspect", "explain"):
        assert f"  {command} " in out
    assert "Usage" not in out
    assert "Options" not in out


def test_no_command_at_all_shows_the_help(run):
    status, out, err = run()
    assert (status, err) == (0, "")
    assert "用法：awardgen" in out


def test_help_loads_neither_pandas_nor_docx():
    program = "import sys; from awardgen import cli; cli.run(['--help']); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=ENVIRONMENT, check=True
    )
    assert {"pandas", "docx", "docxtpl", "rich", "lxml"}.isdisjoint(done.stdout.split())


def test_a_build_loads_neither_the_reader_of_write_ups_nor_numpy_before_it_needs_them():
    program = "import sys; import awardgen.pipeline; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=ENVIRONMENT, check=True
    )
    assert {"awardgen.writeup.analysis", "numpy", "pandas", "rapidfuzz"}.isdisjoint(done.stdout.split())
