"""The zip file that a .docx or an .xlsx is, written: the same files, the same bytes."""

from __future__ import annotations

import zlib
from itertools import chain
from struct import Struct
from typing import TYPE_CHECKING, Final, NamedTuple

from deflate import crc32, deflate_compress

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

# Far below what the format itself allows without its 64-bit extension, which is not written here.
LARGEST: Final = 1 << 29
_DEFLATED: Final = 8
# libdeflate's levels. Above 1 a form takes half as long again, and its body gets 3–5 % smaller.
_FAST: Final = 1
BEST: Final = 9
# What is longer goes through zlib, block by block, so that a list of 100,000 rows is never all there at once.
_LONGEST_AT_ONCE: Final = 1 << 20
_ZLIB_FAST: Final = 3
_CONTENT_TYPES: Final = "[Content_Types].xml"
_VERSION: Final = 20
_UTF8: Final = 0x800
# The format knows no day before 1 January 1980, and any fixed one would do. System 0 tells nothing.
_TIME, _DAY = 0, (1 << 5) | 1
_LOCAL: Final = Struct("<4s5H3I2H")
_CENTRAL: Final = Struct("<4s6H3I5H2I")
_END: Final = Struct("<4s4H2IH")


class Packed(NamedTuple):
    """A file as it lies in a zip, deflated. size: of the content, in bytes."""

    data: bytes
    crc: int
    size: int


class OversizeError(Exception):
    """A document too large for the format as it is written here."""


def deflate(content: Iterable[bytes], level: int = _FAST) -> Packed:
    """Compress a file that comes in blocks. One deflater everywhere, as the bytes must not change.

    It is libdeflate: four times as fast as zlib, of which Windows has another kind, and one release of it gives the
    same bytes on every processor (its author: github.com/ebiggers/libdeflate/issues/400). Raise OversizeError.
    """
    blocks = iter(content)
    first: list[bytes] = []
    size = 0
    for block in blocks:
        first.append(block)
        size += len(block)
        if size > _LONGEST_AT_ONCE:
            return _deflate_long(first, blocks)
    whole = b"".join(first)
    return Packed(bytes(deflate_compress(whole, level)), crc32(whole), size)


def _deflate_long(first: Sequence[bytes], rest: Iterator[bytes]) -> Packed:
    compressor = zlib.compressobj(_ZLIB_FAST, wbits=-zlib.MAX_WBITS)
    pieces: list[bytes] = []
    crc = size = 0
    for block in chain(first, rest):
        pieces.append(compressor.compress(block))
        crc = crc32(block, crc)
        size += len(block)
        if size > LARGEST:
            raise OversizeError
    return Packed(b"".join([*pieces, compressor.flush()]), crc, size)


class Packer:
    """Writes documents that share most of their files.

    kept: the files that are the same in each document; they are laid down once, here.
    changing: the names of the others, behind them.
    """

    def __init__(self, kept: Mapping[str, Packed], changing: Sequence[str] = ()) -> None:
        files, entries = bytearray(), bytearray()
        for name in sorted(kept, key=lambda name: name != _CONTENT_TYPES):  # first, as Office has it
            encoded = _encoded(name)
            entries += _entry(encoded, kept[name], len(files))
            files += _file(encoded, kept[name])
        self._files, self._entries = bytes(files), bytes(entries)
        self._changing = tuple(map(_encoded, changing))
        self._count = len(kept) + len(self._changing)

    def pack(self, changed: Sequence[Packed]) -> bytes:
        """Return the document. changed: one for each changing name. Raise OversizeError."""
        pieces, entries, position = [self._files], [self._entries], len(self._files)
        for name, packed in zip(self._changing, changed, strict=True):
            if position + packed.size > LARGEST:
                raise OversizeError
            entries.append(_entry(name, packed, position))
            piece = _file(name, packed)
            pieces.append(piece)
            position += len(piece)
        directory = b"".join(entries)
        pieces += directory, _END.pack(b"PK\5\6", 0, 0, self._count, self._count, len(directory), position, 0)
        return b"".join(pieces)


def _file(name: tuple[int, bytes], packed: Packed) -> bytes:
    flags, encoded = name
    sizes = packed.crc, len(packed.data), packed.size
    header = _LOCAL.pack(b"PK\3\4", _VERSION, flags, _DEFLATED, _TIME, _DAY, *sizes, len(encoded), 0)
    return header + encoded + packed.data


def _entry(name: tuple[int, bytes], packed: Packed, position: int) -> bytes:
    flags, encoded = name
    how = _VERSION, _VERSION, flags, _DEFLATED, _TIME, _DAY
    sizes = packed.crc, len(packed.data), packed.size
    return _CENTRAL.pack(b"PK\1\2", *how, *sizes, len(encoded), 0, 0, 0, 0, 0, position) + encoded


def _encoded(name: str) -> tuple[int, bytes]:
    """Return a name's flags and its bytes."""
    return (0, name.encode()) if name.isascii() else (_UTF8, name.encode())
