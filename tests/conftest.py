import os
import shutil

import pytest

from awardgen.cache import FOLDER_VARIABLE
from tests.campaign_folder import CampaignFolder

REQUIRED = "AWARDGEN_REQUIRE_PROGRAMS"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    if item.get_closest_marker("office") and shutil.which("soffice") is None:
        reason = "LibreOffice (soffice) is not installed"
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
