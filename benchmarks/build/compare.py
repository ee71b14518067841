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
from typing import TYPE_CHECKING

from processes import run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from processes import Run

HERE = Path(__file__).resolve().parent
READ_ONLY = "import sys, pathlib, awardgen.workbook as w; w.read_campaign(pathlib.Path(sys.argv[1]))"
MEBIBYTE = 1 << 20
_FAILED = 2  # awardgen's 1 tells of findings, which the campaign has on purpose


@dataclass
class Size:
    """What is measured for one number of applications on one file system."""

    folder: Path
    applications: int
    rounds: int
    figures: dict[str, Run] = field(default_factory=dict)

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

    def measure(self, label: str, command: Sequence[str], before: Callable[[], object] = lambda: None) -> Run:
        """Time a command, the fastest of the rounds, and run it once more to watch its memory.

        before: what comes before each run, and does not count.
        """
        runs = []
        for _ in range(self.rounds):
            before()
            runs.append(run(command, self.environment()))
        before()
        watched = run(command, self.environment(), watched=True)
        fastest = replace(min(runs, key=lambda each: each.seconds), peak=watched.peak)
        if fastest.status >= _FAILED or fastest.status < 0:
            print(f"  {label}: exit status {fastest.status}: {fastest.output[-300:]}")
        self.figures[label] = fastest
        return fastest


def main() -> None:
    """Measure every size on every file system, and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "folders", nargs="+", type=Path, help="where to work: /dev/shm is tmpfs on most Linux"
    )
    parser.add_argument("--applications", nargs="+", type=int, default=[2000, 10_000])
    parser.add_argument("--rounds", type=int, default=1, help="take the fastest of so many runs")
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
                size = Size(Path(work), applications, arguments.rounds)
                per_document[applications] = _measure(size, arguments)
        smallest, *larger = sorted(per_document)
        for each in larger:
            growth = per_document[each] / per_document[smallest] - 1
            print(f"processor time per document, {smallest} → {each} applications: {growth:+.0%}")


def _measure(size: Size, arguments: argparse.Namespace) -> float:
    """Print the table of one size; return the processor time that a full build takes per document."""
    print(f"\n### {size.applications} applications")
    print("| | seconds | CPU seconds | peak MiB | documents written | |\n|---|--:|--:|--:|--:|---|")
    campaign = [sys.executable, str(HERE / "campaign.py"), str(size.folder)]
    campaign += ["--applications", str(size.applications)]
    awardgen = [sys.executable, "-m", "awardgen", "-C", str(size.folder)]
    made = run(campaign, size.environment())
    if made.status:
        print(f"the campaign could not be made: {made.output}")
        return 0.0
    read = size.measure("reading the workbooks", [sys.executable, "-c", READ_ONLY, str(size.folder)])
    _print(size, "reading the workbooks")
    check = size.measure("check", [*awardgen, "check", "--no-page"], size.forget)
    _print(size, "check")
    build = [*awardgen, "build", "--no-page"]
    full = size.measure("full build", build, size.forget)
    documents = len(_documents(size.folder))
    per_document = full.cpu / max(documents, 1)
    rendering = (full.peak - check.peak) / MEBIBYTE
    _print(
        size,
        "full build",
        documents,
        f"{documents / full.seconds:.0f} documents/s; {rendering:+.0f} MiB to check",
    )
    before = _documents(size.folder)
    again = size.measure("nothing changed", build)
    _print(size, "nothing changed", _written(size, before), _share(again, full))
    before = {}

    def change_one_row() -> None:
        for command in (campaign, build, [*campaign, "--change", _first_number(size.applications)]):
            run(command, size.environment())
        before.update(_documents(size.folder))

    changed = size.measure("one row changed", build, change_one_row)
    relative = f"{_share(changed, full)}; {changed.seconds / read.seconds:.2f} × reading ({changed.cpu / read.cpu:.2f})"
    _print(size, "one row changed", _written(size, before), relative)
    if not arguments.no_baseline:
        _measure_baseline(size, arguments, full, documents)
    return per_document


def _measure_baseline(size: Size, arguments: argparse.Namespace, ours: Run, documents: int) -> None:
    """Time docxtpl and pandas; unless all was asked for, on a sample of which the rest is reckoned."""
    output = size.folder / "docxtpl"
    command = [sys.executable, str(HERE / "baseline.py"), str(size.folder), str(output)]
    if not arguments.full:
        command += ["--sample", str(arguments.sample)]
    theirs = size.measure("docxtpl and pandas", command)
    if theirs.status:
        print(f"  docxtpl and pandas: exit status {theirs.status}: {theirs.output[-300:]}")
        return
    told = json.loads(theirs.output.splitlines()[-1])
    missing = told["planned"] - told["filled"]
    share = missing / told["filled"]
    seconds = theirs.seconds + share * told["seconds"]["forms"]
    cpu = theirs.cpu + share * told["cpu"]
    how = "all filled" if not missing else f"reckoned from {told['filled']} of {told['planned']} forms"
    print(
        f"| docxtpl and pandas | {seconds:.1f} | {cpu:.1f} | {theirs.peak / MEBIBYTE:.0f} | {documents} "
        f"| {how}; {seconds / ours.seconds:.1f} × the full build ({cpu / ours.cpu:.1f}) |"
    )


def _share(part: Run, full: Run) -> str:
    """Return what part of a full build a run took, by the clock and in brackets by processor time."""
    return f"{part.seconds / full.seconds:.0%} of full ({part.cpu / full.cpu:.0%})"


def _print(size: Size, label: str, documents: int | str = "", remark: str = "") -> None:
    figure = size.figures[label]
    peak = f"{figure.peak / MEBIBYTE:.0f}" if figure.peak else "?"
    print(
        f"| {label} | {figure.seconds:.2f} | {figure.cpu:.2f} | {peak} | {documents} | {remark} |", flush=True
    )


def _documents(folder: Path) -> dict[str, tuple[int, int]]:
    """Return path → what changes when a file is written again, for every document in output/."""
    return {
        str(path): (status.st_ino, status.st_mtime_ns)
        for path in (folder / "output").rglob("*.docx")
        if (status := path.stat())
    }


def _written(size: Size, before: dict[str, tuple[int, int]]) -> int:
    return len(_documents(size.folder).items() - before.items())


def _first_number(applications: int) -> str:
    return f"SF-{1:0{max(3, len(str(applications)))}}"


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


if __name__ == "__main__":
    main()
