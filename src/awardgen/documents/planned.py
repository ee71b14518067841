from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.campaign import DocumentRow
    from awardgen.documents.item import Notes
    from awardgen.finding import Finding
    from awardgen.rendering import Template


class PlannedDocument(NamedTuple):
    """One file to be written.

    key: what the file is for within its row of 文书: an award, a group, a 编号; empty for the campaign.
    applicant: the 编号 it belongs to.
    path: below output/, with forward slashes.
    withheld: it would be false or impossible, so it is not written and an old one is put away.
    notes: of the application that it is about; None where there are none.
    """

    row: DocumentRow
    template: Template | None
    key: str
    applicant: str | None
    context: Mapping[str, Any]
    path: str
    withheld: bool
    notes: Notes | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Every file of the campaign, in the order of 文书, and what is wrong with its rows.

    rows: the names of the rows that could be planned; the files of the others are not known.
    """

    documents: tuple[PlannedDocument, ...]
    findings: tuple[Finding, ...]
    rows: frozenset[str]
