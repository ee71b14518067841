"""A campaign grows over ten months: the page has something to show at every stage."""

import pytest

from awardgen import pipeline
from awardgen.workbook import create_campaign

pytestmark = pytest.mark.browser
TABS = ("overview", "findings", "writeups", "ranking", "scores", "documents")


def look_at_every_part(visitor, campaign_folder):
    address = (campaign_folder / "output" / "报告.html").as_uri()
    for tab in TABS:
        visitor.open(address, f"tab={tab}")
        assert visitor.page.locator(f"#{tab}").inner_text().strip()
    assert visitor.complaints == []


def test_a_new_campaign_has_a_page(tmp_path, visitor):
    create_campaign(tmp_path / "活动", sample=False)
    pipeline.check(tmp_path / "活动", page=True)
    look_at_every_part(visitor, tmp_path / "活动")


def test_a_campaign_without_applications_has_one(starter, visitor):
    starter.forget("申报", "评分")
    pipeline.build(starter.path, page=True)
    look_at_every_part(visitor, starter.path)
    assert "还没有评分" in visitor.open(starter.output("报告.html").as_uri(), "tab=scores").page.inner_text(
        "#scores"
    )


def test_a_campaign_without_scores_or_window_has_one(starter, visitor):
    starter.forget("评分")
    starter.set(事迹起始日期=None)
    pipeline.build(starter.path, page=True)
    look_at_every_part(visitor, starter.path)
