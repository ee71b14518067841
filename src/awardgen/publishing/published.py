from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from awardgen.publishing.folder import Stamp
    from awardgen.publishing.manifest import Entry


class Status(StrEnum):
    """What became of a document."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    WITHHELD = "withheld"
    REMOVED = "removed"


class PublishedDocument(NamedTuple):
    """A document and what became of it.

    path: below output/. sha256: of the file that lies there, if any. pdf: where its PDF lies, if any, below output/.
    """

    document: str
    applicant: str | None
    path: str
    status: Status
    sha256: str | None
    pdf: str | None = None


class Written(NamedTuple):
    """A document that was filled. stamp: of the file; None where the same bytes lay there already."""

    entry: Entry
    stamp: Stamp | None
