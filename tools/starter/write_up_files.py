"""The write-ups that the starter keeps as files: one typed in Word, the others in Notepad."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

if TYPE_CHECKING:
    from pathlib import Path

IN_WORD = frozenset({"BB-003"})
_MADE = datetime(2010, 9, 1)  # noqa: DTZ001 - a constant, so that the same text gives the same bytes
_BODY_SIZE = Pt(16)


def write_write_up(source: Path, folder: Path) -> Path:
    """Write one write-up into a folder, as .docx or as it is; return its path."""
    if source.stem not in IN_WORD:
        target = folder / source.name
        target.write_bytes(source.read_bytes())
        return target
    target = folder / f"{source.stem}.docx"
    target.write_bytes(_docx(source.read_text("utf-8").strip()))
    return target


def _docx(text: str) -> bytes:
    document = Document()
    properties = document.core_properties
    properties.author, properties.comments = "", ""
    properties.created = properties.modified = _MADE
    font = document.styles["Normal"].font
    font.name, font.size = "仿宋", _BODY_SIZE
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")
    for line in text.splitlines():
        paragraph = document.add_paragraph(line.strip())
        paragraph.paragraph_format.first_line_indent = _BODY_SIZE * 2
        paragraph.paragraph_format.space_after = Pt(0)
    made = io.BytesIO()
    document.save(made)
    return _with_constant_dates(made)


def _with_constant_dates(package: io.BytesIO) -> bytes:
    repacked = io.BytesIO()
    with zipfile.ZipFile(package) as source, zipfile.ZipFile(repacked, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            constant = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            constant.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(constant, source.read(entry))
    return repacked.getvalue()
