"""What LibreOffice's PDFs lack: the names in their fonts that PDF/A asks for, and the same bytes each time."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Final

import pikepdf

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_GLYPH: Final = re.compile(rb"dup \d+ /(\S+) put")
_XMP_DATES: Final = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")
_ICC_DATE: Final = slice(24, 36)


def finish(path: Path, made_on: datetime | None) -> bool:
    """Write a PDF of LibreOffice's anew, so that it depends on nothing but the document; False where it is damaged.

    made_on: when it says that it was made; None: it does not say. LibreOffice puts the time of the conversion into
    five places: Info, XMP, /ID, /DocChecksum and the header of the ICC profile.
    """
    try:
        _finish(path, made_on)
    except pikepdf.PdfError:
        return False
    return True


def _finish(path: Path, made_on: datetime | None) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        _date(pdf, made_on)
        for key in ("/ID", "/DocChecksum"):
            if key in pdf.trailer:
                del pdf.trailer[key]
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == pikepdf.Name.FontDescriptor:
                _name_glyphs(each)
        pdf.save(
            path,
            deterministic_id=True,
            # PDF/A-1 is PDF 1.4, which knows no object streams.
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )


def _date(pdf: pikepdf.Pdf, made_on: datetime | None) -> None:
    info = pdf.trailer.get("/Info", pikepdf.Dictionary())
    for key in ("/CreationDate", "/ModDate"):
        if key in info:
            if made_on is None:
                del info[key]
            else:
                info[key] = pikepdf.String(pikepdf.models.metadata.encode_pdf_date(made_on))
    if "/Metadata" in pdf.Root:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            for key in _XMP_DATES:
                if key in xmp:
                    if made_on is None:
                        del xmp[key]
                    else:
                        xmp[key] = made_on.isoformat()
    for intent in pdf.Root.get("/OutputIntents", ()):
        profile = intent.get("/DestOutputProfile")
        if profile is not None:
            data = bytearray(profile.read_bytes())
            moment = made_on.timetuple()[:6] if made_on else (2000, 1, 1, 0, 0, 0)
            data[_ICC_DATE] = struct.pack(">6H", *moment)
            profile.write(bytes(data))


def _name_glyphs(descriptor: pikepdf.Dictionary) -> None:
    """Say which glyphs the subset of a Type 1 font has.

    PDF/A-1 asks for it (ISO 19005-1, 6.3.5). LibreOffice makes Type 1 of OpenType fonts with PostScript outlines, such
    as Fandol and Noto CJK, and leaves it out.
    """
    program = descriptor.get("/FontFile")
    if program is None or "/CharSet" in descriptor:
        return
    names = _GLYPH.findall(program.read_bytes()[: int(program.Length1)])
    descriptor["/CharSet"] = pikepdf.String(b"".join(b"/" + name for name in names))
