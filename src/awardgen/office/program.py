"""LibreOffice on this machine."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

from awardgen.errors import AwardgenError

_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
_SECONDS_TO_TELL_ITS_VERSION = 60
_VERSION = re.compile(r"\b(\d+)\.(\d+)(?:\.\d+)*")


class OfficeMissingError(AwardgenError):
    """LibreOffice is needed, and it is not installed."""

    def __init__(self, tip: str = "") -> None:
        super().__init__("这台机器上没有LibreOffice，不能转换成PDF。", tip or how_to_get_office())

    def __reduce__(self) -> tuple[type[OfficeMissingError], tuple[str]]:  # type: ignore[override]
        return (type(self), (self.tip,))


def find_office() -> str | None:
    """Return the path of LibreOffice, None where it is not installed."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    return found or next((str(path) for path in _USUAL_PLACES if path.is_file()), None)


def how_to_get_office() -> str:
    """Return in Chinese how LibreOffice is installed on this kind of machine."""
    if sys.platform == "win32":
        return (
            "请到 https://zh-cn.libreoffice.org/ 下载LibreOffice（7.4或更新）并安装，装在默认的文件夹里就行。"
        )
    if sys.platform == "darwin":
        return "请到 https://zh-cn.libreoffice.org/ 下载LibreOffice（7.4或更新），拖进“应用程序”。"
    return "请运行 sudo apt-get install --no-install-recommends libreoffice-writer-nogui（Debian、Ubuntu）。"


@lru_cache(1)
def office_version() -> str | None:
    """Return LibreOffice's version, such as 7.4.7.2; None where it is not installed or does not answer."""
    office = find_office()
    if office is None:
        return None
    try:
        answer = subprocess.run(  # noqa: S603 - the program is LibreOffice
            [office, "--version"],
            timeout=_SECONDS_TO_TELL_ITS_VERSION,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = _VERSION.search(answer.stdout.decode(errors="replace"))
    return found.group() if found else None
