"""Chunks of work that other processes go through while this one is at something else, until it comes to help."""

from __future__ import annotations

from collections import deque
from threading import RLock
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")


class Unbegun(Generic[Chunk, Result]):
    """Work that waits until somebody asks for it."""

    def __init__(self, results: Iterator[tuple[Chunk, Result]]) -> None:
        self._results = results

    def results(self) -> Iterator[tuple[Chunk, Result]]:
        return self._results

    def work_until(self, is_time: Callable[[], bool]) -> None:
        """Do nothing: nobody is waited for."""

    def is_done(self) -> bool:
        """Tell whether the results are there."""
        return False


class Backlog(Generic[Chunk, Result]):
    """Sends a few chunks, and for each that comes back the next.

    They are not all sent at once, as what is sent cannot be taken back: a process pool that breaks loses its way
    over what was cancelled (Python 3.11).

    send: to another process; it may raise. here: does a chunk in this one. ahead: how many are sent at first.
    """

    def __init__(
        self,
        send: Callable[[Chunk], Future[Result]],
        here: Callable[[Chunk], Result],
        chunks: Sequence[Chunk],
        ahead: int,
    ) -> None:
        self._send = send
        self._here = here
        self._chunks = chunks
        self._left = deque(range(len(chunks)))
        self._sent: dict[int, Future[Result]] = {}
        self._done: dict[int, Result] = {}
        self._lock = RLock()  # what comes back is told in a thread of the pool's
        for _ in range(ahead):
            self._send_next()

    def results(self) -> Iterator[tuple[Chunk, Result]]:
        """Yield each chunk with its result, in order; what nobody has begun is done here, from the end."""
        done = self._done
        for number, chunk in enumerate(self._chunks):
            while number not in done:
                sent = self._sent.get(number)
                if sent is not None and (sent.done() or not self._left):
                    done[number] = self._answer(sent, chunk)
                    del self._sent[number]
                elif (last := self._last_left()) is not None:
                    done[last] = self._here(self._chunks[last])
            yield chunk, done.pop(number)

    def work_until(self, is_time: Callable[[], bool]) -> None:
        """Do what nobody has begun, from the end."""
        while not is_time() and (last := self._last_left()) is not None:
            self._done[last] = self._here(self._chunks[last])

    def is_done(self) -> bool:
        """Tell whether the results are there."""
        with self._lock:
            return not self._left and all(sent.done() for sent in self._sent.values())

    def _answer(self, sent: Future[Result], chunk: Chunk) -> Result:
        try:
            return sent.result()
        except Exception:  # noqa: BLE001 - a process was ended; a fault of the function itself shows here again
            return self._here(chunk)

    def _last_left(self) -> int | None:
        with self._lock:
            return self._left.pop() if self._left else None

    def _send_next(self) -> None:
        with self._lock:
            if not self._left:
                return
            number = self._left[0]
            try:
                future = self._send(self._chunks[number])
            except Exception:  # noqa: BLE001 - the pool is closed, or broken: what is left is done here
                return
            self._left.popleft()
            self._sent[number] = future
        future.add_done_callback(self._go_on)

    def _go_on(self, future: Future[Result]) -> None:
        if not future.cancelled() and future.exception() is None:
            self._send_next()


Begun: TypeAlias = Unbegun[Chunk, Result] | Backlog[Chunk, Result]
"""Work of which others have begun some, or nobody any."""
