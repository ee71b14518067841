"""LibreOffice's PDF/A made whole and alike: what it leaves out for PDF/A-1b, and what differs from run to run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pikepdf

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from awardgen.archive.stamp import Stamp

# Bytes 24-35 of an ICC profile's header say when it was made, which here is when LibreOffice wrote the file.
_PROFILE_MADE: Final = slice(24, 36)
_MADE_OF_PROFILE: Final = bytes.fromhex("07da00010001000000000000")
_GLYPH: Final = re.compile(rb"^dup \d+ /(\S+) put", re.MULTILINE)
_XMP_DATE: Final = re.compile(
    rb"(<(xmp:(?:CreateDate|ModifyDate|MetadataDate))>)[^<]*(</\2>)"
)
_XMP_CONFORMANCE: Final = re.compile(rb"(<pdfaid:conformance>)[^<]*(</pdfaid:conformance>)")


def settle_pdf(source: Path, target: Path, day: date, stamp: Stamp | None = None) -> None:
    """Write a PDF/A-1b that the same document gives every time. day: the date that it bears. stamp: 归档章.

    Raises pikepdf.PdfError where the source is no PDF that can be read.
    """
    with pikepdf.open(source) as pdf:
        if stamp is not None:
            stamp.put_on(pdf)
        _name_glyphs(pdf)
        _fix_profiles(pdf)
        _fix_dates(pdf, day)
        for stamp_of_run in ("/DocChecksum", "/ID"):
            if stamp_of_run in pdf.trailer:
                del pdf.trailer[stamp_of_run]
        pdf.save(
            target,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            fix_metadata_version=False,
            min_version="1.4",
        )


def _name_glyphs(pdf: pikepdf.Pdf) -> None:
    """Add the list of glyphs that PDF/A-1 (ISO 19005-1, 6.3.5) wants of a Type 1 subset and LibreOffice leaves out."""
    for font in _dictionaries(pdf, "/FontDescriptor"):
        if "/FontFile" in font and "/CharSet" not in font:
            program = font.FontFile.read_bytes()
            named = dict.fromkeys(_GLYPH.findall(program[: int(font.FontFile.Length1)]))
            font.CharSet = pikepdf.String("".join(f"/{each.decode('ascii')}" for each in named))


def _fix_profiles(pdf: pikepdf.Pdf) -> None:
    for intent in pdf.Root.get("/OutputIntents", []):
        if "/DestOutputProfile" in intent:
            profile = bytearray(intent.DestOutputProfile.read_bytes())
            profile[_PROFILE_MADE] = _MADE_OF_PROFILE
            intent.DestOutputProfile.write(bytes(profile))


def _fix_dates(pdf: pikepdf.Pdf, day: date) -> None:
    """Give Info and XMP one date, as PDF/A-1 (6.7.3) wants them to agree."""
    if "/CreationDate" in pdf.docinfo:
        pdf.docinfo["/CreationDate"] = pikepdf.String(f"D:{day:%Y%m%d}000000Z")
    if "/ModDate" in pdf.docinfo:
        pdf.docinfo["/ModDate"] = pikepdf.String(f"D:{day:%Y%m%d}000000Z")
    if "/Metadata" in pdf.Root:
        metadata = pdf.Root.Metadata.read_bytes()
        metadata = _XMP_DATE.sub(rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode() + rb"\g<3>", metadata)
        # The stamp has no place in the structure that level A asks for.
        metadata = _XMP_CONFORMANCE.sub(rb"\g<1>B\g<2>", metadata)
        replaced = pikepdf.Stream(pdf, metadata)
        replaced.Type, replaced.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
        pdf.Root.Metadata = pdf.make_indirect(replaced)


def _dictionaries(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Dictionary]:
    return [
        each
        for each in pdf.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == kind
    ]
