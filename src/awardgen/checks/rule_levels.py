"""检查规则: a campaign lowers, raises or switches off a kind of finding.

What a person settled one by one (核实) stays settled, whatever the level of its kind. What withholds a document
keeps its weight, as the document would be false all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.campaign import RuleLevel
from awardgen.catalogue import KINDS, rules
from awardgen.catalogue.codes import nearest_kind, plain_code
from awardgen.checks.case import excerpt
from awardgen.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from awardgen.campaign import RuleSetting
    from awardgen.checks.case import Case
    from awardgen.finding import Finding

_SEVERITIES = {
    RuleLevel.ERROR: Severity.ERROR,
    RuleLevel.WARNING: Severity.WARNING,
    RuleLevel.INFO: Severity.INFO,
}


def code_exists(case: Case) -> Iterator[Finding]:
    """A row of 检查规则 names a kind of finding that there is."""
    for row in case.campaign.rule_settings:
        code = plain_code(row.code)
        if code and code not in KINDS:
            near = nearest_kind(code)
            meant = f"，最接近的是{near.code}（{near.name}）" if near else ""
            yield rules.RULE_UNKNOWN.at(
                row.record.place("代码"), f"没有代码“{row.code}”{meant}。", excerpt=excerpt(row.code)
            )


def rule_is_set_once(case: Case) -> Iterator[Finding]:
    """A kind of finding stands in one row of 检查规则."""
    first: dict[str, RuleSetting] = {}
    for row in case.campaign.rule_settings:
        code = plain_code(row.code)
        earlier = first.setdefault(code, row)
        if code and earlier is not row:
            at = earlier.record.place("代码").cell
            yield rules.RULE_REPEATED.at(
                row.record.place("代码"),
                f"{code}在{at}已经设置过，这一行没有采用。",
                excerpt=excerpt(row.code),
            )


def withholding_rule_keeps_its_level(case: Case) -> Iterator[Finding]:
    """A kind of finding that withholds documents is neither lowered nor switched off."""
    for row in _in_force(case.campaign.rule_settings).values():
        kind = KINDS.get(plain_code(row.code))
        if kind is not None and kind.withholds and row.level not in {None, RuleLevel.ERROR}:
            message = f"{kind.code}（{kind.name}）使文书暂不生成，不能改为“{row.level}”。"
            yield rules.RULE_WITHHOLDS.at(row.record.place("级别"), message, excerpt=excerpt(str(row.level)))


def with_levels(findings: Iterable[Finding], rows: Iterable[RuleSetting]) -> list[Finding]:
    """Return the findings at the levels that the campaign set for their kinds, without those switched off."""
    levels = levels_by_code(rows)
    told = []
    for finding in findings:
        level = levels.get(finding.kind.code)
        if level is RuleLevel.OFF:
            continue
        if level is None or finding.settled:
            told.append(finding)
        else:
            told.append(finding.with_severity(_SEVERITIES[level]))
    return told


def levels_by_code(rows: Iterable[RuleSetting]) -> Mapping[str, RuleLevel]:
    """Return code → level for each row of 检查规则 that is in force."""
    return {
        code: row.level
        for code, row in _in_force(rows).items()
        if row.level is not None and code in KINDS and not KINDS[code].withholds
    }


def _in_force(rows: Iterable[RuleSetting]) -> Mapping[str, RuleSetting]:
    """Return code → the first row that names it."""
    first: dict[str, RuleSetting] = {}
    for row in rows:
        first.setdefault(plain_code(row.code), row)
    return first
