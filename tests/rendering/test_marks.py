"""Marks of one kind take a short way, and come out as on the long one."""

from hypothesis import given
from hypothesis import strategies as st

from awardgen.rendering.marks import _resolved, resolve_marks
from awardgen.rendering.values import LINE, PARAGRAPH, TAB

PIECES = [
    "<w:pPr><w:jc></w:jc></w:pPr>",
    "</w:t></w:r><w:r>",
    "</w:p><w:p a='1'><w:r>",
    "<w:p>",
    "<w:r>",
    "<w:rPr><w:b></w:b></w:rPr>",
    "<w:t>",
    '<w:t xml:space="preserve">',
    "甲",
]
ODD = ["</w:t>", "</w:r></w:p>", '<w:t descr="', '">', "<w:instrText>"]


@given(
    st.sampled_from([LINE, PARAGRAPH, TAB]).flatmap(
        lambda mark: st.lists(st.sampled_from([*PIECES, *ODD, mark, mark]), max_size=16).map("".join)
    )
)
def test_both_ways_lead_to_the_same(xml):
    assert resolve_marks(xml) == _resolved(xml)


def test_a_line_break_in_a_text_becomes_an_element():
    xml = f"<w:p><w:r><w:t>甲{LINE}乙{LINE}{LINE}丙</w:t></w:r></w:p>"
    assert resolve_marks(xml).count("<w:br></w:br>") == 3
    assert LINE not in resolve_marks(xml)
