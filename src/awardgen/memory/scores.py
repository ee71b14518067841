"""What came of 评分: where neither it nor what it is held against has changed, it need not be read again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, overload

from awardgen.campaign import JudgeTotal, Score
from awardgen.checks.score_rules import SCORE_RULES
from awardgen.memory.findings import restored, stored
from awardgen.memory.inputs import files_in_data, files_of_workbook
from awardgen.workbook import CAMPAIGN_WORKBOOK, SCORE_WORKBOOK, ReadScores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from awardgen.cache import Cache
    from awardgen.campaign import Campaign
    from awardgen.checks.case import Checked
    from awardgen.fingerprint import Inputs

_NAME = "scores"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scored:
    """The scores as read, 编号 → what they come to, and what the rules about them found."""

    read: ReadScores
    scores: Mapping[str, Score]
    found: Checked


class ScoreMemory:
    """The scores of one campaign. campaign: as read but for them, and not settled by a look at another folder."""

    def __init__(self, cache: Cache, inputs: Inputs, campaign: Campaign) -> None:
        self._cache = cache
        self._key = _key(inputs, campaign)
        self._new: Scored | bytes | None = None

    def recall(self, read: Callable[[], ReadScores]) -> Scored | None:
        """Return what is remembered; None where nothing is. read: reads the workbook, should a row be asked for."""
        content = self._cache.recall(_NAME, self._key) if self._key else None
        if content is None:
            return None
        try:
            return unpacked_scores(content, read)
        except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError):
            return None

    def add(self, scored: Scored | bytes) -> None:
        """Take down what is to be kept, packed or not."""
        self._new = scored

    def keep(self) -> None:
        if self._key and self._new is not None:
            content = self._new if isinstance(self._new, bytes) else packed_scores(self._new)
            self._cache.keep(_NAME, self._key, content)


class RowsOnDemand(Sequence[T]):
    """Rows of which only the number is known until one is asked for."""

    def __init__(self, count: int, read: Callable[[], Sequence[T]]) -> None:
        self._count = count
        self._read = read

    @cached_property
    def _rows(self) -> Sequence[T]:
        return self._read()

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._rows[index]

    def __iter__(self) -> Iterator[T]:
        return iter(self._rows)


def packed_scores(scored: Scored) -> bytes:
    """Return it without the rows of 评分, of which nobody asks as a rule."""
    return json.dumps(_stored(scored), separators=(",", ":")).encode()


def unpacked_scores(content: bytes, read: Callable[[], ReadScores]) -> Scored:
    """Undo `packed_scores`; other bytes raise many things. read: reads the workbook, should a row be asked for."""
    return _restored(json.loads(content), read)


def _key(inputs: Inputs, campaign: Campaign) -> str:
    """Return a digest of all that scores, and rules about them, depend on; empty where that is not known."""
    if not inputs.digest:
        return ""
    files = [files_of_workbook(inputs, each) for each in (CAMPAIGN_WORKBOOK, SCORE_WORKBOOK)]
    known = inputs.code, files, files_in_data(inputs)
    applications = [(each.award.name, each.number, each.group) for each in campaign.applications]
    return hashlib.sha256(repr((known, applications)).encode("utf-8", "surrogatepass")).hexdigest()


def _stored(scored: Scored) -> dict[str, Any]:
    read = scored.read
    totals: dict[tuple[str, str, bool], int] = {}
    scores = [
        [
            number,
            [
                totals.setdefault((each.judge, str(each.total), each.dropped), len(totals))
                for each in score.judge_totals
            ],
            None if score.mean is None else [*score.mean.as_integer_ratio()],
            _text(score.bonus),
            _text(score.total),
            [*map(_text, score.group_means)],
        ]
        for number, score in scored.scores.items()
    ]
    return {
        "counts": [len(read.scores), len(read.evidence)],
        "findings": stored(read.findings),
        "headers": [[sheet, [*headers]] for sheet, headers in read.headers.items()],
        "totals": [*totals],
        "scores": scores,
        "found": [stored(scored.found[rule]) for rule in SCORE_RULES],
    }


def _restored(content: Any, read: Callable[[], ReadScores]) -> Scored:  # noqa: ANN401 - JSON
    numbers = _Numbers()
    totals = [JudgeTotal(judge, numbers[total], dropped) for judge, total, dropped in content["totals"]]
    scores = {
        number: Score(
            tuple([totals[each] for each in of_it]),
            None if mean is None else Fraction(*mean),
            numbers[bonus],
            None if total is None else numbers[total],
            tuple([numbers[each] for each in means]),
        )
        for number, of_it, mean, bonus, total, means in content["scores"]
    }
    rows, evidence = content["counts"]
    again = _Once(read)
    return Scored(
        ReadScores(
            RowsOnDemand(rows, lambda: again.value.scores),
            RowsOnDemand(evidence, lambda: again.value.evidence),
            restored(content["findings"]),
            {sheet: tuple(headers) for sheet, headers in content["headers"]},
        ),
        scores,
        {rule: restored(found) for rule, found in zip(SCORE_RULES, content["found"], strict=True)},
    )


class _Once:
    def __init__(self, read: Callable[[], ReadScores]) -> None:
        self._read = read

    @cached_property
    def value(self) -> ReadScores:
        return self._read()


class _Numbers(dict[str, Decimal]):
    """Text → number; thousands of scores are some hundred numbers."""

    def __missing__(self, text: str) -> Decimal:
        number = self[text] = Decimal(text)
        return number


def _text(number: Decimal | None) -> str | None:
    return None if number is None else str(number)
