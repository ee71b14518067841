"""Imprints are remembered by what the texts are; a run takes those of the texts that are new, and no others."""

import random

import numpy as np
import pytest

from awardgen.cache import Cache
from awardgen.campaign import Campaign
from awardgen.checks import imprints as imprints_module
from awardgen.checks.imprints import imprints_of
from awardgen.fingerprint import Inputs
from awardgen.memory.campaign import CampaignMemory
from awardgen.memory.imprints import ImprintMemory
from awardgen.text_digest import text_digest


def _texts(count, seed=1):
    """Return texts of 300 characters, and two that are too short to be sketched."""
    of_seed = random.Random(seed)  # noqa: S311 - made-up texts
    long = [
        "\n".join(chr(of_seed.randrange(0x4E00, 0x9000)) * 2 for _ in range(150)) for _ in range(count - 2)
    ]
    return [f"短{seed}", *long, ""]


def _taken(memory, texts, at_hand=None):
    given = texts if at_hand is None else at_hand
    return memory.imprints([*map(text_digest, texts)], {text_digest(text): text for text in given})


def _same(one, other):
    return (
        list(one.lengths) == list(other.lengths)
        and list(one.checksums) == list(other.checksums)
        and np.array_equal(one.sketches.hashes, other.sketches.hashes)
        and np.array_equal(one.sketches.sizes, other.sketches.sizes)
    )


@pytest.fixture
def taken(monkeypatch):
    """Of how many texts imprints were taken, each time that any were."""
    counts = []

    def counting(texts):
        counts.append(len(texts))
        return imprints_of(texts)

    monkeypatch.setattr(imprints_module, "imprints_of", counting)
    return counts


def test_what_is_remembered_is_not_taken_again(tmp_path, taken):
    texts = _texts(600)
    first = _taken(ImprintMemory("甲", Cache(tmp_path)), texts)
    again = _taken(ImprintMemory("甲", Cache(tmp_path)), texts)
    assert taken == [600]
    assert _same(first, again)
    assert _same(again, imprints_of(texts))


def test_a_text_that_is_new_is_looked_at_wherever_it_stands(tmp_path, taken):
    texts = _texts(600)
    _taken(ImprintMemory("甲", Cache(tmp_path)), texts)
    texts[300] = "他修好了水泵。" * 30
    for _ in range(2):
        assert _same(_taken(ImprintMemory("甲", Cache(tmp_path)), texts), imprints_of(texts))
    assert taken == [600, 1]


def test_texts_that_came_one_by_one_are_remembered_with_those_that_were_there_before(tmp_path, taken):
    texts, more = _texts(600), _texts(40, seed=2)[:-1]
    for count in (0, 1, 2, 39):
        _taken(ImprintMemory("甲", Cache(tmp_path)), [*texts, *more[:count]])
    assert taken == [600, 1, 1, 37]
    found = _taken(ImprintMemory("甲", Cache(tmp_path)), [*more, *texts], at_hand=[])
    assert _same(found, imprints_of([*more, *texts]))


def test_once_many_have_come_the_next_one_is_kept_by_itself(tmp_path):
    memory, texts = ImprintMemory("甲", Cache(tmp_path)), _texts(600)
    for more in (0, 20, 40):  # the last are a fifteenth
        _taken(memory, [*texts, *_texts(42, seed=2)[1:-1][:more]])
    (all_of_them,) = tmp_path.glob("imprints-[!a]*")
    before = all_of_them.read_bytes()
    _taken(memory, [*texts, *_texts(42, seed=2), *_texts(3, seed=3)])
    assert all_of_them.read_bytes() == before


def test_many_new_texts_are_kept(tmp_path, taken):
    _taken(ImprintMemory("甲", Cache(tmp_path)), _texts(600))
    for _ in range(2):
        _taken(ImprintMemory("甲", Cache(tmp_path)), _texts(700, seed=3))
    assert taken == [600, 699]  # the empty one was there


def test_a_text_that_stands_twice_has_two_imprints(tmp_path):
    texts = [*_texts(600), *_texts(600)]
    for _ in range(2):
        assert _same(_taken(ImprintMemory("甲", Cache(tmp_path)), texts), imprints_of(texts))


def test_few_texts_leave_nothing_behind(tmp_path):
    assert _same(_taken(ImprintMemory("甲", Cache(tmp_path)), _texts(20)), imprints_of(_texts(20)))
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_is_to_remember_nothing_leaves_nothing_behind(tmp_path):
    memory = CampaignMemory(Inputs(), Cache(tmp_path)).imprints(Campaign())
    assert _same(_taken(memory, _texts(600)), imprints_of(_texts(600)))
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_memory_is_no_memory(tmp_path, taken):
    texts = _texts(600)
    _taken(ImprintMemory("甲", Cache(tmp_path)), texts)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:-8])
    assert _same(_taken(ImprintMemory("甲", Cache(tmp_path)), texts), imprints_of(texts))
    assert taken == [600, 600]


def test_of_a_text_that_is_neither_at_hand_nor_remembered_there_is_no_imprint(tmp_path):
    texts = _texts(600)
    memory = ImprintMemory("甲", Cache(tmp_path))
    _taken(memory, texts)
    assert _taken(memory, texts, at_hand=[]) is not None
    assert _taken(memory, [*texts, "新来的"], at_hand=[]) is None
