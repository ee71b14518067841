"""Work for several processes, of this machine or of a cluster, through one interface: concurrent.futures.

Chunks are made only as room appears, so that however much there is to do, little of it is in memory.
"""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from awardgen.backlog import Backlog, Unbegun
from awardgen.cluster import cluster_client
from awardgen.processes import interrupts_put_off, process_pool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Executor
    from typing import Any

    from awardgen.backlog import Begun

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")

_AHEAD = 3  # chunks a process, so that none waits for the next
_MOST_DONE_HERE = 30  # chunks whose results wait for those before them
_MOST_POOLS = 3


class Workers:
    """Runs chunks of work.

    executor: made when there is enough to do that it pays; None to work in this process. processes: it has.
    helps: this process does chunks too, when it would have to wait.
    """

    def __init__(
        self, executor: Callable[[], Executor] | None, processes: int, *, helps: bool = False
    ) -> None:
        self._make = executor
        self._pools_left = _MOST_POOLS if executor else 0
        self._executor: Executor | None = None
        self._ahead = processes * _AHEAD
        self._helps = helps
        self._ending: Thread | None = None

    def get_ready(self, function: Callable[[], object]) -> None:
        """Start the processes, unless they are, while there is something else to do.

        function: of the module that they will need.
        """
        if self._make is not None and self._helps and self._executor is None:
            with suppress(Exception):  # what is sent next tells
                self._submit(function)

    def map(
        self,
        function: Callable[[Chunk], Result],
        chunks: Iterable[Chunk],
        *,
        worthwhile: bool,
        here: Callable[[Chunk], Result] | None = None,
        in_order: bool = True,
    ) -> Iterator[tuple[Chunk, Result]]:
        """Yield each chunk with its result, in order or as it is done: then nothing waits for one that takes long.

        function: a function of a module, that another process can import; here: the same for this process. It may
        run twice for a chunk: what others could not do is done here.
        worthwhile: there is more to do than it costs to start processes and to load what they need.
        """
        here = here or function
        if self._make is None or not worthwhile:
            for chunk in chunks:
                yield chunk, here(chunk)
        elif in_order:
            yield from self._in_order(function, here, chunks)
        else:
            yield from self._as_done(function, here, chunks)

    def _in_order(
        self, function: Callable[[Chunk], Result], here: Callable[[Chunk], Result], chunks: Iterable[Chunk]
    ) -> Iterator[tuple[Chunk, Result]]:
        waiting: deque[_Sent] = deque()
        most = self._ahead + (_MOST_DONE_HERE if self._helps else 0)
        for chunk in chunks:
            if sum(not each.future.done() for each in waiting) < self._ahead:
                waiting.append(self._send(function, chunk))
            else:
                waiting.append(_done(chunk, here(chunk)))
            while waiting and (waiting[0].future.done() or len(waiting) >= most):
                yield waiting[0].chunk, self._answer(here, waiting.popleft())
        while waiting:
            yield waiting[0].chunk, self._answer(here, waiting.popleft())

    def _as_done(
        self, function: Callable[[Chunk], Result], here: Callable[[Chunk], Result], chunks: Iterable[Chunk]
    ) -> Iterator[tuple[Chunk, Result]]:
        sent: list[_Sent] = []
        for chunk in chunks:
            if len(sent) >= self._ahead and not self._helps:
                _wait_for_one(sent)
            done, sent = _by_done(sent)
            is_sent = len(sent) < self._ahead
            if is_sent:
                sent.append(self._send(function, chunk))
            for each in done:
                yield each.chunk, self._answer(here, each)
            if not is_sent:
                yield chunk, here(chunk)
        while sent:
            _wait_for_one(sent)
            done, sent = _by_done(sent)
            for each in done:
                yield each.chunk, self._answer(here, each)

    def begin(
        self, function: Callable[[Chunk], Result], chunks: Sequence[Chunk], *, worthwhile: bool
    ) -> Begun[Chunk, Result]:
        """Do what `map` does with chunks that are all there already: the processes go to work at once."""
        if self._make is None or not self._helps or not (worthwhile or self._executor):
            return Unbegun(self.map(function, chunks, worthwhile=worthwhile))
        return Backlog(lambda chunk: self._submit(function, chunk), function, chunks, self._ahead)

    def hand_over(
        self, function: Callable[[Chunk], Result], make: Callable[[], Chunk]
    ) -> Future[Result] | None:
        """Send one piece of work to another process of this machine, if one is started; else return None.

        make: makes what is sent. Whoever asks for the result must be ready to do it here.
        """
        if self._executor is None or not self._helps:
            return None
        try:
            return self._submit(function, make())
        except Exception:  # noqa: BLE001 - the pool broke since
            return None

    def dismiss(self) -> None:
        """Let the processes end, as there is no more to do for them, while this one goes on."""
        if self._executor is not None:
            self._ending = Thread(target=self._executor.shutdown)
            self._ending.start()
        self._executor, self._make = None, None

    def close(self, *, cancel: bool = False) -> None:
        """Wait for what runs. cancel: what has not begun is dropped.

        Also for those that were dismissed: what they left behind would be told of on the terminal, in English.
        """
        if self._ending is not None:
            self._ending.join()
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=cancel)
            self._executor = None

    def _answer(self, here: Callable[[Chunk], Result], sent: _Sent) -> Result:
        chunk, future, executor = sent
        try:
            return future.result()  # type: ignore[no-any-return]  # of the chunk's own function
        except BrokenProcessPool:
            # A process was ended from outside, which takes all its pool along: what follows goes to a new one.
            if self._executor is executor:
                self._executor = None
        except Exception:  # noqa: BLE001, S110 - a cluster may lose its workers, or they may lack what the chunk needs; a fault of the function itself shows here again
            pass
        return here(chunk)

    def _send(self, function: Callable[[Chunk], Result], chunk: Chunk) -> _Sent:
        try:
            return _Sent(chunk, self._submit(function, chunk), self._executor)
        except Exception as error:  # noqa: BLE001 - the pool broke since, or the cluster is gone: as if it had been sent
            failed: Future[Result] = Future()
            failed.set_exception(error)
            return _Sent(chunk, failed, self._executor)

    def _submit(self, function: Callable[..., Result], *chunk: object) -> Future[Result]:
        executor = self._running()
        with interrupts_put_off():  # not around the making of a pool, which lets them through in the end
            return executor.submit(function, *chunk)

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


def _wait_for_one(sent: Sequence[_Sent]) -> None:
    wait([each.future for each in sent], return_when=FIRST_COMPLETED)


def _by_done(sent: Iterable[_Sent]) -> tuple[list[_Sent], list[_Sent]]:
    """Return what is done, and what is not."""
    parts: tuple[list[_Sent], list[_Sent]] = ([], [])
    for each in sent:
        parts[not each.future.done()].append(each)
    return parts


def _done(chunk: Chunk, result: object) -> _Sent:
    future: Future[object] = Future()
    future.set_result(result)
    return _Sent(chunk, future, None)


@contextmanager
def workers(jobs: int | None = None, cluster: str | None = None) -> Iterator[Workers]:
    """Open the processes of this machine, or of a Dask cluster.

    jobs: how many processes, with this one; None for one a core. cluster: the scheduler's address
    (tcp://…). Raises AwardgenError where the cluster cannot be reached.
    """
    if cluster is not None:
        with cluster_client(cluster) as client:
            threads = sum(client.nthreads().values())
            yield Workers(lambda: client.get_executor(pure=False), threads)
        return
    count = jobs or os.cpu_count() or 1
    others = count - 1
    team = Workers((lambda: process_pool(others)) if others else None, others, helps=True)
    try:
        yield team
    except BaseException:
        team.close(cancel=True)
        raise
    team.close()
