"""Which write-ups are nearly the same: asked of another process, where an earlier run left most of their sketches."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from awardgen.checks.compared_write_ups import ComparedWriteUps
from awardgen.checks.rules import check_applications
from awardgen.collector import all_is_kept, what_is_there_stays
from awardgen.text_digest import text_digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from concurrent.futures import Future

    from awardgen.campaign import Campaign
    from awardgen.checks.case import Checked
    from awardgen.checks.compared_write_ups import AlikeWriteUps
    from awardgen.checks.likeness import Candidates
    from awardgen.memory.sketches import SketchMemory
    from awardgen.workers import Workers

_MODULES = (
    "awardgen.checks.analyses",
    "awardgen.writeup.analysis",
    "awardgen.memory.stored_sketches",
    "awardgen.checks.candidates",
)
"""What is needed to read the write-ups that have changed, and to look for candidates."""
_MOST_NEW = 0.05
"""The part of the texts that may be new: with more to send and to sketch, nothing is gained."""


class LikenessUnderWay:
    """The write-ups of a campaign, which are held against each other.

    new: the texts that were in no earlier run. team: those who may help, if anyone.
    """

    def __init__(
        self, campaign: Campaign, memory: SketchMemory, new: Collection[str], team: Workers | None
    ) -> None:
        self._campaign = campaign
        self._memory = memory
        self._compared = ComparedWriteUps(campaign)
        count = len(self._compared.texts)
        self._sent: Future[Candidates | None] | None = None
        if team is not None and memory.keeps(count) and len(new) <= _MOST_NEW * count:
            self._sent = team.hand_over(_candidates_elsewhere, lambda: self._asked(new))

    def checked_here(self) -> Checked:
        """Return what the rules find that hold applications against each other; nothing if another process is at it."""
        return {} if self._sent else check_applications(self._campaign, self._alike)

    def checked_elsewhere(self) -> Checked:
        """Return the same once another process has told which write-ups may be alike; nothing if none is asked."""
        return check_applications(self._campaign, self._alike) if self._sent else {}

    def _alike(self, _: Campaign) -> Iterator[AlikeWriteUps]:
        return self._compared.alike(self._candidates())

    def _candidates(self) -> Candidates:
        texts = self._compared.texts
        if self._sent is not None:
            # A process may have been ended; a fault of the work itself shows here again.
            with suppress(Exception):
                found = self._sent.result()
                if found is not None:
                    return found
        return _candidates(self._memory, {text_digest(text): plain for text, plain in texts.items()}) or {}

    def _asked(self, new: Collection[str]) -> tuple[SketchMemory, dict[bytes, str | None]]:
        """Return what is sent: no write-up whose sketch is remembered."""
        texts = self._compared.texts
        of_new = {text_digest(text): texts[text] for text in new if text in texts}
        return self._memory, {digest: of_new.get(digest) for digest in map(text_digest, texts)}


def load() -> None:
    """Load in another process what reads the write-ups that have changed and holds all against each other."""
    for module in _MODULES:
        import_module(module)
    what_is_there_stays()


def _candidates_elsewhere(asked: tuple[SketchMemory, Mapping[bytes, str | None]]) -> Candidates | None:
    with all_is_kept():
        return _candidates(*asked)


def _candidates(memory: SketchMemory, texts: Mapping[bytes, str | None]) -> Candidates | None:
    """Return candidates among texts; None where the sketch of one that is not at hand is not remembered."""
    from awardgen.checks.candidates import candidates_of  # noqa: PLC0415 - numpy, which few campaigns need

    if len(texts) <= 1:
        return {}
    sketched = memory.sketch(texts)
    return None if sketched is None else candidates_of(sketched)
