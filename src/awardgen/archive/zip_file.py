"""The package as one zip: the same files, the same bytes."""

from __future__ import annotations

import shutil
import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_TIME: Final = (1980, 1, 1, 0, 0, 0)
_UNIX, _FILE = 3, 0o100644


def zip_folder(folder: Path, target: Path, name: str) -> None:
    """Write a folder into a zip, under a name.

    Nothing is deflated: what is large in it is deflated already, and another zlib would give other bytes.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        for path in sorted(folder.rglob("*"), key=lambda each: each.relative_to(folder).as_posix()):
            if path.is_dir():
                continue
            entry = zipfile.ZipInfo(f"{name}/{path.relative_to(folder).as_posix()}", _TIME)
            entry.create_system, entry.external_attr = _UNIX, _FILE << 16
            entry.file_size = path.stat().st_size
            with path.open("rb") as source, archive.open(entry, "w") as stored:
                shutil.copyfileobj(source, stored, 1 << 20)
