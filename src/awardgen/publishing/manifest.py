"""What awardgen wrote into output/, so that the next run can tell its own files from those edited by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from awardgen.publishing.names import MANIFEST, sha256_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.publishing.folder import Folder

SCHEMA_VERSION = 2
_READABLE = (1, SCHEMA_VERSION)
_ENTRY_TYPES = frozenset((str, type(None)))
_ENCODED = json.JSONEncoder(ensure_ascii=False).encode


class Entry(NamedTuple):
    """One file as it was written.

    document and key: which of the plan's files it is. sha256: of its bytes. content: of what its parts say,
    however they are packed. inputs: of all that it was made of; empty where that is not known.
    """

    document: str
    key: str
    applicant: str | None
    sha256: str
    content: str = ""
    inputs: str = ""


def entry_of(stored: Mapping[str, Any]) -> Entry:
    """Return an entry as JSON had it. Raises TypeError where it is none."""
    entry = Entry(**stored)
    if not _ENTRY_TYPES.issuperset(map(type, entry)) or None in entry._replace(applicant=""):
        raise TypeError(stored)
    return entry


class Manifest(NamedTuple):
    """entries: path below output/ → entry. sha256: of the manifest's bytes; empty where there is none."""

    entries: Mapping[str, Entry]
    sha256: str


def read_manifest(folder: Folder) -> Manifest:
    """Return the manifest; one that is missing or damaged counts as none."""
    try:
        data = folder.read(MANIFEST)
        content = json.loads(data)
        if content["schema_version"] in _READABLE:
            entries = {path: entry_of(entry) for path, entry in content["documents"].items()}
            return Manifest(entries, sha256_of(data))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    return Manifest({}, "")


def write_manifest(folder: Folder, entries: Mapping[str, Entry]) -> Manifest:
    """Write the manifest whole or not at all, a document a line. Raises OSError."""
    lines = ",\n".join(_ENCODED({path: entry._asdict()})[1:-1] for path, entry in sorted(entries.items()))
    data = f'{{"schema_version": {SCHEMA_VERSION}, "documents": {{\n{lines}\n}}}}'.encode()
    folder.write(MANIFEST, data)
    return Manifest(entries, sha256_of(data))
