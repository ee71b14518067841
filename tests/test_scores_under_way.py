"""Scores that another process finds out are those that this one would."""

import pytest

from awardgen import scores_under_way
from awardgen.cache import Cache
from awardgen.checks.score_rules import SCORE_RULES
from awardgen.fingerprint import Inputs
from awardgen.memory.campaign import CampaignMemory
from awardgen.memory.scores import unpacked_scores
from awardgen.scores_under_way import ScoresUnderWay
from awardgen.unchanged import inputs_of_campaign
from awardgen.workbook import begin_reading
from awardgen.workers import workers
from tests.elsewhere import Elsewhere


@pytest.fixture
def faulty(starter):
    """Findings of cells, of several rules, and rows of every kind."""
    starter.edit("评分", "评分", B2="外人", C3=99, C4="优", A5="ZZ-1")
    starter.append("评分", "附加分", "SF-001", "2001-01-01", "书面", "某人", "是")
    return starter


def found_here(reading):
    with workers(1) as team:
        return ScoresUnderWay(reading, CampaignMemory(Inputs()).scores(reading.campaign), team).finish(never)


def never(_):
    pytest.fail("nothing is waited for")


def test_they_are_the_same_and_so_are_the_rows_where_one_is_asked_for(faulty):
    reading = begin_reading(faulty.path)
    here = found_here(reading)
    with workers(2) as team:
        team.get_ready(Inputs)
        under_way = ScoresUnderWay(reading, CampaignMemory(Inputs()).scores(reading.campaign), team)
        elsewhere = under_way.finish(lambda _: None)
    assert elsewhere.scores == here.scores
    assert elsewhere.found == here.found
    assert {rule for rule, found in here.found.items() if found} <= set(SCORE_RULES)
    assert sum(map(len, here.found.values())) > 2
    assert tuple(elsewhere.read.findings) == tuple(here.read.findings)
    assert elsewhere.read.headers == here.read.headers
    assert tuple(elsewhere.read.scores) == tuple(here.read.scores)
    assert tuple(elsewhere.read.evidence) == tuple(here.read.evidence)
    assert reading.finish(elsewhere.read).findings == reading.finish(here.read).findings


def test_something_else_is_done_until_they_are_there(faulty):
    reading, elsewhere = begin_reading(faulty.path), Elsewhere()
    under_way = ScoresUnderWay(reading, CampaignMemory(Inputs()).scores(reading.campaign), elsewhere)

    def meanwhile(is_time):
        assert not is_time()
        elsewhere.answer()
        assert is_time()

    assert under_way.finish(meanwhile).scores == found_here(reading).scores


@pytest.mark.parametrize("answer", [RuntimeError(), b"", b"{}", b"null"])
def test_where_the_other_process_fails_they_are_found_out_here(faulty, answer):
    reading, elsewhere = begin_reading(faulty.path), Elsewhere()
    under_way = ScoresUnderWay(reading, CampaignMemory(Inputs()).scores(reading.campaign), elsewhere)
    if isinstance(answer, bytes):
        elsewhere.future.set_result(answer)
    else:
        elsewhere.future.set_exception(answer)
    assert under_way.finish(lambda _: None).scores == found_here(reading).scores


def test_what_is_sent_holds_no_write_up(starter):
    reading, elsewhere = begin_reading(starter.path), Elsewhere()
    ScoresUnderWay(reading, CampaignMemory(Inputs()).scores(reading.campaign), elsewhere)
    _, sent = elsewhere.work
    assert [each.number for each in sent.campaign.applications] == [
        each.number for each in reading.campaign.applications
    ]
    assert not any(each.write_up or each.record.values for each in sent.campaign.applications)


def test_what_came_from_there_is_remembered(faulty, tmp_path, monkeypatch):
    reading, elsewhere = begin_reading(faulty.path), Elsewhere()
    inputs = inputs_of_campaign(faulty.path, strict=False)
    memory = CampaignMemory(inputs, Cache(tmp_path / "cache"))
    under_way = ScoresUnderWay(reading, memory.scores(reading.campaign), elsewhere)
    elsewhere.answer()
    found = under_way.finish(lambda _: None)
    memory.keep(inputs)
    again = CampaignMemory(inputs, Cache(tmp_path / "cache")).scores(reading.campaign)
    monkeypatch.setattr(scores_under_way, "_found", lambda _: pytest.fail("it was found out again"))
    remembered = ScoresUnderWay(reading, again, Elsewhere()).finish(never)
    assert (
        remembered.scores == found.scores == unpacked_scores(elsewhere.future.result(), reading.scores).scores
    )
