"""The write-ups of a campaign, held against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from awardgen.campaign import Application, Campaign, number_key  # noqa: TC001 - Python asks for a tuple's fields
from awardgen.checks.likeness import alike_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.checks.imprints import Imprints
    from awardgen.checks.likeness import Suspects

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
    """The write-ups of a campaign. texts: those that are compared, as they are written."""

    def __init__(self, campaign: Campaign) -> None:
        self._written = [each for each in entered_once(campaign.applications) if each.write_up is not None]
        self.texts = [each.write_up.text for each in self._written if each.write_up is not None]

    def alike(self, suspects: Suspects) -> Iterator[AlikeWriteUps]:
        """Yield those that are nearly the same. suspects: among the texts."""
        for alike in alike_texts(self.texts, suspects, _NEARLY_THE_SAME):
            yield AlikeWriteUps(self._written[alike.earlier], self._written[alike.later], alike.likeness)


def alike_write_ups(campaign: Campaign) -> Iterator[AlikeWriteUps]:
    """Yield, for each write-up that is nearly an earlier one, the earlier one that it is likest to."""
    from awardgen.checks.imprints import imprints_of  # noqa: PLC0415 - numpy, which few campaigns need

    compared = ComparedWriteUps(campaign)
    if len(compared.texts) <= 1:
        return iter(())
    return compared.alike(suspects_among(imprints_of(compared.texts)))


def suspects_among(write_ups: Imprints) -> Suspects:
    """Return which write-ups may be nearly the same. write_ups: of each its imprint."""
    from awardgen.checks.suspects import suspects_of  # noqa: PLC0415 - likewise

    return suspects_of(write_ups, _SHORTEST)


def entered_once(applications: Iterable[Application]) -> Iterator[Application]:
    """Yield those whose 编号 no earlier one has; of the others that alone is told."""
    seen: set[str] = set()
    for application in applications:
        key = number_key(application.number)
        if not key or key not in seen:
            yield application
        seen.add(key)
