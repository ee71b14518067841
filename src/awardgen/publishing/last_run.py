"""What the last run found, so that a run with the same inputs need not read them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from awardgen.publishing.folder import Stamp, open_folder
from awardgen.publishing.names import LAST_RUN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.publishing.folder import Folder

SCHEMA_VERSION = 4


@dataclass(frozen=True)
class LastRun:
    """inputs: a digest of all that went into it; empty where it must not stand for another run.

    manifest: the sha256 of the manifest that it left. count: how many files stand there, if each of them was as
    written when it ended; else 0. files: those that were so, as JSON. report: what it had to tell, as the text of a
    JSON object, as few runs have to read it.
    """

    inputs: str = ""
    manifest: str = ""
    count: int = 0
    files: str = "{}"
    report: str = ""

    @cached_property
    def stamps(self) -> Mapping[str, Stamp]:
        """The stamps of the files, by path; what is damaged tells of none."""
        try:
            content = json.loads(self.files)
            stamps = map(Stamp, *(content[field] for field in Stamp._fields))
            return dict(zip(content["path"], stamps, strict=True))
        except (ValueError, TypeError, KeyError, RecursionError):
            return {}


NEVER = LastRun()
"""Where there was none, or nobody knows."""


def read_last_run(folder: Folder) -> LastRun:
    """Return what the last run left; a file that is missing or damaged says nothing."""
    try:
        line, files, report, _ = folder.read(LAST_RUN).decode().split("\n")
        content = json.loads(line)
        if content["schema_version"] != SCHEMA_VERSION:
            return NEVER
        return LastRun(content["inputs"], content["manifest"], content["count"], files, report)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return NEVER


def last_run_at(location: str) -> LastRun:
    """Return what the last run left in a folder; where that cannot be used, nothing. location: a path or URL."""
    try:
        return read_last_run(open_folder(location))
    except OSError:
        return NEVER


def write_last_run(folder: Folder, run: LastRun) -> None:
    """Keep it for the next run; a place that refuses it costs time and nothing else.

    The files and the report are lines of their own, to be read by whoever needs them.
    """
    content = {
        "schema_version": SCHEMA_VERSION,
        "inputs": run.inputs,
        "manifest": run.manifest,
        "count": run.count,
    }
    try:
        folder.write(LAST_RUN, f"{json.dumps(content)}\n{run.files}\n{run.report}\n".encode())
    except OSError:
        return


def stored_stamps(stamps: Mapping[str, Stamp]) -> str:
    """Return stamps as JSON, field by field: 20,000 lists of three numbers would take longer to read."""
    in_order = dict(sorted(stamps.items()))
    content: dict[str, list[Any]] = {"path": [*in_order]}
    for index, field in enumerate(Stamp._fields):
        content[field] = [stamp[index] for stamp in in_order.values()]
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
