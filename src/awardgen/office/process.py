"""One process of LibreOffice that converts files one after the other, watched so that it cannot hang for ever."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from threading import Event

_SECONDS_BETWEEN_LOOKS: Final = 0.1
_SECONDS_TO_DIE: Final = 1

# Of each user's profile only this is ours: nothing in a document runs or is fetched from elsewhere, and paper size and
# default fonts are those of China whatever the machine's language.
_PROFILE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>zh-CN</value></prop></item>
</oor:items>
"""

# Otherwise what is no Word file is taken for text, and printed.
_AS_WORD: Final = ("--infilter=MS Word 2007 XML",)
# In a locale without UTF-8 LibreOffice waits for ever for a file whose path is Chinese.
_ENVIRONMENT: Final = {"LC_ALL": "C.UTF-8"}


class Patience(NamedTuple):
    """How many seconds may pass without a new file: until the first, and between two.

    megabyte: how many more for each megabyte of the largest file, unpacked, up to `most`. Long tables take long: one of
    3000 rows is three megabytes and takes a minute on a busy machine.
    """

    start: float = 90
    file: float = 90
    megabyte: float = 30
    most: float = 1800

    def for_size(self, size: int) -> Patience:
        """Return what a file of so many bytes asks for."""
        more = min(self.megabyte * size / 1_000_000, self.most)
        return self._replace(start=self.start + more, file=self.file + more)


@dataclass(frozen=True, slots=True)
class OfficeProcess:
    """A process of LibreOffice.

    office: the program. filter_name: what LibreOffice calls the format to be made. suffix: of what is made.
    into: where it puts the files. profile: a folder for this process alone.
    on_progress: gets how many files are new in `into`. stop: is set when the process is to be ended.
    """

    office: str
    filter_name: str
    suffix: str
    into: Path
    profile: Path
    patience: Patience
    on_progress: Callable[[int], None]
    stop: Event

    def convert(self, sources: Sequence[Path]) -> bool:
        """Convert files one after the other. Return whether the process ended by itself and in order."""
        user = self.profile / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        command = [
            self.office,
            f"-env:UserInstallation={self.profile.as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            *(_AS_WORD if all(each.suffix == ".docx" for each in sources) else ()),
            "--convert-to",
            self.filter_name,
            "--outdir",
            str(self.into),
            *map(str, sources),
        ]
        with as_file(files("awardgen.office") / "fonts.conf") as fonts:
            try:
                process = subprocess.Popen(  # noqa: S603 - the program is LibreOffice, the files are named by us
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    env={**os.environ, **_ENVIRONMENT, "FONTCONFIG_FILE": str(fonts)},
                    start_new_session=True,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows would show a console
                )
            except OSError:
                return False
            try:
                return self._wait(process, self.patience.for_size(max(map(_unpacked_size, sources))))
            finally:
                _end_group(process)

    def _wait(self, process: subprocess.Popen[bytes], patience: Patience) -> bool:
        seen, deadline = 0, time.monotonic() + patience.start
        while True:
            with suppress(subprocess.TimeoutExpired):
                ended = process.wait(_SECONDS_BETWEEN_LOOKS)
                self.on_progress(self._made() - seen)
                return ended == 0
            made = self._made()
            if made != seen:
                self.on_progress(made - seen)
                seen, deadline = made, time.monotonic() + patience.file
            elif time.monotonic() > deadline or self.stop.is_set():
                return False

    def _made(self) -> int:
        # While it writes there are files with other names, too.
        return sum(each.suffix == self.suffix for each in self.into.iterdir())


def _unpacked_size(path: Path) -> int:
    try:
        with zipfile.ZipFile(path) as package:
            return sum(each.file_size for each in package.infolist())
    except (zipfile.BadZipFile, ValueError):
        return path.stat().st_size


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End the process and those that it started: soffice is a script around the program that does the work."""
    is_cut_short = process.poll() is None
    if sys.platform == "win32":
        if is_cut_short:
            subprocess.run(  # noqa: S603 - a program of Windows
                ["taskkill", "/T", "/F", "/PID", str(process.pid)],  # noqa: S607 - likewise
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        process.wait()
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        # While one of them is still there it may write into the folder that is about to be removed.
        deadline = time.monotonic() + _SECONDS_TO_DIE
        while is_cut_short and time.monotonic() < deadline:
            os.killpg(process.pid, 0)
            time.sleep(_SECONDS_BETWEEN_LOOKS)
    process.wait()
