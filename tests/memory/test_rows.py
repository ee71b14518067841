"""Notes of rows as they are kept: JSON in which each set of titles stands once."""

import pytest

from awardgen.memory.rows import packed_notes, unpacked_notes

NOTES = {
    "甲": {"6/": "申报表/甲.docx", "5?": True},
    "乙": {"6/": "申报表/乙.docx", "5?": False},
    "丙": {"8/": "\ud800", "5?": True},
    "丁": {},
}


def test_notes_come_back_as_they_were():
    assert unpacked_notes(packed_notes(NOTES)) == NOTES
    assert unpacked_notes(packed_notes({})) == {}


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b'[[["a"]],[["b",0]]]', b'[[],[["b",0]]]', b'[[["a"]],["b"]]', b"[[],0]"]
)
def test_what_is_damaged_is_told(content):
    with pytest.raises((ValueError, TypeError, LookupError)):
        unpacked_notes(content)
