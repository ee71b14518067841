"""What a clerk reads in the terminal: grouped by workbook and sheet, each finding with its cell and what to do."""

import pytest

from awardgen.campaign import Campaign
from awardgen.catalogue import scores, tables
from awardgen.finding import NOWHERE, Place
from awardgen.publishing import PublishedDocument, Status
from awardgen.report.report import Report
from awardgen.report.text import print_build, print_check

POSTS = "data/申报.xlsx", "示范岗"


@pytest.fixture
def printed(capsys):
    def printed(*findings, documents=()):
        (print_build if documents else print_check)(Report(Campaign(), findings, documents))
        return capsys.readouterr().out

    return printed


def test_findings_stand_under_their_workbook_and_sheet_in_the_order_of_rows(printed):
    out = printed(
        tables.GROUP_UNKNOWN.at(Place(*POSTS, "B10", "工会小组"), "第十行。", applicant="SF-009"),
        scores.SCORE_EMPTY.at(Place("data/评分.xlsx", "评分", "C2", "1"), "别处。"),
        tables.GROUP_UNKNOWN.at(Place(*POSTS, "B9", "工会小组"), "第九行。", applicant="SF-008"),
    )
    assert out.count("data/申报.xlsx 工作表“示范岗”\n") == 1
    assert out.index("第九行。") < out.index("第十行。") < out.index("data/评分.xlsx") < out.index("别处。")


def test_a_finding_says_severity_code_cell_column_applicant_message_and_hint(printed):
    out = printed(
        tables.GROUP_UNKNOWN.at(Place(*POSTS, "B2", "工会小组"), "不在名单中。", applicant="SF-001")
    )
    assert "错误 AW104 B2 工会小组 SF-001 不在名单中。" in out
    assert tables.GROUP_UNKNOWN.hint in out


def test_advice_is_given_once_for_findings_that_follow_each_other(printed):
    findings = [tables.GROUP_UNKNOWN.at(Place(*POSTS, f"B{row}"), f"第{row}行。") for row in (2, 3)]
    assert printed(*findings).count(tables.GROUP_UNKNOWN.hint) == 1


def test_many_infos_are_counted_so_that_they_bury_nothing(printed):
    infos = [tables.STAGE_NOT_REACHED.at(Place(*POSTS), f"第{number}条。") for number in range(4)]
    error = tables.GROUP_UNKNOWN.at(Place(*POSTS, "B2", "工会小组"), "不在名单中。")
    out = printed(*infos, error)
    assert "提示 AW103 尚未填写：4处" in out
    assert "第1条。" not in out
    assert "不在名单中。" in out


def test_all_infos_are_listed_where_asked_for(capsys):
    infos = [tables.STAGE_NOT_REACHED.at(Place(*POSTS), f"第{number}条。") for number in range(4)]
    print_check(Report(Campaign(), tuple(infos)), every_info=True)
    assert "第3条。" in capsys.readouterr().out


def test_square_brackets_of_the_office_are_not_markup(printed):
    assert "[bold]张三[/]" in printed(tables.STAGE_NOT_REACHED.at(NOWHERE, "[bold]张三[/]"))


def test_a_clean_campaign_is_told_so(printed):
    assert "检查：没有错误和警告，提示0个。" in printed()


def test_documents_are_counted_and_those_that_need_a_look_are_named(printed):
    out = printed(
        documents=(
            PublishedDocument("通知", None, "通知.docx", Status.BUILT, "0"),
            PublishedDocument("证书", "BB-001", "证书/[甲].docx", Status.KEPT, "0"),
        )
    )
    assert "已生成1份，保留原文件1份" in out
    assert "保留原文件　output/证书/[甲].docx" in out
    assert "通知.docx" not in out


def test_the_page_is_told_where_there_is_one(capsys):
    print_check(Report(None, (), page="output/报告.html"))
    print_check(Report(None, ()))
    assert capsys.readouterr().out.count("output/报告.html") == 1
