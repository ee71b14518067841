"""What returned scores are to 评分.xlsx: a new row, an equal one, or one that differs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.campaign import number_key
from awardgen.catalogue import returned as kinds
from awardgen.collecting.entry import Entry
from awardgen.collecting.outcome import Outcome
from awardgen.collecting.scores.sheets import JUDGE, NUMBER, SHEET
from awardgen.workbook import label_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.campaign import Campaign, ScoreRow, Value
    from awardgen.collecting.scores.reading import ReturnedScores
    from awardgen.finding import Finding


@dataclass(frozen=True, slots=True)
class CollectedScores:
    """A judge's scores for one application, and what became of them."""

    returned: ReturnedScores
    outcome: Outcome
    entry: Entry | None = None


class ScoreIntake:
    """Holds returned scores against a campaign, one row after the other."""

    def __init__(self, campaign: Campaign, *, takes_forms: bool = False) -> None:
        self._takes_forms = takes_forms
        self._applications = {number_key(each.number): each for each in campaign.applications if each.number}
        self._groups = {label_key(each.name): each.group for each in campaign.judges}
        self._known: dict[tuple[str, str], ScoreRow] = {}
        for row in campaign.scores:
            self._known.setdefault((number_key(row.number), label_key(row.judge)), row)
        self._taken: dict[tuple[str, str], ReturnedScores] = {}

    def take(self, returned: ReturnedScores, findings: list[Finding]) -> CollectedScores | None:
        """Return what is to be done with a row; None where it is only a finding."""
        application = self._applications.get(number_key(returned.number))
        if application is None or not returned.judge:
            what = "没有写评委" if application else f"编号“{returned.number}”不在申报.xlsx中"
            findings.append(kinds.SCORE_ROW_UNKNOWN.at(returned.place, f"{what}。"))
            return None
        group = self._groups.get(label_key(returned.judge), "")
        if group and group == application.group:
            message = f"评委{returned.judge}与{application.number}同属“{group}”。"
            findings.append(
                kinds.SCORE_OF_OWN_GROUP.at(returned.place, message, applicant=application.number)
            )
            return None
        key = number_key(returned.number), label_key(returned.judge)
        if (first := self._taken.get(key)) is not None:
            if dict(first.points) == dict(returned.points):
                return CollectedScores(returned, Outcome.REPEATED)
            message = (
                f"评委{returned.judge}给{application.number}的评分已从“{first.file.path.name}”收下，"
                "这一份不同，没有收。"
            )
            findings.append(kinds.FORM_REPEATED.at(returned.place, message, applicant=application.number))
            return None
        self._taken[key] = returned
        known = self._known.get(key)
        if known is None:
            changes: dict[str, Value] = {
                NUMBER: application.number,
                JUDGE: returned.judge,
                **returned.points,
            }
            return CollectedScores(
                returned, Outcome.NEW, self._entry(None, changes, application.number, returned)
            )
        return self._held_against(known, returned, application.number, findings)

    def _held_against(
        self, known: ScoreRow, returned: ReturnedScores, number: str, findings: list[Finding]
    ) -> CollectedScores:
        changes: dict[str, Value] = {
            criterion: points
            for criterion, points in returned.points.items()
            if known.points.get(criterion) != points
        }
        if not changes:
            return CollectedScores(returned, Outcome.EQUAL)
        if self._takes_forms:
            entry = self._entry(known.record.row, changes, number, returned)
            return CollectedScores(returned, Outcome.TAKEN, entry)
        for criterion, points in changes.items():
            in_workbook = known.points.get(criterion)
            shown = "空" if in_workbook is None else f"{in_workbook:f}"
            message = (
                f"评委{returned.judge}的第{criterion}条：工作簿是{shown}，"
                f"交来的是{points}（{returned.file.path.name}）。"
            )
            findings.append(
                kinds.SCORES_DIFFER.at(
                    known.record.place(criterion), message, applicant=number, excerpt=str(points)
                )
            )
        return CollectedScores(returned, Outcome.DIFFERENT)

    @staticmethod
    def _entry(row: int | None, changes: Mapping[str, Value], number: str, returned: ReturnedScores) -> Entry:
        return Entry(SHEET, row, changes, number, returned.file)
