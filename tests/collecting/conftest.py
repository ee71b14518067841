import shutil
from datetime import datetime

import openpyxl
import pytest

from awardgen import pipeline
from awardgen.collecting import Wishes, collect
from awardgen.documents import Choice
from tests.campaign_folder import CampaignFolder
from tests.collecting.handed_out import PERSON_FORM, POST_FORM, ReturnedForm

MOMENT = datetime(2011, 6, 21, 9, 30)  # noqa: DTZ001 - a clerk's clock


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The starter with its forms in output/, for reading only."""
    folder = CampaignFolder(tmp_path_factory.mktemp("built") / "活动")
    pipeline.build(folder.path, Choice())
    return folder


@pytest.fixture
def campaign(built, tmp_path):
    """The starter with its forms in output/, for writing too."""
    folder = tmp_path / "活动"
    shutil.copytree(built.path, folder)
    campaign = object.__new__(CampaignFolder)
    campaign.path = folder
    return campaign


@pytest.fixture
def desk(campaign, tmp_path):
    return Desk(campaign, tmp_path / "交来")


class Desk:
    """A clerk's desk, on which returned files lie."""

    def __init__(self, campaign, folder):
        self.campaign = campaign
        self.folder = folder
        folder.mkdir()

    def post_form(self):
        return ReturnedForm(self.campaign.output(POST_FORM))

    def person_form(self):
        return ReturnedForm(self.campaign.output(PERSON_FORM))

    def filled_form(self, name):
        return ReturnedForm(self.campaign.output(f"申报表/{name}.docx"))

    def collect(self, *paths, **wishes):
        return collect(self.campaign.path, paths or [self.folder], Wishes(**wishes), MOMENT)

    def rows(self, workbook, sheet):
        book = openpyxl.load_workbook(self.campaign.path / "data" / f"{workbook}.xlsx")
        header, *rows = book[sheet].iter_rows(values_only=True)
        return [dict(zip(header, row, strict=True)) for row in rows if any(row)]

    def last_row(self, sheet):
        return self.rows("申报", sheet)[-1]


def codes(collection):
    return [finding.kind.code for finding in collection.findings]
