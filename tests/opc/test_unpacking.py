"""Nothing that a zip says of itself is believed."""

from __future__ import annotations

import struct
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgen.opc import Refusal, UnpackingError, unpack


def zipped(files, kind=ZIP_DEFLATED):
    buffer = BytesIO()
    with ZipFile(buffer, "w", kind) as target:
        for name, content in files.items():
            target.writestr(name, content)
    return buffer.getvalue()


def refusal(data, most=1 << 20):
    with pytest.raises(UnpackingError) as caught:
        unpack(data, most)
    return caught.value.refusal


@given(st.dictionaries(st.text("abc/", min_size=1).map(lambda name: f"a{name}b"), st.binary(), max_size=5))
@pytest.mark.parametrize("kind", [ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2])
def test_what_was_put_in_comes_out(kind, files):
    package = unpack(zipped(files, kind))
    assert package.files == files
    assert {name: packed.size for name, packed in package.packed.items()} == {
        name: len(content) for name, content in files.items()
    }


def test_more_than_is_allowed_is_not_unpacked():
    assert refusal(zipped({"a": b"a" * 2000, "b": b"b" * 2000}), most=3000) is Refusal.TOO_LARGE


@pytest.mark.parametrize("size", [10, 1999, 2001, 4_000_000_000])
def test_a_wrong_size_is_found_out(size):
    data = bytearray(zipped({"a": b"a" * 2000}))
    struct.pack_into("<I", data, data.index(b"PK\x03\x04") + 22, size)
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, size)
    assert refusal(bytes(data), most=1 << 33) is Refusal.DAMAGED


def test_a_wrong_checksum_is_found_out():
    data = zipped({"a": b"a" * 2000})
    crc = data[14:18]
    assert refusal(data.replace(crc, bytes(4))) is Refusal.DAMAGED


def test_two_files_under_one_name_are_refused():
    buffer = BytesIO()
    with ZipFile(buffer, "w") as target:
        target.writestr("a", b"1")
        with pytest.warns(UserWarning, match="Duplicate name"):
            target.writestr("a", b"2")
    assert refusal(buffer.getvalue()) is Refusal.DAMAGED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["word/document.xml", "_rels/.rels"])
def test_a_document_type_is_refused_in_every_part(name, encoding):
    xml = '<?xml version="1.0"?><!-- <a> --><!DOCTYPE a><a/>'.encode(encoding)
    assert refusal(zipped({name: xml})) is Refusal.DOCTYPE


def test_in_a_picture_it_is_no_document_type():
    assert unpack(zipped({"word/media/a.png": b"<!DOCTYPE"})).files


@given(st.data())
def test_damage_is_one_error(data):
    whole = bytearray(zipped({"a.xml": b"<a>" + b"b" * 99 + b"</a>", "b": b"c" * 99}))
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(whole)))
    try:
        package = unpack(bytes(whole[:end]))
    except UnpackingError:
        return
    assert all(package.packed[name].size == len(content) for name, content in package.files.items())
