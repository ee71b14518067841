"""Rules over 评分.xlsx."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from awardgen.campaign import columns_of, evidence_key, number_key
from awardgen.catalogue import scores
from awardgen.checks.case import excerpt
from awardgen.finding import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from awardgen.campaign import Evidence, ScoreRow
    from awardgen.checks.case import Case
    from awardgen.finding import Finding


def points_stay_within_the_criterion(case: Case) -> Iterator[Finding]:
    """A score lies between 0 and the criterion's 分值."""
    rows, criteria = case.campaign.scores, case.campaign.rubric.criteria
    columns = columns_of([row.points for row in rows], [each.number for each in criteria])
    wrong = [
        (index, position, points)
        for position, (criterion, column) in enumerate(zip(criteria, columns, strict=True))
        for index, points in _beyond(column, criterion.points)
    ]
    for index, position, points in sorted(wrong):
        row, criterion = rows[index], criteria[position]
        told = "低于0分" if points < 0 else f"高于分值{criterion.points}分"
        yield scores.SCORE_OUT_OF_RANGE.at(
            row.record.place(criterion.number),
            f"第{criterion.number}条打了{points}分，{told}。",
            applicant=row.number or None,
            excerpt=str(points),
        )


def _beyond(column: Sequence[Decimal | None], limit: Decimal | None) -> Iterator[tuple[int, Decimal]]:
    """Yield with their indexes the points that are below 0 or beyond the limit."""
    # Of a hundred thousand points a few dozen are different.
    different = [points for points in set(column) if points is not None]
    beyond = {points for points in different if points < 0 or (limit is not None and points > limit)}
    for index, points in enumerate(column) if beyond else ():
        if points is not None and points in beyond:
            yield index, points


def scored_application_exists(case: Case) -> Iterator[Finding]:
    """编号 in 评分 and 附加分 is one of 申报.xlsx."""
    known = {application.number for application in case.campaign.applications}
    rows: list[ScoreRow | Evidence] = [*case.campaign.scores, *case.campaign.evidence]
    for row in rows:
        if row.number and row.number not in known:
            yield scores.APPLICATION_UNKNOWN.at(
                row.record.place("编号"),
                f"编号{row.number}在申报.xlsx中查不到。",
                applicant=row.number,
                excerpt=excerpt(row.number),
            )


def judge_is_listed(case: Case) -> Iterator[Finding]:
    """评委 stands in the list of judges."""
    listed = {judge.name for judge in case.campaign.judges}
    for row in case.campaign.scores:
        if listed and row.judge and row.judge not in listed:
            yield scores.JUDGE_UNKNOWN.at(
                row.record.place("评委"),
                f"“{row.judge}”不在评委名单中。",
                applicant=row.number or None,
                excerpt=excerpt(row.judge),
            )


def judge_scores_once(case: Case) -> Iterator[Finding]:
    """A judge scores an application once."""
    first: dict[tuple[str, str], int] = {}
    for row in case.campaign.scores:
        if not row.number or not row.judge:
            continue
        key = (row.number, row.judge)
        if key in first:
            yield scores.JUDGE_REPEATED.at(
                row.record.place("评委"),
                f"{row.judge}已在第{first[key]}行给{row.number}评过分。",
                applicant=row.number,
                excerpt=excerpt(row.judge),
            )
        else:
            first[key] = row.record.row


def judges_are_present(case: Case) -> Iterator[Finding]:
    """A judge who scores nothing for an application stood back: known where both are of one group."""
    present: defaultdict[str, set[str]] = defaultdict(set)
    for row in case.campaign.scores:
        present[row.number].add(row.judge)
    if not present:
        return
    source = case.campaign.scores[0].record.source
    place = Place(source.file, source.sheet, None, "评委")
    # A missing or repeated 编号 is a finding of its own; what it was meant to be nobody knows here.
    numbered = {number_key(each.number): each for each in reversed(case.campaign.applications) if each.number}
    for application in case.campaign.applications:
        if numbered.get(number_key(application.number)) is not application:
            continue
        judges = present.get(application.number)
        if not judges:
            yield scores.NOT_SCORED.at(
                place, f"{application.number}还没有评委评分。", applicant=application.number
            )
            continue
        if not application.group:  # reported by itself, and nobody knows who had to stand back
            continue
        for judge in case.campaign.judges:
            if not judge.name or judge.name in judges:
                continue
            if judge.group and judge.group == application.group:
                yield scores.JUDGE_STOOD_BACK.at(
                    place,
                    f"评委{judge.name}与{application.number}同属{judge.group}，按回避处理。",
                    applicant=application.number,
                    excerpt=excerpt(judge.name),
                )
            else:
                yield scores.JUDGE_DID_NOT_SCORE.at(
                    place,
                    f"评委{judge.name}没有给{application.number}评分。",
                    applicant=application.number,
                    excerpt=excerpt(judge.name),
                )


def evidence_is_entered_once(case: Case) -> Iterator[Finding]:
    """The same thanks is not entered twice."""
    first: dict[tuple[object, ...], int] = {}
    for each in case.campaign.evidence:
        if each.day is None:  # reported by itself, and nobody knows whether it is the same
            continue
        key = evidence_key(each)
        if key in first:
            yield scores.EVIDENCE_REPEATED.at(
                each.record.place("编号"),
                f"与第{first[key]}行相同，没有重复计分。",
                applicant=each.number or None,
                excerpt=excerpt(each.source),
            )
        else:
            first[key] = each.record.row


def evidence_lies_in_the_window(case: Case) -> Iterator[Finding]:
    """Thanks earn points only for deeds of the campaign."""
    window = case.campaign.settings.window
    for each in case.campaign.evidence:
        if window is not None and each.day is not None and each.day not in window:
            yield scores.EVIDENCE_OUTSIDE_WINDOW.at(
                each.record.place("日期"),
                f"{each.day:%Y-%m-%d}不在{window.first_day:%Y-%m-%d}至{window.last_day:%Y-%m-%d}之间，没有计分。",
                applicant=each.number or None,
                excerpt=excerpt(each.record.text("日期")),
                first_day=each.day,
                last_day=each.day,
            )
