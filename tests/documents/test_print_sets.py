"""What is printed together: the notice with its annexes, the forms of an award, the slips of all groups."""

import pytest

from awardgen.campaign import Scope
from awardgen.documents import print_sets
from tests.builders import application, campaign, document_row, person_award, post_award, union_group


@pytest.fixture
def sets(plan):
    """Name of each set → its files; rows: the rows of 文书."""

    def sets(*rows, **given):
        awards = [post_award(), person_award()]
        given.setdefault("awards", awards)
        given.setdefault(
            "applications",
            [application("SF-1", awards[0]), application("BB-1", awards[1]), application("BB-2", awards[1])],
        )
        whole = campaign(documents=rows, **given)
        found = {}
        for path, name in print_sets(whole, plan(whole).documents).items():
            found.setdefault(name, []).append(path)
        return found

    return sets


def row(name, scope=Scope.CAMPAIGN, file_name=None, condition=""):
    return document_row(name=name, scope=scope, file_name=file_name or f"{name}.docx", condition=condition)


NOTICE = row("通知")
BLANK = row("空白申报表", Scope.BLANK_FORM, "附件{{ 奖项.附件号 }}-{{ 奖项.简称 }}申报表.docx")


def test_a_notice_is_printed_with_its_annexes_and_the_blank_forms(sets):
    rubric = row("评选细则", file_name="附件1-评选细则.docx")
    assert sets(NOTICE, rubric, BLANK) == {
        "通知及附件": ["通知.docx", "附件1-评选细则.docx", "附件2-示范岗申报表.docx", "附件3-标兵申报表.docx"]
    }


def test_blank_forms_belong_to_the_first_notice_wherever_their_row_stands(sets):
    found = sets(NOTICE, row("评分汇总表"), row("表彰决定"), BLANK)
    assert found["通知及附件"] == ["通知.docx", "附件2-示范岗申报表.docx", "附件3-标兵申报表.docx"]
    assert found["表彰决定"] == ["表彰决定.docx"]


def test_an_annex_belongs_to_the_last_document_before_it_that_can_have_one(sets):
    found = sets(NOTICE, row("表彰决定"), row("汇总表"), row("附件 表彰名单"))
    assert found == {
        "通知": ["通知.docx"],
        "表彰决定及附件": ["表彰决定.docx", "附件 表彰名单.docx"],
        "汇总表": ["汇总表.docx"],
    }


def test_forms_are_a_set_for_each_award_without_its_name_twice(sets):
    found = sets(
        row("示范岗申报表", Scope.APPLICATION, "{{ 编号 }}.docx", "奖项.类型 == '岗位'"),
        row("优秀服务标兵申报表", Scope.APPLICATION, "{{ 编号 }}.docx", "奖项.类型 == '个人'"),
        row("事迹材料", Scope.APPLICATION, "事迹/{{ 编号 }}.docx"),
    )
    assert found == {
        "申报表-示范岗": ["SF-1.docx"],
        "申报表-标兵": ["BB-1.docx", "BB-2.docx"],
        "事迹材料-示范岗": ["事迹/SF-1.docx"],
        "事迹材料-标兵": ["事迹/BB-1.docx", "事迹/BB-2.docx"],
    }


def test_what_is_made_for_each_group_or_award_is_one_set(sets):
    found = sets(
        row("参评人员名单", Scope.GROUP, "名单/{{ 小组 }}.docx"),
        row("公示", Scope.AWARD, "公示-{{ 奖项 }}.docx"),
        groups=[union_group("饮食小组"), union_group("公寓小组")],
    )
    assert found == {
        "参评人员名单": ["名单/饮食小组.docx", "名单/公寓小组.docx"],
        "公示": ["公示-优质服务示范岗.docx", "公示-优秀服务标兵.docx"],
    }


def test_two_rows_never_share_a_set(sets):
    found = sets(
        row("标兵申报表", Scope.APPLICATION, "甲/{{ 编号 }}.docx", "奖项.类型 == '个人'"),
        row("申报表", Scope.APPLICATION, "乙/{{ 编号 }}.docx", "奖项.类型 == '个人'"),
    )
    assert list(found) == ["申报表-标兵", "申报表-标兵（2）"]


def test_a_name_that_no_file_can_have_is_made_one(sets):
    assert list(sets(row("名单/汇总", file_name="名单.docx"))) == ["名单_汇总"]
