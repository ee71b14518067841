"""Reading the write-ups of a campaign, which takes far longer than all the rules: it can be done elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.checks.memory import Memory
from awardgen.writeup import DEFAULT, WriteUp, analyse, length

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
"""Text → what an Analyser of the campaign reads in it. Several rules ask for the same text."""


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
        return analyse(text, self.window, self.reference or self.window.last_day, self.calendar)


def analyser_of(campaign: Campaign) -> Analyser:
    """Return what reads the campaign's write-ups; two that are equal read every text alike."""
    settings = campaign.settings
    return Analyser(settings.window, settings.reference, calendar_of(campaign.periods))


def texts_to_analyse(campaign: Campaign) -> list[str]:
    """Return every write-up and summary of which `check` asks for the analysis, each text once."""
    written = (text for each in campaign.applications for text in (each.write_up, each.summary) if text)
    return list(dict.fromkeys(each.text for each in written))


def analyse_texts(
    analyser: Analyser, texts: Sequence[str], team: Workers, progress: Progress, memory: Memory | None = None
) -> Analyses:
    """Analyse texts, but for those that are remembered from earlier runs."""
    memory = memory or Memory(analyser)
    known = memory.recall(texts)
    missing = [text for text in texts if text not in known]
    chunks = ((analyser, missing[start : start + _CHUNK]) for start in range(0, len(missing), _CHUNK))
    found: dict[str, WriteUp] = {}
    with progress.stage("阅读事迹材料", len(missing)) as advance:
        for (_, some), write_ups in team.map(_analyse_chunk, chunks, worthwhile=len(missing) > _WORTHWHILE):
            found.update(zip(some, write_ups, strict=True))
            advance(len(some))
    if found:
        memory.keep(found)
    known.update(found)
    return known.__getitem__


def _analyse_chunk(chunk: tuple[Analyser, Sequence[str]]) -> list[WriteUp]:
    analyser, texts = chunk
    return [analyser(text) for text in texts]


def calendar_of(periods: Iterable[CalendarPeriod]) -> Calendar:
    """Return the calendar that the sheet 校历 sets; what it leaves out is as usual."""
    return DEFAULT.with_periods([(each.name, each.first_day, each.last_day) for each in periods])
