"""核实: a finding that a person has looked at and settled stays settled while its excerpt stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.catalogue import tables
from awardgen.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from awardgen.campaign import Settlement
    from awardgen.finding import Finding


def settle(findings: Iterable[Finding], settlements: Sequence[Settlement]) -> list[Finding]:
    """Turn each settled finding into an info; a settlement that meets none is an info of its own."""
    waiting = {(each.number, each.code, each.excerpt): each for each in settlements}
    met = set()
    settled = []
    for finding in findings:
        key = (finding.applicant or "", finding.kind.code, (finding.excerpt or "").strip())
        if key in waiting:
            met.add(key)
            settled.append(finding.with_severity(Severity.INFO))
        else:
            settled.append(finding)
    settled.extend(
        tables.SETTLEMENT_IDLE.at(
            each.record.place("代码"),
            f"{each.number}的{each.code}“{each.excerpt}”没有对应的问题。",
            applicant=each.number or None,
            excerpt=each.excerpt or None,
        )
        for key, each in waiting.items()
        if key not in met
    )
    return settled
