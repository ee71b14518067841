"""The zip file that a .docx or an .xlsx is, written: the same files, the same bytes."""

from __future__ import annotations

import zlib
from hashlib import sha256
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
# To deflate less would make a document 3 % smaller, in a tenth of the time that it takes.
_SHORTEST: Final = 1 << 10
_CONTENT_TYPES: Final = "[Content_Types].xml"
_VERSION: Final = 20
_UTF8: Final = 0x800
# The format knows no day before 1 January 1980, and any fixed one would do. System 0 tells nothing.
_TIME, _DAY = 0, (1 << 5) | 1
_BLOCK: Final = Struct("<B2H")
_HOW: Final = Struct("<5H")
_SIZES: Final = Struct("<3I")
_LENGTHS: Final = Struct("<2H")
_LENGTH_OF_ATTRIBUTES: Final = 10  # of a comment, a disk, and what systems say of a file: nothing here
_POSITION: Final = Struct("<I")
_END: Final = Struct("<4s4HI")
_NO_COMMENT: Final = bytes(2)


class Packed(NamedTuple):
    """A file as it lies in a zip, deflated. size: of the content, in bytes."""

    data: bytes
    crc: int
    size: int


class OversizeError(Exception):
    """A document too large for the format as it is written here."""


def deflate(content: Iterable[bytes], level: int = _FAST) -> Packed:
    """Compress a file that comes in blocks, unless it is short. One deflater everywhere, as the bytes must not change.

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
    data = _laid_down(whole) if size < _SHORTEST and level < BEST else bytes(deflate_compress(whole, level))
    return Packed(data, crc32(whole), size)


def _laid_down(content: bytes) -> bytes:
    """Return a file as deflating leaves what it does not shorten: one block, the last one, its length, and the rest."""
    return _BLOCK.pack(1, len(content), len(content) ^ 0xFFFF) + content


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
            member, sizes = _Member(name), _sizes(kept[name])
            entries += member.entry(sizes, len(files))
            files += member.header(sizes) + kept[name].data
        self._files, self._entries = bytes(files), bytes(entries)
        self._digest = sha256(self._files)
        self._changing = tuple(map(_Member, changing))
        count = len(kept) + len(self._changing)
        length = len(entries) + sum(member.length_of_entry for member in self._changing)
        self._end = _END.pack(b"PK\5\6", 0, 0, count, count, length)

    def pack(self, changed: Sequence[Packed]) -> bytes:
        """Return the document. changed: one for each changing name. Raise OversizeError."""
        return self._files + self._rest(changed)

    def pack_with_digest(self, changed: Sequence[Packed]) -> tuple[bytes, str]:
        """Return what `pack` does, and its sha256; the files that are the same are gone through no second time."""
        rest, digest = self._rest(changed), self._digest.copy()
        digest.update(rest)
        return self._files + rest, digest.hexdigest()

    def _rest(self, changed: Sequence[Packed]) -> bytes:
        """Return all that stands behind the files that are the same."""
        pieces: list[bytes] = []
        entries, position = [self._entries], len(self._files)
        for member, packed in zip(self._changing, changed, strict=True):
            if position + packed.size > LARGEST:
                raise OversizeError
            sizes = _sizes(packed)
            header = member.header(sizes)
            pieces += header, packed.data
            entries.append(member.entry(sizes, position))
            position += len(header) + len(packed.data)
        return b"".join([*pieces, *entries, self._end, _POSITION.pack(position), _NO_COMMENT])


class _Member:
    """What the zip file says of a file, twice, but for its sizes and its position."""

    def __init__(self, name: str) -> None:
        encoded = name.encode()
        how = _HOW.pack(_VERSION, 0 if name.isascii() else _UTF8, _DEFLATED, _TIME, _DAY)
        self._header = b"PK\3\4" + how
        self._behind_header = _LENGTHS.pack(len(encoded), 0) + encoded
        self._entry = b"PK\1\2" + _VERSION.to_bytes(2, "little") + how
        self._within_entry = _LENGTHS.pack(len(encoded), 0) + bytes(_LENGTH_OF_ATTRIBUTES)
        self._name = encoded
        self.length_of_entry = len(self.entry(bytes(_SIZES.size), 0))

    def header(self, sizes: bytes) -> bytes:
        """Return what stands before the file itself."""
        return b"".join((self._header, sizes, self._behind_header))

    def entry(self, sizes: bytes, position: int) -> bytes:
        """Return what stands in the directory at the end."""
        return b"".join((self._entry, sizes, self._within_entry, _POSITION.pack(position), self._name))


def _sizes(packed: Packed) -> bytes:
    return _SIZES.pack(packed.crc, len(packed.data), packed.size)
