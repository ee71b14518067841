"""The write-ups of a campaign, held against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from awardgen.campaign import Application, Campaign, number_key  # noqa: TC001 - Python asks for a tuple's fields
from awardgen.checks.likeness import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from awardgen.checks.likeness import Candidates

_NEARLY_THE_SAME = 0.75
"""Write-ups by different hands about the same work reach 0.4, with an opening and an end in common 0.6."""
_SHORTEST = 100


class AlikeWriteUps(NamedTuple):
    """Two applications whose write-ups are nearly the same, the earlier first. likeness: 1 where they are equal."""

    earlier: Application
    later: Application
    likeness: float


LikenessFinder = Callable[[Campaign], Iterable[AlikeWriteUps]]


class ComparedWriteUps:
    """The write-ups of a campaign. texts: those that are compared → the same without white space."""

    def __init__(self, campaign: Campaign) -> None:
        self._written = [each for each in entered_once(campaign.applications) if each.write_up is not None]
        texts = [each.write_up.text for each in self._written if each.write_up is not None]
        self._comparison = Comparison(texts, _SHORTEST)
        self.texts: Mapping[str, str] = self._comparison.distinct

    def alike(self, candidates: Candidates) -> Iterator[AlikeWriteUps]:
        """Yield those that are nearly the same. candidates: among the texts, by their positions."""
        for alike in self._comparison.alike(candidates, _NEARLY_THE_SAME):
            yield AlikeWriteUps(self._written[alike.earlier], self._written[alike.later], alike.likeness)


def alike_write_ups(campaign: Campaign) -> Iterator[AlikeWriteUps]:
    """Yield, for each write-up that is nearly an earlier one, the earlier one that it is likest to."""
    compared = ComparedWriteUps(campaign)
    return compared.alike(candidates_among(compared.texts))


def candidates_among(texts: Mapping[str, str]) -> Candidates:
    """Return which of the texts may be alike. texts: text → the same without white space."""
    from awardgen.checks.candidates import candidates_of  # noqa: PLC0415 - numpy, which few campaigns need
    from awardgen.checks.sketches import sketches_of  # noqa: PLC0415 - likewise

    return candidates_of(sketches_of([*texts.values()])) if len(texts) > 1 else {}


def entered_once(applications: Iterable[Application]) -> Iterator[Application]:
    """Yield those whose 编号 no earlier one has; of the others that alone is told."""
    seen: set[str] = set()
    for application in applications:
        key = number_key(application.number)
        if not key or key not in seen:
            yield application
        seen.add(key)
