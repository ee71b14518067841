"""From the rows of 文书 to one entry a file (design.md)."""

import pytest

from awardgen.campaign import Decision, Scope, YesNo
from awardgen.catalogue import tables, writeups
from awardgen.documents import render, try_out
from awardgen.finding import Place
from tests.builders import (
    APPLICATIONS_FILE,
    application,
    campaign,
    document_row,
    judge,
    judged,
    person_award,
    post_award,
    settings,
    union_group,
)

FORM = "申报表/{{ 编号 }}.docx"


def paths(planned):
    return [str(each.path) for each in planned.documents]


def withheld(planned):
    return [str(each.path) for each in planned.documents if each.withheld]


def codes(planned):
    return [each.kind.code for each in planned.findings]


def tied(quota=1, **given):
    """Two applications that share the first rank, and a third."""
    award = person_award(quota)
    members = [
        application(f"BB-{at}", award, 工会小组=group)
        for at, group in ((1, "甲组"), (2, "甲组"), (3, "乙组"))
    ]
    scores = (*judged("BB-1", 80), *judged("BB-2", 80), *judged("BB-3", 70))
    groups = (union_group("甲组"), union_group("乙组", row=3))
    return campaign(*members, scores=scores, groups=groups, **given)


@pytest.mark.parametrize(
    ("scope", "pattern", "expected"),
    [
        (Scope.CAMPAIGN, "通知.docx", ["通知.docx"]),
        (Scope.AWARD, "{{ 奖项 }}.docx", ["优秀服务标兵.docx", "优质服务示范岗.docx"]),
        (Scope.GROUP, "名单/{{ 小组 }}.docx", ["名单/甲组.docx", "名单/乙组.docx"]),
        (Scope.APPLICATION, FORM, ["申报表/BB-1.docx", "申报表/SF-1.docx"]),
        (Scope.BLANK_FORM, "附件{{ 奖项.附件号 }}.docx", ["附件3.docx", "附件2.docx"]),
    ],
)
def test_each_range_has_its_files(plan, scope, pattern, expected):
    built = campaign(
        application("BB-1"),
        application("SF-1", post_award()),
        groups=(union_group("甲组"), union_group("乙组", row=3)),
        documents=(document_row(pattern, scope),),
    )
    planned = plan(built, [])
    assert paths(planned) == expected
    assert codes(planned) == []


def test_the_files_stand_in_the_order_of_the_sheet(plan):
    rows = (document_row("乙.docx", name="乙"), document_row("甲.docx", name="甲", row=3))
    assert paths(plan(campaign(documents=rows))) == ["乙.docx", "甲.docx"]


def test_a_condition_chooses(plan):
    rows = (document_row(FORM, Scope.APPLICATION, condition="奖项.简称 == '标兵'"),)
    built = campaign(application("BB-1"), application("SF-1", post_award()), documents=rows)
    assert paths(plan(built)) == ["申报表/BB-1.docx"]


def test_a_certificate_goes_to_those_who_win(plan):
    award = person_award(1)
    rows = (document_row("证书/{{ 编号 }}.docx", Scope.APPLICATION, condition="获奖"),)
    built = campaign(
        application("BB-1", award),
        application("BB-2", award),
        documents=rows,
        scores=(*judged("BB-1", 70), *judged("BB-2", 80)),
    )
    assert paths(plan(built)) == ["证书/BB-2.docx"]


@pytest.mark.parametrize("tag", ["申报列表", "推荐列表", "获奖列表"])
def test_a_document_that_needs_applications_waits_for_them(plan, template, tag):
    rows = (document_row("甲.docx", Scope.AWARD),)
    listing = template(f"{{{{ {tag}|length }}}}")
    planned = plan(campaign(awards=(person_award(),), documents=rows), 模板=listing)
    assert (paths(planned), codes(planned), planned.rows) == ([], [], frozenset())


@pytest.mark.parametrize("tag", ["总分", "名次", "获奖", "附加分", "平均分", "得分列表", "排除原因"])
def test_a_document_that_needs_results_waits_for_scores(plan, template, tag):
    rows = (document_row(FORM, Scope.APPLICATION),)
    results = template(f"{{{{ {tag} }}}}")
    before = campaign(application("BB-1"), documents=rows)
    after = campaign(application("BB-1"), documents=rows, scores=judged("BB-1", 80))
    assert paths(plan(before, 模板=results)) == []
    assert paths(plan(after, 模板=results)) == ["申报表/BB-1.docx"]


def test_decisions_are_results_too(plan, template):
    rows = (document_row("表彰名单.docx"),)
    listing = template("{% for 奖 in 奖项列表 %}{{ 奖.获奖列表|length }}{% endfor %}")
    decided = campaign(application("BB-1", 评定结果=Decision.GRANTED), documents=rows)
    assert paths(plan(decided, 模板=listing)) == ["表彰名单.docx"]


def test_blank_forms_need_no_stage(plan, template):
    rows = (document_row("附件.docx", Scope.BLANK_FORM),)
    form = template("{{ 岗位名称 }}{{ 总分 }}")
    assert paths(plan(campaign(awards=(person_award(),), documents=rows), 模板=form)) == ["附件.docx"]


def test_group_documents_wait_for_applications(plan):
    rows = (document_row("名单/{{ 小组 }}.docx", Scope.GROUP),)
    assert paths(plan(campaign(groups=(union_group(),), documents=rows))) == []


@pytest.mark.parametrize(
    "kind", [tables.REQUIRED_CELL_EMPTY, tables.CHARACTER_UNPRINTABLE, writeups.WRITE_UP_EMPTY]
)
def test_a_finding_that_withholds_does_so_for_its_row_alone(plan, kind):
    rows = (document_row(FORM, Scope.APPLICATION), document_row("通知.docx", row=3))
    built = campaign(application("BB-1", row=2), application("BB-2", row=3), documents=rows)
    finding = kind.at(Place(APPLICATIONS_FILE, "标兵", "F3", "主要事迹"), "……", applicant="BB-2")
    planned = plan(built, [finding])
    assert paths(planned) == ["申报表/BB-1.docx", "申报表/BB-2.docx", "通知.docx"]
    assert withheld(planned) == ["申报表/BB-2.docx"]


def test_a_finding_in_a_write_ups_file_withholds_by_its_number(plan):
    rows = (document_row(FORM, Scope.APPLICATION),)
    built = campaign(application("BB-1"), application("BB-2"), documents=rows)
    finding = tables.CHARACTER_UNPRINTABLE.at(Place("data/事迹/BB-1.docx"), "……", applicant="BB-1")
    assert withheld(plan(built, [finding])) == ["申报表/BB-1.docx"]


def test_a_finding_about_no_application_withholds_no_form(plan):
    rows = (document_row(FORM, Scope.APPLICATION),)
    finding = tables.CHARACTER_UNPRINTABLE.at(Place("data/活动设置.xlsx"), "……")
    assert withheld(plan(campaign(application("BB-1"), documents=rows), [finding])) == []


def test_a_finding_in_another_sheet_withholds_nothing(plan):
    rows = (document_row(FORM, Scope.APPLICATION),)
    built = campaign(application("BB-1", row=2), documents=rows)
    finding = tables.REQUIRED_CELL_EMPTY.at(
        Place("data/评分.xlsx", "评分", "B2", "评委"), "……", applicant="BB-1"
    )
    assert withheld(plan(built, [finding])) == []


@pytest.mark.parametrize(
    "kind",
    [
        writeups.WRITE_UP_TOO_LONG,
        writeups.DEED_OUTSIDE_WINDOW,
        tables.GROUP_UNKNOWN,
        tables.HEADCOUNT_DIFFERS,
    ],
)
def test_other_findings_never_withhold(plan, kind):
    rows = (document_row(FORM, Scope.APPLICATION),)
    built = campaign(application("BB-1", row=2), documents=rows)
    finding = kind.at(Place(APPLICATIONS_FILE, "标兵", "F2"), "……", applicant="BB-1")
    assert withheld(plan(built, [finding])) == []


def test_of_a_repeated_number_only_the_later_row_is_withheld(plan):
    rows = (document_row("{{ 编号 }}-{{ 岗位名称 }}.docx", Scope.APPLICATION),)
    award = person_award()
    built = campaign(
        application("BB-1", award, 岗位名称="电工", row=2),
        application("BB-1", award, 岗位名称="木工", row=3),
        documents=rows,
    )
    planned = plan(built)
    assert withheld(planned) == ["BB-1-木工.docx"]
    assert codes(planned) == []
    first, second = planned.documents
    assert first.key == "BB-1"
    assert second.key != first.key, "what is put away for the second must not be the first one's file"


def test_an_empty_number_is_told_of_at_its_own_cell_alone(plan):
    rows = (document_row("{{ 编号 }}.docx", Scope.APPLICATION),)
    built = campaign(application("", row=2), documents=rows)
    finding = tables.REQUIRED_CELL_EMPTY.at(Place(APPLICATIONS_FILE, "标兵", "A2", "编号"), "……")
    planned = plan(built, [finding])
    assert (paths(planned), codes(planned)) == ([], [])


def test_an_open_tie_withholds_the_award_list(plan, template):
    rows = (document_row("表彰名单.docx", template="名单.docx"),)
    listing = template(
        "{% for 奖 in 奖项列表 %}{% for 人 in 奖.获奖列表 %}{{ 人.编号 }}{% endfor %}{% endfor %}"
    )
    assert withheld(plan(tied(documents=rows), 名单=listing)) == ["表彰名单.docx"]
    assert withheld(plan(tied(2, documents=rows), 名单=listing)) == []


def test_an_open_tie_withholds_nothing_that_has_no_list_of_winners(plan, template):
    """The forms of those who are tied, the first among them, are as true as before."""
    rows = (
        document_row(FORM, Scope.APPLICATION),
        document_row("汇总.docx", template="汇总.docx", row=3),
        document_row("名单/{{ 小组 }}.docx", Scope.GROUP, row=4),
    )
    summary = template(
        "{% for 奖 in 奖项列表 %}{% for 人 in 奖.申报列表 %}{{ 人.总分 }}{% endfor %}{% endfor %}"
    )
    planned = plan(tied(documents=rows), 汇总=summary)
    assert len(planned.documents) == 6
    assert withheld(planned) == []


def test_an_open_tie_withholds_only_its_own_awards_list(plan, template):
    rows = (document_row("{{ 奖项.简称 }}.docx", Scope.AWARD, template="名单.docx"),)
    built = tied(documents=rows, awards=(person_award(1), post_award(1)))
    planned = plan(built, 名单=template("{{ 获奖列表|length }}"))
    assert paths(planned) == ["标兵.docx", "示范岗.docx"]
    assert withheld(planned) == ["标兵.docx"]


def test_an_open_tie_withholds_only_the_lists_of_its_groups(plan, template):
    rows = (document_row("{{ 小组 }}.docx", Scope.GROUP, template="名单.docx"),)
    assert withheld(plan(tied(documents=rows), 名单=template("{{ 获奖列表|length }}"))) == ["甲组.docx"]


def test_an_application_that_prints_its_awards_winners_waits_for_the_tie(plan, template):
    rows = (document_row(FORM, Scope.APPLICATION, template="公示.docx"),)
    planned = plan(tied(documents=rows), 公示=template("{{ 奖项.获奖列表|length }}"))
    assert len(withheld(planned)) == 3


def test_two_documents_with_one_path_are_a_finding_at_the_pattern(plan):
    rows = (document_row("申报表.docx", Scope.APPLICATION, row=5),)
    planned = plan(campaign(application("BB-1"), application("BB-2"), documents=rows))
    assert paths(planned) == ["申报表.docx"]
    (finding,) = planned.findings
    assert (finding.kind.code, finding.place.cell, finding.applicant) == ("AW407", "E5", "BB-2")


def test_paths_that_differ_only_in_case_or_composition_are_one(plan):
    rows = (
        document_row("SF-é.docx", name="甲"),
        document_row("sf-e\u0301.docx", name="乙", row=3),
    )
    planned = plan(campaign(documents=rows))
    assert paths(planned) == ["SF-é.docx"]
    assert codes(planned) == ["AW407"]


def test_two_rows_of_one_name_cannot_share_a_file_either(plan):
    rows = (document_row("通知.docx", name="通知"), document_row("通知.docx", name="通知", row=3))
    planned = plan(campaign(documents=rows))
    assert (paths(planned), codes(planned)) == (["通知.docx"], ["AW407"])


def test_a_withheld_document_takes_no_path(plan):
    rows = (document_row("{{ 岗位名称 }}.docx", Scope.APPLICATION),)
    built = campaign(application("BB-1", row=2), application("BB-2", row=3), documents=rows)
    finding = tables.REQUIRED_CELL_EMPTY.at(Place(APPLICATIONS_FILE, "标兵", "B2"), "……", applicant="BB-1")
    planned = plan(built, [finding])
    assert [(each.key, each.withheld) for each in planned.documents] == [("BB-1", True), ("BB-2", False)]
    assert codes(planned) == []


@pytest.mark.parametrize(
    "pattern", ["../{{ 编号 }}.docx", "/{{ 编号 }}.docx", "C:\\{{ 编号 }}.docx", "{{ 评定理由 }}"]
)
def test_a_pattern_that_leaves_output_or_names_nothing_is_a_finding(plan, pattern):
    rows = (document_row(pattern, Scope.APPLICATION, row=7),)
    planned = plan(campaign(application("BB-1"), documents=rows))
    (finding,) = planned.findings
    assert paths(planned) == []
    assert (finding.kind.code, finding.place.cell, finding.applicant) == ("AW406", "E7", "BB-1")


def test_a_slash_in_a_value_makes_no_folder(plan):
    rows = (document_row("{{ 岗位名称 }}.docx", Scope.APPLICATION),)
    assert paths(plan(campaign(application(岗位名称="餐饮/接待"), documents=rows))) == ["餐饮_接待.docx"]


@pytest.mark.parametrize("condition", ["获奖者", "奖项 ==", "{{ 获奖 }}", "奖项|没有", "奖项.__class__"])
def test_a_wrong_condition_is_a_finding_and_nothing_is_planned(plan, condition):
    rows = (
        document_row(FORM, Scope.APPLICATION, condition=condition, row=4),
        document_row("通知.docx", row=5),
    )
    planned = plan(campaign(application("BB-1"), documents=rows))
    assert paths(planned) == ["通知.docx"]
    (finding,) = planned.findings
    assert (finding.kind.code, finding.place.cell, finding.place.column) == ("AW411", "D4", "条件")
    assert len(planned.rows) == 1


@pytest.mark.parametrize("pattern", ["{{ 编号码 }}.docx", "{{ 编号", "{{ 编号|没有 }}.docx"])
def test_a_wrong_pattern_is_a_finding_at_its_cell(plan, pattern):
    rows = (document_row(pattern, Scope.APPLICATION, row=4),)
    planned = plan(campaign(application("BB-1"), documents=rows))
    (finding,) = planned.findings
    assert (finding.kind.code, finding.place.cell, finding.place.column) == ("AW411", "E4", "文件名")


def test_a_name_of_another_range_is_not_known(plan):
    rows = (document_row("{{ 编号 }}.docx", Scope.AWARD),)
    assert codes(plan(campaign(application("BB-1"), documents=rows))) == ["AW411"]


def test_a_condition_that_fails_for_one_application_names_it(plan):
    rows = (document_row(FORM, Scope.APPLICATION, condition="10 / 岗位人员姓名|length > 1", row=3),)
    built = campaign(application("BB-1", 岗位人员姓名=None), application("BB-2"), documents=rows)
    planned = plan(built)
    assert paths(planned) == ["申报表/BB-2.docx"]
    (finding,) = planned.findings
    assert (finding.kind.code, finding.place.cell, finding.applicant) == ("AW411", "D3", "BB-1")


def test_a_template_that_cannot_be_used_withholds_its_documents(plan):
    rows = (
        document_row("甲.docx", template="没有.docx", name="甲"),
        document_row("乙.docx", name="乙", row=3),
    )
    planned = plan(campaign(documents=rows))
    assert withheld(planned) == ["甲.docx"]
    assert render(planned.documents[0]).data is None


def test_an_unknown_name_in_a_template_withholds_and_names_the_nearest(plan, template):
    rows = (document_row(FORM, Scope.APPLICATION, template="表.docx"),)
    planned = plan(campaign(application("BB-1"), documents=rows), 表=template("{{ 岗位名 }}"))
    assert withheld(planned) == ["申报表/BB-1.docx"]
    (finding,) = planned.findings
    assert (finding.kind.code, finding.place.file) == ("AW402", "templates/表.docx")
    assert "岗位名称" in finding.message


def test_a_planned_document_is_filled_with_its_own_context(plan, template):
    rows = (document_row(FORM, Scope.APPLICATION, template="表.docx"),)
    planned = plan(campaign(application("BB-1"), documents=rows), 表=template("{{ 编号 }}"))
    rendered = render(planned.documents[0])
    assert rendered.data.startswith(b"PK")
    assert rendered.findings == ()


def test_a_value_that_word_cannot_hold_leaves_its_document_unwritten(plan, template):
    """Its finding is AW112, at the cell; a second one at the template would be invented."""
    rows = (document_row(FORM, Scope.APPLICATION, template="表.docx"),)
    built = campaign(application("BB-1", 岗位名称="电\x00工"), documents=rows)
    rendered = render(plan(built, [], 表=template("{{ 岗位名称 }}")).documents[0])
    assert rendered.data is None
    assert rendered.findings == ()


def test_check_tries_the_first_document_of_each_row_that_is_not_withheld(plan, template):
    """A fault of the template shows in the first."""
    rows = (document_row(FORM, Scope.APPLICATION, template="表.docx"),)
    built = campaign(*(application(f"BB-{each}", row=each) for each in (2, 3, 4)), documents=rows)
    finding = tables.REQUIRED_CELL_EMPTY.at(Place(APPLICATIONS_FILE, "标兵", "B2"), "……")
    planned = plan(built, [finding], 表=template("{{ 编号.没有 }}"))
    assert [each.applicant for each in try_out(planned)] == ["BB-3"]


def test_every_name_a_range_offers_can_stand_in_condition_and_pattern(plan):
    rows = (
        document_row(
            "{{ 活动年度 }}/{{ 小组 }}/{{ 编号 }}-{{ 名次 }}.docx",
            Scope.APPLICATION,
            condition="小组推荐 and not 排除原因 and 得分列表|length == 1",
        ),
    )
    built = campaign(
        application("BB-1"),
        application("BB-2", 安全责任事故=YesNo("有")),
        documents=rows,
        scores=judged("BB-1", 80),
        judges=(judge("评委1"),),
        settings=settings(values={"活动年度": "2010"}),
        groups=(union_group(),),
    )
    assert paths(plan(built)) == ["2010/饮食小组/BB-1-1.docx"]


def test_long_names_that_are_shortened_to_the_same_are_one_path(plan):
    rows = (document_row("{{ 岗位名称 }}.docx", Scope.APPLICATION),)
    posts = [application(f"BB-{each}", 岗位名称="好" * 300 + str(each)) for each in (1, 2)]
    planned = plan(campaign(*posts, documents=rows), [])
    assert (len(planned.documents), codes(planned)) == (1, ["AW407"])


def test_check_finds_what_fails_in_one_row_of_a_long_list(plan, template):
    award = person_award()
    members = [application(f"BB-{each}", award) for each in range(60)]
    members[50] = application("BB-50", award, 评定理由="破格")
    listing = template(
        "{% for 人 in 奖项.申报列表 %}{% if 人.评定理由 %}{{ 人.评定理由 + 1 }}{% endif %}{% endfor %}"
    )
    rows = (document_row("甲.docx", Scope.AWARD),)
    planned = plan(campaign(*members, documents=rows), [], 模板=listing)
    assert [each.kind.code for each in try_out(planned)] == ["AW405"]


def test_check_reports_nothing_that_only_a_shortened_list_lacks(plan, template):
    """A template may count on the fiftieth row."""
    members = [application(f"BB-{each}") for each in range(60)]
    listing = template("{{ 奖项.申报列表[50].编号 }}")
    rows = (document_row("甲.docx", Scope.AWARD),)
    assert list(try_out(plan(campaign(*members, documents=rows), [], 模板=listing))) == []
