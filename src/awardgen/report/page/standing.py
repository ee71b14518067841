"""The page that lies in output/: whose it is, and of which inputs it tells."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from awardgen.publishing.names import REPLACED_FOLDER, sha256_of

if TYPE_CHECKING:
    from awardgen.publishing.folder import Folder

PAGE: Final = "报告.html"
_RECORD: Final = ".报告.json"
_SCHEMA_VERSION: Final = 1


class _Record(NamedTuple):
    """What is known of the page.

    inputs: the digest of all that it was made of; empty where that is not known. sha256: of what may lie there as we
    wrote it, two while it is being replaced.
    """

    inputs: str
    sha256: tuple[str, ...]


def stands(folder: Folder, inputs: str) -> bool:
    """Say whether the page is there, as it was written from these inputs."""
    record = _read(folder)
    return bool(inputs) and record.inputs == inputs and _checksum(folder) in record.sha256


def put(folder: Folder, page: bytes, inputs: str) -> None:
    """Write the page. What somebody else has put there is moved aside. Raises OSError."""
    before, lies_there, sha256 = _read(folder), _checksum(folder), sha256_of(page)
    if lies_there != sha256:
        # Told beforehand, so that after a run that was cut short the page is still known as ours.
        _write(folder, _Record("", (*before.sha256, sha256)))
        if lies_there and lies_there not in before.sha256:
            folder.move(PAGE, f"{REPLACED_FOLDER}/{PAGE}")
        folder.write(PAGE, page)
    after = _Record(inputs, (sha256,))
    if after != before:
        _write(folder, after)


def _checksum(folder: Folder) -> str:
    try:
        return sha256_of(folder.read(PAGE))
    except FileNotFoundError:
        return ""


def _read(folder: Folder) -> _Record:
    """Return the record; one that is missing or damaged counts as none."""
    try:
        content = json.loads(folder.read(_RECORD))
        if content["schema_version"] == _SCHEMA_VERSION:
            return _Record(str(content["inputs"]), tuple(str(each) for each in content["sha256"]))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    return _Record("", ())


def _write(folder: Folder, record: _Record) -> None:
    content = {"schema_version": _SCHEMA_VERSION, "inputs": record.inputs, "sha256": record.sha256}
    folder.write(_RECORD, json.dumps(content).encode())
