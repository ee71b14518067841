"""Reading the write-ups of a campaign, which takes far longer than all the rules: it can be done elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import awardgen.writeup
from awardgen.checks.memory import Memory
from awardgen.progress import SILENT
from awardgen.writeup import DEFAULT, Verdict, WriteUp, length

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from awardgen.campaign import CalendarPeriod, Campaign, Window
    from awardgen.progress import Progress
    from awardgen.workers import Workers
    from awardgen.writeup import Calendar

_CHUNK = 60
# Starting processes takes as long as reading so many write-ups.
_WORTHWHILE = 400

Analyses = Callable[[str], WriteUp]
"""Text → what an Analyser of the campaign reads in it, in full or abridged. Several rules ask for the same text."""


@dataclass(frozen=True, slots=True)
class Analyser:
    """Reads any write-up of one campaign. It is pure, and can be sent to another process.

    window: None where its days are not known; then only 字数 are counted.
    """

    window: Window | None
    reference: date | None
    calendar: Calendar

    def __call__(self, text: str) -> WriteUp:
        if self.window is None:
            return WriteUp(length(text), ())
        return awardgen.writeup.analyse(
            text, self.window, self.reference or self.window.last_day, self.calendar
        )


def analyser_of(campaign: Campaign) -> Analyser:
    """Return what reads the campaign's write-ups; two that are equal read every text alike."""
    settings = campaign.settings
    return Analyser(settings.window, settings.reference, calendar_of(campaign.periods))


def abridged(write_up: WriteUp) -> WriteUp:
    """Return what rules ask of a write-up: all that may be told of, and of what lies in the window the first.

    Most mentions lie there, and to send or to keep them takes longer than all the rules.
    """
    inside = (each for each in write_up.mentions if each.verdict is Verdict.INSIDE)
    first = next(inside, None)
    told = (each for each in write_up.mentions if each.verdict is not Verdict.INSIDE or each is first)
    return WriteUp(write_up.length, tuple(told))


def texts_to_analyse(campaign: Campaign) -> list[str]:
    """Return every write-up and summary of which `check` asks for the analysis, each text once."""
    written = (text for each in campaign.applications for text in (each.write_up, each.summary) if text)
    return list(dict.fromkeys(each.text for each in written))


class AnalysesUnderWay:
    """The analysis of texts, but for those that are remembered from earlier runs: other processes are at it.

    in_full: with every mention, for whoever shows the texts; else abridged, which is all that rules need.
    """

    def __init__(  # noqa: PLR0913 - what is to be read, by whom, and how much of it is wanted
        self,
        analyser: Analyser,
        texts: Sequence[str],
        team: Workers,
        progress: Progress,
        memory: Memory | None = None,
        *,
        in_full: bool = False,
    ) -> None:
        self._progress = progress
        self._memory = memory or Memory(analyser, in_full=in_full)
        self._known = self._memory.recall(texts)
        self.missing = [text for text in texts if text not in self._known]
        """The texts that are to be read."""
        missing = self.missing
        chunks = [(analyser, missing[start : start + _CHUNK]) for start in range(0, len(missing), _CHUNK)]
        read = _analyse_chunk_in_full if in_full else _analyse_chunk
        self._chunks = team.begin(read, chunks, worthwhile=len(missing) > _WORTHWHILE)

    def length(self, text: str) -> int:
        """Return the 字 of a text, whether it is analysed already or not."""
        known = self._known.get(text)
        return length(text) if known is None else known.length

    def work_until(self, is_time: Callable[[], bool]) -> None:
        """Read some of them here, as long as it is not time for something else."""
        self._chunks.work_until(is_time)

    def are_done(self) -> bool:
        """Tell whether nobody has to be waited for."""
        return self._chunks.is_done()

    def finish(self) -> Analyses:
        """Wait for all of them, doing some here."""
        found: dict[str, WriteUp] = {}
        # Where nobody is waited for nothing need be shown, and a stage may be open already.
        progress = SILENT if self.are_done() else self._progress
        with progress.stage("阅读事迹材料", len(self.missing)) as advance:
            for (_, some), write_ups in self._chunks.results():
                found.update(zip(some, write_ups, strict=True))
                advance(len(some))
        if found:
            self._memory.keep(found)
        self._known.update(found)
        return self._known.__getitem__


def _analyse_chunk(chunk: tuple[Analyser, Sequence[str]]) -> list[WriteUp]:
    return [abridged(each) for each in _analyse_chunk_in_full(chunk)]


def _analyse_chunk_in_full(chunk: tuple[Analyser, Sequence[str]]) -> list[WriteUp]:
    analyser, texts = chunk
    return [analyser(text) for text in texts]


def calendar_of(periods: Iterable[CalendarPeriod]) -> Calendar:
    """Return the calendar that the sheet 校历 sets; what it leaves out is as usual."""
    return DEFAULT.with_periods([(each.name, each.first_day, each.last_day) for each in periods])
