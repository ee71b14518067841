"""A value becomes the bytes that stand for it where its tag stands."""

from __future__ import annotations

import pytest

from awardgen.rendering.printing import ELSEWHERE, IN_ATTRIBUTE, IN_RUN, IN_WHOLE_RUN, printers
from awardgen.rendering.values import NotTextError, UnprintableValueError, text_of

PRINTERS = printers(text_of)
BOLD, CENTRED = "<w:rPr><w:b></w:b></w:rPr>", "<w:pPr><w:jc></w:jc></w:pPr>"
ARGUMENTS = {IN_RUN: (CENTRED, BOLD), IN_WHOLE_RUN: (), IN_ATTRIBUTE: (), ELSEWHERE: ()}
TEXT = '<w:t xml:space="preserve">'


def printed(name, value):
    return PRINTERS[name](value, *ARGUMENTS[name]).decode()


@pytest.mark.parametrize("name", PRINTERS)
@pytest.mark.parametrize("value", ["", "甲", 12, "\ufdd1\ufdd3", "甲\u3000乙"])
def test_a_text_is_printed_as_it_is(name, value):
    assert printed(name, value) == str(value)


@pytest.mark.parametrize(
    ("name", "escaped"),
    [
        (IN_RUN, "&lt;&amp;&gt;\"'"),
        (IN_WHOLE_RUN, "&lt;&amp;&gt;\"'"),
        (ELSEWHERE, "&lt;&amp;&gt;\"'"),
        (IN_ATTRIBUTE, "&lt;&amp;>&quot;'"),
    ],
)
@pytest.mark.parametrize("rest", ["", "\n"])
def test_signs_of_xml_are_escaped_as_canonical_xml_has_them(name, escaped, rest):
    assert printed(name, f"<&>\"'{rest}").startswith(escaped)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\v"])
@pytest.mark.parametrize("name", [IN_RUN, IN_WHOLE_RUN])
def test_a_line_end_is_an_element_in_a_run(name, line_end):
    assert printed(name, f"甲{line_end}乙") == f"甲</w:t><w:br></w:br>{TEXT}乙"


@pytest.mark.parametrize("name", [IN_ATTRIBUTE, ELSEWHERE])
def test_a_line_end_is_white_space_where_no_element_can_stand(name):
    assert printed(name, "甲\v乙\a丙\f丁\t戊\r\n己") == "甲\n乙\n丙\n丁\t戊\n己"


@pytest.mark.parametrize(
    ("sign", "element"),
    [
        ("\t", f"</w:t></w:r><w:r>{BOLD}<w:tab></w:tab></w:r><w:r>{BOLD}{TEXT}"),
        ("\a", f"</w:t></w:r></w:p><w:p>{CENTRED}<w:r>{BOLD}{TEXT}"),
    ],
)
def test_formats_go_on_behind_what_ends_a_run(sign, element):
    assert printed(IN_RUN, f"甲{sign}乙\n") == f"甲{element}乙</w:t><w:br></w:br>{TEXT}"


@pytest.mark.parametrize("sign", "\t\a\f")
def test_a_run_that_is_not_simple_is_not_ended(sign):
    with pytest.raises(NotTextError):
        printed(IN_WHOLE_RUN, f"甲{sign}")


@pytest.mark.parametrize("name", PRINTERS)
def test_what_is_xml_or_unprintable_is_not_printed(name):
    class Bold:
        def __html__(self):
            return "<b/>"

    with pytest.raises(NotTextError):
        printed(name, Bold())
    with pytest.raises(UnprintableValueError):
        printed(name, "\n\x00")
