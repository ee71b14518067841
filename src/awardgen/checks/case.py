from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NoReturn

from awardgen.campaign import Evaluation
from awardgen.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from awardgen.campaign import Campaign
    from awardgen.checks.analyses import Analyses
    from awardgen.checks.compared_write_ups import LikenessFinder


def _not_at_hand(_: object) -> NoReturn:
    raise LookupError("a rule asked for what it was run without")


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule looks at: the campaign as read, how it came out, what its write-ups tell, and which are alike.

    printed_times: what is read, in full, where the campaign prints the times of its phases.

    What the rules that are run do not ask for may be left out.
    """

    campaign: Campaign
    evaluation: Evaluation
    analyses: Analyses = _not_at_hand
    alike: LikenessFinder = _not_at_hand
    printed_times: Analyses = _not_at_hand


Rule = Callable[[Case], Iterator[Finding]]
Checked = Mapping[Rule, Sequence[Finding]]
NO_EVALUATION: Final = Evaluation((), {})
EXCERPT_LENGTH = 40


def excerpt(text: str) -> str | None:
    """Return the beginning of a cell's text, None where it is empty."""
    return text[:EXCERPT_LENGTH] or None


def found_by(rules: Iterable[Rule], case: Case) -> Checked:
    """Return what each rule finds."""
    return {rule: [*rule(case)] for rule in rules}
