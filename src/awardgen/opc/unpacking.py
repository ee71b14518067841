"""The zip file that a .docx or an .xlsx is, read: its files, and how each lies in it. Nothing it says is believed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile

from deflate import DeflateError, crc32, deflate_decompress

from awardgen.opc.packing import BEST, LARGEST, Packed, deflate
from awardgen.opc.xml import has_doctype
from awardgen.zip_errors import UNREADABLE_ZIP

if TYPE_CHECKING:
    from collections.abc import Mapping
    from zipfile import ZipInfo

_MOST_FILES: Final = 10_000
_LOCAL_HEADER: Final = 30  # bytes, before the name
_SIGNATURE: Final = b"PK\3\4"
_ENCRYPTED: Final = 1
_MOST_TIMES: Final = 1032  # by which deflating makes a file smaller
_XML: Final = (".xml", ".rels", ".vml")


class Refusal(Enum):
    """Why a package is not read."""

    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    DOCTYPE = "document type"


class UnpackingError(ValueError):
    """A file is no whole zip, is locked, would grow beyond measure, or has a document type, unlike Office's."""

    def __init__(self, refusal: Refusal = Refusal.DAMAGED) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Package:
    """The files of a package by name: their content, and the same deflated, as it lies in the zip if it is so there."""

    files: Mapping[str, bytes]
    packed: Mapping[str, Packed]


def unpack(data: bytes, most: int = LARGEST) -> Package:
    """Read a package. most: bytes of all its files together. Raise UnpackingError."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = checked_members(archive, most)
            files = {name: bytes(read_member(archive, info)) for name, info in infos.items()}
            packed = {name: _as_it_lies(data, info, files[name]) for name, info in infos.items()}
    except UnpackingError:
        raise
    except UNREADABLE_ZIP as error:
        raise UnpackingError from error
    if any(has_doctype(content) for name, content in files.items() if name.endswith(_XML)):
        raise UnpackingError(Refusal.DOCTYPE)
    return Package(files, packed)


def checked_members(archive: ZipFile, most: int) -> dict[str, ZipInfo]:
    """Return the files of an archive by name. Raise UnpackingError for too many, too much, or two under one name.

    Of two under one name, one program reads the first and another the last.
    """
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if sum(info.file_size for info in infos) > most or len(infos) > _MOST_FILES:
        raise UnpackingError(Refusal.TOO_LARGE)
    if any(times > 1 for times in Counter(info.filename for info in infos).values()):
        raise UnpackingError
    return {info.filename: info for info in infos}


def read_member(archive: ZipFile, info: ZipInfo) -> bytes | bytearray:
    """Return a file's content, and never more of it than it says there is. Raise UnpackingError, or UNREADABLE_ZIP.

    ZipFile.read unpacks all there is, 2 GB at a time, before it looks at what the file says. What comes is not copied
    again into bytes: of a workbook's texts that takes half as long as to unpack them.
    """
    if info.compress_type != ZIP_DEFLATED or info.flag_bits & _ENCRYPTED or archive.fp is None:
        with archive.open(info) as stream:
            content = stream.read(info.file_size + 1)
        if len(content) != info.file_size:
            raise UnpackingError
        return content
    if info.file_size > _MOST_TIMES * info.compress_size + _LOCAL_HEADER:
        raise UnpackingError  # no deflated file grows as much
    archive.fp.seek(info.header_offset)
    archive.fp.seek(info.header_offset + _before_content(archive.fp.read(_LOCAL_HEADER)))
    try:
        unpacked = deflate_decompress(archive.fp.read(info.compress_size), info.file_size)
    except DeflateError as error:  # it is damaged, or longer than it says
        raise UnpackingError from error
    if len(unpacked) != info.file_size or crc32(unpacked) != info.CRC:
        raise UnpackingError
    return unpacked


def _before_content(header: bytes) -> int:
    if header[:4] != _SIGNATURE or len(header) < _LOCAL_HEADER:
        raise UnpackingError
    name, extra = header[-4:-2], header[-2:]
    return _LOCAL_HEADER + int.from_bytes(name, "little") + int.from_bytes(extra, "little")


def _as_it_lies(data: bytes, info: ZipInfo, content: bytes) -> Packed:
    if info.compress_type != ZIP_DEFLATED:  # laid down once, for documents without number
        return deflate([content], BEST)
    header = data[info.header_offset : info.header_offset + _LOCAL_HEADER]
    start = info.header_offset + _before_content(header)
    return Packed(data[start : start + info.compress_size], info.CRC, len(content))
