"""A program run to its end, and what it took together with every process that it started."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

INTERVAL = 0.05
_PROC = Path("/proc")
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Run:
    """seconds: from start to end. cpu: of all processes. peak: bytes, of all processes at one moment."""

    seconds: float
    cpu: float
    peak: int
    status: int
    output: str


def run(
    command: Sequence[str], environment: Mapping[str, str] | None = None, *, watched: bool = False
) -> Run:
    """Run a command.

    watched: its memory is looked at every 50 ms, where /proc is there to tell; else its peak is 0. To look takes the
    longer the more memory it has, and holds the program up meanwhile.
    """
    # Into a file: a pipe that nobody empties would stop the program.
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        began = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - the benchmark's own commands
            command, stdout=output, stderr=subprocess.STDOUT, env=environment
        )
        watch = _Watch(process.pid)
        if watched:
            watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
        output.seek(0)
        cpu = usage.ru_utime + usage.ru_stime
        return Run(seconds, cpu, watch.peak, process.returncode, output.read())


class _Watch(threading.Thread):
    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self._root = root
        self._ended = threading.Event()
        self.peak = 0

    def run(self) -> None:
        while not self._ended.wait(INTERVAL):
            self.peak = max(self.peak, _memory(_tree(self._root)))

    def stop(self) -> None:
        self._ended.set()
        if self.is_alive():
            self.join()


def _tree(root: int) -> list[int]:
    found = [root]
    for each in found:
        found.extend(_children(each))
    return found


def _children(process: int) -> Iterator[int]:
    try:
        for thread in (_PROC / str(process) / "task").iterdir():
            yield from map(int, (thread / "children").read_text().split())
    except OSError:  # it has ended since
        return


def _memory(processes: Sequence[int]) -> int:
    """Return the memory of processes: of several the share each has in what they share, of one all it holds."""
    read = _proportional if len(processes) > 1 else _resident
    total = 0
    for each in processes:
        try:
            total += read(each)
        except (OSError, ValueError):  # it has ended since
            continue
    return total


def _resident(process: int) -> int:
    return int((_PROC / str(process) / "statm").read_text().split()[1]) * _PAGE


def _proportional(process: int) -> int:
    for line in (_PROC / str(process) / "smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0
