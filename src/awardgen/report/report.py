"""What a run has to tell, for whoever prints it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from awardgen.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.finding import Finding
    from awardgen.paper import PrintedSet
    from awardgen.publishing import PublishedDocument
    from awardgen.writeup import WriteUp


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found and what it wrote.

    title: of the notice, where it is set. documents: empty after a mere check. copies: what a check wrote for those
    who mend what it found, by path below the campaign's folder. print_sets: path of a document → the set that it is
    printed with, where PDFs are wanted. printed: the sets that were made.
    pdfs_built: how many documents have a new PDF; None where no PDFs were asked for.
    page: where the page to look at lies, where there is one.
    """

    title: str | None
    findings: tuple[Finding, ...]
    documents: tuple[PublishedDocument, ...] = ()
    copies: tuple[str, ...] = ()
    print_sets: Mapping[str, str] = field(default_factory=dict)
    printed: tuple[PrintedSet, ...] = ()
    pdfs_built: int | None = None
    page: str | None = None

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def has_errors(self) -> bool:
        return self.count(Severity.ERROR) > 0


@dataclass(frozen=True, slots=True)
class Inspection:
    """A write-up's text, its analysis and what is wrong with it. file: as it was named."""

    file: str
    text: str
    write_up: WriteUp
    findings: tuple[Finding, ...]
