"""Sketches are remembered by what the texts are; a run makes those of the texts that are new, and no others."""

import random

import numpy as np
import pytest

from awardgen.cache import Cache
from awardgen.campaign import Campaign
from awardgen.checks.likeness import alike_texts, without_space
from awardgen.checks.sketches import sketches_of
from awardgen.fingerprint import Inputs
from awardgen.memory import sketches as sketch_memory
from awardgen.memory.campaign import CampaignMemory
from awardgen.memory.sketches import SketchMemory


def _texts(count, seed=1):
    of_seed = random.Random(seed)  # noqa: S311 - made-up texts
    texts = ["\n".join(chr(of_seed.randrange(0x4E00, 0x9000)) * 2 for _ in range(150)) for _ in range(count)]
    return {text: without_space(text) for text in texts}


def _same(one, other):
    return np.array_equal(one.hashes, other.hashes) and np.array_equal(one.sizes, other.sizes)


@pytest.fixture
def sketched(monkeypatch):
    """How many texts were sketched, each time that any were."""
    counts = []

    def counting(texts):
        counts.append(len(texts))
        return sketches_of(texts)

    monkeypatch.setattr(sketch_memory, "sketches_of", counting)
    return counts


def test_what_is_remembered_is_not_made_again(tmp_path, sketched):
    texts = _texts(600)
    first = SketchMemory("甲", Cache(tmp_path)).sketch(texts)
    again = SketchMemory("甲", Cache(tmp_path)).sketch(texts)
    assert sketched == [600]
    assert _same(first, again)
    assert _same(again, sketches_of(texts))


def test_a_text_that_is_new_is_sketched_wherever_it_stands(tmp_path, sketched):
    texts = _texts(600)
    SketchMemory("甲", Cache(tmp_path)).sketch(texts)
    (changed,) = _texts(1, seed=2).items()
    later = [changed if index == 300 else each for index, each in enumerate(texts.items())]
    assert _same(SketchMemory("甲", Cache(tmp_path)).sketch(dict(later)), sketches_of(dict(later)))
    assert sketched == [600, 1]


def test_many_new_texts_are_kept(tmp_path, sketched):
    SketchMemory("甲", Cache(tmp_path)).sketch(_texts(600))
    for _ in range(2):
        SketchMemory("甲", Cache(tmp_path)).sketch(_texts(700, seed=3))
    assert sketched == [600, 700]


def test_few_texts_leave_nothing_behind(tmp_path):
    assert _same(SketchMemory("甲", Cache(tmp_path)).sketch(_texts(20)), sketches_of(_texts(20)))
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_is_to_remember_nothing_leaves_nothing_behind(tmp_path):
    memory = CampaignMemory(Inputs(), Cache(tmp_path)).sketches(Campaign())
    assert _same(memory.sketch(_texts(600)), sketches_of(_texts(600)))
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_memory_is_no_memory(tmp_path, sketched):
    texts = _texts(600)
    SketchMemory("甲", Cache(tmp_path)).sketch(texts)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:-8])
    assert _same(SketchMemory("甲", Cache(tmp_path)).sketch(texts), sketches_of(texts))
    assert sketched == [600, 600]


def test_copies_are_found_by_remembered_sketches(tmp_path):
    texts = list(_texts(600))
    texts.append(texts[7][:-9] + "他又写了一句。")
    for _ in range(2):
        memory = SketchMemory("甲", Cache(tmp_path))
        assert [(each.earlier, each.later) for each in alike_texts(texts, 0.75, 100, memory.sketch)] == [
            (7, 600)
        ]
