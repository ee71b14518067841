import pytest

from awardgen import pipeline
from tests.campaign_folder import CampaignFolder

SCRIPT = "<script>document.title='run'</script>"
TURNED = "\u202e王芳"
ENDING = "</script><b>东苑</b>窗口"


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """Build a campaign with slips, and with names that somebody meant ill."""
    campaign = CampaignFolder(tmp_path_factory.mktemp("报告") / "活动")
    campaign.edit("申报", "示范岗", C2=ENDING, D2=8)
    campaign.edit("申报", "标兵", D2=SCRIPT, D3=TURNED, G8=0.81, B6="饮食小组")
    text = "2009年3月被评为校级标兵。2010年8月至9月清洗地面𠮷座。今年6月30日总结。\n2009年3月被评为校级标兵。"
    campaign.edit("申报", "标兵", E5=text)
    campaign.report = pipeline.build(campaign.path, page=True)
    return campaign


@pytest.fixture
def page(built, visitor):
    """Return a function that opens a part of the report."""
    address = built.output("报告.html").as_uri()
    return lambda part="tab=overview": visitor.open(address, part)
