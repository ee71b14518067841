"""The compiled reader is one of the sources beside it, or it is not used; it says what they say."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import awardgen.writeup
from awardgen import compiled

LABELLED = Path(__file__).with_name("writeup") / "labelled.jsonl"
READ_ALL = """
import json, sys
from datetime import date
from awardgen.campaign import Window
from awardgen.writeup import analyse
for line in open(sys.argv[1], encoding="utf-8"):
    case = json.loads(line)
    window = Window(*map(date.fromisoformat, case["window"]))
    read = analyse(case["text"], window, date.fromisoformat(case["reference"]))
    print(read.length, [tuple(map(str, mention)) for mention in read.mentions])
"""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Return the search path of a package of one module, and one that was compiled from it."""
    sources, modules = tmp_path / "sources", tmp_path / compiled.FOLDER
    sources.mkdir()
    modules.mkdir()
    (sources / "reader.py").write_text("days = 1\n")
    (modules / "__init__.py").touch()
    (modules / "writeup__mypyc.py").touch()
    (modules / compiled.SOURCES).write_bytes(compiled.sources_of(sources))
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delenv("AWARDGEN_PURE", raising=False)
    for name in [each for each in sys.modules if each.startswith(compiled.FOLDER)]:
        monkeypatch.delitem(sys.modules, name)
    yield [str(sources)], str(modules)
    for name in [each for each in sys.modules if each.startswith(compiled.FOLDER)]:
        del sys.modules[name]


def test_what_was_compiled_from_these_sources_comes_first(package):
    search_path, modules = package
    assert compiled.with_compiled(search_path) == [modules, *search_path]


@pytest.mark.parametrize("change", ["changed", "added", "removed"])
def test_what_was_compiled_from_others_is_never_used(package, change):
    search_path, _ = package
    reader = Path(search_path[0], "reader.py")
    if change == "removed":
        reader.unlink()
    else:
        (reader if change == "changed" else reader.with_name("more.py")).write_text("days = 2\n")
    assert compiled.with_compiled(search_path) == search_path


def test_modules_that_cannot_be_loaded_are_passed_over(package):
    search_path, modules = package
    Path(modules, "writeup__mypyc.py").write_text("raise ImportError")
    assert compiled.with_compiled(search_path) == search_path


def test_the_sources_can_be_asked_for(package, monkeypatch):
    search_path, _ = package
    monkeypatch.setenv("AWARDGEN_PURE", "1")
    assert compiled.with_compiled(search_path) == search_path


@pytest.mark.skipif(len(awardgen.writeup.__path__) == 1, reason="nothing is compiled here: make compile")
def test_both_read_alike():
    as_compiled, as_written = (
        subprocess.run(
            [sys.executable, "-c", READ_ALL, str(LABELLED)],
            env={**os.environ, "AWARDGEN_PURE": pure, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for pure in ("", "1")
    )
    assert as_compiled
    assert as_compiled == as_written
