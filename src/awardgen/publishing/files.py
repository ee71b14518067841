"""Files that are whole or not there: written beside their place and renamed."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path


def write_and_rename(path: Path, data: bytes) -> None:
    """Put data at path, which has the old content until it has the new. Raises OSError, and then leaves no trace."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".~", suffix=".tmp", dir=path.parent)
    staged = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        staged.chmod(0o644)
        staged.replace(path)
    except BaseException:
        staged.unlink(missing_ok=True)
        raise


def move_into(path: Path, target: Path) -> Path:
    """Move a file; where the target is taken, a number in its name keeps what is there. Return the new place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    free = target
    number = 2
    while free.exists():
        free = target.with_name(f"{target.stem}（{number}）{target.suffix}")
        number += 1
    path.replace(free)
    return free


def refuse_unwritable(folder: Path) -> None:
    """Make the folder, and raise OSError where nothing can be written into it."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".~", suffix=".tmp", dir=folder)
    os.close(handle)
    Path(name).unlink()


def refuse_links(path: Path, top: Path) -> None:
    """Raise OSError where a link on the way to path leads out of top: nothing is written or moved there."""
    if not path.parent.resolve().is_relative_to(top.resolve()) or path.is_symlink():
        raise OSError("路径经过链接指到了output/以外")


def sha256_of(data: bytes) -> str:
    """Return the checksum that manifest and report show."""
    return hashlib.sha256(data).hexdigest()


def remove_empty_folders(folder: Path, top: Path) -> None:
    """Remove a folder and those above it, up to top, that hold nothing any more."""
    while folder != top and folder.is_relative_to(top):
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
