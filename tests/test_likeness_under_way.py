"""Write-ups that another process holds against each other are found alike as they are here."""

import random

import pytest

from awardgen import likeness_under_way
from awardgen.cache import Cache
from awardgen.checks.rules import check_applications
from awardgen.likeness_under_way import LikenessUnderWay
from awardgen.memory.imprints import ImprintMemory
from awardgen.workers import workers
from tests.builders import application, campaign
from tests.elsewhere import Elsewhere

COUNT = 600


@pytest.fixture(scope="module")
def texts():
    """Of six hundred write-ups one is the copy of another but for its end, one the same but for its blanks."""
    of_seed = random.Random(5)  # noqa: S311 - made-up texts
    made = ["".join(chr(of_seed.randrange(0x4E00, 0x9000)) for _ in range(300)) for _ in range(COUNT - 2)]
    return [*made, made[7][:-9] + "他又写了一句。", f"　{made[30]}\n"]


@pytest.fixture
def memory(tmp_path):
    return ImprintMemory("甲", Cache(tmp_path / "cache"))


def of(texts):
    """Return a campaign in which each is written by another person."""
    return campaign(
        *[
            application(f"BB-{index:03}", 岗位人员姓名=f"于{chr(0x4E00 + index)}", 主要事迹=text)
            for index, text in enumerate(texts)
        ]
    )


def found_here(built):
    found = [each for of_rule in check_applications(built).values() for each in of_rule]
    assert [each.applicant for each in found] == ["BB-598", "BB-599"]
    return found


def found(under_way):
    checked = {**under_way.checked_here(), **under_way.checked_elsewhere()}
    return [each for of_rule in checked.values() for each in of_rule]


def test_where_an_earlier_run_knew_most_of_them_another_process_is_asked(texts, memory):
    found(LikenessUnderWay(of(texts), memory, texts, None))
    changed = ["他修好了水泵，" * 30, *texts[1:]]
    built, elsewhere = of(changed), Elsewhere()
    under_way = LikenessUnderWay(built, memory, changed[:1], elsewhere)
    assert under_way.checked_here() == {}
    elsewhere.answer()
    assert found(under_way) == found_here(built)


def test_of_the_write_ups_only_those_are_sent_that_are_new(texts, memory):
    elsewhere = Elsewhere()
    LikenessUnderWay(of(texts), memory, texts[:1], elsewhere)
    _, asked = elsewhere.work
    assert list(asked.at_hand.values()) == texts[:1]
    assert len(asked.digests) == COUNT


def test_a_real_process_tells_the_same(texts, memory):
    found(LikenessUnderWay(of(texts), memory, texts, None))
    with workers(2) as team:
        team.get_ready(likeness_under_way.load)
        built = of(texts)
        under_way = LikenessUnderWay(built, memory, [], team)
        assert under_way.checked_here() == {}
        assert found(under_way) == found_here(built)


def test_where_the_other_process_lacks_an_imprint_they_are_compared_here(texts, memory):
    built, elsewhere = of(texts), Elsewhere()
    under_way = LikenessUnderWay(built, memory, [], elsewhere)
    elsewhere.answer()
    assert elsewhere.future.result() is None
    assert found(under_way) == found_here(built)


def test_where_the_other_process_fails_they_are_compared_here(texts, memory):
    built, elsewhere = of(texts), Elsewhere()
    under_way = LikenessUnderWay(built, memory, [], elsewhere)
    elsewhere.future.set_exception(RuntimeError())
    assert found(under_way) == found_here(built)


@pytest.mark.parametrize("new", [COUNT, COUNT // 10])
def test_where_many_are_new_nobody_is_asked(texts, memory, new):
    built, elsewhere = of(texts), Elsewhere()
    under_way = LikenessUnderWay(built, memory, texts[:new], elsewhere)
    assert elsewhere.work is None
    assert found(under_way) == found_here(built)


def test_of_few_write_ups_nobody_is_asked(texts, memory):
    elsewhere = Elsewhere()
    under_way = LikenessUnderWay(of(texts[:3]), memory, [], elsewhere)
    assert elsewhere.work is None
    assert found(under_way) == []
