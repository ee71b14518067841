"""A backlog goes on by itself, and what nobody has begun is done here."""

from concurrent.futures import Future

import pytest

from awardgen.backlog import Backlog, Unbegun


class Elsewhere:
    """Another process: it does what it is told to do, when it is told to."""

    def __init__(self):
        self.sent = []

    def send(self, chunk):
        future = Future()
        self.sent.append((chunk, future))
        return future

    def answer(self, position):
        chunk, future = self.sent[position]
        future.set_result(f"{chunk} elsewhere")

    def fail(self, position, error):
        self.sent[position][1].set_exception(error)


def here(chunk):
    return f"{chunk} here"


@pytest.fixture
def elsewhere():
    return Elsewhere()


def test_a_few_are_sent_and_for_each_that_comes_back_the_next(elsewhere):
    Backlog(elsewhere.send, here, "甲乙丙丁", 2)
    assert [chunk for chunk, _ in elsewhere.sent] == ["甲", "乙"]
    elsewhere.answer(0)
    assert [chunk for chunk, _ in elsewhere.sent] == ["甲", "乙", "丙"]


def test_what_is_not_sent_is_done_here_and_all_comes_in_order(elsewhere):
    backlog = Backlog(elsewhere.send, here, "甲乙丙丁", 2)
    elsewhere.answer(1)
    elsewhere.answer(0)  # 丙 and 丁 go there
    elsewhere.answer(3)
    results = backlog.results()
    assert next(results) == ("甲", "甲 elsewhere")
    elsewhere.answer(2)
    assert list(results) == [("乙", "乙 elsewhere"), ("丙", "丙 elsewhere"), ("丁", "丁 elsewhere")]


def test_help_begins_at_the_end(elsewhere):
    done = []

    def done_here(chunk):
        done.append(chunk)
        if chunk == "丙":
            elsewhere.answer(0)
        return here(chunk)

    results = Backlog(elsewhere.send, done_here, "甲乙丙丁", 1).results()
    assert next(results) == ("甲", "甲 elsewhere")
    assert done == ["丁", "丙"]


def test_where_all_fails_all_is_done_here(elsewhere):
    backlog = Backlog(elsewhere.send, here, "甲乙丙", 2)
    elsewhere.fail(0, RuntimeError())
    elsewhere.fail(1, RuntimeError())
    assert list(backlog.results()) == [("甲", "甲 here"), ("乙", "乙 here"), ("丙", "丙 here")]
    assert len(elsewhere.sent) == 2


def test_where_nothing_can_be_sent_all_is_done_here():
    def refused(_):
        raise RuntimeError

    assert dict(Backlog(refused, here, "甲乙", 2).results()) == {"甲": "甲 here", "乙": "乙 here"}


def test_a_fault_of_the_function_is_raised(elsewhere):
    def faulty(chunk):
        raise ValueError(chunk)

    backlog = Backlog(elsewhere.send, faulty, "甲", 1)
    elsewhere.fail(0, ValueError("甲"))
    with pytest.raises(ValueError, match="甲"):
        list(backlog.results())


def test_until_it_is_time_for_something_else_it_is_done_from_the_end(elsewhere):
    done = []
    backlog = Backlog(elsewhere.send, lambda chunk: done.append(chunk) or here(chunk), "甲乙丙丁", 1)
    backlog.work_until(lambda: len(done) == 2)
    assert done == ["丁", "丙"]
    elsewhere.answer(0)
    elsewhere.answer(1)
    assert list(backlog.results()) == [
        ("甲", "甲 elsewhere"), ("乙", "乙 elsewhere"), ("丙", "丙 here"), ("丁", "丁 here"),
    ]  # fmt: skip


def test_until_then_nothing_is_waited_for(elsewhere):
    backlog = Backlog(elsewhere.send, here, "甲乙", 2)
    backlog.work_until(lambda: False)
    assert len(elsewhere.sent) == 2


def test_what_is_unbegun_waits_until_it_is_asked_for():
    begun = Unbegun(iter([("甲", "甲 here")]))
    begun.work_until(lambda: pytest.fail("it is never asked"))
    assert list(begun.results()) == [("甲", "甲 here")]


def test_it_is_done_when_all_that_was_sent_has_come_back_and_nothing_is_left(elsewhere):
    backlog = Backlog(elsewhere.send, here, "甲乙丙", 2)
    elsewhere.answer(0)
    elsewhere.answer(1)
    assert not backlog.is_done()  # 丙 was sent
    elsewhere.answer(2)
    assert backlog.is_done()
    assert [result for _, result in backlog.results()] == ["甲 elsewhere", "乙 elsewhere", "丙 elsewhere"]


def test_what_nobody_has_begun_is_not_done():
    assert not Unbegun(iter([("甲", "甲 here")])).is_done()
