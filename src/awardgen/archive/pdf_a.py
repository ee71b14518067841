"""PDF/A-1b: its mark, set and read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pikepdf

from awardgen.archive.quiet import quiet

if TYPE_CHECKING:
    from pathlib import Path

    from awardgen.archive.stamp import Stamp

_CONFORMANCE: Final = "pdfaid:conformance"
_LEVELS: Final = frozenset(("1A", "1B"))


def keep_as_pdf_a(source: Path, target: Path, stamp: Stamp | None = None) -> None:
    """Write a PDF/A of LibreOffice's as the archive keeps it; the same files give the same bytes. stamp: 归档章.

    Raises pikepdf.PdfError where the source is no PDF that can be read.
    """
    with pikepdf.open(source) as pdf:
        if stamp is not None:
            stamp.put_on(pdf)
        # The stamp has no place in the structure that level A is about, which nobody has checked either.
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            if _CONFORMANCE in metadata:
                metadata[_CONFORMANCE] = "B"
        if "/ID" in pdf.trailer:
            del pdf.trailer["/ID"]
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)


def is_pdf_a(path: Path) -> bool:
    """Tell whether a PDF says that it is PDF/A-1; False for what is no PDF."""
    try:
        with quiet(), pikepdf.open(path) as pdf:
            return pdf.open_metadata().pdfa_status in _LEVELS
    except (pikepdf.PdfError, ValueError, TypeError, OSError):
        return False
