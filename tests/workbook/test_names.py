"""A name stands for one row; a later row that takes it again shadows nothing."""

import pytest

AWARD = {"奖项": "优质服务示范岗", "简称": "示范岗", "类型": "岗位"}


def _repeated(reading):
    return [
        (each.place.sheet, each.place.cell, each.place.column)
        for each in reading.findings
        if each.kind.code == "AW124"
    ]


@pytest.mark.parametrize(
    ("later", "cell", "column"),
    [
        ({"奖项": "优质 服务示范岗", "简称": "先进岗", "类型": "个人"}, "A3", "奖项"),
        ({"奖项": "先进岗", "简称": "示范岗　", "类型": "个人"}, "B3", "简称"),
    ],
)
def test_a_later_award_does_not_shadow_the_first(campaign, later, cell, column):
    reading = campaign.settings(奖项=(AWARD, later)).applications({}).read()
    assert _repeated(reading) == [("奖项", cell, column)]
    assert [(award.name, award.record.row) for award in reading.campaign.awards] == [("优质服务示范岗", 2)]
    assert len(reading.campaign.applications) == 1


def test_a_row_that_is_a_copy_is_wrong_in_both_cells(campaign):
    sheet = (tuple(AWARD), tuple(AWARD.values()), tuple(AWARD.values()))
    reading = campaign.book("活动设置", 奖项=sheet).read()
    assert _repeated(reading) == [("奖项", "A3", "奖项"), ("奖项", "B3", "简称")]


def test_the_finding_says_where_the_first_stands(campaign):
    reading = campaign.settings(工会小组=({"工会小组": "饮食小组"}, {}, {"工会小组": "饮食小组 "})).read()
    (finding,) = [each for each in reading.findings if each.kind.code == "AW124"]
    assert "A2" in finding.message
    assert finding.excerpt == "饮食小组"


def test_groups_judges_and_documents(campaign):
    row = {"模板": "甲.docx", "范围": "活动", "文件名": "甲.docx"}
    reading = campaign.settings(
        工会小组=({"工会小组": "Ａ组"}, {"工会小组": "A组"}),
        评委=({"评委": "王伟", "工会小组": "A组"}, {"评委": "王　伟"}, {"评委": "王玮"}),
        文书=({"文书": "通知", **row}, {"文书": "通知", **row, "文件名": "乙.docx"}),
    ).read()
    assert _repeated(reading) == [
        ("工会小组", "A3", "工会小组"),
        ("评委", "A3", "评委"),
        ("文书", "A3", "文书"),
    ]
    read = reading.campaign
    assert [each.name for each in read.groups] == ["Ａ组"]
    assert [(each.name, each.group) for each in read.judges] == [("王伟", "Ａ组"), ("王玮", "")]
    assert [each.file_name for each in read.documents] == ["甲.docx"]


def test_names_that_are_missing_repeat_nothing(campaign):
    reading = campaign.settings(评委=({"工会小组": "饮食小组"}, {"工会小组": "饮食小组"})).read()
    assert _repeated(reading) == []
