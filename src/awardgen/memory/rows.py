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
    from collections.abc import Callable

    from awardgen.cache import Cache
    from awardgen.campaign import Application, Campaign, Evaluation
    from awardgen.documents import Notes
    from awardgen.fingerprint import Inputs

_NAME = "rows"
_LONG = 200


class RowMemory:
    """The notes of every row of one campaign; those of rows that are new, or have changed, are empty."""

    def __init__(
        self,
        cache: Cache,
        inputs: Inputs,
        campaign: Campaign,
        evaluation: Evaluation,
        digest: Callable[[str], bytes | None],
    ) -> None:
        """Look up the rows. digest: of a write-up, where that is known."""
        self._cache = cache
        self._basis = _basis(inputs, campaign)
        before = self._recalled() if self._basis else {}
        keys = _Keys(campaign, evaluation, digest)
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
        if not isinstance(content, dict):
            return {}
        return {key: notes for key, notes in content.items() if isinstance(notes, dict)}


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

    def __init__(
        self, campaign: Campaign, evaluation: Evaluation, digest: Callable[[str], bytes | None]
    ) -> None:
        self._digest = digest
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
        write_up = application.write_up
        standing = (outcome := self._outcomes[application.row_order]).standing
        score = standing.score
        came_to = (
            standing.rank,
            outcome.wins,
            standing.application.decision,
            score.mean,
            score.bonus,
            score.total,
        )
        return digest_of(
            [
                self._headers[sheet],
                self._identities[application.row_order],
                application.award.name,
                application.group,
                "" if write_up is None else self._written(write_up.text),
                " ".join(map(str, came_to)),
                standing.exclusion,
                *[f"{each.total} {each.dropped} {each.judge}" for each in score.judge_totals],
                "",
                *[
                    self._written(value) if type(value) is str else self._scalar(value)
                    for value in record.values.values()
                ],
            ]
        )

    def _written(self, text: str) -> str:
        if len(text) > _LONG and (digest := self._digest(text)):
            return f"d{digest.hex()}"
        return f"s{text}"

    def _scalar(self, value: Any) -> str:  # noqa: ANN401 - a cell's value
        text = self._texts.get(id(value))
        if text is None:
            text = self._texts[id(value)] = scalar(value)
        return text
