"""Rules over ranks, quotas and the union's decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.campaign import Decision
from awardgen.catalogue import scores

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.checks.case import Case
    from awardgen.finding import Finding


def tie_across_the_quota_is_ruled(case: Case) -> Iterator[Finding]:
    """Those who share a rank for which the places do not suffice need 裁定名次."""
    for award in case.evaluation.awards:
        tied = award.open_tie
        if tied:
            numbers = "、".join(each.number for each in tied)
            yield scores.TIE_ACROSS_QUOTA.at(
                tied[0].record.place("裁定名次"),
                f"{award.award.name}：{numbers}名次并列，名额{award.award.quota}个不够都授予。",
                applicant=tied[0].number or None,
                excerpt=numbers,
            )


def departure_gives_its_reason(case: Case) -> Iterator[Finding]:
    """A 评定结果 other than rank and quota would give has a 评定理由."""
    for award in case.evaluation.awards:
        for outcome in award.outcomes:
            application = outcome.standing.application
            if outcome.departs and not application.reason:
                rank = outcome.standing.rank
                standing = f"名次第{rank}" if rank else outcome.standing.exclusion
                yield scores.DECISION_WITHOUT_REASON.at(
                    application.record.place("评定理由"),
                    f"{application.number}{standing}，评定结果却是“{application.decision}”。",
                    applicant=application.number or None,
                    excerpt=str(application.decision),
                )


def grants_stay_within_the_quota(case: Case) -> Iterator[Finding]:
    """The union does not grant more than 名额."""
    for award in case.evaluation.awards:
        granted = sum(each.standing.application.decision is Decision.GRANTED for each in award.outcomes)
        quota = award.award.quota
        if quota is not None and granted > quota:
            yield scores.QUOTA_EXCEEDED.at(
                award.award.record.place("名额"),
                f"{award.award.name}名额{quota}个，评定结果为“授予”的有{granted}份。",
                excerpt=str(quota),
            )


def place_passed_on_is_told(case: Case) -> Iterator[Finding]:
    """Who won or lost a place because of somebody else's decision is told."""
    for award in case.evaluation.awards:
        for outcome in award.outcomes:
            if outcome.passed_on:
                application = outcome.standing.application
                became = "递补授予" if outcome.wins else "让出名额，未授予"
                yield scores.PLACE_PASSED_ON.at(
                    application.record.place("评定结果"),
                    f"{application.number}名次第{outcome.standing.rank}，因其他申报的评定结果{became}。",
                    applicant=application.number or None,
                )


def quota_is_set(case: Case) -> Iterator[Finding]:
    """Without a quota nobody wins by rank, which a clerk should know."""
    for award in case.evaluation.awards:
        if award.award.quota is None and any(each.standing.rank for each in award.outcomes):
            yield scores.QUOTA_EMPTY.at(award.award.record.place("名额"), f"{award.award.name}没有设定名额。")
