import os
import shutil

import pytest

from tests.campaign_folder import CampaignFolder

REQUIRED = "AWARDGEN_REQUIRE_PROGRAMS"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    if item.get_closest_marker("office") and shutil.which("soffice") is None:
        reason = "LibreOffice (soffice) is not installed"
        if os.environ.get(REQUIRED):
            pytest.fail(f"{reason}, and {REQUIRED} is set")
        pytest.skip(reason)


@pytest.fixture
def starter(tmp_path):
    return CampaignFolder(tmp_path / "活动")
