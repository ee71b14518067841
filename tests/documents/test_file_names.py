"""文件名: a / inside a value is replaced, what a file system refuses is replaced, nothing leaves output/."""

import re
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from awardgen.documents.file_names import UnsafePathError, document_path, path_key, safe_value
from awardgen.rendering import compile_pattern

RESERVED = re.compile(r"(?i)(CON|PRN|AUX|NUL|COM[1-9]|LPT[1-9]) *(\..*)?")
tricky = st.text(st.sampled_from('./\\ :*?"<>|\n\t\x00\u200b\u202e\u3000\xa0~$CONcon1王é̃a') | st.characters())


def path(pattern, **values):
    return document_path(compile_pattern(pattern, clean=safe_value).render(values))


@pytest.mark.parametrize(
    ("filled", "stored"),
    [
        ("通知.docx", "通知.docx"),
        ("通知", "通知.docx"),
        ("通知.DOCX", "通知.docx"),
        ("申报表/示范岗申报表-SF-1.docx", "申报表/示范岗申报表-SF-1.docx"),
        ("参评人员名单\\饮食小组.docx", "参评人员名单/饮食小组.docx"),
        ("通知.2010.docx", "通知.2010.docx"),
        (" 申报表 / 甲 .docx", "申报表/甲.docx"),
    ],
)
def test_a_slash_makes_a_folder_and_the_suffix_is_words(filled, stored):
    assert document_path(filled) == stored


@pytest.mark.parametrize(
    "filled",
    [
        "../通知.docx",
        "甲/../../通知.docx",
        "..\\通知.docx",
        "/etc/通知.docx",
        "\\通知.docx",
        "C:\\通知.docx",
        "C:通知.docx",
        "c:/通知.docx",
        "\\\\server\\share\\通知.docx",
        "//server/通知.docx",
        "甲//乙.docx",
        "甲/./乙.docx",
        "",
        "   ",
        ".docx",
        " .docx",
        "甲/.docx",
        "甲/",
        "...",
        ".. /通知.docx",
    ],
)
def test_what_leaves_the_folder_or_names_nothing_is_refused(filled):
    with pytest.raises(UnsafePathError):
        document_path(filled)


@pytest.mark.parametrize(
    "filled", [".作废/甲.docx", ".manifest.json", "\u200b.作废/甲.docx", "甲/\u202e.乙.docx"]
)
def test_names_that_begin_with_a_dot_are_the_programs_own(filled):
    """Also behind a character that nobody sees."""
    with pytest.raises(UnsafePathError):
        document_path(filled)


@pytest.mark.parametrize(
    "name", ["CON", "con", "PRN", "AUX", "NUL", "COM1", "LPT9", "CON.2010", "NUL ", "CON .x"]
)
def test_names_that_windows_keeps_for_devices_are_changed(name):
    for part in document_path(f"{name}/{name}.docx").split("/"):
        assert not RESERVED.fullmatch(part)


@pytest.mark.parametrize("name", ["甲.", "甲..", "甲 .", "甲. ", "甲　", "甲 . ."])
def test_dots_and_spaces_at_the_end_go(name):
    assert document_path(f"{name}/{name}.docx") == "甲/甲.docx"


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u202e", "\u2066", "\u200b", "\ufeff", "\x00", "\x1b"])
def test_marks_that_are_not_seen_go(mark):
    assert str(document_path(f"甲{mark}gpj.docx")) == "甲gpj.docx"
    assert safe_value(f"甲{mark}乙") == "甲乙"


@pytest.mark.parametrize("character", '<>:"|?*')
def test_what_windows_refuses_is_replaced(character):
    assert str(document_path(f"甲甲{character}乙.docx")) == "甲甲_乙.docx"


@pytest.mark.parametrize("letter", ["x", "王", "\U00020164"])
def test_a_name_of_300_characters_is_shortened_to_what_file_systems_hold(letter):
    folder, name = document_path(f"{letter * 300}/{letter * 300}.docx").split("/")
    assert len(folder.encode()) <= 255
    assert len(name.encode()) <= 255
    assert name.endswith(f"{letter}.docx")


@pytest.mark.parametrize(
    "filled", ["甲/" * 9 + "乙.docx", "甲乙丙丁/" * 2000 + "戊.docx", ("甲" * 66 + "/") * 8 + "乙.docx"]
)
def test_what_no_desk_could_reach_is_refused(filled):
    with pytest.raises(UnsafePathError):
        document_path(filled)


def test_composed_and_decomposed_names_are_one_file():
    composed, decomposed = document_path("caf\u00e9.docx"), document_path("cafe\u0301.docx")
    assert composed == decomposed
    assert path_key("cafe\u0301.docx") == path_key(composed)


def test_names_that_differ_in_case_are_one_file():
    assert path_key("SF-1.docx") == path_key("sf-1.docx")
    assert path_key("SF-1.docx") != path_key("SF-2.docx")


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("餐饮/接待", "餐饮_接待"),
        ("餐饮\\接待", "餐饮_接待"),
        ("../../甲", "_.._甲"),
        ("甲\n乙", "甲_乙"),
        ("甲:乙", "甲_乙"),
        (" 甲. ", "甲"),
        ("..", ""),
        ("3号", "3号"),
        ("\u1100\u1161", "\uac00"),  # a syllable in its parts is letters, and yet not as it is stored
    ],
)
def test_a_value_is_part_of_one_name(value, stored):
    assert safe_value(value) == stored


def test_a_slash_in_the_pattern_makes_a_folder_and_one_in_a_value_does_not():
    assert path("名单/{{ 小组 }}.docx", 小组="餐饮/接待") == "名单/餐饮_接待.docx"


@pytest.mark.parametrize("value", ["..", "../..", "/etc", "C:\\", "．．/甲", ".作废"])
def test_no_value_climbs_out(value):
    assert path("名单/{{ 小组 }}/甲.docx", 小组=value + "乙").startswith("名单/")


def test_a_value_that_is_nothing_leaves_a_folder_without_name():
    with pytest.raises(UnsafePathError):
        path("名单/{{ 小组 }}/甲.docx", 小组="..")


def stays_inside(stored):
    assert not PurePosixPath(stored).is_absolute()
    assert not PureWindowsPath(stored).anchor
    assert stored.endswith(".docx")
    for part in stored.split("/"):
        assert part not in {"", ".", ".."}
        assert part[0] != "."
        assert part[-1] not in " ."
        assert not set(part) & set('/\\:*?"<>|')
        assert not RESERVED.fullmatch(part)
        assert len(part.encode()) <= 255
        assert {unicodedata.category(each) for each in part}.isdisjoint({"Cc", "Cf", "Cs"})


@given(tricky)
@example("\u200b../甲")
@example("甲/\u3000./乙")
@example("a. ")
@example("CON .x")
@example("x" * 199 + "王.")
@example("x" * 198 + " . .")
def test_no_text_leaves_the_folder(text):
    try:
        stored = document_path(text)
    except UnsafePathError:
        return
    stays_inside(stored)


@given(tricky, tricky)
def test_no_value_leaves_its_folder(group, number):
    try:
        stored = document_path(f"名单/{safe_value(group)}/甲{safe_value(number)}.docx")
    except UnsafePathError:
        assert not safe_value(group)
        return
    assert stored.split("/")[0] == "名单"
    assert len(stored.split("/")) == 3
    stays_inside(stored)


@given(tricky)
def test_a_path_once_stored_stays_the_same(text):
    try:
        stored = document_path(text)
    except UnsafePathError:
        return
    assert document_path(str(stored)) == stored


@pytest.mark.parametrize(
    "name",
    [
        "申报表/示范岗申报表-SF-1-收发室.docx",
        "BB-1.docx",
        "a/b/c/d/e/f.docx",
        "甲（乙）、(丙)_-.docx",
        "長" * 50 + ".docx",
    ],
)
def test_an_ordinary_path_stays_as_it_is(name):
    assert str(document_path(name)) == name


@pytest.mark.parametrize(
    ("filled", "stored"),
    [
        ("\u212b.docx", "\u00c5.docx"),  # a letter with two spellings
        ("con/甲.docx", "con_/甲.docx"),
        ("Com1.docx", "Com1_.docx"),
        ("CONTROL.docx", "CONTROL.docx"),
        ("𠀀" * 51 + ".docx", "𠀀" * 50 + ".docx"),
    ],
)
def test_what_looks_ordinary_and_is_not_is_looked_into(filled, stored):
    assert document_path(filled) == stored
