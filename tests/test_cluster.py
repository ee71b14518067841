"""A Dask cluster gives the documents that this machine would, whatever becomes of one of its processes."""

import os
import signal
from contextlib import contextmanager

import pytest
from distributed import LocalCluster

from awardgen import cli, pipeline
from awardgen.means import Means
from awardgen.publishing import production
from awardgen.publishing.names import JOURNAL_FOLDER
from tests.campaign_folder import CampaignFolder

ALONE = Means(jobs=1)


@pytest.fixture(scope="module")
def cluster():
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    """Return the campaign and its documents as one process makes them."""
    campaign = CampaignFolder(tmp_path_factory.mktemp("campaign") / "活动")
    pipeline.build(campaign.path, means=ALONE)
    return campaign, documents(campaign.output(""))


@pytest.fixture(autouse=True)
def worthwhile(monkeypatch):
    monkeypatch.setattr(production, "_WORTHWHILE", 0)
    monkeypatch.setattr(production, "_BATCH", 3)


def documents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.docx")}


@pytest.fixture
def nothing_is_done_here(monkeypatch):
    """What a cluster cannot do is done here, so a test would not show that it did nothing."""

    def refused(*_):
        raise AssertionError("a batch came back undone")

    monkeypatch.setattr(production.Production, "_write_here", refused)


@pytest.mark.usefixtures("nothing_is_done_here")
def test_a_folder_that_all_can_write(cluster, expected, tmp_path):
    campaign, wanted = expected
    output = tmp_path / "shared"
    arguments = ["--cluster", cluster.scheduler_address, "--output", str(output)]
    assert cli.run(["-C", str(campaign.path), "build", *arguments]) == 0
    assert documents(output) == wanted
    assert not (output / JOURNAL_FOLDER).exists()


def test_a_url(cluster, expected, tmp_path):
    campaign, wanted = expected
    url = (tmp_path / "shared").as_uri()
    means = Means(cluster=cluster.scheduler_address)
    first = pipeline.build(campaign.path, output=url, means=means)
    assert {each.status.value for each in first.documents} == {"built"}
    assert documents(tmp_path / "shared") == wanted
    (tmp_path / "shared" / "通知.docx").write_bytes(b"by hand")
    second = pipeline.build(campaign.path, output=url, means=ALONE)
    assert {each.path: each.status.value for each in second.documents} == {
        path: "kept" if path == "通知.docx" else "unchanged" for path in wanted
    }


def test_a_process_that_is_killed_half_way_costs_no_document(cluster, expected, tmp_path):
    campaign, wanted = expected
    done = []

    class Killing:
        @contextmanager
        def stage(self, name, _total):
            def advance(count):
                if name == "生成文书" and not done:
                    os.kill(cluster.workers[0].pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
                done.append(count)

            yield advance

    means = Means(cluster=cluster.scheduler_address, progress=Killing())
    report = pipeline.build(campaign.path, output=str(tmp_path), means=means)
    assert sorted(each.path for each in report.documents) == sorted(wanted)
    assert {each.status.value for each in report.documents} == {"built"}
    assert documents(tmp_path) == wanted


def test_an_address_at_which_nobody_listens_is_one_message(expected, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("awardgen.cluster._SECONDS_TO_ANSWER", 0.2)
    arguments = ["build", "--cluster", "tcp://127.0.0.1:9", "--output", str(tmp_path / "new")]
    assert cli.run(["-C", str(expected[0].path), *arguments]) == 2
    told = capsys.readouterr().err
    assert told.startswith("出错了：连不上集群tcp://127.0.0.1:9")
    assert len(told.splitlines()) == 2
