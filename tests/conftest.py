import os
import shutil

import pytest

from awardgen.cache import FOLDER_VARIABLE
from tests.browser import Visitor, chromium, running_chromium
from tests.campaign_folder import CampaignFolder

REQUIRED = "AWARDGEN_REQUIRE_PROGRAMS"


def _missing(item):
    if item.get_closest_marker("office") and shutil.which("soffice") is None:
        return "LibreOffice (soffice) is not installed"
    if item.get_closest_marker("browser") and chromium() is None:
        return "Chromium is not installed"
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    reason = _missing(item)
    if reason is not None:
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
