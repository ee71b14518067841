import os

from awardgen.means import Means
from awardgen.workers import Workers


def test_those_who_are_called_together_already_are_asked():
    team = Workers(None, 0)
    with Means(jobs=2, team=team).workers() as asked:
        assert asked is team


def test_else_they_are_called_together_for_the_run_and_leave_after_it():
    with Means(jobs=2).workers() as team:
        team.get_ready(os.getpid)
        answer = team.hand_over(abs, lambda: -3)
        assert answer.result() == 3
    assert team.hand_over(abs, lambda: -3) is None
