"""What makes PDFs, as a digest: a PDF that another LibreOffice or other fonts made is made again."""

from __future__ import annotations

import hashlib
from pathlib import Path

from awardgen.office.fonts import font_files
from awardgen.office.program import find_office

_OF_OFFICE = ("soffice", "soffice.bin", "soffice.exe", "versionrc", "version.ini")


def maker_digest() -> str:
    """Return what changes with LibreOffice, the fonts that it is given, and the code that uses it."""
    told: list[object] = [font_files()]
    office = find_office()
    if office is not None:
        # Asking it for its version takes as long as converting some files.
        folder = Path(office).resolve().parent
        told += [_stamp(folder / name) for name in _OF_OFFICE]
    digest = hashlib.sha256(repr(told).encode("utf-8", "surrogatepass"))
    for path in sorted(Path(__file__).parent.iterdir()):
        if path.suffix in {".py", ".conf"}:
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _stamp(path: Path) -> tuple[str, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (path.name, found.st_size, found.st_mtime_ns)
