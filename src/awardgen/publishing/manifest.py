"""What awardgen wrote into output/, so that the next run can tell its own files from those edited by hand.

The manifest is written whole when a run is over. While it goes on, each file that was written is a line of the
journal beside it, so that a run that was cut short is not taken for somebody's work.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from awardgen.publishing.names import JOURNAL, MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from awardgen.publishing.folder import Folder

SCHEMA_VERSION = 2
_READABLE = (1, SCHEMA_VERSION)


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


def read_manifest(folder: Folder) -> dict[str, Entry]:
    """Return path below output/ → entry; of what is missing or damaged, as much as can be read."""
    return {**_manifest(folder), **_journal(folder)}


def write_manifest(folder: Folder, entries: Mapping[str, Entry]) -> None:
    """Write the manifest whole or not at all, a document a line."""
    lines = ",\n".join(f"{_json(path)}: {_json(entry._asdict())}" for path, entry in sorted(entries.items()))
    folder.write(MANIFEST, f'{{"schema_version": {SCHEMA_VERSION}, "documents": {{\n{lines}\n}}}}'.encode())


def journal_lines(entries: Iterable[tuple[str, Entry]]) -> str:
    """Return the lines that tell of files just written."""
    return "".join(f"{_json([path, entry._asdict()])}\n" for path, entry in entries)


def _manifest(folder: Folder) -> dict[str, Entry]:
    try:
        content = json.loads(folder.read(MANIFEST))
        if content["schema_version"] not in _READABLE:
            return {}
        return {path: Entry(**entry) for path, entry in content["documents"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _journal(folder: Folder) -> dict[str, Entry]:
    try:
        lines = folder.read(JOURNAL).decode(errors="replace").splitlines()
    except OSError:
        return {}
    entries = {}
    for line in lines:
        try:
            path, entry = json.loads(line)
            entries[path] = Entry(**entry)
        except (ValueError, TypeError, RecursionError):
            continue  # the last line may have been cut off
    return entries


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
