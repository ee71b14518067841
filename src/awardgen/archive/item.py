"""件, the unit of an archive: a document with its annexes, and what the catalogue says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path, PurePosixPath

    from awardgen.campaign import Application, DocumentRow, Scope


@dataclass(frozen=True, slots=True)
class ArchivedDocument:
    """One Word file of the campaign.

    key: which of its row's files it is, as in the plan. application: the one it is about. output: below output/.
    annex_of: the document whose annex it is, likewise; empty for none. file: where it lies. is_edited: somebody changed
    it after it was made.
    """

    row: DocumentRow
    key: str
    application: Application | None
    output: PurePosixPath
    annex_of: str
    file: Path
    is_edited: bool

    @property
    def scope(self) -> Scope:
        return self.row.scope


@dataclass(frozen=True, slots=True)
class Description:
    """What the catalogue says of an item (DA/T 22-2015, 5.5), but for its number and its pages.

    title: in [ ] where the archivist made it up. reference: 文号. day: None where it is not known.
    """

    title: str
    responsible: str
    reference: str
    day: date | None
    security: str


@dataclass(frozen=True, slots=True)
class Item:
    """One 件. documents: the main one first, then its annexes. scans: signed and sealed, with their pages."""

    number: int
    code: str
    documents: tuple[ArchivedDocument, ...]
    description: Description
    scans: tuple[Scan, ...] = ()

    @property
    def folder(self) -> str:
        """Return the name of its folder in the package."""
        return f"{self.number:04}"

    @property
    def main(self) -> ArchivedDocument:
        return self.documents[0]


@dataclass(frozen=True, slots=True)
class Scan:
    """A signed and sealed document as it was scanned. name: below 签章件. pages: those with something on them."""

    file: Path
    name: str
    pages: int
