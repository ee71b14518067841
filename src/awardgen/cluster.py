"""A Dask cluster as an executor, where the extra that it takes is installed."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from awardgen.errors import AwardgenError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_SECONDS_TO_ANSWER = 5


@contextmanager
def cluster_client(address: str) -> Iterator[Any]:
    """Open a Dask cluster. address: the scheduler's (tcp://…). Raises AwardgenError where it cannot be reached."""
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
