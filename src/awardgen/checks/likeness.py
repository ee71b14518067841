"""Which of many texts are nearly the same: how alike those are that may be (see `awardgen.checks.suspects`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Suspects(NamedTuple):
    """Texts that may be alike, by their positions. White space does not count.

    equal: text → the first that is said to be equal. near: text → earlier ones that it may nearly be.
    """

    equal: Mapping[int, int]
    near: Mapping[int, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Alike:
    """Two texts by their positions, the earlier first. likeness: 1 where they are equal."""

    earlier: int
    later: int
    likeness: float


def alike_texts(texts: Sequence[str], suspects: Suspects, least: float) -> Iterator[Alike]:
    """Yield, for each text that is nearly an earlier one, the earlier one that it is likest to.

    least: the likeness, as rapidfuzz's ratio from 0 to 1, from which two texts are nearly the same.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415 - few campaigns have anything to compare

    for later in sorted(suspects.equal.keys() | suspects.near.keys()):
        text = without_space(texts[later])
        earlier_ones = [suspects.equal[later]] if later in suspects.equal else suspects.near[later]
        likest, most = None, 0.0
        for earlier in earlier_ones:
            likeness = fuzz.ratio(without_space(texts[earlier]), text, score_cutoff=100 * least) / 100
            if likeness > most:
                likest, most = earlier, likeness
        if likest is not None:
            yield Alike(likest, later, most)


def without_space(text: str) -> str:
    """Return what counts of a text: line ends and indents differ with the form that it came in."""
    return "".join(text.split())
