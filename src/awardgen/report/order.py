"""The order in which findings are listed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from awardgen.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.finding import Finding

SEVERITIES = list(Severity)
"""The worst first."""

_CELL_PARTS = re.compile(r"([A-Z]+)(\d+)")


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings by severity, then by place."""

    def place(finding: Finding) -> tuple[int, str, str, int, int, str]:
        at = _CELL_PARTS.fullmatch(finding.place.cell or "")
        column, row = (at[1], int(at[2])) if at else ("", 0)
        severity = SEVERITIES.index(finding.severity)
        return severity, finding.place.file or "", finding.place.sheet or "", row, len(column), column

    return sorted(findings, key=place)
