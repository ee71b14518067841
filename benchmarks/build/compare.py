"""Time whole runs of awardgen on made-up campaigns beside the same job done with docxtpl and pandas.

    python benchmarks/build/compare.py /dev/shm /tmp --applications 2000 10000

Each folder that is named gets a fresh folder inside for every size (tmpfs and a disk, to compare them), which
is removed at the end. Ratios in brackets are of processor time, which other programs on the machine disturb
less than the clock. The exit status says nothing about the figures: they are for a person to judge.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from processes import run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from processes import Run

HERE = Path(__file__).resolve().parent
READ_ONLY = "import sys, pathlib, awardgen.workbook as w; w.read_campaign(pathlib.Path(sys.argv[1]))"
MEBIBYTE = 1 << 20
READING, CHECK, FULL = "reading the workbooks", "check", "full build"
NOTHING, CHANGED, BASELINE = "nothing changed", "one row changed", "docxtpl and pandas"
_FAILED = 2  # awardgen's 1 tells of findings, which the campaign has on purpose


class Step(NamedTuple):
    """What is timed. before: what comes before each run, and does not count. after: what is looked at afterwards."""

    label: str
    command: Sequence[str]
    before: Callable[[], object] = lambda: None
    after: Callable[[], object] = lambda: None


@dataclass
class Size:
    """What is measured for one number of applications on one file system."""

    folder: Path
    applications: int
    figures: dict[str, list[Run]] = field(default_factory=dict)
    peaks: dict[str, int] = field(default_factory=dict)

    @property
    def cache(self) -> Path:
        """Where what was read in write-ups is remembered, apart from the user's own."""
        return self.folder / "cache"

    def forget(self) -> None:
        """Leave nothing in output/, and nothing that is remembered."""
        shutil.rmtree(self.folder / "output", ignore_errors=True)
        shutil.rmtree(self.cache, ignore_errors=True)

    def environment(self) -> dict[str, str]:
        """Return an environment in which the programs import the awardgen of this repository."""
        return {**os.environ, "PYTHONPATH": str(HERE.parents[1] / "src"), "AWARDGEN_CACHE": str(self.cache)}

    def measure(self, steps: Sequence[Step], rounds: int) -> None:
        """Time all steps one after the other, so many rounds; once more to watch their memory."""
        for number in range(rounds + 1):
            is_watched = number == rounds
            for step in steps:
                step.before()
                made = run(step.command, self.environment(), watched=is_watched)
                if made.status >= _FAILED or made.status < 0:
                    print(f"  {step.label}: exit status {made.status}: {made.output[-300:]}")
                if is_watched:
                    self.peaks[step.label] = made.peak
                else:
                    self.figures.setdefault(step.label, []).append(made)
                step.after()

    def fastest(self, label: str) -> Run:
        return min(self.figures[label], key=lambda each: each.seconds)

    def times(self, label: str, other: str) -> str:
        """Return how many times as long one step takes as another, by the clock and in brackets by processor time.

        It is the median of the rounds: within a round a machine that does other things too changes less.
        """
        pairs = [*zip(self.figures[label], self.figures[other], strict=True)]
        by_clock = median(one.seconds / two.seconds for one, two in pairs)
        return f"{by_clock:.2f} ({median(one.cpu / two.cpu for one, two in pairs):.2f})"


def main() -> None:
    """Measure every size on every file system, and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "folders", nargs="+", type=Path, help="where to work: /dev/shm is tmpfs on most Linux"
    )
    parser.add_argument("--applications", nargs="+", type=int, default=[2000, 10_000])
    parser.add_argument(
        "--rounds",
        type=int,
        default=1,
        help="the fastest run counts, and the median of ratios",
    )
    parser.add_argument(
        "--sample", type=int, default=500, help="documents of applications that docxtpl fills"
    )
    parser.add_argument("--full", action="store_true", help="let docxtpl fill all of them")
    parser.add_argument("--no-baseline", action="store_true")
    arguments = parser.parse_args()
    for folder in arguments.folders:
        print(f"\n## {folder}, {_processors()} processors")
        per_document: dict[int, float] = {}
        for applications in arguments.applications:
            with tempfile.TemporaryDirectory(prefix="awardgen-", dir=folder) as work:
                size = Size(Path(work), applications)
                per_document[applications] = _measure(size, arguments)
        smallest, *larger = sorted(per_document)
        for each in larger:
            growth = per_document[each] / per_document[smallest] - 1
            print(f"processor time per document, {smallest} → {each} applications: {growth:+.0%}")


def _measure(size: Size, arguments: argparse.Namespace) -> float:
    """Print the table of one size; return the processor time that a full build takes per document."""
    print(f"\n### {size.applications} applications")
    campaign = [sys.executable, str(HERE / "campaign.py"), str(size.folder)]
    campaign += ["--applications", str(size.applications)]
    awardgen = [sys.executable, "-m", "awardgen", "-C", str(size.folder)]
    build = [*awardgen, "build", "--no-page"]
    made = run(campaign, size.environment())
    if made.status:
        print(f"the campaign could not be made: {made.output}")
        return 0.0
    before: dict[str, tuple[int, int]] = {}
    written: dict[str, int] = {}

    def look() -> None:
        before.clear()
        before.update(_documents(size.folder))

    def begin_anew() -> None:
        size.forget()
        look()

    def change_one_row() -> None:
        for command in (campaign, build, [*campaign, "--change", _first_number(size.applications)]):
            run(command, size.environment())
        look()

    def count(label: str) -> None:
        written[label] = len(_documents(size.folder).items() - before.items())

    steps = [
        Step(READING, [sys.executable, "-c", READ_ONLY, str(size.folder)]),
        Step(CHECK, [*awardgen, "check", "--no-page"], size.forget),
        Step(FULL, build, begin_anew, lambda: count(FULL)),
        Step(NOTHING, build, look, lambda: count(NOTHING)),
        Step(CHANGED, build, change_one_row, lambda: count(CHANGED)),
    ]
    if not arguments.no_baseline:
        steps.append(Step(BASELINE, _baseline(size, arguments)))
    size.measure(steps, arguments.rounds)
    full = size.fastest(FULL)
    rendering = (size.peaks[FULL] - size.peaks[CHECK]) / MEBIBYTE
    print("| | seconds | CPU seconds | peak MiB | documents written | |\n|---|--:|--:|--:|--:|---|")
    _print(size, READING)
    _print(size, CHECK)
    speed = f"{written[FULL] / full.seconds:.0f} documents/s; {rendering:+.0f} MiB to check"
    _print(size, FULL, written[FULL], speed)
    _print(size, NOTHING, written[NOTHING], f"{size.times(NOTHING, FULL)} × the full build")
    _print(size, CHANGED, written[CHANGED], f"{size.times(CHANGED, READING)} × reading")
    if not arguments.no_baseline:
        _print_baseline(size)
    return full.cpu / max(written[FULL], 1)


def _baseline(size: Size, arguments: argparse.Namespace) -> list[str]:
    """Return the command; unless all was asked for, it fills a sample, of which the rest is reckoned."""
    command = [sys.executable, str(HERE / "baseline.py"), str(size.folder), str(size.folder / "docxtpl")]
    return command if arguments.full else [*command, "--sample", str(arguments.sample)]


def _print_baseline(size: Size) -> None:
    runs = size.figures[BASELINE]
    if any(each.status for each in runs):
        return
    told = json.loads(runs[0].output.splitlines()[-1])
    missing = told["planned"] - told["filled"]
    size.figures[BASELINE] = [_reckoned(each) for each in runs]
    how = "all filled" if not missing else f"reckoned from {told['filled']} of {told['planned']} forms"
    _print(size, BASELINE, "", f"{how}; {size.times(BASELINE, FULL)} × the full build")


def _reckoned(made: Run) -> Run:
    """Return how long it would have taken to fill all forms, of which a sample was filled."""
    told = json.loads(made.output.splitlines()[-1])
    share = (told["planned"] - told["filled"]) / told["filled"]
    seconds = made.seconds + share * told["seconds"]["forms"]
    return replace(made, seconds=seconds, cpu=made.cpu + share * told["cpu"])


def _print(size: Size, label: str, documents: int | str = "", remark: str = "") -> None:
    fastest, peak = size.fastest(label), size.peaks[label]
    shown = f"{peak / MEBIBYTE:.0f}" if peak else "?"
    print(
        f"| {label} | {fastest.seconds:.2f} | {fastest.cpu:.2f} | {shown} | {documents} | {remark} |",
        flush=True,
    )


def _documents(folder: Path) -> dict[str, tuple[int, int]]:
    """Return path → what changes when a file is written again, for every document in output/."""
    return {
        str(path): (status.st_ino, status.st_mtime_ns)
        for path in (folder / "output").rglob("*.docx")
        if (status := path.stat())
    }


def _first_number(applications: int) -> str:
    return f"SF-{1:0{max(3, len(str(applications)))}}"


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


if __name__ == "__main__":
    main()
