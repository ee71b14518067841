from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What became of a document."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    WITHHELD = "withheld"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class PublishedDocument:
    """A document and what became of it. path: below output/. sha256: of the file that lies there, if any."""

    document: str
    applicant: str | None
    path: str
    status: Status
    sha256: str | None
