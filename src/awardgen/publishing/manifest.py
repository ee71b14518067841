"""What awardgen wrote into output/, so that the next run can tell its own files from those edited by hand."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from awardgen.publishing.files import write_and_rename

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = ".manifest.json"
SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One file as it was written. document and key: which of the plan's files it is; sha256: of its bytes."""

    document: str
    key: str
    applicant: str | None
    sha256: str


def read_manifest(output: Path) -> dict[str, Entry]:
    """Return path below output/ → entry; a manifest that is missing or damaged is an empty one."""
    try:
        content = json.loads((output / NAME).read_text(encoding="utf-8"))
        if content["schema_version"] != SCHEMA_VERSION:
            return {}
        return {path: Entry(**entry) for path, entry in content["documents"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def write_manifest(output: Path, entries: Mapping[str, Entry]) -> None:
    """Write the manifest whole or not at all."""
    documents = {path: asdict(entries[path]) for path in sorted(entries)}
    content = {"schema_version": SCHEMA_VERSION, "documents": documents}
    text = json.dumps(content, ensure_ascii=False, indent=1)
    write_and_rename(output / NAME, text.encode())
