"""The names that awardgen keeps for itself in output/."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MANIFEST = ".manifest.json"
JOURNAL_FOLDER = ".journal"
LAST_RUN = ".last-run.json"
WITHDRAWN_FOLDER = ".作废"
REPLACED_FOLDER = ".手改"
STAGED_PREFIX, STAGED_SUFFIX = ".~", ".tmp"
_MOST_OF_ONE_NAME = 10_000


def sha256_of(data: bytes) -> str:
    """Return the checksum that manifest and report show."""
    return hashlib.sha256(data).hexdigest()


def numbered(path: str) -> Iterator[str]:
    """Yield the path, and then the same with a number, 甲（2）.docx, 甲（3）.docx and so on."""
    yield path
    pure = PurePosixPath(path)
    for number in range(2, _MOST_OF_ONE_NAME):
        yield str(pure.with_name(f"{pure.stem}（{number}）{pure.suffix}"))


def is_staged(path: str) -> bool:
    """Say whether a file is one that was being written."""
    name = path.rpartition("/")[2]
    return name.startswith(STAGED_PREFIX) and name.endswith(STAGED_SUFFIX)


def new_version(path: str) -> str:
    """Return where the new version of a document lies that somebody edited."""
    pure = PurePosixPath(path)
    return str(pure.with_name(f"{pure.stem}.新版{pure.suffix}"))
