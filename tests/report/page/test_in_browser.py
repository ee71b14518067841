"""The page as a clerk sees it, opened from its file in Chromium."""

import csv
import re
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document

from awardgen import pipeline
from awardgen.finding import Severity
from awardgen.inspection import inspect_file, yardstick
from awardgen.workbook import read_campaign
from tests.report.page.conftest import ENDING, SCRIPT

pytestmark = pytest.mark.browser
TABS = ("overview", "findings", "writeups", "ranking", "scores", "documents")


def cards(visitor):
    return visitor.page.locator(".finding")


def part(**state):
    return urlencode(state)


@pytest.mark.parametrize("tab", TABS)
def test_no_part_complains_or_loads_anything(page, tab):
    visitor = page(f"tab={tab}")
    assert visitor.complaints == []
    assert [each for each in visitor.asked_for if not each.startswith(("file:", "about:"))] == []
    assert visitor.page.locator(f"#{tab}").is_visible()


@pytest.mark.parametrize("tab", TABS)
def test_axe_finds_nothing_serious(page, tab):
    visitor = page(f"tab={tab}")
    if tab == "findings":
        cards(visitor).first.locator(".open").click()
    found = Axe().run(visitor.page).response["violations"]
    assert [(each["id"], each["nodes"][0]["target"]) for each in found] == []


def test_names_that_are_markup_are_shown_as_text(page):
    visitor = page("tab=writeups")
    shown = "\n".join(visitor.texts(".applications .title"))
    assert SCRIPT in shown
    assert ENDING in shown
    assert visitor.page.title().startswith("报告 · ")
    assert visitor.page.locator("main b >> text=/^东苑$/").count() == 0


def test_what_turns_the_order_of_a_text_is_spelt_out(page):
    shown = "\n".join(page("tab=writeups").texts(".applications .title"))
    assert "⟨U+202E⟩王芳" in shown
    assert "\u202e" not in shown


def test_every_finding_is_there_and_filters_combine(page, built):
    visitor = page("tab=findings")
    findings = built.report.findings
    assert visitor.page.inner_text("#finding-count") == f"共{len(findings)}个"
    visitor.page.click(".toggle.error")
    errors = [each for each in findings if each.severity is Severity.ERROR]
    visitor.page.locator(f"#finding-count >> text=/^{len(errors)}个/").wait_for()
    assert cards(visitor).count() == len(errors)
    visitor.page.select_option("#finding-filters [name=code]", "AW204")
    dated = [each for each in errors if each.kind.code == "AW204"]
    visitor.page.locator(f"#finding-count >> text=/^{len(dated)}个/").wait_for()
    assert 0 < len(dated) < len(errors)
    visitor.page.fill("#finding-filters [name=q]", "没有的字")
    visitor.page.locator("text=没有符合筛选条件的问题。").wait_for()


@pytest.mark.parametrize(
    ("chosen", "belongs"),
    [
        ({"group": "饮食小组"}, lambda finding: finding.applicant == "BB-005"),
        ({"award": "优质服务示范岗", "severity": "error"}, lambda finding: finding.kind.code == "AW106"),
        ({"q": "bb-007 满意度"}, lambda finding: finding.kind.code == "AW110"),
        ({"severity": "warning"}, lambda finding: finding.severity is Severity.WARNING),
    ],
)
def test_an_address_brings_its_filters_back(page, built, chosen, belongs):
    visitor = page(part(tab="findings", **chosen))
    expected = [each.message for each in built.report.findings if belongs(each)]
    assert expected
    assert sorted(visitor.texts(".finding .message")) == sorted(expected)


def test_filters_stand_in_the_address(page):
    visitor = page("tab=findings")
    visitor.page.click(".toggle.warning")
    visitor.page.wait_for_url("**severity=warning**")
    visitor.page.reload()
    visitor.page.wait_for_selector("html[data-ready]")
    assert visitor.page.locator("[name=severity][value=warning]").is_checked()


def copied(visitor, button):
    """Press a button; return what it copied: as plain text, and as HTML."""
    visitor.page.evaluate(
        "addEventListener('copy', (event) => (window.copied = ['text/plain', 'text/html']"
        ".map((kind) => event.clipboardData.getData(kind))), { once: true })"
    )
    button.click()
    return visitor.page.evaluate("window.copied")


def test_a_cell_is_copied_as_excel_jumps_to_it(page):
    visitor = page(part(tab="findings", code="AW106"))
    plain, _ = copied(visitor, cards(visitor).locator(".copy"))
    assert plain == "示范岗!D2"


def test_a_finding_is_settled_with_the_row_that_is_copied(page, built):
    visitor = page(part(tab="findings", code="AW205"))
    card = cards(visitor).first
    card.locator(".open").click()
    card.get_by_label("结论").fill('属实，见"值班记录"')
    card.get_by_label("核实人").fill("高志远")
    card.get_by_label("日期").fill("2011-06-29")
    plain, html = copied(visitor, card.get_by_text("复制这一行"))
    finding = next(each for each in built.report.findings if each.kind.code == "AW205")
    row = [finding.applicant, "AW205", finding.excerpt, '属实，见"值班记录"', "高志远", "2011-06-29"]
    assert next(csv.reader([plain], delimiter="\t")) == row  # quoted as Excel reads it
    assert re.findall(r"<td[^>]*>([^<]*)</td>", html)[:3] == row[:3]
    assert "mso-number-format" in html  # or Excel would make a date of the excerpt


def test_the_row_that_is_copied_settles_the_finding(starter, visitor):
    starter.edit("申报", "标兵", E5="2010年8月至9月清洗地面。")
    pipeline.build(starter.path, page=True)
    visitor.open(starter.output("报告.html").as_uri(), "tab=findings&code=AW205")
    card = cards(visitor).first
    card.locator(".open").click()
    plain, _ = copied(visitor, card.get_by_text("复制这一行"))
    starter.append("活动设置", "核实", *plain.split("\t"))
    pipeline.build(starter.path, page=True)
    visitor.open(starter.output("报告.html").as_uri(), "tab=findings&code=AW205")
    assert "已核实" in cards(visitor).first.inner_text()


def test_what_withholds_a_document_cannot_be_settled(starter, visitor):
    starter.edit("申报", "标兵", D4=None)
    pipeline.build(starter.path, page=True)
    visitor.open(starter.output("报告.html").as_uri(), "tab=findings&severity=error")
    card = cards(visitor).first
    card.locator(".open").click()
    assert "不能用核实了结" in card.inner_text()
    assert card.locator(".settle").count() == 0


def test_a_finding_leads_to_its_mark(page):
    visitor = page(part(tab="findings", code="AW204"))
    card = cards(visitor).first
    card.locator(".open").click()
    assert card.locator("mark").inner_text().startswith("2009年3月")
    card.get_by_text("在全文中看").click()
    wanted = visitor.page.locator("#writeup mark.wanted")
    wanted.wait_for()
    assert wanted.is_visible()


def test_the_marks_are_what_inspect_says(page, built, tmp_path):
    campaign = read_campaign(built.path).campaign
    held_against = yardstick(built.path, None, None)
    verdicts = set()
    for position, application in enumerate(campaign.applications, start=1):
        file = tmp_path / f"{position}.txt"
        file.write_text(application.write_up.text, encoding="utf-8")
        inspection = inspect_file(str(file), held_against)
        expected = [
            (each.start, each.end, each.verdict.value, each.text) for each in inspection.write_up.mentions
        ]
        visitor = page(f"tab=writeups&at={position}")
        visitor.page.locator("#writeup .text").first.wait_for()
        marks = visitor.page.locator("#writeup .text").first.locator("mark")
        shown = marks.evaluate_all(
            "marks => marks.map(mark => [Number(mark.dataset.start), Number(mark.dataset.end),"
            " mark.className, mark.firstChild.textContent])"
        )
        assert [tuple(each) for each in shown] == expected
        assert f"{inspection.write_up.length}字" in visitor.page.inner_text(".length")
        verdicts |= {each[2] for each in expected}
    assert verdicts == {"inside", "outside", "straddles", "background"}


def test_the_ranking_is_that_of_the_summary(page, built):
    tables = Document(built.output("评分汇总表.docx")).tables
    awards = ["优质服务示范岗", "优秀服务标兵"]
    for award, table in zip(awards, tables, strict=True):
        printed = [
            [
                "".join(text.text or "" for text in cell.iter() if text.tag.endswith("}t"))
                for cell in row._tr.tc_lst
            ]
            for row in table.rows[1:]
        ]
        visitor = page(part(tab="ranking", award=award))
        rows = visitor.page.locator(".standings tbody tr:not(.quota)").all()
        shown = [[cell.inner_text() for cell in row.locator("td, th").all()] for row in rows]
        for paper, screen in zip(printed, shown, strict=True):
            rank, number, group, _, *figures, result = paper
            assert [screen[0], screen[1], screen[3], *screen[4:-2]] == [rank, number, group, *figures]
            assert ("获奖" in result) == (screen[-2] == "获奖")
        above = visitor.page.evaluate(
            "[...document.querySelectorAll('.standings tbody tr')].findIndex(row => row.matches('.quota'))"
        )
        assert above == {"优质服务示范岗": 3, "优秀服务标兵": 6}[award]


def test_the_parts_can_be_reached_with_the_keyboard(page):
    visitor = page()
    visitor.page.focus("#tab-overview")
    visitor.page.keyboard.press("ArrowRight")
    assert visitor.page.locator("#findings").is_visible()
    assert visitor.page.evaluate("document.activeElement.id") == "tab-findings"
    visitor.page.keyboard.press("End")
    assert visitor.page.locator("#documents").is_visible()
    assert visitor.page.locator("#findings").is_hidden()


def test_a_link_leads_to_the_start_of_what_it_names(page):
    visitor = page()
    visitor.page.locator("#overview .codes a").first.click()
    assert visitor.page.locator("#findings").is_visible()
    assert visitor.page.evaluate("document.activeElement.id") == "findings"


def test_the_problems_of_one_application_can_be_looked_at_alone(page, built):
    visitor = page("tab=writeups&at=12")  # BB-004
    visitor.page.get_by_text("这份申报的问题").click()
    expected = [each.message for each in built.report.findings if each.applicant == "BB-004"]
    assert sorted(visitor.texts(".finding .message")) == sorted(expected)
    visitor.page.get_by_text("看全部").click()
    visitor.page.locator(f"#finding-count >> text=共{len(built.report.findings)}个").wait_for()


def test_documents_are_linked_by_where_they_lie(page, built):
    visitor = page("tab=documents")
    links = visitor.page.locator("#document-list a").evaluate_all("links => links.map(link => link.href)")
    assert links[0] == built.output("通知.docx").as_uri()


def test_paper_has_the_whole_list(page):
    visitor = page("tab=findings")
    on_screen = cards(visitor).count()
    visitor.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    whole = cards(visitor).count()
    assert whole == int(re.search(r"\d+", visitor.page.inner_text("#finding-count"))[0])
    assert whole > on_screen
    visitor.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert cards(visitor).count() == on_screen
