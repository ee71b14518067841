"""How far a long job has come, for whoever shows it."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Is told of each stage of a job: how much there is to do, and how much is done."""

    def begin(self, stage: str, total: int) -> None: ...

    def advance(self, done: int) -> None: ...

    def end(self) -> None: ...


class _Silent:
    """Shows nothing."""

    def begin(self, stage: str, total: int) -> None:
        pass

    def advance(self, done: int) -> None:
        pass

    def end(self) -> None:
        pass


SILENT: Progress = _Silent()
