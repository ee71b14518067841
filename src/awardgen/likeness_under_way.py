"""Which write-ups are nearly the same: asked of another process, where an earlier run left most of their imprints."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from awardgen.checks.compared_write_ups import ComparedWriteUps, suspects_among
from awardgen.checks.likeness import Suspects
from awardgen.checks.rules import check_applications
from awardgen.collector import all_is_kept, what_is_there_stays
from awardgen.text_digest import text_digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Future

    from awardgen.campaign import Campaign
    from awardgen.checks.case import Checked
    from awardgen.checks.compared_write_ups import AlikeWriteUps
    from awardgen.memory.imprints import ImprintMemory
    from awardgen.workers import Workers

_MODULES = (
    "awardgen.checks.analyses",
    "awardgen.writeup.analysis",
    "awardgen.memory.stored_imprints",
    "awardgen.checks.suspects",
)
"""What is needed to read the write-ups that have changed, and to look for those that are alike."""
_MOST_NEW = 0.05
"""The part of the texts that may be new: with more to send, nothing is gained."""


class LikenessUnderWay:
    """The write-ups of a campaign, which are held against each other.

    new: the texts that were in no earlier run. team: those who may help, if anyone.
    """

    def __init__(
        self, campaign: Campaign, memory: ImprintMemory, new: Collection[str], team: Workers | None
    ) -> None:
        self._campaign = campaign
        self._memory = memory
        self._compared = ComparedWriteUps(campaign)
        count = len(self._compared.texts)
        self._sent: Future[Suspects | None] | None = None
        if team is not None and memory.keeps(count) and len(new) <= _MOST_NEW * count:
            self._sent = team.hand_over(_suspects_elsewhere, lambda: self._asked(new))

    def checked_here(self) -> Checked:
        """Return what the rules find that hold applications against each other; nothing if another process is at it."""
        return {} if self._sent else check_applications(self._campaign, self._alike)

    def checked_elsewhere(self) -> Checked:
        """Return the same once another process has told which write-ups may be alike; nothing if none is asked."""
        return check_applications(self._campaign, self._alike) if self._sent else {}

    def _alike(self, _: Campaign) -> Iterator[AlikeWriteUps]:
        return self._compared.alike(self._suspects())

    def _suspects(self) -> Suspects:
        if self._sent is not None:
            # A process may have been ended; a fault of the work itself shows here again.
            with suppress(Exception):
                found = self._sent.result()
                if found is not None:
                    return found
        return _suspects(*self._asked(self._compared.texts)) or Suspects({}, {})

    def _asked(self, at_hand: Iterable[str]) -> _Asked:
        """Return what is asked. at_hand: the texts that are sent; of the others the imprints must be remembered."""
        digests = [*map(text_digest, self._compared.texts)]
        return _Asked(self._memory, digests, {text_digest(text): text for text in at_hand})


class _Asked(NamedTuple):
    memory: ImprintMemory
    digests: Sequence[bytes]
    at_hand: Mapping[bytes, str]


def load() -> None:
    """Load in another process what reads the write-ups that have changed and holds all against each other."""
    for module in _MODULES:
        import_module(module)
    what_is_there_stays()


def _suspects_elsewhere(asked: _Asked) -> Suspects | None:
    with all_is_kept():
        return _suspects(*asked)


def _suspects(
    memory: ImprintMemory, digests: Sequence[bytes], at_hand: Mapping[bytes, str]
) -> Suspects | None:
    """Return which texts may be alike; None where the imprint of one that is not at hand is not remembered."""
    if len(digests) <= 1:
        return Suspects({}, {})
    imprints = memory.imprints(digests, at_hand)
    return None if imprints is None else suspects_among(imprints)
