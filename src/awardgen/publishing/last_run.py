"""What the last run found, so that a run with the same inputs need not read them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from awardgen.publishing.folder import Stamp, open_folder
from awardgen.publishing.names import LAST_RUN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.publishing.folder import Folder

SCHEMA_VERSION = 4


class LastRun(NamedTuple):
    """inputs: a digest of all that went into it; empty where it must not stand for another run.

    manifest: the sha256 of the manifest that it left. stamps: of the files that were as written when it ended.
    report: what it had to tell, as the text of a JSON object, as few runs have to read it.
    """

    inputs: str
    manifest: str
    stamps: Mapping[str, Stamp]
    report: str


NEVER = LastRun("", "", {}, "")
"""Where there was none, or nobody knows."""


def read_last_run(folder: Folder) -> LastRun:
    """Return what the last run left; a file that is missing or damaged says nothing."""
    try:
        line, report, _ = folder.read(LAST_RUN).decode().split("\n")
        content = json.loads(line)
        if content["schema_version"] != SCHEMA_VERSION:
            return NEVER
        stamps = map(Stamp, *(content[field] for field in Stamp._fields))
        files = dict(zip(content["files"], stamps, strict=True))
        return LastRun(content["inputs"], content["manifest"], files, report)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return NEVER


def last_run_at(location: str) -> LastRun:
    """Return what the last run left in a folder; where that cannot be used, nothing. location: a path or URL."""
    try:
        return read_last_run(open_folder(location))
    except OSError:
        return NEVER


def write_last_run(folder: Folder, run: LastRun) -> None:
    """Keep it for the next run; a place that refuses it costs time and nothing else.

    The report is a line of its own: as a text within JSON it would be written and read twice.
    """
    content: dict[str, object] = {
        "schema_version": SCHEMA_VERSION,
        "inputs": run.inputs,
        "manifest": run.manifest,
    }
    content["files"] = [*run.stamps]
    # Field by field: 20,000 lists of three numbers would take three times as long to read.
    for index, field in enumerate(Stamp._fields):
        content[field] = [stamp[index] for stamp in run.stamps.values()]
    line = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    try:
        folder.write(LAST_RUN, f"{line}\n{run.report}\n".encode())
    except OSError:
        return
