from __future__ import annotations

import time
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING, Final

import uvicorn

from awardgen import pipeline
from awardgen.campaign_lock import alone_in
from awardgen.errors import AwardgenError
from awardgen.finding import Severity
from awardgen.layout import OUTPUT_FOLDER
from awardgen.means import Means
from awardgen.serving.address import open_address
from awardgen.serving.board import Board
from awardgen.serving.site import site
from awardgen.serving.watching import inputs_there, savings, wait_until_whole
from awardgen.unchanged import begin
from awardgen.unforeseen import as_message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from awardgen.report.report import Report
    from awardgen.serving.address import Address

    Tell = Callable[[str], None]

_GRACE: Final = 1  # seconds for answers under way when the server ends


def serve(  # noqa: PLR0913 - what may be chosen, and who is told
    campaign_folder: Path,
    host: str | None = None,
    port: int | None = None,
    *,
    tell: Tell,
    opened: Callable[[Address], None],
    means: Means | None = None,
) -> None:
    """Serve the report of a campaign and keep it up to date, until an interrupt.

    host, port: see `open_address`. tell: prints a line, in Chinese. opened: is told the address as soon as it answers.
    Raises AwardgenError where nothing can listen there.
    """
    address, listening = open_address(host, port)
    board = Board()
    application = site(campaign_folder / OUTPUT_FOLDER, address, board)
    config = uvicorn.Config(
        application,
        lifespan="off",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
    )
    with listening, _running(uvicorn.Server(config), listening, board):
        opened(address)
        builder = _Builder(campaign_folder, board, tell, means or Means())
        builder.build()
        for saved in savings(campaign_folder):
            wait_until_whole(saved, builder.inputs)
            builder.build()


@contextmanager
def _running(server: uvicorn.Server, listening: object, board: Board) -> Iterator[None]:
    """Serve in a thread of its own, so that an interrupt reaches what is being built."""
    thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    try:
        yield
    finally:
        server.should_exit = True
        board.close()
        thread.join(_GRACE + 2)


class _Builder:
    """Builds, and tells how it went. inputs: the files that were there at the last build."""

    def __init__(self, campaign_folder: Path, board: Board, tell: Tell, means: Means) -> None:
        self._folder = campaign_folder
        self._board = board
        self._tell = tell
        self._means = means
        self._is_first = True
        self.inputs: set[Path] = set()

    def build(self) -> None:
        self._board.building()
        self.inputs = inputs_there(self._folder)
        began = time.monotonic()
        try:
            with alone_in(self._folder, self._tell):
                begun = begin(self._folder, None, strict=False)
                report = begun.report_if_nothing_changed(page=True) if begun else None
                is_new = report is None
                if report is None:
                    report = pipeline.build(self._folder, page=True, means=self._means, begun=begun)
        except AwardgenError as error:
            self._fail(error)
        except Exception as error:  # noqa: BLE001 - the next saving may mend it; until then the last page stays
            self._fail(as_message(error))
        else:
            self._board.made(is_new=is_new)
            if is_new or self._is_first:
                self._tell(f"{_now()} {_summary(report)}（{time.monotonic() - began:.1f}秒）")
        self._is_first = False

    def _fail(self, error: AwardgenError) -> None:
        message = f"{error.message}{error.tip}"
        self._board.failed(f"没有更新：{message}下面是上一次的结果。")
        self._tell(f"{_now()} 没有更新：{message}")


def _now() -> str:
    return time.strftime("%H:%M:%S")


def _summary(report: Report) -> str:
    counts = (f"{severity.label}{report.count(severity)}个" for severity in Severity)
    return f"已更新：{'，'.join(counts)}"
