"""The cheap questions that are asked before an expensive expression may never answer for it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgen.writeup import background, context, habit
from awardgen.writeup.calendar import DEFAULT
from awardgen.writeup.compaction import compact
from awardgen.writeup.length import length, usual_length
from awardgen.writeup.points import Points
from awardgen.writeup.usual import is_usual

AFTER_A_DATE = st.text(
    st.sampled_from("，,、。（(的上下中初底末第一二十3日号月份年国庆节假正值是即当星期天至到周五"), max_size=8
)


USUAL = Points(DEFAULT)
LONGER = Points(DEFAULT)
LONGER._numbered._plain_date = re.compile("(?!)")  # never matches, so that every date is read the longer way


@pytest.mark.parametrize(
    ("expression", "lasts"),
    [
        (habit._COUNTED, habit._COUNTED_LASTS),
        (context._COMPARED_BEFORE, context._COMPARED_LASTS),
        *((pattern, background._LABEL_LASTS) for _, pattern in background._RULES_BEFORE),
    ],
)
@given(st.data())
def test_what_an_expression_can_end_with_is_listed(
    expression: re.Pattern[str], lasts: frozenset[str], data: st.DataObject
) -> None:
    words = data.draw(st.from_regex(expression.pattern.replace("$", r"\Z"), fullmatch=False).filter(bool))
    assert expression.search(words) is None or words[-1] in lasts


@pytest.mark.parametrize(
    ("expression", "cue"),
    [
        (habit._BEFORE, habit._CUE),
        (context._PLANNED, context._CUE),
        (context._EARLIER, context._CUE),
    ],
)
@given(st.data())
def test_no_words_without_their_cue(
    expression: re.Pattern[str], cue: re.Pattern[str], data: st.DataObject
) -> None:
    assert cue.search(data.draw(st.from_regex(expression)))


@given(
    st.sampled_from(["2010年9月15日", "9月15日", "2010年9月", "12月", "10月1日", "1998年10月"]), AFTER_A_DATE
)
def test_a_plain_date_is_read_as_the_longer_way_reads_it(date: str, rest: str) -> None:
    text = date + rest
    assert USUAL.read(text, 0) == LONGER.read(text, 0)


class _Every(dict[str, object]):
    """A table by first character that hides nothing: whatever comes first, each form is tried."""

    def get(self, *_: object) -> object:
        return tuple(dict.fromkeys(form for forms in self.values() for form in forms))


PATIENT = Points(DEFAULT)
PATIENT._behind._after_a_year = _Every(PATIENT._behind._after_a_year)
PATIENT._forms = _Every(PATIENT._forms)
HEADS = ("2010年", "去年", "98年", "二〇一〇年的", "今年", "同年", "上", "本", "第二", "大年", "八", "")
TAILS = "上下第一二两三前后个半年度学期开初末底中旬月日国庆春节暑寒假季最首天同农历正腊冬夏五新的"


@given(st.sampled_from(HEADS), st.text(st.sampled_from(TAILS), max_size=6))
def test_the_first_character_hides_no_form(head: str, tail: str) -> None:
    text = head + tail
    if text:
        assert USUAL.read(text, 0) == PATIENT.read(text, 0)


@given(st.text(st.sampled_from("某年月日\n 12，"), max_size=12))
def test_a_tidy_text_is_only_trimmed(text: str) -> None:
    squeezed = compact(text)
    for position, character in enumerate(squeezed.text):
        if not re.match(r"\s", character):
            start, end = squeezed.original(position, position + 1)
            assert text[start:end] == character


USUAL_CHARACTERS = "".join(filter(is_usual, map(chr, range(0x30000))))


def test_each_usual_character_is_counted_and_cleaned_as_any_other() -> None:
    for character in USUAL_CHARACTERS:
        text = f"年{character}月"
        assert usual_length(text) == length(text)
        assert compact(text, is_usual=True) == compact(text)


@given(st.text(st.sampled_from("某年月日\n12?-，。aZ%—") | st.sampled_from(USUAL_CHARACTERS), max_size=12))
def test_a_usual_text_is_counted_and_cleaned_as_any_other(text: str) -> None:
    if is_usual(text):
        assert usual_length(text) == length(text)
        assert compact(text, is_usual=True) == compact(text)
