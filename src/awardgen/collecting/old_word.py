"""Reading .doc through LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
_SECONDS_TO_START = 120
_SECONDS_A_FILE = 5


def find_office() -> str | None:
    """Return the path of LibreOffice, None where it is not installed."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    return found or next((str(path) for path in _USUAL_PLACES if path.is_file()), None)


def as_docx(contents: Sequence[bytes]) -> list[bytes | None]:
    """Convert .doc files in one call; None for each that could not be converted, and for all without LibreOffice."""
    office = find_office()
    if office is None or not contents:
        return [None] * len(contents)
    with TemporaryDirectory(prefix="awardgen-") as name:
        folder = Path(name)
        into = folder / "docx"
        into.mkdir()
        names = [f"{index:05}.doc" for index in range(len(contents))]
        for each, content in zip(names, contents, strict=True):
            (folder / each).write_bytes(content)
        command = [
            office,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(into),
            *(str(folder / each) for each in names),
        ]
        # What was converted until something went wrong counts.
        with suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(  # noqa: S603 - the program is LibreOffice, the files are named here
                command,
                timeout=_SECONDS_TO_START + _SECONDS_A_FILE * len(contents),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows would show a console
            )
        made = [into / f"{Path(each).stem}.docx" for each in names]
        return [path.read_bytes() if path.is_file() else None for path in made]
