"""A folder beside a package's name, in which it is made until it is whole."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from filelock import FileLock, Timeout

from awardgen.errors import AwardgenError, reason

if TYPE_CHECKING:
    from collections.abc import Iterator

_STAGED: Final = ".~archive-"
_LOCK: Final = ".lock"


@contextmanager
def staged_beside(target: Path) -> Iterator[Path]:
    """Give a folder beside the target, so that the package is whole before it has its name.

    What a run has left there that was killed is removed first; the system takes its lock from a process that has died.
    Raises AwardgenError where nothing can be written there, also later on.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove_what_dead_runs_left(target.parent)
        staged = Path(tempfile.mkdtemp(prefix=_STAGED, dir=target.parent))
    except OSError as error:
        raise AwardgenError(
            f"不能写入{target.parent}：{reason(error)}。", "请检查权限和磁盘空间。"
        ) from error
    lock = FileLock(staged / _LOCK)
    try:
        lock.acquire()
        yield staged
    except OSError as error:
        raise AwardgenError(
            f"归档没有做完：{reason(error)}。", "请检查权限和磁盘空间，再运行一次。"
        ) from error
    finally:
        lock.release()
        shutil.rmtree(staged, ignore_errors=True)


def _remove_what_dead_runs_left(folder: Path) -> None:
    for left in folder.glob(f"{_STAGED}*"):
        if left.is_symlink() or not (left / _LOCK).is_file():
            continue
        lock = FileLock(left / _LOCK)
        try:
            lock.acquire(timeout=0)
        except (Timeout, OSError):
            continue  # a run that goes on holds it
        lock.release()
        shutil.rmtree(left, ignore_errors=True)
