import json

import pytest

from awardgen.publishing.local_folder import LocalFolder
from awardgen.publishing.manifest import Entry, read_manifest, write_manifest
from awardgen.publishing.names import MANIFEST

ENTRIES = {
    "甲.docx": Entry("证书", "BB-001", "BB-001", "0" * 64),
    "通知.docx": Entry("通知", "", None, "1" * 64),
}


@pytest.fixture
def folder(tmp_path):
    return LocalFolder(str(tmp_path))


def test_what_is_written_is_read_back(folder):
    write_manifest(folder, ENTRIES)
    assert read_manifest(folder).entries == ENTRIES


def test_it_is_json_whatever_stands_in_it(tmp_path, folder):
    entries = {'"\\\n\x00\u2028/、.docx': Entry('"}, "', "\\", "\t'", "", 'a"', "\x7f")}
    write_manifest(folder, entries)
    content = json.loads((tmp_path / MANIFEST).read_bytes())
    assert content == {"schema_version": 2, "documents": {path: e._asdict() for path, e in entries.items()}}
    assert read_manifest(folder).entries == entries


def test_the_same_entries_give_the_same_bytes(tmp_path, folder):
    write_manifest(folder, ENTRIES)
    first = (tmp_path / MANIFEST).read_bytes()
    write_manifest(folder, dict(reversed(ENTRIES.items())))
    assert (tmp_path / MANIFEST).read_bytes() == first


def test_cut_off_at_any_byte_it_counts_as_none(tmp_path, folder):
    write_manifest(folder, ENTRIES)
    whole = (tmp_path / MANIFEST).read_bytes()
    for length in range(len(whole)):
        (tmp_path / MANIFEST).write_bytes(whole[:length])
        assert read_manifest(folder).entries == {}


@pytest.mark.parametrize(
    "content",
    [b"", b"null", b"[]", b'{"schema_version": 3, "documents": {}}', b'{"schema_version": 1}', b"\xff\xfe"],
)
def test_what_is_no_manifest_counts_as_none(tmp_path, folder, content):
    (tmp_path / MANIFEST).write_bytes(content)
    assert read_manifest(folder).entries == {}


def test_a_manifest_of_an_earlier_version_is_read(tmp_path, folder):
    entry = '{"document": "证书", "key": "BB-001", "applicant": null, "sha256": "00"}'
    (tmp_path / MANIFEST).write_text(f'{{"schema_version": 1, "documents": {{"甲.docx": {entry}}}}}', "utf-8")
    assert read_manifest(folder).entries == {"甲.docx": Entry("证书", "BB-001", None, "00")}


@pytest.mark.parametrize(
    "entry",
    [
        '{"document": ["证书"], "key": "1", "applicant": null, "sha256": "00"}',
        '{"document": "证书", "key": 1, "applicant": null, "sha256": "00"}',
        '{"document": "证书", "key": "1", "applicant": {}, "sha256": null}',
        '{"document": "证书"}',
        "3",
    ],
)
def test_an_entry_of_another_kind_makes_it_count_as_none(tmp_path, folder, entry):
    (tmp_path / MANIFEST).write_text(f'{{"schema_version": 2, "documents": {{"甲.docx": {entry}}}}}', "utf-8")
    assert read_manifest(folder).entries == {}
