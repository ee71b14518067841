"""Many files at a time; what hangs or ends LibreOffice is tried once more alone, and the others are made."""

import time
from pathlib import Path

import pikepdf
import pytest

from awardgen.office import OfficeMissingError, convert_to_pdf
from awardgen.office.process import Patience

SHORT = Patience(start=3, file=3)


def names(paths):
    return [path.stem for path in paths]


def attempts(office, name):
    return office.read_text().split().count(name)


@pytest.mark.usefixtures("office")
def test_two_files_of_one_name_make_two_pdfs(tmp_path, into):
    sources = []
    for name, pages in (("甲", 2), ("乙", 3)):
        (tmp_path / name).mkdir()
        sources.append(tmp_path / name / "申报表.docx")
        sources[-1].write_text(f"pages={pages}")
    made = convert_to_pdf(sources, into).made
    counts = []
    for source in sources:
        with pikepdf.open(made[source]) as pdf:
            counts.append(len(pdf.pages))
    assert counts == [2, 3]
    assert made[sources[0]].parent == into


def test_a_file_that_cannot_be_opened_is_named_after_a_second_try(office, word_files, into):
    conversion = convert_to_pdf(word_files(a="", b="refuse", c=""), into)
    assert names(conversion.made) == ["a", "c"]
    assert [(path.stem, why.partition("，")[0]) for path, why in conversion.failed.items()] == [
        ("b", "LibreOffice打不开它")
    ]
    assert attempts(office, "b") == 2


@pytest.mark.parametrize("trouble", ["hang", "crash"])
def test_a_file_that_hangs_or_ends_the_process_spoils_no_other(office, word_files, into, trouble):
    conversion = convert_to_pdf(word_files(a="", b=trouble, c="", d=""), into, jobs=1, patience=SHORT)
    assert names(conversion.made) == ["a", "c", "d"]
    assert names(conversion.failed) == ["b"]
    assert attempts(office, "b") == 2


@pytest.mark.usefixtures("office")
def test_what_works_alone_is_made(word_files, into):
    conversion = convert_to_pdf(word_files(a="hang once", b="crash once", c=""), into, patience=SHORT)
    assert (names(conversion.made), names(conversion.failed)) == (["a", "b", "c"], [])


@pytest.mark.usefixtures("office")
def test_several_bad_files_in_a_row_spoil_no_other(word_files, into):
    files = word_files(a="crash", b="refuse", c="crash", d="crash", e="")
    conversion = convert_to_pdf(files, into, patience=SHORT)
    assert (names(conversion.made), names(conversion.failed)) == (["e"], ["a", "b", "c", "d"])


def test_a_process_that_is_ended_leaves_none_behind(office, word_files, into, is_running):
    convert_to_pdf(word_files(a="hang"), into, patience=SHORT)
    child = Path(office).with_suffix(".child").read_text()
    end = time.monotonic() + 10
    while is_running(child) and time.monotonic() < end:
        time.sleep(0.05)
    assert not is_running(child)


def test_an_office_that_never_answers_is_given_up(office, word_files, into, monkeypatch):
    monkeypatch.setattr("awardgen.office.conversion._MOST_TIMES", 1)
    conversion = convert_to_pdf(word_files(a="hang", b="hang", c=""), into, patience=SHORT)
    assert "没有再试" in conversion.failed[list(conversion.failed)[-1]]
    assert attempts(office, "c") == 0


@pytest.mark.usefixtures("office")
def test_a_file_that_is_not_there_is_named(word_files, into, tmp_path):
    missing = tmp_path / "没有.docx"
    conversion = convert_to_pdf([*word_files(a=""), missing], into)
    assert conversion.failed == {missing: "文件读不出来（文件不存在）"}
    assert names(conversion.made) == ["a"]


@pytest.mark.usefixtures("office")
def test_progress_counts_each_file_once(word_files, into):
    told = []
    convert_to_pdf(word_files(a="", b="refuse", c=""), into, on_progress=told.append)
    assert sum(told) == 3


def test_without_libreoffice_it_says_how_to_get_it(monkeypatch, word_files, into):
    monkeypatch.setattr("awardgen.office.conversion.find_office", lambda: None)
    with pytest.raises(OfficeMissingError) as error:
        convert_to_pdf(word_files(a=""), into)
    assert "libreoffice" in error.value.tip.lower()


def test_a_long_table_is_given_more_time_and_nobody_all_the_time_there_is():
    patience = Patience(start=10, file=5, megabyte=2, most=100)
    assert patience.for_size(3_000_000)[:2] == (16, 11)
    assert patience.for_size(10**12)[:2] == (110, 105)
