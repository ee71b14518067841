"""A bar for a terminal, with rate and time left."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from rich.text import Text

from awardgen.progress import SILENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Task

    from awardgen.progress import Advance

_WORTH_SHOWING = 100


class TerminalProgress:
    """A bar while there is much to do; it goes when the stage is over, or broken off."""

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator[Advance]:
        if total < _WORTH_SHOWING:
            with SILENT.stage(name, total) as advance:
                yield advance
            return
        bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TextColumn("剩余"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        with bar:
            task = bar.add_task(name, total=total)
            yield lambda done: bar.advance(task, done)


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"每秒{task.speed:.0f}份" if task.speed else "")
