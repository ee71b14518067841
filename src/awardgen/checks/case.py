from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from awardgen.finding import Finding

if TYPE_CHECKING:
    from awardgen.campaign import Campaign, Evaluation
    from awardgen.writeup import Mention


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule looks at: the campaign as read, and how it came out.

    mentions: text → its time mentions, filled as rules ask for them.
    """

    campaign: Campaign
    evaluation: Evaluation
    mentions: dict[str, tuple[Mention, ...]] = field(default_factory=dict)


Rule = Callable[[Case], Iterator[Finding]]
EXCERPT_LENGTH = 40


def excerpt(text: str) -> str | None:
    """Return the beginning of a cell's text, None where it is empty."""
    return text[:EXCERPT_LENGTH] or None
