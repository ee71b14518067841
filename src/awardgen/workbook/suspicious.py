"""Workbooks that are made to harm: small files that unpack to more than memory holds, XML with a document type.

100,000 honest rows unpack to 450 MB, so it is the ratio that tells: what staff type is deflated to a tenth or a
thirtieth, empty cells with a format to a hundredth, a bomb to a thousandth.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zipfile import ZipFile

from awardgen.workbook.extent import reaches_too_far
from awardgen.workbook.unopened import DAMAGED, DOCTYPE, TOO_FAR, TOO_LARGE, TWICE
from awardgen.zip_errors import UNREADABLE_ZIP

if TYPE_CHECKING:
    from pathlib import Path
    from zipfile import ZipInfo

    from awardgen.workbook.unopened import Unopened

_SMALL = 64 << 20  # whatever its ratio, it does no harm
_MOST = 1 << 30
_HIGHEST_RATIO = 200
SHEET = re.compile(r"(?:^|/)worksheets/[^/]+\.xml$")
_XML = (".xml", ".rels", ".vml")


class SuspiciousError(Exception):
    """A part that no office program writes."""

    def __init__(self, why: Unopened) -> None:
        super().__init__(why.why)
        self.why = why


def why_suspicious(path: Path) -> Unopened | None:
    """Return why an .xlsx or .ods is not to be read; None where nothing speaks against it, or it is no zip.

    Into the sheets `look_at_sheets` looks, which reads them anyway; but a sheet may stand in a part of any name.
    """
    try:
        with ZipFile(path) as package:
            infos = [info for info in package.infolist() if not info.is_dir()]
            if len({info.filename for info in infos}) < len(infos):
                return TWICE
            if _grows_beyond_measure(infos):
                return TOO_LARGE
            return _why_of_content(package, infos)
    except UNREADABLE_ZIP:
        return None  # whoever opens it says better what is wrong with it


def _grows_beyond_measure(infos: list[ZipInfo]) -> bool:
    unpacked = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    return unpacked > _MOST or (unpacked > _SMALL and unpacked > _HIGHEST_RATIO * packed)


def _why_of_content(package: ZipFile, infos: list[ZipInfo]) -> Unopened | None:
    for info in infos:
        name = info.filename.lower()
        if name.endswith(_XML) and not SHEET.search(name):
            try:
                content = checked_content(package, info)
            except SuspiciousError as error:
                return error.why
            if reaches_too_far(content):
                return TOO_FAR
    return None


def checked_content(package: ZipFile, info: ZipInfo) -> bytes | bytearray:
    """Return the content of a part. Raise SuspiciousError."""
    from awardgen.opc import has_doctype, read_member  # noqa: PLC0415 - it draws in lxml, which not every command needs

    try:
        content = read_member(package, info)
    except UNREADABLE_ZIP as error:  # more may come than it says, and calamine would take it all
        raise SuspiciousError(DAMAGED) from error
    if has_doctype(content):
        raise SuspiciousError(DOCTYPE)
    return content
