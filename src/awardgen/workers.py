"""Work for several processes, of this machine or of a cluster, through one interface: concurrent.futures.

Chunks are made only as room appears, so that however much there is to do, little of it is in memory.
"""

from __future__ import annotations

import logging
import os
from collections import deque
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from awardgen.errors import AwardgenError
from awardgen.processes import interrupts_put_off, process_pool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor
    from typing import Any

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")

_AHEAD = 3  # chunks a process, so that none waits for the next
_MOST_POOLS = 3
_SECONDS_TO_ANSWER = 5


class Workers:
    """Runs chunks of work. executor: made when there is enough to do that it pays; None to work in this process."""

    def __init__(self, executor: Callable[[], Executor] | None, processes: int) -> None:
        self._make = executor
        self._pools_left = _MOST_POOLS if executor else 0
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

        function: a function of a module, that another process can import; here: the same for this process. It may
        run twice for a chunk: what others could not do is done here.
        worthwhile: there is more to do than starting processes costs.
        """
        here = here or function
        if self._make is None or not (worthwhile or self._executor):
            for chunk in chunks:
                yield chunk, here(chunk)
            return
        waiting: deque[_Sent] = deque()
        for chunk in chunks:
            waiting.append(self._send(function, chunk))
            if len(waiting) >= self._ahead:
                yield self._first(here, waiting)
        while waiting:
            yield self._first(here, waiting)

    def close(self, *, cancel: bool = False) -> None:
        """Wait for what runs. cancel: what has not begun is dropped."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=cancel)
            self._executor = None

    def _first(self, here: Callable[[Chunk], Result], waiting: deque[_Sent]) -> tuple[Chunk, Result]:
        chunk, future, executor = waiting.popleft()
        try:
            return chunk, future.result()
        except BrokenProcessPool:
            # A process was ended from outside, which takes all its pool along: what follows goes to a new one.
            if self._executor is executor:
                self._executor = None
        except Exception:  # noqa: BLE001, S110 - a cluster may lose its workers, or they may lack what the chunk needs; a fault of the function itself shows here again
            pass
        return chunk, here(chunk)

    def _send(self, function: Callable[[Chunk], Result], chunk: Chunk) -> _Sent:
        try:
            executor = self._running()
            with interrupts_put_off():  # not around the making of a pool, which lets them through in the end
                return _Sent(chunk, executor.submit(function, chunk), executor)
        except Exception as error:  # noqa: BLE001 - the pool broke since, or the cluster is gone: as if it had been sent
            failed: Future[Result] = Future()
            failed.set_exception(error)
            return _Sent(chunk, failed, self._executor)

    def _running(self) -> Executor:
        if self._executor is None:
            if self._make is None or not self._pools_left:
                raise RuntimeError("no more processes are started")
            self._pools_left -= 1
            self._executor = self._make()
        return self._executor


class _Sent(NamedTuple):
    chunk: Any
    future: Future[Any]
    executor: Executor | None


@contextmanager
def workers(jobs: int | None = None, cluster: str | None = None) -> Iterator[Workers]:
    """Open the processes of this machine, or of a Dask cluster.

    jobs: how many processes, 1 for none besides this; None for one a core. cluster: the scheduler's address
    (tcp://…). Raises AwardgenError where the cluster cannot be reached.
    """
    if cluster is not None:
        with _client(cluster) as client:
            threads = sum(client.nthreads().values())
            yield Workers(lambda: client.get_executor(pure=False), threads)
        return
    count = jobs or os.cpu_count() or 1
    team = Workers((lambda: process_pool(count)) if count > 1 else None, count)
    try:
        yield team
    except BaseException:
        team.close(cancel=True)
        raise
    team.close()


@contextmanager
def _client(address: str) -> Iterator[Any]:
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise AwardgenError(
            "没有安装集群所需的组件（dask distributed）。", "请运行 pip install awardgen[cluster]。"
        ) from error
    logging.getLogger("distributed").setLevel(
        logging.CRITICAL
    )  # what goes wrong is told in Chinese, or put right
    try:
        client = Client(address, timeout=_SECONDS_TO_ANSWER)  # type: ignore[no-untyped-call]
    except Exception as error:  # what is no scheduler may answer anything
        message = f"连不上集群{address}（{error}）。"
        raise AwardgenError(message, "请检查地址（形如tcp://主机:8786），以及调度程序是否在运行。") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_SECONDS_TO_ANSWER)
        except TimeoutError as error:
            message = f"集群{address}没有可用的工作进程。"
            raise AwardgenError(message, "请先启动工作进程（dask worker 地址），再运行一次。") from error
        yield client
