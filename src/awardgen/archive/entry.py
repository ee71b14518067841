"""An item as the package holds it: its line in the catalogue, and its files."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeptScan:
    """path: below the package, with forward slashes."""

    path: str
    pages: int


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document in the package.

    document, key: which file of which row of 文书 it is. output: where it lay below output/. word, pdf: below the
    package; pdf is empty where it could not be made. pages: of the PDF, with something on them.
    """

    document: str
    key: str
    output: str
    word: str
    pdf: str
    pages: int
    is_edited: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the catalogue (DA/T 22-2015, 5.5) with what it stands for. day: 8 digits, empty where unknown."""

    number: str
    code: str
    reference: str
    responsible: str
    title: str
    day: str
    security: str
    pages: int
    note: str
    scans: tuple[KeptScan, ...]
    documents: tuple[KeptDocument, ...]
