import pickle
from concurrent.futures import Future
from datetime import date

import pytest

from awardgen.backlog import Backlog
from awardgen.campaign import CalendarPeriod, evaluate
from awardgen.checks.analyses import AnalysesUnderWay, analyser_of, texts_to_analyse
from awardgen.checks.memory import Memory
from awardgen.checks.rules import check_campaign
from awardgen.progress import SILENT
from awardgen.workers import Workers
from tests.builders import WINDOW, application, campaign, record, settings

INSIDE, OUTSIDE = "2010年10月，他抢修锅炉。", "2009年10月，他抢修锅炉。"
BUILT = campaign(
    application("BB-1", 主要事迹=INSIDE),
    application("BB-2", 主要事迹=OUTSIDE, 事迹材料=INSIDE),
    application("BB-3", 主要事迹=None),
)


def test_analyses_made_elsewhere_give_the_same_findings():
    analyser = analyser_of(BUILT)
    made = {text: analyser(text) for text in texts_to_analyse(BUILT)}
    evaluation = evaluate(BUILT)
    assert check_campaign(BUILT, evaluation, made.__getitem__) == check_campaign(BUILT, evaluation)


def test_each_text_is_asked_for_once():
    assert texts_to_analyse(BUILT) == [INSIDE, OUTSIDE]


def test_an_analyser_can_be_sent_to_another_process():
    analyser = analyser_of(BUILT)
    assert pickle.loads(pickle.dumps(analyser)) == analyser  # noqa: S301 - the test's own bytes


@pytest.mark.parametrize(
    "changed",
    [
        {"settings": settings(window=None)},
        {"settings": settings(reference=date(2011, 5, 1))},
        {"periods": (CalendarPeriod(record("校历"), "寒假", WINDOW.first_day, WINDOW.last_day),)},
    ],
)
def test_an_analyser_is_another_where_a_text_may_be_read_otherwise(changed):
    assert analyser_of(campaign(**changed)) != analyser_of(campaign())


def test_without_a_window_only_the_length_is_told():
    read = analyser_of(campaign(settings=settings(window=None)))(INSIDE)
    assert (read.length, read.mentions) == (11, ())


class Elsewhere(Workers):
    """Another process, which reads everything at once or nothing."""

    def __init__(self, *, reads):
        super().__init__(None, 0)
        self.reads = reads

    def begin(self, function, chunks, *, worthwhile):  # noqa: ARG002 - it is always there
        def send(chunk):
            future = Future()
            if self.reads:
                future.set_result(function(chunk))
            return future

        return Backlog(send, function, chunks, len(chunks) if self.reads else 0)


class Shown:
    """Progress that keeps what it was to show."""

    def __init__(self):
        self.stages = []

    def stage(self, name, total):
        self.stages.append((name, total))
        return SILENT.stage(name, total)


@pytest.mark.parametrize(("reads", "stages"), [(True, []), (False, [("阅读事迹材料", 2)])])
def test_a_stage_is_shown_only_where_there_is_something_to_wait_for(tmp_path, reads, stages):
    """It may be asked for within another stage: two bars at once are more than a terminal takes."""
    analyser, shown = analyser_of(BUILT), Shown()
    memory = Memory(analyser, tmp_path)
    texts = texts_to_analyse(BUILT)
    under_way = AnalysesUnderWay(analyser, texts, Elsewhere(reads=reads), shown, memory)
    assert under_way.are_done() == reads
    found = under_way.finish()
    assert shown.stages == stages
    assert [found(text).length for text in texts] == [len(text) - 4 for text in texts]
