"""Work is shared out in order, little of it ahead, and finished whatever becomes of those who do it."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool

import pytest

from awardgen.errors import AwardgenError
from awardgen.workers import Workers, workers
from tests.campaign_folder import REPOSITORY


def squared(number):
    return number * number


def parent_unless_three(number):
    """End the process that does 3, as a system short of memory would."""
    if number == 3 and os.environ.get("IN_TEST") != str(os.getpid()):
        os._exit(1)
    return os.getpid()


def waited(seconds):
    time.sleep(seconds)
    return os.getpid()


def marked(path):
    path.touch()
    return os.getpid()


def refused(number):
    raise ValueError(number)


class InThisProcess(Executor):
    """Does at once what it is sent, or fails as it is told to."""

    def __init__(self, error=None):
        self.error = error

    def submit(self, function, /, *arguments):
        future = Future()
        if self.error:
            future.set_exception(self.error)
        else:
            future.set_result(function(*arguments))
        return future


def counted(total, made):
    for number in range(total):
        made.append(number)
        yield number


each_way = pytest.mark.parametrize("way", ["in order", "as done"])


def shared_out(team, way, function, chunks, *, worthwhile=True):
    return team.map(function, chunks, worthwhile=worthwhile, in_order=way == "in order")


class TestOrderAndLookAhead:
    def test_what_is_begun_comes_in_order_too(self):
        begun = Workers(InThisProcess, 2).begin(squared, range(9), worthwhile=True)
        assert list(begun.results()) == [(number, number * number) for number in range(9)]

    @pytest.mark.parametrize("executor", [None, InThisProcess])
    def test_results_come_in_the_order_of_the_chunks(self, executor):
        team = Workers(executor, 2)
        found = list(team.map(squared, range(50), worthwhile=True))
        assert found == [(number, number * number) for number in range(50)]

    @each_way
    def test_no_more_than_a_few_chunks_are_made_ahead(self, way):
        made = []
        for done, _ in enumerate(shared_out(Workers(InThisProcess, 2), way, squared, counted(100, made))):
            assert len(made) - done <= 2 * 3

    @each_way
    def test_alone_none_is_made_ahead(self, way):
        made = []
        for done, _ in enumerate(shared_out(Workers(None, 1), way, squared, counted(10, made))):
            assert len(made) == done + 1

    @each_way
    def test_what_does_not_pay_is_done_here(self, way):
        def never():
            raise AssertionError

        assert dict(shared_out(Workers(never, 2), way, squared, range(3), worthwhile=False)) == {
            0: 0,
            1: 1,
            2: 4,
        }

    @each_way
    def test_a_fault_of_the_function_is_raised(self, way):
        with pytest.raises(ValueError, match="7"):
            list(shared_out(Workers(InThisProcess, 2), way, refused, [7]))


class SlowForTheFirst(Executor):
    """Answers what it is sent at once, but for the first, which it answers after all others."""

    def __init__(self):
        self.first = None

    def submit(self, function, /, *arguments):
        future = Future()
        if self.first is None:
            self.first = (future, function(*arguments))
        else:
            future.set_result(function(*arguments))
        return future


class TestAsDone:
    def test_what_takes_long_keeps_nothing_waiting(self):
        slow = SlowForTheFirst()
        found = []
        for chunk, square in Workers(lambda: slow, 2).map(
            squared, range(100), worthwhile=True, in_order=False
        ):
            found.append((chunk, square))
            if len(found) == 99:
                slow.first[0].set_result(slow.first[1])
        assert found[-1] == (0, 0)
        assert sorted(found) == [(number, number * number) for number in range(100)]

    def test_one_who_helps_does_what_it_need_not_wait_for(self):
        slow = SlowForTheFirst()
        team = Workers(lambda: slow, 1, helps=True)
        results = team.map(squared, [0] * 50, worthwhile=True, in_order=False)
        assert [next(results) for _ in range(49)] == [(0, 0)] * 49


class TestFailingOnes:
    @each_way
    def test_what_a_cluster_gives_up_is_done_here(self, way):
        team = Workers(lambda: InThisProcess(RuntimeError("no worker left")), 2)
        assert dict(shared_out(team, way, squared, range(5))) == {n: n * n for n in range(5)}

    @each_way
    def test_a_pool_that_breaks_is_replaced_once_for_all_that_it_had(self, way):
        made = []

        def pool():
            made.append(InThisProcess(None if made else BrokenProcessPool()))
            return made[-1]

        team = Workers(pool, 4)
        assert dict(shared_out(team, way, squared, range(50))) == {n: n * n for n in range(50)}
        assert len(made) == 2

    @each_way
    def test_after_a_few_pools_the_rest_is_done_here(self, way):
        made = []

        def pool():
            made.append(InThisProcess(BrokenProcessPool()))
            return made[-1]

        assert len(list(shared_out(Workers(pool, 1), way, squared, range(50)))) == 50
        assert len(made) == 3


class TestProcesses:
    @each_way
    def test_one_that_is_ended_takes_no_work_along(self, monkeypatch, way):
        monkeypatch.setenv("IN_TEST", str(os.getpid()))
        with workers(jobs=2) as team:
            found = list(shared_out(team, way, parent_unless_three, range(12)))
        assert sorted(chunk for chunk, _ in found) == list(range(12))
        assert dict(found)[3] == os.getpid()

    @each_way
    def test_this_one_helps_where_it_would_wait(self, way):
        with workers(jobs=2) as team:
            found = {process for _, process in shared_out(team, way, waited, [0.05] * 20)}
        assert len(found) == 2
        assert os.getpid() in found

    def test_work_that_is_begun_goes_on_meanwhile(self, tmp_path):
        chunks = [tmp_path / str(number) for number in range(20)]
        with workers(jobs=2) as team:
            begun = team.begin(marked, chunks, worthwhile=True)
            while not all(chunk.exists() for chunk in chunks):
                time.sleep(0.01)
            assert os.getpid() not in {process for _, process in begun.results()}

    def test_what_was_begun_is_finished_where_a_process_is_ended(self, monkeypatch):
        monkeypatch.setenv("IN_TEST", str(os.getpid()))
        with workers(jobs=2) as team:
            begun = team.begin(parent_unless_three, range(12), worthwhile=True)
            time.sleep(1)
            assert [chunk for chunk, _ in begun.results()] == list(range(12))
            assert {process for _, process in team.map(waited, [0] * 9, worthwhile=True)} != {os.getpid()}

    def test_to_get_ready_twice_is_to_get_ready_once(self):
        asked = []

        class Asked(InThisProcess):
            def submit(self, function, /, *arguments):
                asked.append(function)
                return super().submit(function, *arguments)

        team = Workers(Asked, 1, helps=True)
        team.get_ready(os.getpid)
        team.get_ready(os.getppid)
        assert asked == [os.getpid]

    def test_one_piece_is_handed_over_where_a_process_is_started(self):
        with workers(jobs=2) as team:
            assert team.hand_over(waited, lambda: pytest.fail("nobody is there")) is None
            team.get_ready(os.getpid)
            assert team.hand_over(waited, lambda: 0).result() != os.getpid()

    def test_one_piece_that_cannot_be_sent_is_not(self):
        with workers(jobs=2) as team:
            team.get_ready(os.getpid)
            team._executor.shutdown()
            assert team.hand_over(waited, lambda: 0) is None

    def test_one_job_is_this_process(self):
        with workers(jobs=1) as team:
            assert dict(team.map(waited, [0], worthwhile=True)) == {0: os.getpid()}

    @pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
    @pytest.mark.parametrize("moment", [0.05, 0.3])
    def test_an_interrupt_of_the_terminal_is_the_parents_alone(self, moment):
        started = _started_with_processes()
        time.sleep(moment)  # from before they start until they are at work
        os.killpg(started.pid, signal.SIGINT)
        _, told = started.communicate(timeout=20)
        assert told.count(b"Traceback") == 1  # the program's own, which has nobody to catch it

    @pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
    def test_none_outlives_a_parent_that_was_killed(self):
        started = _started_with_processes()
        process = int(started.stdout.readline())
        started.kill()
        started.communicate(timeout=20)
        for _ in range(100):
            if not _runs(process):
                return
            time.sleep(0.1)
        pytest.fail("a process goes on without its parent")


def _started_with_processes():
    program = (
        "from tests.test_workers import waited\n"
        "from awardgen.workers import workers\n"
        "if __name__ == '__main__':\n"
        "    print('ready', flush=True)\n"
        "    with workers(jobs=2) as team:\n"
        "        for _, process in team.map(waited, [0] + [0.2] * 100, worthwhile=True):\n"
        "            print(process, flush=True)\n"
    )
    paths = os.pathsep.join([str(REPOSITORY / "src"), str(REPOSITORY)])
    started = subprocess.Popen(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert started.stdout.readline() == b"ready\n"
    return started


def _runs(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


class TestClusters:
    @pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "没有端口的地址"])
    def test_one_that_does_not_answer_is_one_message(self, address, monkeypatch):
        monkeypatch.setattr("awardgen.cluster._SECONDS_TO_ANSWER", 0.2)
        with pytest.raises(AwardgenError, match="连不上集群"), workers(cluster=address):
            pass

    def test_without_what_it_takes_the_message_says_how_to_get_it(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "distributed", None)
        with pytest.raises(AwardgenError) as told, workers(cluster="tcp://127.0.0.1:9"):
            pass
        assert "awardgen[cluster]" in told.value.tip


class TestDismissed:
    def test_the_processes_end_and_this_one_does_the_rest(self):
        with workers(jobs=2) as team:
            team.get_ready(os.getpid)
            process = team.hand_over(waited, lambda: 0).result()
            team.dismiss()
            for _ in range(100):
                if not _runs(process):
                    break
                time.sleep(0.1)
            assert not _runs(process)
            assert dict(team.map(waited, [0], worthwhile=True)) == {0: os.getpid()}

    def test_in_the_end_they_have_ended_and_left_nothing_behind(self):
        """Else Python's own tracker of what they shared tells the terminal of it, in English."""
        with workers(jobs=2) as team:
            team.get_ready(os.getpid)
            process = team.hand_over(waited, lambda: 0).result()
            team.hand_over(time.sleep, lambda: 0.5)
            team.dismiss()
        assert not _runs(process)

    def test_where_nobody_is_nobody_goes(self):
        with workers(jobs=1) as team:
            team.dismiss()
            assert dict(team.map(waited, [0], worthwhile=True)) == {0: os.getpid()}
