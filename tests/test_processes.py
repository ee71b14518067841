"""Processes beside this one."""

from __future__ import annotations

import sys

import pytest

from awardgen.processes import process_pool

MEBIBYTE = 1 << 20


@pytest.mark.skipif(sys.platform != "linux", reason="pipes can be widened on Linux only")
def test_pipes_of_a_pool_hold_a_chunk_of_work_whole() -> None:
    import fcntl  # noqa: PLC0415 - Windows has none

    with process_pool(1) as pool:
        queues = (pool._call_queue, pool._result_queue)  # type: ignore[attr-defined]
        held = [fcntl.fcntl(queue._writer.fileno(), fcntl.F_GETPIPE_SZ) for queue in queues]

    assert held == [MEBIBYTE, MEBIBYTE]


def test_a_chunk_longer_than_a_pipe_comes_through() -> None:
    text = "材料" * MEBIBYTE

    with process_pool(1) as pool:
        assert pool.submit(str.strip, text).result() == text
