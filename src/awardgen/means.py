from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.progress import SILENT
from awardgen.workers import workers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.progress import Progress
    from awardgen.workers import Workers


@dataclass(frozen=True, slots=True)
class Means:
    """What a run may use.

    jobs: processes, None for one a core. cluster: a Dask scheduler's address. team: those who work at it, where they
    are called together already, so that they get ready while this process does.
    """

    jobs: int | None = None
    cluster: str | None = None
    progress: Progress = SILENT
    team: Workers | None = None

    @contextmanager
    def workers(self) -> Iterator[Workers]:
        """Call together those who work at it. Raises AwardgenError where the cluster cannot be reached."""
        if self.team is not None:
            yield self.team
            return
        with workers(self.jobs, self.cluster) as team:
            yield team
