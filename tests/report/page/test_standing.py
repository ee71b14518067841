import pytest

from awardgen.publishing.folder import open_folder
from awardgen.report.page.standing import PAGE, put, stands


@pytest.fixture
def folder(tmp_path):
    return open_folder(str(tmp_path))


def test_a_page_stands_for_the_inputs_that_it_was_made_of(folder):
    put(folder, b"page", "abc")
    assert stands(folder, "abc")
    assert not stands(folder, "def")
    assert not stands(folder, "")


def test_a_page_of_unknown_inputs_stands_for_none(folder):
    put(folder, b"page", "")
    assert not stands(folder, "")


def test_a_page_that_is_gone_or_changed_does_not_stand(folder, tmp_path):
    put(folder, b"page", "abc")
    (tmp_path / PAGE).write_bytes(b"else")
    assert not stands(folder, "abc")
    (tmp_path / PAGE).unlink()
    assert not stands(folder, "abc")


def test_our_own_page_is_replaced(folder, tmp_path):
    put(folder, b"page", "abc")
    put(folder, b"newer", "def")
    assert (tmp_path / PAGE).read_bytes() == b"newer"
    assert not (tmp_path / ".手改").exists()


def test_the_same_page_is_not_written_again(folder, tmp_path):
    put(folder, b"page", "abc")
    before = (tmp_path / PAGE).stat()
    put(folder, b"page", "def")
    assert (tmp_path / PAGE).stat() == before
    assert stands(folder, "def")


def test_what_somebody_else_put_there_is_kept_aside(folder, tmp_path):
    (tmp_path / PAGE).write_bytes(b"mine")
    put(folder, b"page", "abc")
    assert (tmp_path / ".手改" / PAGE).read_bytes() == b"mine"


def test_a_page_whose_writing_was_cut_short_is_still_ours(folder, tmp_path, monkeypatch):
    put(folder, b"page", "abc")
    write = folder.write

    def cut_short(path, data):
        stamp = write(path, data)
        if path == PAGE:
            raise KeyboardInterrupt
        return stamp

    with monkeypatch.context() as patch:
        patch.setattr(folder, "write", cut_short)
        with pytest.raises(KeyboardInterrupt):
            put(folder, b"newer", "def")
    put(folder, b"newest", "ghi")
    assert (tmp_path / PAGE).read_bytes() == b"newest"
    assert not (tmp_path / ".手改").exists()
