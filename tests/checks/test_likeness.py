"""Texts that are nearly the same are found, as all pairs would tell it."""

import random

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from awardgen.checks.imprints import imprints_of
from awardgen.checks.likeness import Suspects, alike_texts, without_space
from awardgen.checks.suspects import suspects_of

LEAST, SHORTEST = 0.75, 100


def alike(texts):
    found = alike_texts(texts, suspects_of(imprints_of(texts), SHORTEST), LEAST)
    return [(each.earlier, each.later, each.likeness) for each in found]


def written(count, seed):
    of_seed = random.Random(seed)  # noqa: S311 - made-up texts
    return ["".join(chr(of_seed.randrange(0x4E00, 0x9000)) for _ in range(300)) for _ in range(count)]


def test_texts_of_their_own_are_not_alike():
    assert alike(written(50, seed=1)) == []
    assert alike([]) == []
    assert alike(["一"]) == []


def test_white_space_makes_no_other_text():
    (text,) = written(1, seed=2)
    spaced = f"　{text[:100]}\n\n　{text[100:]} "
    assert alike([*written(3, seed=3), text, spaced]) == [(3, 4, 1.0)]


def test_short_texts_are_alike_where_they_are_equal():
    assert alike(["抢修水管", "抢修 水管", "抢修水泵", "", " "]) == [(0, 1, 1.0), (3, 4, 1.0)]


def test_equal_checksums_of_other_texts_do_not_make_them_equal():
    texts = written(2, seed=4)
    assert [*alike_texts(texts, Suspects({1: 0}, {}), LEAST)] == []


@given(st.data())
def test_a_text_that_took_most_of_another_is_found_with_its_likeness(data):
    texts = written(6, seed=data.draw(st.integers(0, 999)))
    source = data.draw(st.integers(0, 5))
    start, length = data.draw(st.integers(0, 240)), data.draw(st.integers(0, 40))
    text = texts[source]
    copy = text[:start] + "他" * length + text[start + length :]
    ((earlier, later, likeness),) = alike([*texts, copy])
    assert (earlier, later) == (source, 6)
    assert likeness == fuzz.ratio(without_space(text), copy) / 100
