from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.checks.sketches import sketches_of
from awardgen.finding import Finding

if TYPE_CHECKING:
    from awardgen.campaign import Campaign, Evaluation
    from awardgen.checks.analyses import Analyses
    from awardgen.checks.sketches import Sketcher


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule looks at: the campaign as read, how it came out, and what its write-ups tell and look like."""

    campaign: Campaign
    evaluation: Evaluation
    analyses: Analyses
    sketch: Sketcher = sketches_of


Rule = Callable[[Case], Iterator[Finding]]
EXCERPT_LENGTH = 40


def excerpt(text: str) -> str | None:
    """Return the beginning of a cell's text, None where it is empty."""
    return text[:EXCERPT_LENGTH] or None
