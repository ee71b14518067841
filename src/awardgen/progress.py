"""How far a long job has come, for whoever shows it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

Advance = Callable[[int], None]
"""Is told how much was done since it was told last."""


class Progress(Protocol):
    """Shows the stages of a job."""

    def stage(self, name: str, total: int) -> AbstractContextManager[Advance]:
        """Open a stage. total: how much there is to do."""
        ...


class _Silent:
    @contextmanager
    def stage(self, name: str, total: int) -> Iterator[Advance]:  # noqa: ARG002 - nothing is shown
        yield lambda _: None


SILENT: Progress = _Silent()
