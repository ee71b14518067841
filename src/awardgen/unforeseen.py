"""What nobody foresaw is one message too; for whoever mends it, the traceback is kept in a file of its own."""

from __future__ import annotations

import platform
import traceback
from datetime import datetime
from pathlib import Path

import platformdirs

from awardgen import __version__
from awardgen.errors import AwardgenError, reason

_MOST_KEPT = 20
_WHOLE = "已写好的文件都是完整的，再运行一次就接着做完。"


def as_message(error: Exception) -> AwardgenError:
    """Return what staff are told of an error that no part of the program has dealt with."""
    if isinstance(error, OSError):
        name = Path(str(error.filename)).name if error.filename else ""
        where = f"“{name}”" if name else "文件"
        return AwardgenError(f"{where}读不了或者写不了（{reason(error)}）。", f"请排除以后再运行。{_WHOLE}")
    if isinstance(error, MemoryError):
        return AwardgenError(
            "内存不够用，做不下去。", f"请关掉别的程序，或者核对工作簿是不是大得不正常。{_WHOLE}"
        )
    kept = _keep(error)
    tip = f"详情记在{kept}，请把这个文件交给维护的人。" if kept else "请把这句话和做法告诉维护的人。"
    return AwardgenError(f"出了没有料到的问题（{type(error).__name__}），已停下。{_WHOLE}", tip)


def _keep(error: Exception) -> Path | None:
    """Write the traceback, which names places in the program and no value of a cell; the last few are kept."""
    try:
        folder = platformdirs.user_log_path("awardgen", appauthor=False)
        folder.mkdir(parents=True, exist_ok=True)
        for old in sorted(folder.glob("*.txt"))[: 1 - _MOST_KEPT]:
            old.unlink(missing_ok=True)
        path = folder / f"{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}.txt"
        lines = traceback.format_exception(error)
        about = f"awardgen {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n"
        path.write_text(about + "".join(lines), "utf-8")
    except OSError:
        return None
    return path
