import pytest

from awardgen.publishing.manifest import NAME, Entry, read_manifest, write_manifest

ENTRIES = {
    "甲.docx": Entry("证书", "BB-001", "BB-001", "0" * 64),
    "通知.docx": Entry("通知", "", None, "1" * 64),
}


def test_what_is_written_is_read_back(tmp_path):
    write_manifest(tmp_path, ENTRIES)
    assert read_manifest(tmp_path) == ENTRIES


def test_the_same_entries_give_the_same_bytes(tmp_path):
    write_manifest(tmp_path, ENTRIES)
    first = (tmp_path / NAME).read_bytes()
    write_manifest(tmp_path, dict(reversed(ENTRIES.items())))
    assert (tmp_path / NAME).read_bytes() == first


def test_cut_off_at_any_byte_it_counts_as_none(tmp_path):
    write_manifest(tmp_path, ENTRIES)
    whole = (tmp_path / NAME).read_bytes()
    for length in range(len(whole)):
        (tmp_path / NAME).write_bytes(whole[:length])
        assert read_manifest(tmp_path) == {}


@pytest.mark.parametrize(
    "content", [b"", b"null", b"[]", b'{"schema_version": 2}', b'{"schema_version": 1}', b"\xff\xfe"]
)
def test_what_is_no_manifest_counts_as_none(tmp_path, content):
    (tmp_path / NAME).write_bytes(content)
    assert read_manifest(tmp_path) == {}
