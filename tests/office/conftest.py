from pathlib import Path

import pytest


@pytest.fixture
def word_files(tmp_path):
    """Files of these words, one each, by name."""

    def write(**files):
        folder = tmp_path / "文书"
        folder.mkdir(exist_ok=True)
        paths = []
        for name, words in files.items():
            path = folder / f"{name}.docx"
            path.write_text(f"{name} {words}")
            paths.append(path)
        return paths

    return write


@pytest.fixture
def into(tmp_path):
    folder = tmp_path / "pdf"
    folder.mkdir()
    return folder


@pytest.fixture
def is_running():
    """Say whether a process with this id still runs."""

    def is_running(number):
        try:
            state = Path(f"/proc/{number}/stat").read_text()
        except OSError:
            return False
        return state.rpartition(")")[2].split()[0] != "Z"

    return is_running
