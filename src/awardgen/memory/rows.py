"""What came of each application's row: where the row and what came of its scores is the same, so are its documents.

What is noted of a row may depend on it, on 活动设置 and on the templates, and on nothing else: not on another row.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from awardgen.documents import application_keys, digest_of, part_of
from awardgen.layout import TEMPLATES_FOLDER
from awardgen.memory.inputs import files_of_workbook
from awardgen.workbook import CAMPAIGN_WORKBOOK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.cache import Cache
    from awardgen.campaign import Application, Campaign, Evaluation, Value
    from awardgen.documents import Notes, Part
    from awardgen.fingerprint import Inputs

_NAME = "rows"
_MANY = 0.01
"""The part of the notes that must be new before all are kept anew: that takes as long as to find out a twentieth."""


class RowMemory:
    """The notes of every row of one campaign; those of rows that are new, or have changed, are empty."""

    def __init__(
        self,
        cache: Cache,
        inputs: Inputs,
        campaign: Campaign,
        evaluation: Evaluation,
    ) -> None:
        """Look up the rows."""
        self._cache = cache
        self._basis = _basis(inputs, campaign)
        before = self._recalled() if self._basis else {}
        keys = _Keys(campaign, evaluation)
        self._keys = [keys.of(each) for each in campaign.applications] if self._basis else []
        self._notes: list[Notes] = [before.get(key) or {} for key in self._keys]
        self._by_order = {
            each.row_order: notes for each, notes in zip(campaign.applications, self._notes, strict=False)
        }
        self._known = self._count()

    def of(self, application: Application) -> Notes | None:
        """Return what is noted of a row, to be read and added to; None where nothing is to be noted."""
        return self._by_order.get(application.row_order)

    def keep(self) -> None:
        """Keep what was noted, where it is more than there was."""
        count = self._count()
        if self._basis and count - self._known > _MANY * count:
            rows = dict(zip(self._keys, self._notes, strict=True))
            self._cache.keep(_NAME, self._basis, packed_notes(rows))

    def _count(self) -> int:
        return sum(map(len, self._notes))

    def _recalled(self) -> dict[str, Notes]:
        content = self._cache.recall(_NAME, self._basis)
        try:
            return {} if content is None else unpacked_notes(content)
        except (ValueError, TypeError, LookupError, RecursionError):
            return {}


def packed_notes(rows: Mapping[str, Notes]) -> bytes:
    """Return notes by row as JSON; under which titles things are noted is the same for most, and stands there once."""
    kinds: dict[tuple[str, ...], int] = {}
    packed = [
        [key, kinds.setdefault(tuple(notes), len(kinds)), *notes.values()] for key, notes in rows.items()
    ]
    content = json.dumps([[*kinds], packed], ensure_ascii=False, separators=(",", ":"))
    return content.encode("utf-8", "surrogatepass")


def unpacked_notes(content: bytes) -> dict[str, Notes]:
    """Return notes by row. Raise ValueError, TypeError, LookupError where they are damaged."""
    kinds, packed = json.loads(content)
    return {key: dict(zip(kinds[kind], notes, strict=True)) for key, kind, *notes in packed}


def _basis(inputs: Inputs, campaign: Campaign) -> str:
    """Return a digest of what all rows depend on; empty where that is not known."""
    if not inputs.digest:
        return ""
    settings = files_of_workbook(inputs, CAMPAIGN_WORKBOOK)
    templates = [each for each in inputs.files.items() if each[0].startswith(f"{TEMPLATES_FOLDER}/")]
    columns = [(award.name, award.columns) for award in campaign.awards]
    return digest_of([inputs.code, repr(settings), repr(templates), repr(columns)])


class _Keys:
    """Digests of all that the documents of a row can say of it."""

    def __init__(self, campaign: Campaign, evaluation: Evaluation) -> None:
        self._identities = application_keys(campaign)
        self._outcomes = evaluation.outcomes
        # By their ids: the campaign holds them, and equal cells of a column are one object.
        self._scalars: dict[int, Part] = {}
        self._headers: dict[int, str] = {}

    def of(self, application: Application) -> str:
        record = application.record
        sheet = id(record.source)
        if sheet not in self._headers:
            self._headers[sheet] = digest_of(record.values)
        write_up = application.write_up
        standing = (outcome := self._outcomes[application.row_order]).standing
        score = standing.score
        return digest_of(
            [
                self._headers[sheet],
                self._identities[application.row_order],
                application.award.name,
                application.group,
                None if write_up is None else part_of(write_up.text),
                standing.rank,
                outcome.wins,
                standing.exclusion,
                standing.application.decision and standing.application.decision.value,
                None if score.mean is None else score.mean.as_integer_ratio(),
                str(score.bonus),
                str(score.total),
                *[(each.judge, str(each.total), each.dropped) for each in score.judge_totals],
                None,
                *map(self._part, record.values.values()),
            ]
        )

    def _part(self, value: Value) -> Part:
        if type(value) is str:
            return part_of(value)
        part = self._scalars.get(id(value))
        if part is None:
            part = self._scalars[id(value)] = part_of(value)
        return part
