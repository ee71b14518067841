"""What awardgen wrote into output/, so that the next run can tell its own files from those edited by hand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from json.encoder import encode_basestring as _quoted
from typing import TYPE_CHECKING, Any, NamedTuple

from awardgen.publishing.names import MANIFEST, sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from awardgen.publishing.folder import Folder

SCHEMA_VERSION = 2
_READABLE = (1, SCHEMA_VERSION)
_TEXT = {str}
_TEXT_OR_NOTHING = {str, type(None)}


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


def entries_of(stored: Iterable[Mapping[str, Any]]) -> list[Entry]:
    """Return entries as JSON had them. Raises TypeError where one is none."""
    entries = [Entry(**each) for each in stored]
    # Field by field: there may be 200,000 of them.
    for field, values in zip(Entry._fields, zip(*entries, strict=True), strict=False):
        if not set(map(type, values)) <= (_TEXT_OR_NOTHING if field == "applicant" else _TEXT):
            raise TypeError(field)
    return entries


@dataclass(frozen=True)
class Manifest:
    """A manifest as it lies there. data: its bytes; none where there is none."""

    data: bytes = b""

    @cached_property
    def sha256(self) -> str:
        """The digest of its bytes; empty where there is none."""
        return sha256_of(self.data) if self.data else ""

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Path below output/ → entry; nothing where it is damaged. A run in which nothing changed needs none."""
        try:
            content = json.loads(self.data)
            if content["schema_version"] in _READABLE:
                stored = content["documents"]
                return dict(zip(stored, entries_of(stored.values()), strict=True))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            pass
        return {}


def read_manifest(folder: Folder) -> Manifest:
    """Return the manifest; one that is missing counts as none."""
    try:
        return Manifest(folder.read(MANIFEST))
    except OSError:
        return Manifest()


def write_manifest(folder: Folder, entries: Mapping[str, Entry]) -> Manifest:
    """Write the manifest whole or not at all, a document a line. Raises OSError."""
    lines = ",\n".join(f"{_quoted(path)}: {entry_as_json(entry)}" for path, entry in sorted(entries.items()))
    data = f'{{"schema_version": {SCHEMA_VERSION}, "documents": {{\n{lines}\n}}}}'.encode()
    folder.write(MANIFEST, data)
    return Manifest(data)


def entry_as_json(entry: Entry) -> str:
    """Return an entry as JSON; to put thousands together out of their texts takes a fifth of the time of an encoder."""
    applicant = "null" if entry.applicant is None else _quoted(entry.applicant)
    return (
        f'{{"document": {_quoted(entry.document)}, "key": {_quoted(entry.key)}, "applicant": {applicant}, '
        f'"sha256": {_quoted(entry.sha256)}, "content": {_quoted(entry.content)}, "inputs": {_quoted(entry.inputs)}}}'
    )
