import os
import shutil

import pytest

from awardgen.cache import FOLDER_VARIABLE
from awardgen.office import missing_fonts
from tests import pdf_a
from tests.browser import Visitor, chromium, running_chromium
from tests.campaign_folder import CampaignFolder
from tests.office import fake_office

REQUIRED = "AWARDGEN_REQUIRE_PROGRAMS"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    needed = {
        "office": (shutil.which("soffice"), "LibreOffice (soffice) is not installed"),
        "browser": (chromium() is not None, "Chromium is not installed"),
        "poppler": (shutil.which("pdftoppm"), "poppler-utils (pdftoppm) is not installed"),
        "fonts": (missing_fonts() == (), "some of the fonts are missing that awardgen doctor looks for"),
        "pdf_a": (pdf_a.is_installed(), "PDFBox preflight (see tests/pdf_a.py) is not installed"),
    }
    for marker, (is_there, reason) in needed.items():
        if item.get_closest_marker(marker) and not is_there:
            if os.environ.get(REQUIRED):
                pytest.fail(f"{reason}, and {REQUIRED} is set")
            pytest.skip(reason)


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory):
    """Keep what is remembered of write-ups out of the user's own cache, and what is there out of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FOLDER_VARIABLE, str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def starter(tmp_path):
    return CampaignFolder(tmp_path / "活动")


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A stand-in for LibreOffice on the PATH; what it was given, word by word, stands in its log."""
    if os.name == "nt":
        pytest.skip("the stand-in for LibreOffice is a shell script")
    folder = tmp_path / "office"
    folder.mkdir()
    log = folder / "log"
    log.write_text("")
    monkeypatch.setenv("FAKE_OFFICE_LOG", str(log))
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    fake_office.install(folder)
    return log


@pytest.fixture(scope="module")
def browser():
    # No longer than a module: while it runs, no other test could run an event loop of its own.
    with running_chromium() as running:
        yield running


@pytest.fixture
def visitor(browser):
    """Open a page of 1366 × 768, as most offices have it."""
    with browser.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN") as context:
        yield Visitor(context.new_page())
