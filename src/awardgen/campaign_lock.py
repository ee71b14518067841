"""One awardgen at a time writes an output/: of two, each would undo what the other did."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from awardgen.errors import AwardgenError
from awardgen.layout import DATA_FOLDER, OUTPUT_FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOCK = ".lock"
PATIENCE = 60.0
"""Seconds that a run waits for another to end; a campaign of 10,000 applications takes a quarter of it."""


@contextmanager
def alone_in(
    campaign_folder: Path,
    tell: Callable[[str], None],
    *,
    output: str | None = None,
    patience: float = PATIENCE,
) -> Iterator[None]:
    """Hold a campaign's output/ for one run, or the folder that is written in its place; a URL is not held.

    The system takes the lock from a process that has died, however it died.

    tell: gets a message, once, where there is somebody to wait for. Raise AwardgenError where that takes too long.
    A folder in which no lock can be made, because it is read-only or its file system has none, is not held.
    """
    lock = _lock_of(campaign_folder, output)
    if lock is None:
        yield
        return
    try:
        _acquire(lock, tell, patience)
    except (OSError, NotImplementedError):
        yield
        return
    try:
        yield
    finally:
        lock.release()


def _lock_of(campaign_folder: Path, output: str | None) -> FileLock | None:
    if not (campaign_folder / DATA_FOLDER).is_dir() or "://" in (output or ""):
        return None  # where there is no campaign, nothing is to be written
    folder = Path(output) if output else campaign_folder / OUTPUT_FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / LOCK).is_symlink():  # it could lead to any file
            return None
        return FileLock(folder / LOCK)
    except OSError:
        return None


def _acquire(lock: FileLock, tell: Callable[[str], None], patience: float) -> None:
    try:
        lock.acquire(timeout=0)
    except Timeout:
        tell("另一个awardgen正在处理这个活动文件夹，等它做完就开始……")
        try:
            lock.acquire(timeout=patience)
        except Timeout as error:
            raise AwardgenError(
                "另一个awardgen一直在处理这个活动文件夹。", "请等它做完，或者关掉它的窗口，再运行一次。"
            ) from error
