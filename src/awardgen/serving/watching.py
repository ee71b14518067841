"""When something was saved, and when what was saved is whole."""

from __future__ import annotations

import time
import zipfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from watchfiles import watch

from awardgen.layout import DATA_FOLDER, TEMPLATES_FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from watchfiles import Change
    from watchfiles.main import FileChange

_QUIET: Final = 50  # milliseconds without a change, after which a saving is taken to be over
_AT_MOST: Final = 400  # milliseconds to wait for that
_WAKE: Final = 500  # milliseconds after which an interrupt is noticed at the latest
_PATIENCE: Final = 1.2  # seconds for a workbook to be there again, and whole
_PAUSE: Final = 0.03
_ZIPPED: Final = frozenset((".xlsx", ".docx", ".ods"))
_FORWARD: Final = frozenset((*_ZIPPED, ".xls", ".txt", ".csv", ".doc", ".xlsm"))


def savings(campaign_folder: Path) -> Iterator[set[Path]]:
    """Yield what was saved, each time something was; first nothing, as soon as no saving is missed any more."""
    folders = [each for each in _input_folders(campaign_folder) if each.is_dir()]
    is_first = True
    for changes in _changes(folders):
        if changes or is_first:
            yield {Path(path) for _, path in changes}
        is_first = False


def _changes(folders: Sequence[Path]) -> Iterator[set[FileChange]]:
    """Yield what the system tells of, nothing now and then; where it tells nothing, go and look."""
    looking = partial(
        watch,
        *folders,
        watch_filter=_is_input,
        debounce=_AT_MOST,
        step=_QUIET,
        rust_timeout=_WAKE,
        yield_on_timeout=True,
    )
    try:
        yield from looking()
    except (OSError, RuntimeError):  # there are no more watches to be had, or the place has none
        yield from looking(force_polling=True)


def inputs_there(campaign_folder: Path) -> set[Path]:
    """Return the workbooks and templates that are there."""
    return {
        path
        for folder in _input_folders(campaign_folder)
        if folder.is_dir()
        for path in folder.rglob("*")
        if path.is_file() and counts(path)
    }


def wait_until_whole(saved: set[Path], before: set[Path]) -> None:
    """Give a program that is still saving its time: Excel takes a workbook away and puts another there.

    saved: what has changed. before: what was there at the last build. What stays away was taken away on purpose.
    """
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        waited_for = [path for path in saved if (path in before or path.exists()) and not _is_whole(path)]
        if not waited_for:
            return
        time.sleep(_PAUSE)


def counts(path: Path) -> bool:
    """Say whether a file can matter: not what Office and others keep beside an open one, or write on the way."""
    return not path.name.startswith(("~", ".")) and path.suffix.lower() in _FORWARD


def _is_input(_: Change, path: str) -> bool:
    return counts(Path(path))


def _is_whole(path: Path) -> bool:
    try:
        if not path.stat().st_size:
            return False
        return path.suffix.lower() not in _ZIPPED or zipfile.is_zipfile(path)
    except OSError:
        return False


def _input_folders(campaign_folder: Path) -> tuple[Path, Path]:
    return campaign_folder / DATA_FOLDER, campaign_folder / TEMPLATES_FOLDER
