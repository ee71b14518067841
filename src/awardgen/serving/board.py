"""What browsers are told: which page is the latest, and what went wrong since."""

from __future__ import annotations

import asyncio
import json
import secrets
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_HEARTBEAT: Final = 15.0  # seconds after which a browser is told that nothing is new


class News(NamedTuple):
    """version: of the page; it changes with each that is made. trouble: why there is no newer one, in Chinese."""

    version: str
    is_building: bool = False
    trouble: str = ""

    def as_event(self) -> str:
        content = {"version": self.version, "building": self.is_building, "trouble": self.trouble}
        return f"data: {json.dumps(content, ensure_ascii=False)}\n\n"


class Board:
    """The latest news. One thread builds and tells, another serves and is woken."""

    def __init__(self) -> None:
        self._run = secrets.token_hex(4)  # a page from before a restart is not taken for one of this run
        self._pages = 0
        self._lock = Lock()
        self._waiting: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()
        self._is_closed = False
        self.news = News(self._version)

    @property
    def _version(self) -> str:
        return f"{self._run}-{self._pages}"

    def building(self) -> None:
        self._tell(self.news._replace(is_building=True))

    def made(self, *, is_new: bool) -> None:
        """Tell that a build is over. is_new: the page is not the one before."""
        self._pages += is_new
        self._tell(News(self._version))

    def failed(self, trouble: str) -> None:
        """Tell that there is no new page; the last good one stays."""
        self._tell(News(self._version, trouble=trouble))

    def close(self) -> None:
        """End what follows it."""
        self._is_closed = True
        self._tell(self.news)

    async def follow(self) -> AsyncIterator[str]:
        """Yield what there is to tell, and then what is new, as server-sent events."""
        one = (asyncio.get_running_loop(), asyncio.Event())
        with self._lock:
            self._waiting.add(one)
        try:
            while not self._is_closed:
                one[1].clear()
                yield self.news.as_event()
                try:
                    await asyncio.wait_for(one[1].wait(), _HEARTBEAT)
                except TimeoutError:
                    continue
        finally:
            with self._lock:
                self._waiting.discard(one)

    def _tell(self, news: News) -> None:
        with self._lock:
            self.news = news
            for loop, event in self._waiting:
                loop.call_soon_threadsafe(event.set)
