"""A task may run twice, and in any process, and the document is the same."""

import io

import pytest
from docx import Document

import awardgen
from awardgen.publishing.folder import open_folder
from awardgen.publishing.journal import Journals
from awardgen.publishing.manifest import Entry
from awardgen.publishing.names import sha256_of
from awardgen.publishing.work import Batch, Task, write_batch

ENTRY = Entry("证书", "1", "1", "", "", "in")


@pytest.fixture
def template():
    document = Document()
    document.add_paragraph("{{ 编号 }}")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def batch(output, template, *tasks, version=awardgen.__version__):
    return Batch(version, str(output), ".journal/1", template, tasks)


def task(path="甲.docx", there="", **values):
    return Task(path, values or {"编号": "1"}, ENTRY, there)


def test_what_is_written_is_what_it_tells_of(tmp_path, template):
    (written,) = write_batch(batch(tmp_path, template, task()))
    assert written.entry.sha256 == sha256_of((tmp_path / "甲.docx").read_bytes())
    assert written.stamp == open_folder(str(tmp_path)).files()["甲.docx"]
    folder = open_folder(str(tmp_path))
    assert Journals(folder, folder.files()).read() == {"甲.docx": [written.entry]}


def test_twice_it_is_the_same(tmp_path, template):
    one, other = (write_batch(batch(tmp_path, template, task()))[0] for _ in range(2))
    assert one.entry == other.entry


def test_what_lies_there_already_is_not_written(tmp_path, template):
    (first,) = write_batch(batch(tmp_path, template, task()))
    before = (tmp_path / "甲.docx").stat()
    (second,) = write_batch(batch(tmp_path, template, task(there=first.entry.sha256)))
    assert second == first._replace(stamp=None)
    assert (tmp_path / "甲.docx").stat() == before


def test_a_refused_file_and_one_that_cannot_be_filled_cost_the_others_nothing(tmp_path, template):
    (tmp_path / "占用").write_bytes(b"a file in its place")
    refused, unknown, written = write_batch(
        batch(tmp_path, template, task("占用/甲.docx"), task("乙.docx", 别的="1"), task("丙.docx"))
    )
    assert isinstance(refused, OSError)
    assert unknown is None
    assert (tmp_path / "丙.docx").exists()
    assert written.entry.sha256


def test_another_awardgen_writes_nothing(tmp_path, template):
    with pytest.raises(RuntimeError):
        write_batch(batch(tmp_path, template, task(), version="0"))
    assert list(tmp_path.iterdir()) == []
