"""核实: a finding that a person has looked at and settled stays settled while its excerpt stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from awardgen.catalogue import tables
from awardgen.catalogue.codes import plain_code
from awardgen.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from awardgen.campaign import Settlement
    from awardgen.finding import Finding

_UNMATCHED = "没有对应的问题。"
_REFUSED = "不能用核实了结：这个问题使文书不能生成，请改正。"


def settle(findings: Iterable[Finding], settlements: Sequence[Settlement]) -> list[Finding]:
    """Turn each settled finding into an info; a settlement that settles none is an info of its own.

    What withholds a document is not a matter of opinion, so no settlement reaches it.
    """
    waiting = {(each.number, plain_code(each.code), each.excerpt.strip()): each for each in settlements}
    met = set()
    refused = set()
    settled = []
    for finding in findings:
        key = (finding.applicant or "", finding.kind.code, (finding.excerpt or "").strip())
        if key in waiting and finding.kind.withholds:
            refused.add(key)
            settled.append(finding)
        elif key in waiting:
            met.add(key)
            settled.append(replace(finding, severity=Severity.INFO, settled=True))
        else:
            settled.append(finding)
    settled.extend(
        tables.SETTLEMENT_IDLE.at(
            each.record.place("代码"),
            f"{each.number}的{each.code}“{each.excerpt}”{_REFUSED if key in refused else _UNMATCHED}",
            applicant=each.number or None,
            excerpt=each.excerpt or None,
        )
        for key, each in waiting.items()
        if key not in met
    )
    return settled
