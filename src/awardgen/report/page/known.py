from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.campaign import Campaign, Evaluation
    from awardgen.checks.analyses import Analyses
    from awardgen.finding import Finding
    from awardgen.report.page.documents import Listed


class Run(StrEnum):
    """What made the page."""

    CHECK = "check"
    BUILD = "build"


@dataclass(frozen=True, slots=True)
class Known:
    """What a run knows when it is over. is_whole: it was about every document, not a choice of them."""

    run: Run
    campaign: Campaign
    evaluation: Evaluation
    analyses: Analyses
    findings: Sequence[Finding]
    documents: Sequence[Listed]
    is_whole: bool = True
