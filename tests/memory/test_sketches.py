"""Sketches are remembered by what the texts are; a run makes those of the texts that are new, and no others."""

import random

import numpy as np
import pytest

from awardgen.cache import Cache
from awardgen.campaign import Campaign
from awardgen.checks import sketches as sketches_module
from awardgen.checks.sketches import sketches_of
from awardgen.fingerprint import Inputs
from awardgen.memory.campaign import CampaignMemory
from awardgen.memory.sketches import SketchMemory
from awardgen.text_digest import text_digest


def _texts(count, seed=1):
    of_seed = random.Random(seed)  # noqa: S311 - made-up texts
    texts = ["".join(chr(of_seed.randrange(0x4E00, 0x9000)) * 2 for _ in range(150)) for _ in range(count)]
    return {text_digest(text): text for text in texts}


def _sketches_of(texts):
    return sketches_of([*texts.values()])


def _same(one, other):
    return np.array_equal(one.hashes, other.hashes) and np.array_equal(one.sizes, other.sizes)


@pytest.fixture
def sketched(monkeypatch):
    """How many texts were sketched, each time that any were."""
    counts = []

    def counting(texts):
        counts.append(len(texts))
        return sketches_of(texts)

    monkeypatch.setattr(sketches_module, "sketches_of", counting)
    return counts


def test_what_is_remembered_is_not_made_again(tmp_path, sketched):
    texts = _texts(600)
    first = SketchMemory("甲", Cache(tmp_path)).sketch(texts)
    again = SketchMemory("甲", Cache(tmp_path)).sketch(texts)
    assert sketched == [600]
    assert _same(first, again)
    assert _same(again, _sketches_of(texts))


def test_a_text_that_is_new_is_sketched_wherever_it_stands(tmp_path, sketched):
    texts = _texts(600)
    SketchMemory("甲", Cache(tmp_path)).sketch(texts)
    (changed,) = _texts(1, seed=2).items()
    later = [changed if index == 300 else each for index, each in enumerate(texts.items())]
    for _ in range(2):
        assert _same(SketchMemory("甲", Cache(tmp_path)).sketch(dict(later)), _sketches_of(dict(later)))
    assert sketched == [600, 1]


def test_texts_that_came_one_by_one_are_remembered_with_those_that_were_there_before(tmp_path, sketched):
    texts, more = _texts(600), [*_texts(40, seed=2).items()]
    for count in (0, 1, 2, 40):
        SketchMemory("甲", Cache(tmp_path)).sketch({**texts, **dict(more[:count])})
    assert sketched == [600, 1, 1, 38]
    without_texts = dict.fromkeys({**texts, **dict(more)})
    assert SketchMemory("甲", Cache(tmp_path)).sketch(without_texts) is not None


def test_many_new_texts_are_kept(tmp_path, sketched):
    SketchMemory("甲", Cache(tmp_path)).sketch(_texts(600))
    for _ in range(2):
        SketchMemory("甲", Cache(tmp_path)).sketch(_texts(700, seed=3))
    assert sketched == [600, 700]


def test_few_texts_leave_nothing_behind(tmp_path):
    assert _same(SketchMemory("甲", Cache(tmp_path)).sketch(_texts(20)), _sketches_of(_texts(20)))
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_is_to_remember_nothing_leaves_nothing_behind(tmp_path):
    memory = CampaignMemory(Inputs(), Cache(tmp_path)).sketches(Campaign())
    assert _same(memory.sketch(_texts(600)), _sketches_of(_texts(600)))
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_memory_is_no_memory(tmp_path, sketched):
    texts = _texts(600)
    SketchMemory("甲", Cache(tmp_path)).sketch(texts)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:-8])
    assert _same(SketchMemory("甲", Cache(tmp_path)).sketch(texts), _sketches_of(texts))
    assert sketched == [600, 600]


def test_a_text_that_is_not_at_hand_may_be_remembered(tmp_path):
    texts = _texts(600)
    memory = SketchMemory("甲", Cache(tmp_path))
    memory.sketch(texts)
    assert _same(memory.sketch(dict.fromkeys(texts)), _sketches_of(texts))


def test_of_a_text_that_is_neither_at_hand_nor_remembered_no_sketch_is_made(tmp_path):
    texts = _texts(600)
    memory = SketchMemory("甲", Cache(tmp_path))
    memory.sketch(texts)
    assert memory.sketch({**dict.fromkeys(texts), b"new": None}) is None
