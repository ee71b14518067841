"""What the last run found, so that a run with the same inputs need not read them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import awardgen
from awardgen.publishing.folder import Stamp
from awardgen.publishing.names import LAST_RUN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from awardgen.publishing.folder import Folder

SCHEMA_VERSION = 1
_OPEN_IN_EXCEL = "~$"


class LastRun(NamedTuple):
    """inputs: a digest of all that went into it; empty where it must not stand for another run.

    stamps: of the files that were ours when it ended. report: what it had to tell, as JSON.
    """

    inputs: str
    stamps: Mapping[str, Stamp]
    report: Any


def read_last_run(folder: Folder) -> LastRun:
    """Return what the last run left; a file that is missing or damaged says nothing."""
    try:
        content = json.loads(folder.read(LAST_RUN))
        if content["schema_version"] != SCHEMA_VERSION:
            return LastRun("", {}, None)
        stamps = {path: Stamp(*stamp) for path, stamp in content["stamps"].items()}
        return LastRun(content["inputs"], stamps, content["report"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return LastRun("", {}, None)


def write_last_run(folder: Folder, run: LastRun) -> None:
    """Keep it for the next run; a place that refuses it costs time and nothing else."""
    content = {"schema_version": SCHEMA_VERSION, **run._asdict()}
    try:
        folder.write(LAST_RUN, json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())
    except OSError:
        return


def digest_of_inputs(folders: Iterable[Path], options: Iterable[object]) -> str:
    """Return a digest of every file below the folders, of the options, and of awardgen itself.

    It is empty where a file cannot be read: whoever reads it next tells why.
    """
    try:
        return _digest_of_inputs(folders, options)
    except OSError:
        return ""


def _digest_of_inputs(folders: Iterable[Path], options: Iterable[object]) -> str:
    digest = hashlib.sha256(repr((awardgen.__version__, list(options))).encode())
    package = Path(awardgen.__file__).parent
    for path in sorted(package.rglob("*.py")):
        found = path.stat()
        digest.update(f"{path.relative_to(package)} {found.st_size} {found.st_mtime_ns}\n".encode())
    for folder in folders:
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            if path.name.startswith(_OPEN_IN_EXCEL):
                continue
            data = path.read_bytes()
            digest.update(f"{path.relative_to(folder.parent)} {len(data)}\n".encode("utf-8", "surrogatepass"))
            digest.update(data)
    return digest.hexdigest()
