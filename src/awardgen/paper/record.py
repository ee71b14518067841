"""What awardgen knows of the PDFs in output/: what each was made of, and that it is its own."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from awardgen.publishing.folder import Stamp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.publishing.folder import Folder

RECORD = ".pdf.json"
SCHEMA_VERSION = 1


class PdfEntry(NamedTuple):
    """A PDF as it was made.

    source: a digest of what it was made of: the Word file, for a set its members. maker: a digest of what made it:
    LibreOffice, the fonts, our own code. sha256: of its bytes. pages: how many. stamp: of the file as it lay there when
    it was last known to be ours. before: the sha256 of the PDF that it takes the place of, while it is being
    written. members: for a set, the PDFs that are in it.
    """

    source: str
    maker: str
    sha256: str
    pages: int
    stamp: Stamp | None = None
    before: str = ""
    members: tuple[str, ...] = ()

    @property
    def lies_there(self) -> str:
        """Return the sha256 of the PDF of ours that is there, the new one or still the old."""
        return self.before or self.sha256


def pdf_path(document: str) -> str:
    """Return where the PDF of a Word file lies: beside it."""
    return str(PurePosixPath(document).with_suffix(".pdf"))


def read_record(folder: Folder) -> dict[str, PdfEntry]:
    """Return path → entry; a record that is missing or damaged knows nothing."""
    try:
        content = json.loads(folder.read(RECORD))
        if content["schema_version"] != SCHEMA_VERSION:
            return {}
        return {path: _entry(stored) for path, stored in content["files"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def write_record(folder: Folder, entries: Mapping[str, PdfEntry]) -> None:
    """Write the record whole or not at all. Raises OSError."""
    lines = ",\n".join(
        f"{_json(path)}: {_json({**entry._asdict(), 'stamp': list(entry.stamp) if entry.stamp else None})}"
        for path, entry in sorted(entries.items())
    )
    folder.write(RECORD, f'{{"schema_version": {SCHEMA_VERSION}, "files": {{\n{lines}\n}}}}'.encode())


def _entry(stored: Mapping[str, object]) -> PdfEntry:
    entry = PdfEntry(**stored)  # type: ignore[arg-type]  # looked at below
    texts = (entry.source, entry.maker, entry.sha256, entry.before, *entry.members)
    if not all(isinstance(each, str) for each in texts) or not isinstance(entry.pages, int):
        raise TypeError(stored)
    stamp = Stamp(*entry.stamp) if entry.stamp else None
    return entry._replace(stamp=stamp, members=tuple(entry.members))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
