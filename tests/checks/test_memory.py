"""What was read in write-ups stands as long as it would be read again alike; whatever else happens costs only time."""

import sqlite3
from contextlib import closing
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest

from awardgen.campaign import CalendarPeriod
from awardgen.checks import analyses, memory
from awardgen.checks.analyses import AnalysesUnderWay, abridged, analyser_of
from awardgen.checks.memory import Memory
from awardgen.progress import SILENT
from awardgen.workers import Workers
from tests.builders import WINDOW, campaign, record, settings

TEXTS = [
    "2010年10月8日，他抢修锅炉；去年9月获奖，次年3月再获奖。",
    "与2009年相比，2010年投诉下降。计划2012年完成。",
    "没有时间。",
    "",
    "坏字\ud800\udfff与\x00，2010年10月。",
    "2010年10月，他抢修锅炉。" * 300,
]
ANALYSER = analyser_of(campaign())
READ = {text: abridged(ANALYSER(text)) for text in TEXTS}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache"


def remembering(folder, analyser=ANALYSER):
    return Memory(analyser, folder)


@pytest.fixture
def kept(folder):
    remembering(folder).keep(READ)
    return folder


def test_what_was_read_comes_back_as_it_was(kept):
    assert remembering(kept).recall(TEXTS) == READ


def test_only_what_changed_is_read_again(kept, monkeypatch):
    read = []
    monkeypatch.setattr(
        analyses, "_analyse_chunk", lambda chunk: [read.append(t) or abridged(chunk[0](t)) for t in chunk[1]]
    )
    found = AnalysesUnderWay(
        ANALYSER, [*TEXTS, "新的。"], Workers(None, 1), SILENT, remembering(kept)
    ).finish()
    assert read == ["新的。"]
    assert {text: found(text) for text in TEXTS} == READ
    read.clear()
    AnalysesUnderWay(ANALYSER, [*TEXTS, "新的。"], Workers(None, 1), SILENT, remembering(kept)).finish()
    assert read == []


def test_what_is_shown_is_read_and_remembered_in_full(kept):
    in_full = {text: ANALYSER(text) for text in TEXTS}
    assert in_full != READ
    memory = Memory(ANALYSER, kept, in_full=True)
    assert memory.recall(TEXTS) == {}
    under_way = AnalysesUnderWay(ANALYSER, TEXTS, Workers(None, 1), SILENT, memory, in_full=True)
    found = under_way.finish()
    assert {text: found(text) for text in TEXTS} == in_full
    assert Memory(ANALYSER, kept, in_full=True).recall(TEXTS) == in_full
    assert remembering(kept).recall(TEXTS) == READ


def test_a_text_has_one_digest_however_it_is_read(folder):
    digests = [Memory(ANALYSER, folder, in_full=in_full) for in_full in (False, True)]
    for each in digests:
        each.recall(TEXTS)
    assert digests[0].digests == digests[1].digests


@pytest.mark.parametrize(
    "changed",
    [
        {"settings": settings(window=None)},
        {"settings": settings(reference=date(2011, 5, 1))},
        {"periods": (CalendarPeriod(record("校历"), "寒假", WINDOW.first_day, WINDOW.last_day),)},
    ],
)
def test_with_another_window_reference_or_calendar_nothing_is_taken(kept, changed):
    assert remembering(kept, analyser_of(campaign(**changed))).recall(TEXTS) == {}


def test_with_other_code_nothing_is_taken(kept, monkeypatch):
    monkeypatch.setattr(memory, "code", lambda package: f"another {package}")
    assert remembering(kept).recall(TEXTS) == {}


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100, None])
def test_a_damaged_cache_is_made_anew(kept, damage):
    file = kept / "writeups.sqlite"
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    damaged = remembering(kept)
    assert damaged.recall(TEXTS).items() <= READ.items()
    damaged.keep(READ)
    damaged.keep(READ)
    assert remembering(kept).recall(TEXTS) == READ


@pytest.mark.parametrize(
    "found", ["", "null", "[1]", "[1, [[]]]", '[1, [[0, 1, 0, 0, "?", null, "", null]]]']
)
def test_an_entry_that_says_nothing_is_read_again(kept, found):
    with closing(sqlite3.connect(kept / "writeups.sqlite")) as database, database:
        database.execute("update writeup set found = ?", [found])
    assert remembering(kept).recall(TEXTS) == {}


@pytest.mark.parametrize("place", ["a file", "a folder in place of the file"])
def test_where_nothing_can_be_kept_nothing_is_said(folder, place):
    if place == "a file":
        folder.write_bytes(b"")
    else:
        (folder / "writeups.sqlite").mkdir(parents=True)
    remembering(folder).keep(READ)
    assert remembering(folder).recall(TEXTS) == {}


def test_a_cache_that_another_process_holds_is_left_alone(kept, monkeypatch):
    monkeypatch.setattr(memory, "_PATIENCE", 0.0)
    with closing(sqlite3.connect(kept / "writeups.sqlite")) as other:
        other.execute("begin exclusive")
        remembering(kept).keep(READ)
        assert remembering(kept).recall(TEXTS) == {}
        other.rollback()
    assert remembering(kept).recall(TEXTS) == READ


def test_two_processes_at_once_keep_what_each_has_read(folder):
    context = get_context("spawn")
    ours = [context.Process(target=keep_some, args=(str(folder), part)) for part in (0, 1)]
    for process in ours:
        process.start()
    for process in ours:
        process.join()
        assert process.exitcode == 0
    found = remembering(folder).recall(map(str, range(200)))
    assert len(found) in {100, 200}  # who comes first may lose all, which costs time


def keep_some(folder, part):
    texts = [str(number) for number in range(200) if number % 2 == part]
    for text in texts:
        Memory(ANALYSER, Path(folder)).keep({text: ANALYSER(text)})


def test_the_oldest_are_forgotten(folder, monkeypatch):
    monkeypatch.setattr(memory, "_MOST", 3)
    for number in range(6):
        remembering(folder).keep({str(number): ANALYSER(str(number))})
    assert remembering(folder).recall(map(str, range(6))).keys() == {"3", "4", "5"}
