"""What came of each application's row: where the row and what came of its scores is the same, so are its documents.

What is noted of a row may depend on it, on 活动设置 and on the templates, and on nothing else: not on another row.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from awardgen.documents import application_keys, digest_of, scalar
from awardgen.layout import TEMPLATES_FOLDER
from awardgen.memory.inputs import files_of_workbook
from awardgen.workbook import CAMPAIGN_WORKBOOK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.cache import Cache
    from awardgen.campaign import Application, Campaign, Evaluation, Outcome
    from awardgen.documents import Notes
    from awardgen.fingerprint import Inputs

_NAME = "rows"


class RowMemory:
    """The notes of every row of one campaign; those of rows that are new, or have changed, are empty."""

    def __init__(self, cache: Cache, inputs: Inputs, campaign: Campaign, evaluation: Evaluation) -> None:
        self._cache = cache
        self._basis = _basis(inputs, campaign)
        before = self._recalled() if self._basis else {}
        keys = _Keys(campaign, evaluation)
        self._keys = [keys.of(each) for each in campaign.applications] if self._basis else []
        self._notes: list[Notes] = [before.get(key) or {} for key in self._keys]
        self._by_order = {
            each.row_order: notes for each, notes in zip(campaign.applications, self._notes, strict=False)
        }
        self._known = sum(map(len, self._notes)), len(before)

    def of(self, application: Application) -> Notes | None:
        """Return what is noted of a row, to be read and added to; None where nothing is to be noted."""
        return self._by_order.get(application.row_order)

    def keep(self) -> None:
        """Keep what was noted, where it is more, or other rows, than there was."""
        rows = dict(zip(self._keys, self._notes, strict=True))
        if self._basis and self._known != (sum(map(len, self._notes)), len(rows)):
            content = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
            self._cache.keep(_NAME, self._basis, content.encode("utf-8", "surrogatepass"))

    def _recalled(self) -> dict[str, Notes]:
        try:
            content = json.loads(self._cache.recall(_NAME, self._basis) or b"{}")
        except (ValueError, RecursionError):
            return {}
        return content if isinstance(content, dict) else {}


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
        self._texts: dict[int, str] = {}
        self._headers: dict[int, str] = {}

    def of(self, application: Application) -> str:
        record = application.record
        sheet = id(record.source)
        if sheet not in self._headers:
            self._headers[sheet] = repr([*record.values])
        cells = [f"s{value}" if type(value) is str else self._text(value) for value in record.values.values()]
        write_up = application.write_up.text if application.write_up else None
        own = (self._identities[application.row_order], application.award.name, application.group)
        return digest_of(
            [
                self._headers[sheet],
                *cells,
                *map(repr, own),
                "" if write_up is None else f"s{write_up}",
                *self._told(self._outcomes[application.row_order]),
            ]
        )

    def _told(self, outcome: Outcome) -> Iterator[str]:
        standing, score = outcome.standing, outcome.standing.score
        yield repr((standing.rank, standing.exclusion, outcome.wins, str(standing.application.decision)))
        yield f"{score.mean} {score.bonus} {score.total}"
        for each in score.judge_totals:
            yield self._text(each)

    def _text(self, value: Any) -> str:  # noqa: ANN401 - a cell's value, or a judge's total
        text = self._texts.get(id(value))
        if text is None:
            text = self._texts[id(value)] = scalar(value)
        return text
