"""Kill a command at moments drawn by chance; hold every file against its old and new version; let the next run finish.

    python fuzz/crashes.py build|collect|archive [--kills 300] [--seed 1] [--jobs N]

Prints how many runs were killed before their end, and what was not as it should be. Linux and macOS.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from zipfile import ZipFile

import openpyxl

Files = dict[str, str]
OWN = ("output/.", ".~archive-")  # what awardgen keeps for itself
PAGE = "output/报告.html"  # tells what the run has done, and so is another after each
PROGRAM = [sys.executable, "-m", "awardgen", "-C"]


class Trial:
    """A campaign, the command that changes it, and its files before and after that."""

    def __init__(self, folder: Path, command: str, jobs: int) -> None:
        self.campaign = folder / "campaign"
        self._before = folder / "before"
        subprocess.run(
            [*PROGRAM[:3], "init", str(self.campaign), "--sample"], check=True, capture_output=True
        )
        self.command = [*PROGRAM, str(self.campaign), *self._prepared(command, folder, jobs)]
        shutil.copytree(self.campaign, self._before)
        self.before = files(self.campaign)
        began = time.monotonic()
        run = subprocess.run(self.command, capture_output=True, check=False)
        self.seconds = time.monotonic() - began
        if run.returncode not in (0, 1):
            raise SystemExit(run.stderr.decode())
        self.after = files(self.campaign)
        if self.after == self.before:
            raise SystemExit("the command changed nothing")
        self.reset()

    def _prepared(self, command: str, folder: Path, jobs: int) -> list[str]:
        many = ["--jobs", str(jobs)]
        subprocess.run([*PROGRAM, str(self.campaign), "build", *many], check=False, capture_output=True)
        if command == "build":
            self._rename_the_union()
            return ["build", *many]
        if command == "collect":
            returned = folder / "returned"
            shutil.copytree(self.campaign / "output" / "申报表", returned / "饮食小组")
            shutil.rmtree(self.campaign / "output")
            self._forget_applications()
            return ["collect", str(returned), "--take", "form"]
        return ["archive", "--to", str(self.campaign / "archive"), "--with-findings", "--date", "2011-07-01"]

    def _rename_the_union(self) -> None:
        path = self.campaign / "data" / "活动设置.xlsx"
        book = openpyxl.load_workbook(path)
        for row in book["基本信息"].iter_rows(min_row=2):
            if row[0].value in ("授予机关", "印发机关", "通知标题"):
                row[1].value = "后勤集团工会"
        book.save(path)
        book.close()

    def _forget_applications(self) -> None:
        path = self.campaign / "data" / "申报.xlsx"
        book = openpyxl.load_workbook(path)
        for sheet in book.worksheets:
            sheet.delete_rows(4, sheet.max_row)
        book.save(path)
        book.close()

    def reset(self) -> None:
        """Put everything back."""
        shutil.rmtree(self.campaign)
        shutil.copytree(self._before, self.campaign)

    def kill_after(self, seconds: float) -> bool:
        """Run and kill; say whether it was still running."""
        run = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            run.wait(seconds)
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
            run.wait()
            return True
        return False

    def faults(self) -> list[str]:
        """Return the files that are neither old nor new, and those that are missing."""
        now = files(self.campaign)
        torn = [
            path
            for path, content in now.items()
            if content not in (self.before.get(path), self.after.get(path))
            and not is_copy(path, self.before, content)
        ]
        page = self.campaign / PAGE
        torn += [PAGE] if page.exists() and not page.read_bytes().rstrip().endswith(b"</html>") else []
        lost = [path for path in self.before if path in self.after and path not in now]
        return [f"torn: {path}" for path in torn] + [f"lost: {path}" for path in lost]

    def unfinished(self) -> list[str]:
        """Run again, and return what is not as after a run that nothing disturbed."""
        subprocess.run(self.command, capture_output=True, check=False)
        now = files(self.campaign)
        return [
            f"not made: {path}"
            for path in self.after
            if now.get(path) != self.after[path] and not is_dated(path)
        ]


def files(folder: Path) -> Files:
    """Return what lies in a campaign, without what awardgen keeps for itself."""
    found = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if (
            path.is_file()
            and name != PAGE
            and not name.startswith(OWN)
            and "/.~" not in name
            and "/." not in name
        ):
            found[name] = content_of(path)
    return found


def content_of(path: Path) -> str:
    """Return a checksum; of a workbook that of its parts, as the day of collecting stands in one."""
    data = path.read_bytes()
    if path.suffix == ".xlsx" and path.parent.name == "data":
        with ZipFile(path) as book:  # a torn workbook is no zip, and ends the trial
            sheets = sorted(name for name in book.namelist() if name.endswith(("sheet1.xml", "sheet2.xml")))
            data = b"".join(book.read(name) for name in sheets)
    return hashlib.sha256(data).hexdigest()


def is_copy(path: str, before: Files, content: str) -> bool:
    """Tell whether it is the version before, kept under a name with the time."""
    return path.startswith("data/") and content in before.values()


def is_dated(path: str) -> bool:
    """Tell whether a file's name or content tells the moment it was made."""
    return path.startswith("data/") and Path(path).name != "申报.xlsx"


def main() -> int:
    """Kill so often, and report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=("build", "collect", "archive"))
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    moments = random.Random(options.seed)  # noqa: S311 - the same for the same seed
    wrong: list[str] = []
    killed = 0
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder), options.command, options.jobs)
        print(f"{options.command}: {trial.seconds:.1f} s undisturbed", flush=True)
        while killed < options.kills:
            was_running = trial.kill_after(moments.uniform(0.05, trial.seconds * 1.1))
            killed += was_running
            wrong += trial.faults()
            if was_running and killed % 5 == 0:
                wrong += trial.unfinished()
            trial.reset()
    print(f"{options.command}: killed {killed} times, wrong: {len(wrong)}")
    print("\n".join(sorted(set(wrong))[:40]))
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
