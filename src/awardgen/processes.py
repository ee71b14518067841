"""Processes of this machine: started so that an interrupt is the parent's affair, and ended with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

_WIDE = 1 << 20  # bytes; the most that Linux gives to everyone


def process_pool(count: int) -> Executor:
    """Return a pool of processes that are started as they are needed."""
    # A forked copy of a process with threads can hang, and Windows has none.
    pool = ProcessPoolExecutor(
        count, mp_context=multiprocessing.get_context("spawn"), initializer=_belong_to_parent
    )
    _widen_pipes(pool)
    return pool


def _widen_pipes(pool: Any) -> None:  # noqa: ANN401 - ProcessPoolExecutor does not offer what is asked of it here
    """Let the pipes of a pool hold whole chunks of work, where the system lets a program ask for it (Linux).

    Of the 64 KB that a pipe has, half a megabyte takes eight pieces, and for each of them the two processes wait for
    one another: a process would idle for a tenth of its time.
    """
    # On another system, in another Python, and where a user has as many already, they stay as they are.
    with suppress(ImportError, AttributeError, OSError):
        import fcntl  # noqa: PLC0415 - Windows has none

        for queue in (pool._call_queue, pool._result_queue):  # noqa: SLF001
            fcntl.fcntl(queue._writer.fileno(), fcntl.F_SETPIPE_SZ, _WIDE)  # noqa: SLF001


@contextmanager
def interrupts_put_off() -> Iterator[None]:
    """Let Ctrl-C wait until a process is started, which so never sees it: it would fill the terminal with its trace."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _belong_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for work that never comes would go on for ever where the parent was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
