"""A bar for a terminal, with rate and time left."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from rich.text import Text

from awardgen.progress import SILENT

if TYPE_CHECKING:
    from rich.progress import Task

    from awardgen.progress import Progress

_WORTH_SHOWING = 100


def progress_for_terminal() -> Progress:
    """Return what shows progress on standard error where that is a terminal, else what shows nothing."""
    return TerminalProgress() if sys.stderr.isatty() else SILENT


class TerminalProgress:
    """A bar while there is much to do; it goes when the work is done."""

    def __init__(self) -> None:
        self._bar: Bar | None = None

    def begin(self, stage: str, total: int) -> None:
        if total < _WORTH_SHOWING:
            return
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TextColumn("剩余"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._bar.start()
        self._bar.add_task(stage, total=total)

    def advance(self, done: int) -> None:
        if self._bar is not None:
            self._bar.advance(self._bar.task_ids[0], done)

    def end(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"每秒{task.speed:.0f}份" if task.speed else "")
