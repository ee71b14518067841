"""The garbage collector, where it only costs time."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SELDOM = 100_000
"""Objects, some 10 MB of them, until they are looked at: most are no garbage or, without cycles, none for long."""
_lock = Lock()
_asking: list[bool] = []  # of each that wants it still: whether it was at work before


@contextmanager
def all_is_kept() -> Iterator[None]:
    """Do not look for objects to give back while a million are made that stay: it takes a third of the time.

    Several threads may ask for it, and end in any order.
    """
    with _lock:
        _asking.append(gc.isenabled())  # of those after the first it is not
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            if _asking.pop():
                _count_as_old()
                gc.enable()


@contextmanager
def what_is_there_is_kept() -> Iterator[None]:
    """Look for objects to give back only among those that are made from now on, and seldom."""
    often = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*often)
        gc.unfreeze()


def what_is_there_stays() -> None:
    """Look at nothing that is there now again: it stays as long as the process does. Look at the rest seldom."""
    gc.freeze()
    gc.set_threshold(_SELDOM)


def _count_as_old() -> None:
    """Have all that is there looked at as seldom as what has stayed for long; else it would be at once, and whole."""
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
