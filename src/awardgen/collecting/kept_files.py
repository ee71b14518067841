"""Replacing a file that staff keep: whole or not at all, and the version before stays beside it."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from itertools import count
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from awardgen.errors import AwardgenError, reason

if TYPE_CHECKING:
    from datetime import datetime

_LOCKS = ("~${}", ".~lock.{}#", ".~{}")
"""What Excel, LibreOffice and WPS put beside a file while they have it open."""


def is_open_elsewhere(path: Path) -> str | None:
    """Return the name of the lock that tells that a file is open in another program, None where it is not."""
    names = (lock.format(path.name) for lock in _LOCKS)
    return next((name for name in names if (path.parent / name).exists()), None)


def read_file(path: Path) -> bytes:
    """Read a file. Raise AwardgenError."""
    try:
        return path.read_bytes()
    except OSError as problem:
        raise AwardgenError(
            f"{path.name}打不开：{reason(problem)}。", "请关闭正在打开它的程序，再收一次。"
        ) from problem


def keep(path: Path, content: bytes, moment: datetime, folder: Path, note: str = "") -> Path:
    """Write what a file held into a folder, under its name with the date and time. Raise AwardgenError."""
    stem = f"{path.stem}.{moment:%Y%m%d-%H%M%S}{note}"
    names = (f"{stem}{'' if number == 1 else f'-{number}'}{path.suffix}" for number in count(1))
    kept = next(free for name in names if not (free := folder / name).exists())
    replace_file(kept, content, like=path)
    return kept


def replace_file(path: Path, content: bytes, like: Path | None = None) -> None:
    """Write a file beside its place and rename it. Raise AwardgenError where that is refused.

    like: whose permissions it gets; by default those of the file that it replaces.
    """
    staged: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=".~", suffix=".tmp", delete=False) as file:
            staged = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        staged.chmod(0o644)
        with suppress(OSError):  # a new file has none
            shutil.copymode(like or path, staged)
        staged.replace(path)
    except OSError as problem:
        tip = "请关闭正在打开它的程序，检查磁盘和权限，再收一次。"
        raise AwardgenError(f"{path.name}写不进去：{reason(problem)}。", tip) from problem
    finally:
        if staged is not None:
            staged.unlink(missing_ok=True)
