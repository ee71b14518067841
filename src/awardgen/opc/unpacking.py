"""The zip file that a .docx or an .xlsx is, read: its files, and how each lies in it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - it is an exception

from awardgen.opc.packing import BEST, LARGEST, Packed, deflate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from zipfile import ZipInfo

_MOST_FILES: Final = 10_000
_LOCAL_HEADER: Final = 30  # bytes, before the name


class UnpackingError(Exception):
    """A file is no whole zip, or is locked. is_too_large: it is one that would grow beyond measure."""

    def __init__(self, *, is_too_large: bool = False) -> None:
        super().__init__()
        self.is_too_large = is_too_large


@dataclass(frozen=True, slots=True)
class Package:
    """The files of a package by name: their content, and the same deflated, as it lies in the zip if it is so there."""

    files: Mapping[str, bytes]
    packed: Mapping[str, Packed]


def unpack(data: bytes) -> Package:
    """Read a package. Raise UnpackingError."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = {info.filename: info for info in archive.infolist() if not info.is_dir()}
            if sum(info.file_size for info in infos.values()) > LARGEST or len(infos) > _MOST_FILES:
                raise UnpackingError(is_too_large=True)
            files = {name: archive.read(info) for name, info in infos.items()}
            packed = {name: _as_it_lies(data, info, files[name]) for name, info in infos.items()}
    except (BadZipFile, ZlibError, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        raise UnpackingError from error
    return Package(files, packed)


def _as_it_lies(data: bytes, info: ZipInfo, content: bytes) -> Packed:
    if info.compress_type != ZIP_DEFLATED:  # laid down once, for documents without number
        return deflate([content], BEST)
    lengths = data[info.header_offset + _LOCAL_HEADER - 4 : info.header_offset + _LOCAL_HEADER]
    start = info.header_offset + _LOCAL_HEADER
    start += int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    stored = data[start : start + info.compress_size]
    return Packed(stored, info.CRC, len(content))
