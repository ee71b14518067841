"""One fault, one finding: what only follows from another finding is not reported beside it.

A judge's name that could not be read makes every score row of that judge look like a stranger's; a 编号 left empty
makes its scores belong to nobody. The clerk mends the cause, and what is still wrong then shows in the next run.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.catalogue import scores, tables
from awardgen.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from awardgen.finding import Finding, Kind

UNREADABLE_CELL = (tables.CHARACTER_UNPRINTABLE, tables.FORMULA_WITHOUT_RESULT, tables.REQUIRED_CELL_EMPTY)
UNREAD_APPLICATIONS = (
    tables.WORKBOOK_UNREADABLE,
    tables.SHEET_MISSING,
    tables.STAGE_NOT_REACHED,
    tables.NAME_REPEATED,
)


@dataclass(frozen=True, slots=True)
class Cause:
    """A kind of finding that can bring others about.

    file, sheet, column: where it must stand; None is anywhere. same_applicant: only for the same 编号.
    """

    kind: Kind
    file: str | None = None
    sheet: str | None = None
    column: str | None = None
    same_applicant: bool = False

    def is_met_by(self, finding: Finding) -> bool:
        place = finding.place
        return (
            finding.kind is self.kind
            and (self.file is None or self.file in (place.file or ""))
            and self.sheet in {None, place.sheet}
            and self.column in {None, place.column}
        )


CAUSES: dict[Kind, tuple[Cause, ...]] = {
    scores.APPLICATION_UNKNOWN: (
        *(Cause(kind, file="申报") for kind in UNREAD_APPLICATIONS),
        *(Cause(kind, sheet="奖项") for kind in (*UNREAD_APPLICATIONS, *UNREADABLE_CELL)),
        *(Cause(kind, file="申报", column="编号") for kind in (*UNREADABLE_CELL, tables.NUMBER_REPEATED)),
        *(Cause(kind, sheet="评分", column="编号") for kind in (tables.CHARACTER_UNPRINTABLE,)),
    ),
    scores.JUDGE_UNKNOWN: tuple(Cause(kind, sheet="评委") for kind in UNREADABLE_CELL),
    tables.GROUP_UNKNOWN: tuple(Cause(kind, sheet="工会小组") for kind in UNREADABLE_CELL),
    scores.JUDGE_DID_NOT_SCORE: (
        Cause(scores.APPLICATION_UNKNOWN, sheet="评分"),
        Cause(scores.JUDGE_UNKNOWN, same_applicant=True),
        Cause(scores.JUDGE_REPEATED, same_applicant=True),
        Cause(tables.GROUP_UNKNOWN, same_applicant=True),
        *(Cause(kind, sheet="评委") for kind in UNREADABLE_CELL),
        *(Cause(kind, sheet="评分") for kind in UNREADABLE_CELL),
    ),
    scores.QUOTA_EMPTY: (
        Cause(tables.NUMBER_UNREADABLE, sheet="奖项"),
        Cause(tables.NUMBER_OUT_OF_RANGE, sheet="奖项"),
    ),
    scores.TIE_ACROSS_QUOTA: (Cause(tables.COLUMN_MISSING, sheet="基本信息"),),
    scores.NOT_SCORED: (
        *(Cause(kind, sheet="评分", column="编号") for kind in UNREADABLE_CELL),
        Cause(scores.APPLICATION_UNKNOWN, sheet="评分"),
    ),
}
"""Kind → what can bring it about."""


ROWS_COST = frozenset(
    (
        tables.REQUIRED_CELL_EMPTY,
        tables.NUMBER_REPEATED,
        tables.NAME_REPEATED,
        tables.CHOICE_UNREADABLE,
        tables.CHARACTER_UNPRINTABLE,
        tables.FORMULA_WITHOUT_RESULT,
        tables.COLUMN_MISSING,
        tables.SHEET_MISSING,
        tables.WORKBOOK_UNREADABLE,
    )
)


def rows_may_be_lost(findings: Iterable[Finding]) -> bool:
    """Whether a fault in the tables may have cost an award or an application its documents."""
    return any(finding.severity is Severity.ERROR and finding.kind in ROWS_COST for finding in findings)


def without_consequences(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that stand on their own feet."""
    found = list(findings)
    by_kind: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        by_kind[finding.kind.code].append(finding)
    everywhere: set[str] = set()
    of_applicant: set[tuple[str, str | None]] = set()
    for kind, causes in CAUSES.items():
        for cause in causes if kind.code in by_kind else ():
            met = [each for each in by_kind.get(cause.kind.code, ()) if cause.is_met_by(each)]
            if cause.same_applicant:
                of_applicant.update((kind.code, each.applicant) for each in met)
            elif met:
                everywhere.add(kind.code)
    return [
        each
        for each in found
        if each.kind.code not in everywhere and (each.kind.code, each.applicant) not in of_applicant
    ]
