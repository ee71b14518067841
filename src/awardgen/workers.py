"""Work for several processes, of this machine or of a cluster, through one interface: concurrent.futures.

Chunks are made only as room appears, so that however much there is to do, little of it is in memory.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from awardgen.errors import AwardgenError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor, Future
    from typing import Any

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")

_AHEAD = 3  # chunks a process, so that none waits for the next


class Workers:
    """Runs chunks of work. executor: made when there is enough to do that it pays; None to work in this process."""

    def __init__(self, executor: Callable[[], Executor] | None, processes: int) -> None:
        self._make = executor or _refuse
        self._alone = executor is None
        self._executor: Executor | None = None
        self._ahead = processes * _AHEAD

    def map(
        self,
        function: Callable[[Chunk], Result],
        chunks: Iterable[Chunk],
        *,
        worthwhile: bool,
        here: Callable[[Chunk], Result] | None = None,
    ) -> Iterator[tuple[Chunk, Result]]:
        """Yield each chunk with its result, in order.

        function: a function of a module, that another process can import; here: the same for this process.
        worthwhile: there is more to do than starting processes costs.
        """
        here = here or function
        if self._alone or not (worthwhile or self._executor):
            for chunk in chunks:
                yield chunk, here(chunk)
            return
        waiting: deque[tuple[Chunk, Future[Result]]] = deque()
        for chunk in chunks:
            waiting.append((chunk, self._submit(function, chunk)))
            if len(waiting) >= self._ahead:
                yield self._first(here, waiting)
        while waiting:
            yield self._first(here, waiting)

    def close(self, *, cancel: bool = False) -> None:
        """Wait for what runs. cancel: what has not begun is dropped."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=cancel)
            self._executor = None

    def _first(
        self, here: Callable[[Chunk], Result], waiting: deque[tuple[Chunk, Future[Result]]]
    ) -> tuple[Chunk, Result]:
        chunk, future = waiting.popleft()
        try:
            return chunk, future.result()
        except BrokenProcessPool:
            # A process was ended from outside, which takes all its pool along. What it had is done here, and what
            # follows by a new pool.
            self._executor = None
            return chunk, here(chunk)

    def _submit(self, function: Callable[[Chunk], Result], chunk: Chunk) -> Future[Result]:
        if self._executor is None:
            self._executor = self._make()
        try:
            return self._executor.submit(function, chunk)
        except BrokenProcessPool:
            self._executor = self._make()
            return self._executor.submit(function, chunk)


def _refuse() -> Executor:
    raise RuntimeError("there are no other processes")


@contextmanager
def workers(jobs: int | None = None, cluster: str | None = None) -> Iterator[Workers]:
    """Open the processes of this machine, or of a Dask cluster.

    jobs: how many processes, 1 for none besides this; None for one a core. cluster: the scheduler's address
    (tcp://…). Raises AwardgenError where the cluster cannot be reached.
    """
    if cluster is not None:
        with _client(cluster) as client:
            threads = sum(client.nthreads().values()) or 1
            team = Workers(lambda: client.get_executor(pure=False), threads)
            yield team
            return
    count = jobs or os.cpu_count() or 1
    team = Workers((lambda: _pool(count)) if count > 1 else None, count)
    try:
        yield team
    except BaseException:
        team.close(cancel=True)
        raise
    team.close()


def _pool(count: int) -> Executor:
    # A forked copy of a process with threads can hang, and Windows has none.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_leave_interrupts_to_the_parent)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _client(address: str) -> Any:  # noqa: ANN401 - distributed is an extra, and has no types
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise AwardgenError(
            "没有安装集群所需的组件（dask distributed）。", "请运行 pip install awardgen[cluster]。"
        ) from error
    try:
        return Client(address, timeout=10)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        message = f"连不上集群{address}（{error}）。"
        raise AwardgenError(message, "请检查地址（形如tcp://主机:8786），以及调度程序是否在运行。") from error
