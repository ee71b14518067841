"""build --pdf and doctor as a clerk runs them, with a stand-in for LibreOffice."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from awardgen import cli
from awardgen.office import PINNED_FONTS
from tests.campaign_folder import REPOSITORY


@pytest.fixture
def run(capsys, starter):
    def run(*arguments):
        status = cli.run(["-C", str(starter.path), *arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


@pytest.fixture
def run_json(run):
    def run_json(*arguments):
        status, out, _ = run(*arguments, "--format", "json")
        return status, json.loads(out)

    return run_json


@pytest.fixture
def all_fonts(monkeypatch):
    monkeypatch.setattr("awardgen.office.missing_fonts", lambda: ())
    monkeypatch.setattr("awardgen.office.diagnosis.missing_fonts", lambda: ())


@pytest.fixture
def no_office(monkeypatch):
    for module in ("conversion", "diagnosis"):
        monkeypatch.setattr(f"awardgen.office.{module}.find_office", lambda: None)


@pytest.fixture
def small(starter):
    """The starter with the notice, its annexes and the forms alone: fewer files to convert."""
    for row in range(12, 7, -1):
        starter.delete_row("活动设置", "文书", row)
    return starter


SETS = ["打印/通知及附件.pdf", "打印/申报表-示范岗.pdf", "打印/申报表-标兵.pdf"]


@pytest.mark.usefixtures("office", "all_fonts")
class TestBuildPdf:
    def test_puts_a_pdf_beside_each_word_file_and_makes_the_sets(self, small, run_json):
        status, report = run_json("build", "--pdf")
        assert status == 0
        assert {each["pdf"] for each in report["documents"]} == {
            each["path"].replace(".docx", ".pdf") for each in report["documents"]
        }
        assert [each["path"] for each in report["print_sets"]] == SETS
        assert report["print_sets"][0]["documents"] == [
            "通知.docx",
            "附件1-评选细则.docx",
            "附件2-示范岗申报表.docx",
            "附件3-标兵申报表.docx",
        ]
        # one page each, and a blank one between two
        assert [each["pages"] for each in report["print_sets"]] == [7, 15, 23]
        assert all(small.output(path).is_file() for path in SETS)

    def test_makes_nothing_again_where_nothing_changed_and_what_is_missing_all_the_same(
        self, small, run_json, office
    ):
        run_json("build", "--pdf")
        office.write_text("")
        _, report = run_json("build", "--pdf")
        assert office.read_text() == ""
        assert [each["status"] for each in report["print_sets"]] == ["unchanged"] * 3
        small.output("通知.pdf").unlink()
        small.output(SETS[1]).unlink()
        run_json("build", "--pdf")
        assert small.output("通知.pdf").is_file()
        assert small.output(SETS[1]).is_file()

    @pytest.mark.usefixtures("small")
    def test_can_follow_a_build_without(self, run_json):
        run_json("build")
        _, report = run_json("build", "--pdf")
        assert {each["status"] for each in report["documents"]} == {"unchanged"}
        assert [each["path"] for each in report["print_sets"]] == SETS

    @pytest.mark.usefixtures("small")
    def test_tells_the_clerk_what_can_be_printed(self, run):
        _, out, _ = run("build", "--pdf")
        assert "PDF：24份，其中24份新做。" in out
        assert "打印　output/打印/申报表-标兵.pdf　12份　23页" in out

    def test_of_one_application_makes_its_pdfs_alone(self, small, run_json):
        run_json("build", "--pdf", "--only", "BB-001")
        made = [path.name for path in small.path.joinpath("output").rglob("*.pdf")]
        assert made == ["标兵申报表-BB-001-欧阳春梅.pdf"]

    def test_a_later_build_without_leaves_no_pdf_of_what_was_said_before(self, small, run_json):
        run_json("build", "--pdf")
        small.set(主送机关="各小组：")
        status, report = run_json("build")
        assert (status, [each["code"] for each in report["findings"] if each["code"] == "AW483"]) == (
            0,
            ["AW483"],
        )
        assert not small.output("通知.pdf").exists()
        assert not small.output(SETS[0]).exists()
        assert small.output(SETS[1]).exists()
        _, report = run_json("build")
        assert "AW483" not in {each["code"] for each in report["findings"]}

    def test_takes_the_weight_of_its_findings_from_the_campaign(self, small, run_json):
        small.output("").mkdir()
        small.output("通知.pdf").write_bytes(b"a scan")
        assert run_json("build", "--pdf", "--strict")[0] == 1
        small.append("活动设置", "检查规则", "AW481", "提示")
        small.append("活动设置", "检查规则", "AW480", "提示")
        assert run_json("build", "--pdf", "--strict")[0] == 0


@pytest.mark.usefixtures("no_office")
class TestWithoutLibreOffice:
    def test_build_pdf_writes_nothing_and_says_how_to_get_it(self, starter, run, monkeypatch):
        monkeypatch.setattr("awardgen.office.diagnosis.missing_fonts", lambda: PINNED_FONTS[:1])
        status, out, err = run("build", "--pdf")
        assert (status, out) == (2, "")
        assert "apt-get install --no-install-recommends libreoffice-writer-nogui" in err
        assert "texlive-lang-chinese" in err
        assert not starter.output("").exists()

    def test_build_is_as_ever(self, starter, run):
        assert run("build")[0] == 0
        assert starter.output("通知.docx").is_file()

    def test_doctor_says_so(self, run, monkeypatch):
        monkeypatch.setattr("awardgen.office.diagnosis.missing_fonts", lambda: ())
        status, out, _ = run("doctor")
        assert status == 2
        assert "缺　LibreOffice" in out
        assert "apt-get install --no-install-recommends libreoffice-writer-nogui" in out


class TestFonts:
    @pytest.mark.usefixtures("small")
    def test_that_are_missing_are_a_warning_with_the_way_to_get_them(self, run_json, monkeypatch, office):
        missing = [font for font in PINNED_FONTS if font.package == "texlive-lang-chinese"]
        for module in ("awardgen.office", "awardgen.office.diagnosis"):
            monkeypatch.setattr(f"{module}.missing_fonts", lambda: missing)
        status, report = run_json("build", "--pdf")
        found = [each for each in report["findings"] if each["code"] == "AW482"]
        assert status == 0
        assert [each["severity"] for each in found] == ["warning"]
        assert "texlive-lang-chinese" in found[0]["hint"]
        assert office.read_text()

    def test_nothing_is_printed_without_any_chinese_font(self, run, monkeypatch, office):
        monkeypatch.setattr("awardgen.office.diagnosis.missing_fonts", lambda: PINNED_FONTS)
        status, _, err = run("build", "--pdf")
        assert (status, office.read_text()) == (2, "")
        assert "没有中文字体" in err

    def test_doctor_names_them_and_gives_one_command_for_all(self, run, monkeypatch):
        monkeypatch.setattr("awardgen.office.diagnosis.missing_fonts", lambda: PINNED_FONTS)
        monkeypatch.setattr("awardgen.office.diagnosis.office_version", lambda: "7.4.7.2")
        monkeypatch.setattr("awardgen.office.diagnosis.find_office", lambda: "/usr/bin/soffice")
        status, out, _ = run("doctor")
        assert status == 2
        assert all(font.family in out for font in PINNED_FONTS)
        packages = " ".join(dict.fromkeys(font.package for font in PINNED_FONTS))
        assert f"apt-get install --no-install-recommends {packages}" in out.replace("\n", "")


@pytest.mark.parametrize(
    ("version", "status"), [("7.4.7.2", 0), ("24.8.1.2", 0), ("7.3.7.2", 2), ("6.4", 2), (None, 2)]
)
def test_doctor_asks_for_a_libreoffice_that_makes_pdf_a(run_json, monkeypatch, version, status):
    monkeypatch.setattr("awardgen.office.diagnosis.missing_fonts", lambda: ())
    monkeypatch.setattr("awardgen.office.diagnosis.can_pin", lambda: True)
    monkeypatch.setattr("awardgen.office.diagnosis.find_office", lambda: "/usr/bin/soffice")
    monkeypatch.setattr("awardgen.office.diagnosis.office_version", lambda: version)
    assert run_json("doctor")[0] == status


def test_doctor_does_not_pass_where_fonts_cannot_be_pinned(run_json, monkeypatch):
    monkeypatch.setattr("awardgen.office.diagnosis.can_pin", lambda: False)
    monkeypatch.setattr("awardgen.office.diagnosis.find_office", lambda: "soffice.exe")
    monkeypatch.setattr("awardgen.office.diagnosis.office_version", lambda: "24.8.1.2")
    status, report = run_json("doctor")
    assert status == 2
    assert [each["ok"] for each in report["checks"]] == [True, False]


@pytest.mark.office
@pytest.mark.fonts
def test_doctor_passes_where_all_is_installed(run):
    assert shutil.which("soffice")
    status, out, _ = run("doctor")
    assert (status, "都齐了" in out) == (0, True)


@pytest.mark.skipif(os.name == "nt", reason="Windows ends programs without telling them")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_libreoffice_ends_with_the_program(small, office, how):
    """Hanging in the first file, as it were, when the clerk has had enough."""
    office.with_name("hangs").touch()
    started = subprocess.Popen(
        [sys.executable, "-m", "awardgen", "-C", str(small.path), "build", "--pdf"],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "src")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    child = office.with_suffix(".child")
    while not (child.exists() and child.read_text()) and started.poll() is None:
        time.sleep(0.02)
    started.send_signal(how)
    _, told = started.communicate(timeout=60)
    assert (started.returncode, "已中断" in told.decode()) == (2, True)
    assert not _is_running(child.read_text())


def _is_running(number):
    # What nobody waited for has no command line left.
    command = Path(f"/proc/{number}/cmdline")
    return command.exists() and bool(command.read_bytes())
