"""The same files give the same zip file, and what does not change lies in it as it lay in the template."""

from __future__ import annotations

import zlib
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awardgen.opc import BEST, LARGEST, OversizeError, Packed, Packer, deflate
from awardgen.rendering import Template, TemplateError, package
from awardgen.rendering.package import unpack


def pack(files):
    return Packer({name: deflate([content]) for name, content in files.items()}).pack(())


def members(data):
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {info.filename: (info, archive.read(info)) for info in archive.infolist()}


@settings(deadline=None)  # a test is not timed
@given(st.dictionaries(st.text("ab/中.", min_size=1), st.binary()))
def test_what_is_packed_is_read_by_anyone(files):
    assert {name: content for name, (_, content) in members(pack(files)).items()} == files


def test_the_list_of_content_types_comes_first_and_nothing_tells_when_or_where():
    infos = [info for info, _ in members(pack({"word/文.xml": b"1", "[Content_Types].xml": b"2"})).values()]
    assert infos[0].filename == "[Content_Types].xml"
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {(info.create_system, info.external_attr, info.extra) for info in infos} == {(0, 0, b"")}
    assert not any(info.flag_bits & 8 for info in infos)  # sizes stand before the content, not behind it


def zipped(files, method):
    buffer = BytesIO()
    with ZipFile(buffer, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("method", [ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2])
def test_what_is_kept_is_deflated_however_the_template_was_packed(word, method):
    before = zipped(unpack(word("{{ 编号 }}")).files, method)
    after = Template(before).render({"编号": 1})
    kept = unpack(before).files.keys() - {"word/document.xml"}
    assert kept == unpack(after).files.keys() - {"word/document.xml"}
    assert all(unpack(after).files[name] == unpack(before).files[name] for name in kept)
    assert {info.compress_type for info, _ in members(after).values()} == {ZIP_DEFLATED}


def test_what_lies_deflated_in_the_template_is_copied_as_it_lies(word):
    data = word("{{ 编号 }}")
    before, after = unpack(data), unpack(Template(data).render({"编号": 1}))
    kept = before.files.keys() - {"word/document.xml"}
    assert all(after.packed[name] == before.packed[name] for name in kept)


def test_changing_files_lie_behind_the_kept_ones():
    packer = Packer({"甲": deflate([b"1"])}, ["乙", "丙"])
    files = {
        name: content
        for name, (_, content) in members(packer.pack([deflate([b"2"]), deflate([b""])])).items()
    }
    assert list(files.items()) == [("甲", b"1"), ("乙", b"2"), ("丙", b"")]


def test_the_digest_is_that_of_the_whole_document():
    packer = Packer({"甲": deflate([b"1"]), "丁": deflate([b"2"])}, ["乙", "丙"])
    changed = [deflate([b"2"]), deflate([b""])]
    data = packer.pack(changed)
    assert [packer.pack_with_digest(changed) for _ in range(2)] == [(data, sha256(data).hexdigest())] * 2


def test_a_file_is_deflated_as_zlib_reads_it():
    packed = deflate([b"abc"] * 1000)
    assert len(packed.data) < 100
    assert zlib.decompress(packed.data, wbits=-15) == b"abc" * 1000
    assert (packed.crc, packed.size) == (zlib.crc32(b"abc" * 1000), 3000)


def test_a_short_file_is_laid_down_as_it_is_unless_it_stays_for_good():
    content = b"abc" * 300
    short, kept = deflate([content]), deflate([content], BEST)
    assert len(short.data) > len(content) > len(kept.data)
    assert [zlib.decompress(each.data, wbits=-15) for each in (short, kept)] == [content] * 2


def test_what_the_format_does_not_hold_is_refused():
    with pytest.raises(OversizeError):
        Packer({}, ["甲"]).pack([Packed(b"", 0, LARGEST + 1)])


def test_a_template_too_large_is_a_fault_before_it_is_unpacked(word, monkeypatch):
    monkeypatch.setattr(package, "MOST_OF_A_TEMPLATE", 1000)
    with pytest.raises(TemplateError, match="像是Word模板"):
        Template(word("{{ 编号 }}"))


def test_what_is_long_is_deflated_as_it_comes_and_reads_the_same():
    blocks = [bytes([number]) * 300_000 for number in range(9)]
    packed = deflate(iter(blocks))
    assert zlib.decompress(packed.data, wbits=-15) == b"".join(blocks)
    assert (packed.crc, packed.size) == (zlib.crc32(b"".join(blocks)), 2_700_000)
