"""A page that has no room for every write-up still has every mark."""

import pytest

from awardgen.campaign import evaluate
from awardgen.checks.analyses import analyser_of
from awardgen.report.page.known import Known, Run
from awardgen.report.page.model import page_of
from awardgen.report.page.rendering import render
from awardgen.workbook import read_campaign


@pytest.fixture(scope="module")
def known(built):
    campaign = read_campaign(built.path).campaign
    return Known(Run.BUILD, campaign, evaluate(campaign), analyser_of(campaign), built.report.findings, [])


@pytest.fixture(scope="module")
def cut_down(known):
    pages = (page_of(known, room) for room in range(200_000, 400_000, 5_000))
    return next(page for page in pages if page.cut_down and not page.left_out)


@pytest.mark.browser
def test_every_mark_is_there_with_the_words_around_it(known, cut_down, visitor, tmp_path):
    file = tmp_path / "报告.html"
    file.write_bytes(render(cut_down))
    for position in (1, 9):
        text = known.campaign.applications[position - 1].write_up.text
        mentions = known.analyses(text).mentions
        visitor.open(file.as_uri(), f"tab=writeups&at={position}")
        visitor.page.locator("#writeup >> text=只收录各处时间前后的文字").wait_for()
        shown = (
            visitor.page.locator("#writeup .text")
            .first.locator("mark")
            .evaluate_all(
                "marks => marks.map(mark => [Number(mark.dataset.start), mark.firstChild.textContent])"
            )
        )
        assert [tuple(each) for each in shown] == [(each.start, each.text) for each in mentions]
        assert len(visitor.page.locator("#writeup .text").first.inner_text()) < len(text)
    assert visitor.complaints == []


@pytest.mark.browser
def test_what_is_left_out_says_where_to_look(known, visitor, tmp_path):
    file = tmp_path / "报告.html"
    file.write_bytes(render(page_of(known, 0)))
    visitor.open(file.as_uri(), "tab=writeups&at=1")
    visitor.page.locator("#writeup >> text=没有收进本页").wait_for()
    assert visitor.complaints == []


def test_findings_are_whole_however_little_room_there_is(known):
    assert page_of(known, 0).findings == page_of(known).findings
