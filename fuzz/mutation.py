"""Damage with sense: a zip is opened, a part of it is hurt, and it is closed again; not only its lid is tried."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

if TYPE_CHECKING:
    import random

_WORDS = (
    b"<", b">", b"&", b"&#0;", b"&#x10FFFF;", b"]]>", b"<!--", b"<![CDATA[", b"<!DOCTYPE a>", b"</", b"/>", b"\x00",
    b"\xff\xfe", b"\xed\xa0\x80", b"{{", b"}}", b"{%", b"%}", b"{%tr ", b"{%p ", b"{{r ", b"{#", b"\xef\xbd\x9b" * 2,
    b" for x in y ", b"endfor", b"if", b"|", b".", b"[0]", b"**", b"w:tbl", b"w:tr", b"w:tc", b"w:p", b"w:r", b"w:t",
    b"w:sdt", b"w:gridSpan", b"w:vMerge", b'r="A1048577"', b'r="XFD1"', b't="s"', b't="e"', b't="d"',
    b"<v>99999999</v>", b"-1", b"1e308", b"1e999", b"NaN", b"4294967296", b"2958466", b"0.1",
    "２０１０年９月".encode(),
    "编号".encode(), "同年".encode(), "去年9月15日".encode(),
    "甲".encode() * 999, b"_x0007_", b"_xD800_", b"\n", b"\x85",
)  # fmt: skip
_MOST = 4_000_000


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with a few things wrong in them; three times of four inside a part, if it is a zip."""
    if chance.random() < 0.75 and (parts := _parts(data)):
        name = chance.choice(sorted(parts))
        parts[name] = _hurt(parts[name], chance)
        if chance.random() < 0.1:
            del parts[chance.choice(sorted(parts))]
        return _zipped(parts)
    return _hurt(data, chance)


def _parts(data: bytes) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(data)) as package:
            return {name: package.read(name) for name in package.namelist()}
    except (BadZipFile, OSError, ValueError, RuntimeError, EOFError, NotImplementedError):
        return {}


def _zipped(parts: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def _hurt(data: bytes, chance: random.Random) -> bytes:
    hurt = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 4, 16))):
        start = chance.randrange(len(hurt) + 1)
        end = min(len(hurt), start + chance.choice((1, 2, 8, 64, 1024)))
        match chance.randrange(6):
            case 0:
                hurt[start:start] = chance.choice(_WORDS)
            case 1:
                del hurt[start:end]
            case 2:
                hurt[start:start] = hurt[start:end] * chance.choice((1, 2, 50))
            case 3 if hurt:
                hurt[start - 1] ^= 1 << chance.randrange(8)
            case 4:
                hurt[start:end] = chance.choice(_WORDS)
            case _:
                other = chance.randrange(len(hurt) + 1)
                hurt[other:other] = hurt[start:end]
    return bytes(hurt[:_MOST])
