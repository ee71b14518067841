import pytest

from awardgen.publishing.journal import Journals, write_ahead
from awardgen.publishing.local_folder import LocalFolder
from awardgen.publishing.manifest import Entry
from awardgen.publishing.names import JOURNAL_FOLDER

ENTRIES = [("甲.docx", Entry("证书", "1", "1", "0" * 64)), ("乙.docx", Entry("证书", "2", None, "1" * 64))]


@pytest.fixture
def folder(tmp_path):
    return LocalFolder(str(tmp_path))


def journals(folder):
    return Journals(folder, folder.files())


def test_what_one_run_tells_the_next_can_read(folder):
    write_ahead(folder, journals(folder).new(), ENTRIES)
    left = journals(folder)
    assert left.left_behind
    assert left.read() == {path: [entry] for path, entry in ENTRIES}


def test_two_runs_and_two_batches_never_share_a_journal(folder):
    one, other = journals(folder), journals(folder)
    assert len({one.new(), one.new(), other.new(), other.new()}) == 4


def test_of_a_file_told_of_twice_both_are_known(folder):
    run = journals(folder)
    older, newer = ENTRIES[0][1], ENTRIES[0][1]._replace(sha256="2" * 64)
    for entry in (older, newer):
        write_ahead(folder, run.new(), [("甲.docx", entry)])
    assert sorted(journals(folder).read()["甲.docx"]) == [older, newer]


def test_cut_off_at_any_byte_it_tells_of_the_lines_before(tmp_path, folder):
    name = journals(folder).new()
    write_ahead(folder, name, ENTRIES)
    whole = (tmp_path / name).read_bytes()
    first = whole.index(b"\n")
    for length in range(len(whole)):
        (tmp_path / name).write_bytes(whole[:length])
        known = journals(folder).read()
        assert {path: [entry] for path, entry in ENTRIES}.items() >= known.items()
        assert ("甲.docx" in known) == (length >= first)


def test_once_removed_nothing_is_left_of_them(tmp_path, folder):
    write_ahead(folder, journals(folder).new(), ENTRIES)
    run = journals(folder)
    write_ahead(folder, run.new(), ENTRIES)
    run.new()  # of a batch in which there was nothing to write
    run.remove()
    assert not (tmp_path / JOURNAL_FOLDER).exists()


def test_a_folder_that_refuses_it_stops_nothing(tmp_path, folder):
    (tmp_path / JOURNAL_FOLDER).write_bytes(b"a file in its place")
    write_ahead(folder, journals(folder).new(), ENTRIES)
