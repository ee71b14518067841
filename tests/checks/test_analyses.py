import pickle
from datetime import date

import pytest

from awardgen.campaign import CalendarPeriod, evaluate
from awardgen.checks.analyses import analyser_of, texts_to_analyse
from awardgen.checks.rules import check_campaign
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
