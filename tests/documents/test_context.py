"""What a template can say: the names that each range offers (design.md)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from awardgen.campaign import Campaign, Decision, Percent, Phase, Scope, YesNo
from awardgen.documents.blank import BLANK
from tests.builders import (
    application,
    campaign,
    document_row,
    evidence,
    judge,
    judged,
    person_award,
    post_award,
    record,
    rubric,
    score_row,
    settings,
    union_group,
)

LISTS = {"申报列表", "推荐列表", "获奖列表"}
EVERYWHERE = {"奖项列表", "步骤列表", "细则", "小组列表", "评委列表"}
APPLICATION = {
    "编号", "工会小组", "岗位名称", "岗位总人数", "岗位人员姓名", "主要事迹", "事迹材料", "顾客满意度", "安全责任事故",
    "基层工会小组意见", "小组意见日期", "小组推荐", "集团工会审批意见", "审批日期", "评定结果", "评定理由", "裁定名次",
    "奖项", "小组", "总分", "名次", "获奖", "附加分", "平均分", "得分列表", "排除原因", "字数",
}  # fmt: skip
VALUES = {"活动年度": Decimal(2010), "成文日期": date(2010, 9, 15), "主办（盖章）": "工会", "主题词": None}
BASICS = settings(values=VALUES)


def people(contexts, *members, **given):
    """The contexts of a campaign of these applications, and that of the first of them."""
    built = campaign(*members, **given)
    made = contexts(built)
    return made, made.application(built.applications[0])


@pytest.mark.parametrize(
    ("scope", "more"),
    [
        (Scope.CAMPAIGN, set()),
        (Scope.AWARD, LISTS | {"奖项"}),
        (Scope.GROUP, LISTS | {"小组", "问题列表"}),
        (Scope.APPLICATION, APPLICATION),
        (Scope.BLANK_FORM, APPLICATION),
    ],
)
def test_each_range_knows_its_names(contexts, scope, more):
    empty = Campaign(settings=BASICS, awards=(post_award(),), groups=(union_group(),))
    known = contexts(empty).known_names(scope)
    assert known == EVERYWHERE | {"活动年度", "成文日期", "主办", "主题词"} | more


def test_each_context_offers_what_its_range_knows(contexts):
    one = application("BB-1", person_award(columns=("编号", "工龄（年）")), **{"工龄（年）": Decimal(8)})
    built = campaign(one, settings=BASICS, groups=(union_group(),))
    made = contexts(built)
    given = {
        Scope.CAMPAIGN: made.campaign(),
        Scope.AWARD: made.award(one.award),
        Scope.GROUP: made.group(built.groups[0]),
        Scope.APPLICATION: made.application(one),
        Scope.BLANK_FORM: made.blank_form(one.award),
    }
    for scope, context in given.items():
        assert set(context) == made.known_names(scope)


def test_a_header_becomes_a_tag(contexts):
    columns = ("工龄（年）", "2010年得分")
    one = application(
        "BB-1", person_award(columns=columns), **{"工龄（年）": Decimal(8), "2010年得分": Decimal(9)}
    )
    _, context = people(contexts, one)
    assert (context["工龄"], context["列2010年得分"]) == (8, 9)


def test_settings_are_at_hand_everywhere(contexts):
    context = contexts(Campaign(settings=BASICS)).campaign()
    assert (context["活动年度"], str(context["成文日期"]), context["主办"]) == (2010, "2010年9月15日", "工会")
    assert context["主题词"] is BLANK


def test_the_lists_of_the_settings_workbook(contexts):
    phase = Phase(
        record("实施步骤", 步骤="宣传发动", 开始日期=date(2010, 9, 1), 内容="第一段\n第二段"), "宣传发动"
    )
    built = campaign(
        phases=(phase,),
        judges=(judge("高志远"),),
        groups=(union_group("饮食小组", "马超"),),
        awards=(post_award(),),
    )
    context = contexts(built).campaign()
    assert [str(each) for each in context["步骤列表"]] == ["宣传发动"]
    assert str(context["步骤列表"][0]["开始日期"]) == "2010年9月1日"
    assert [str(each) for each in context["评委列表"]] == ["高志远"]
    assert [(str(each), each["负责人"]) for each in context["小组列表"]] == [("饮食小组", "马超")]
    assert [(str(each), each["简称"], each["附件号"]) for each in context["奖项列表"]] == [
        ("优质服务示范岗", "示范岗", 2)
    ]


def test_the_rubric_by_groups(contexts):
    built = campaign(rubric=rubric(政治素质好=(10, 4, 6), 服务质量高=(90, 90)))
    first, second = contexts(built).campaign()["细则"]
    assert (str(first), first["项目分值"], first["通知称谓"]) == ("政治素质好", 10, "政治素质好")
    assert [(each["序号"], each["分值"]) for each in first["标准列表"]] == [("1", 4), ("2", 6)]
    assert [each["评选标准"] for each in second["标准列表"]] == ["服务质量高1"]


def test_an_award_and_a_group_list_their_applications(contexts):
    award = person_award(1)
    one = application("BB-1", award, 工会小组="甲组")
    two = application("BB-2", award, 工会小组="乙组", 小组推荐=YesNo("否"))
    three = application("SF-1", post_award(1), 工会小组="甲组", 小组推荐=None)
    groups = (union_group("甲组"), union_group("乙组", row=3))
    scores = (*judged("BB-1", 80), *judged("BB-2", 90), *judged("SF-1", 70))
    made = contexts(campaign(one, two, three, groups=groups, scores=scores))

    def numbers(context):
        return [
            [str(each["编号"]) for each in context[name]] for name in ("申报列表", "推荐列表", "获奖列表")
        ]

    assert numbers(made.award(award)) == [["BB-1", "BB-2"], ["BB-1"], ["BB-2"]]
    assert numbers(made.group(groups[0])) == [["BB-1", "SF-1"], ["BB-1"], ["SF-1"]]
    assert numbers(made.group(groups[1])) == [["BB-2"], [], ["BB-2"]]
    assert numbers(made.award(award)["奖项"]) == numbers(made.award(award))
    assert numbers(made.application(one)["小组"]) == numbers(made.group(groups[0]))


def test_a_list_item_has_all_that_its_own_document_has(contexts):
    one = application("BB-1")
    made, context = people(contexts, one, scores=judged("BB-1", 80))
    (item,) = made.award(one.award)["申报列表"]
    assert dict(item).keys() == context.keys() - made.campaign().keys()


def test_an_application_prints_its_columns(contexts):
    one = application("BB-1", 顾客满意度=Percent(Decimal("0.92")), 小组推荐=YesNo("否"), 评定理由=None)
    _, context = people(contexts, one)
    assert (context["编号"], str(context["顾客满意度"]), context["小组推荐"]) == ("BB-1", "92%", "否")
    assert not context["小组推荐"]
    assert context["评定理由"] is BLANK
    assert str(context["奖项"]) == "优秀服务标兵"


def test_a_column_of_another_awards_sheet_is_blank(contexts):
    """So one template serves posts and persons."""
    only_posts = post_award(columns=("岗位口号",))
    _, context = people(contexts, application("BB-1"), awards=(person_award(), only_posts))
    assert context["岗位口号"] is BLANK


def test_the_results_of_the_scores(contexts):
    one = application("BB-1")
    rows = (*judged("BB-1", 80, 90, 85, 70, 95, "88.5"),)
    judges = tuple(judge(f"评委{each}") for each in (6, 2, 7, 4))
    _, context = people(contexts, one, scores=rows, judges=judges, evidence=[evidence()])
    assert (str(context["平均分"]), str(context["附加分"]), str(context["总分"])) == ("85.88", "1", "86.88")
    assert (context["名次"], context["获奖"]) == (1, "是")
    assert context["排除原因"] is BLANK
    shown = [(each["评委"], str(each["总分"]), each["去掉"]) for each in context["得分列表"]]
    assert shown == [
        ("评委6", "88.5", False),
        ("评委2", "90", False),
        ("评委7", "", False),
        ("评委4", "70", True),
    ]


def test_before_the_scores_the_results_are_blank(contexts):
    _, context = people(contexts, application("BB-1"), judges=(judge("高志远"),))
    for name in ("总分", "名次", "获奖", "附加分", "平均分"):
        assert context[name] is BLANK
    assert [str(each["总分"]) for each in context["得分列表"]] == [""]


def test_a_decision_without_scores_wins(contexts):
    _, context = people(contexts, application("BB-1", 评定结果=Decision.GRANTED))
    assert context["获奖"]


def test_who_does_not_win_is_told_so(contexts):
    _, context = people(contexts, application("BB-1", person_award(0)), scores=judged("BB-1", 80))
    assert context["获奖"] == "否"
    assert not context["获奖"]


def test_who_wins_is_blank_while_a_tie_is_open(contexts):
    award = person_award(1)
    tied = (application("BB-1", award), application("BB-2", award))
    made, context = people(contexts, *tied, scores=(*judged("BB-1", 80), *judged("BB-2", 80)))
    assert context["获奖"] is BLANK
    assert made.award(award)["获奖列表"] == []


def test_a_vetoed_application_stays_with_its_score_and_the_reason(contexts):
    vetoed = application("BB-1", 安全责任事故=YesNo("有"))
    made, context = people(contexts, vetoed, scores=judged("BB-1", 95))
    assert "一票否决" in context["排除原因"]
    assert (context["总分"], context["获奖"]) == (95, "否")
    assert context["名次"] is BLANK
    assert len(made.award(vetoed.award)["申报列表"]) == 1


def test_the_write_up_is_the_resolved_one_wherever_it_stands(contexts):
    _, in_summary = people(contexts, application("BB-1", 主要事迹="抢修管网。"))
    assert (in_summary["事迹材料"], in_summary["字数"]) == ("抢修管网。", 5)
    _, apart = people(contexts, application("BB-1", 主要事迹="摘要", 事迹材料="抢修管网。"))
    assert (apart["主要事迹"], apart["事迹材料"]) == ("摘要", "抢修管网。")
    _, missing = people(contexts, application("BB-1", 主要事迹=None))
    assert missing["事迹材料"] is BLANK
    assert missing["字数"] is BLANK


def test_a_group_that_is_not_listed_has_its_name_and_nothing_else(contexts):
    _, context = people(contexts, application(工会小组="校车小组"), groups=(union_group(),))
    assert (str(context["小组"]), context["小组"]["工会小组"]) == ("校车小组", "校车小组")
    assert context["小组"]["负责人"] is BLANK


def test_an_empty_group_is_blank(contexts):
    _, context = people(contexts, application(工会小组=None), groups=(union_group(),))
    assert context["小组"] is BLANK


def test_a_blank_form_has_its_award_and_nothing_else(contexts):
    award = post_award(columns=("岗位口号",))
    made = contexts(Campaign(settings=BASICS, awards=(award,)))
    form = made.blank_form(award)
    assert (str(form["奖项"]), form["奖项"]["附件号"], form["活动年度"]) == ("优质服务示范岗", 2, 2010)
    assert all(form[name] is BLANK for name in (APPLICATION | {"岗位口号"}) - {"奖项"})


def test_a_judge_who_is_not_listed_is_not_shown_and_counts_all_the_same(contexts):
    rows = (score_row("BB-1", "高志远", 80), score_row("BB-1", "路人", 90))
    _, context = people(contexts, application("BB-1"), scores=rows, judges=(judge("高志远"),))
    assert [each["评委"] for each in context["得分列表"]] == ["高志远"]
    assert context["平均分"] == 85


def test_two_applications_with_one_number_keep_their_own_columns(contexts):
    one = application("BB-1", 岗位名称="电工")
    made, _ = people(contexts, one, replace(application("BB-1", 岗位名称="木工"), award=one.award))
    assert [each["岗位名称"] for each in made.award(one.award)["申报列表"]] == ["电工", "木工"]


def test_documents_rows_are_no_part_of_a_context(contexts):
    built = campaign(documents=(document_row("通知.docx"),))
    assert "文书" not in contexts(built).campaign()
