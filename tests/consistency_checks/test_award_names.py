"""An award's name drifts where a text names it nearly; short forms and other honours are no drift."""

from decimal import Decimal

import pytest

from awardgen.campaign import Award, AwardKind, ListOrder
from awardgen.consistency_checks import DocumentText, Wording
from awardgen.consistency_checks.award_names import award_names_stay_the_same
from awardgen.consistency_checks.passage import Passage
from awardgen.finding import Place
from tests.builders import record
from tests.consistency_checks.texts import told, wording


def award(name, row=2):
    cells = record("奖项", row, 奖项=name, 简称=name, 类型="个人", 名额=Decimal(3))
    return Award(cells, name, name, AwardKind.INDIVIDUAL, 3, ListOrder.RANK)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("凡申报参加“优秀服务示范岗”和“优秀服务标兵”的集体和个人。", "优秀服务示范岗"),
        ("评出优质服务标兵6名。", "优质服务标兵"),
        ("填写《优秀服务示范岗申报表》。", "优秀服务示范岗"),
        ("授予“文明服务示范岗”荣誉称号。", "文明服务示范岗"),
        ("创建“优质示范服务岗”。", "优质示范服务岗"),
        ("后勤集团优质服务示岗申报表", "优质服务示岗"),
        ("后勤集团优质服务\n示犯岗申报表", "优质服务 示犯岗"),
    ],
)
def test_a_name_that_is_nearly_an_awards_is_found(text, found):
    assert told(award_names_stay_the_same, text)[:1] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "创建“优质服务示范岗”、“优秀服务标兵”活动。",
        "对照示范岗、标兵的评比标准，争当服务标兵，建设服务示范岗。",
        "开展优质服务示范活动，提供优质服务，发挥优秀的服务标兵作用。",
        "“优质服务示范岗”（以下简称“示范岗”）、“优秀服务标兵”（以下简称“标兵”）",
        "曾获“校级服务标兵”、“巾帼文明示范岗”称号的优先。",
        "近三年获得过“文明服务示范岗”的集体可以直接申报。",
        "后勤集团优质服务示范岗位申报表",
        "开展“优质服务月”活动，评选“月度服务之星”。",
        "围绕创建“优质服务示范岗”创建活动进行宣传，争做“知识型职工”。",
        "各工会小组组织优秀服务人员、标兵候选人座谈。",
    ],
)
def test_short_forms_other_honours_and_ordinary_words_are_no_drift(text):
    assert told(award_names_stay_the_same, text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("校级优秀教师", "曾获市级优秀教师的不再推荐。"),
        ("优秀教师", "全体优秀教练、优秀教员参加。"),
        ("优秀学生干部", "优秀学生、干部代表参加，优秀的学生干部发言。"),
        ("教学成果一等奖", "教学成果二等奖由学院颁发。"),
    ],
)
def test_another_level_or_a_common_word_is_no_drift(name, text):
    assert told(award_names_stay_the_same, text, awards=(award(name),)) == []


def test_two_awards_of_nearly_one_name_are_each_right():
    awards = (award("优质服务示范岗"), award("优质服务示范窗口", 3), award("优质服务示范点", 4))
    text = "评选“优质服务示范岗”“优质服务示范窗口”“优质服务示范点”。"
    assert told(award_names_stay_the_same, text, awards=awards) == []


def test_a_name_is_told_of_once_a_paragraph_at_its_place():
    twice = wording("一、指导思想", "参加“优秀服务示范岗”的，填写《优秀服务示范岗申报表》。优质服务示范岗。")
    (finding,) = award_names_stay_the_same(twice)
    assert (finding.kind.code, finding.place) == ("AW430", Place("templates/通知.docx"))
    assert finding.message.startswith("正文第2段：")


def test_where_all_texts_agree_against_the_sheet_the_sheet_is_wrong():
    texts = wording("创建“优质服务示范岗”活动。", awards=(award("优秀服务示范岗"),))
    (document,) = texts.documents
    cell = Passage("填写《优质服务示范岗申报表》。", Place("data/活动设置.xlsx", "实施步骤", "E4"))
    both = DocumentText(document.row, "", (*document.passages, cell))
    (finding,) = award_names_stay_the_same(Wording(texts.campaign, (both,)))
    assert (finding.place.sheet, finding.place.cell) == ("奖项", "A2")
    assert "优质服务示范岗" in finding.message
