"""The server as it is: asked over its socket, and looked at in Chromium."""

import http.client
import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from urllib.parse import quote

import pytest

TIMEOUT = 30_000


class Served:
    """A running `awardgen serve`. url: what it printed."""

    def __init__(self, process):
        self.process = process
        self.url = re.search(r"http://\S+", process.stdout.readline())[0]
        self.port = int(re.search(r":(\d+)/", self.url)[1])

    def ask(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.putrequest(method, path, skip_host=True)
            for name, value in {"Host": f"127.0.0.1:{self.port}", **headers}.items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            return answer.status, answer.read(), answer.headers
        finally:
            connection.close()

    def status(self, path, **headers):
        return self.ask(path, **headers)[0]

    def until(self, words):
        """Read what it prints until a line has the words."""
        while line := self.process.stdout.readline():
            if words in line:
                return line
        raise AssertionError(words)


@contextmanager
def serving(campaign, *options):
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
    command = [
        sys.executable,
        "-m",
        "awardgen",
        "-C",
        str(campaign.path),
        "serve",
        "--no-open",
        "--port",
        "0",
    ]
    process = subprocess.Popen(
        [*command, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        text=True,
        encoding="utf-8",
    )
    with process:
        try:
            yield Served(process)
        finally:
            process.kill()


@pytest.fixture
def served(starter):
    with serving(starter) as running:
        running.until("已更新")
        yield running


def test_report_and_documents_are_served(served):
    status, page, headers = served.ask("/")
    assert status == 200
    assert b"/.serve/live.js" in page
    assert headers["X-Content-Type-Options"] == "nosniff"
    status, document, _ = served.ask(f"/{quote('表彰名单.docx')}")
    assert (status, document[:2]) == (200, b"PK")


def test_nothing_outside_of_output_is_served(served, starter, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    starter.output("link.txt").symlink_to(secret)
    starter.output("links").symlink_to(tmp_path)
    workbook = quote("data/活动设置.xlsx")
    for path in (
        f"/../{workbook}",
        f"/%2e%2e/{workbook}",
        f"/..%2f{workbook}",
        f"/..%5c{workbook}",
        f"/{quote('申报表')}/../../{workbook}",
        f"/{secret}",
        f"/%2f{secret}",
        "/link.txt",
        "/links/secret.txt",
        "/.manifest.json",
        "/.%e6%89%8b%e6%94%b9/",
        "/%00",
        "/C:%5csecret.txt",
    ):
        assert served.status(path) == 404, path


def test_what_somebody_else_put_there_may_be_shown_and_do_nothing(served, starter):
    starter.output("他人.html").write_text("<script>1</script>")
    starter.output("附件.pdf").write_bytes(b"%PDF-1.4")
    assert "sandbox" in served.ask(f"/{quote('他人.html')}")[2]["Content-Security-Policy"]
    headers = served.ask(f"/{quote('附件.pdf')}")[2]
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Security-Policy"] is None


def test_another_host_is_refused(served):
    assert served.status("/", Host="evil.example") == 421
    assert served.status("/", Host=f"evil.example:{served.port}") == 421
    assert served.status("/", Host=f"localhost:{served.port}") == 200


def test_other_machines_need_the_token(starter):
    with serving(starter, "--host", "127.0.0.1") as running:
        token = re.search(r"token=(\S+)", running.url)[1]
        for path in ("/", "/?token=wrong", "/.serve/events", f"/{quote('通知.docx')}"):
            assert running.status(path) == 403, path
        status, _, headers = running.ask(f"/?token={token}")
        assert (status, headers["Location"]) == (303, "/")
        cookie = headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert running.status("/", Cookie=cookie.partition(";")[0]) == 200


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no signal for Ctrl-C that only one process gets"
)
def test_ctrl_c_ends_it_cleanly(served):
    served.process.send_signal(signal.SIGINT)
    rest = served.process.stdout.read()
    assert served.process.wait(20) == 0
    assert rest == "已结束。\n"


@pytest.mark.browser
def test_a_saved_workbook_is_seen_without_doing_anything(served, starter, visitor):
    visitor.open(served.url, "tab=writeups&q=SF-001")
    starter.edit("申报", "示范岗", C2="新开的窗口")
    visitor.page.locator(".applications .title >> text=新开的窗口").wait_for(timeout=TIMEOUT)
    assert "q=SF-001" in visitor.page.url
    assert visitor.complaints == []


@pytest.mark.browser
def test_a_workbook_that_cannot_be_read_is_told_above_the_last_page(served, starter, visitor):
    visitor.open(served.url)
    workbook = starter.path / "data" / "活动设置.xlsx"
    good = workbook.read_bytes()
    workbook.write_bytes(b"not a workbook")
    trouble = visitor.page.locator("#trouble")
    trouble.wait_for(timeout=TIMEOUT)
    assert "活动设置.xlsx" in trouble.inner_text()
    assert visitor.page.locator("#overview .tile").first.is_visible()
    workbook.write_bytes(good)
    trouble.wait_for(state="hidden", timeout=TIMEOUT)


@pytest.mark.browser
def test_a_campaign_that_cannot_be_read_from_the_start_is_told(starter, visitor):
    workbook = starter.path / "data" / "活动设置.xlsx"
    good = workbook.read_bytes()
    workbook.write_bytes(b"not a workbook")
    with serving(starter) as running:
        visitor.page.goto(running.url)
        trouble = visitor.page.locator("#trouble >> text=活动设置.xlsx")
        trouble.wait_for(timeout=TIMEOUT)
        workbook.write_bytes(good)
        visitor.page.wait_for_selector("html[data-ready]", timeout=TIMEOUT)


@pytest.mark.browser
def test_a_server_that_has_ended_is_told(served, visitor):
    visitor.open(served.url)
    served.process.kill()
    visitor.page.locator("#trouble >> text=已经停止").wait_for(timeout=TIMEOUT)
