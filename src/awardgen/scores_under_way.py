"""What comes of 评分: remembered, or found out by another process while this one is at something else."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from awardgen.campaign import scores_of
from awardgen.checks.score_rules import check_scores
from awardgen.collector import all_is_kept
from awardgen.memory.scores import Scored, packed_scores, unpacked_scores

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from awardgen.memory.scores import ScoreMemory
    from awardgen.workbook import OpenedAhead, UnfinishedReading
    from awardgen.workers import Workers


class ScoresUnderWay:
    """The scores of a campaign of which the rest is read."""

    def __init__(self, reading: UnfinishedReading, memory: ScoreMemory, team: Workers) -> None:
        self._reading = reading
        self._memory = memory
        self._known = memory.recall(reading.scores)
        self._sent = team.hand_over(_found_elsewhere, reading.for_scores) if self._known is None else None

    @property
    def is_known(self) -> bool:
        """Tell whether nobody has to find them out."""
        return self._known is not None

    def finish(self, meanwhile: Callable[[Callable[[], bool]], None]) -> Scored:
        """Return the scores. meanwhile: works at something else until what it is given says that it is time."""
        if self._known is not None:
            return self._known
        if self._sent is not None:
            meanwhile(self._sent.done)
            # A process may have been ended; a fault of the reading itself shows here again.
            with suppress(Exception):
                content = self._sent.result()
                scored = unpacked_scores(content, self._reading.scores)
                self._memory.add(content)
                return scored
        scored = _found(self._reading, None)
        self._memory.add(scored)
        return scored


begun: dict[Path, OpenedAhead] = {}
"""Folder → its 评分, which this process has begun to open, as it will be sent the rest as soon as that is read."""


def _found_elsewhere(reading: UnfinishedReading) -> bytes:
    with all_is_kept():  # until what is not sent is gone again
        return packed_scores(_found(reading, begun.pop(reading.folder, None)))


def _found(reading: UnfinishedReading, ahead: OpenedAhead | None) -> Scored:
    read = reading.scores(ahead)
    campaign = reading.finish(read).campaign
    return Scored(read, scores_of(campaign), check_scores(campaign))
